package dev.dwx.sandbox.world;

import java.util.List;
import java.util.Map;

/** What a call sets going and time brings about: kept as objects, done before the first call after the moment. */
final class Due {
    private static final String KIND = "Due";

    /** Does something whose time has come. */
    interface Worker {
        /** Does the work if it is this part's, and says whether it was. */
        boolean work(Scene scene, String what, Map<String, Object> details) throws Refusal;
    }

    private Due() {
    }

    /** Sets something going that happens at a moment. */
    static void at(Scene scene, long moment, String what, Map<String, Object> details) {
        scene.store.add(KIND, Long.toString(scene.realm.ids.count(KIND)),
                Values.of("At", moment, "What", what, "Details", details));
    }

    /** Does everything that is due, the earliest first. */
    static void settle(Scene scene, List<Behaviours> parts) throws Refusal {
        List<Thing> waiting = scene.store.all(KIND);
        if (waiting.isEmpty()) {
            return;
        }
        waiting.sort((left, right) -> Long.compare(left.number("At"), right.number("At")));
        for (Thing due : waiting) {
            if (due.number("At") <= scene.now()) {
                scene.store.remove(due);
                for (Behaviours part : parts) {
                    if (part instanceof Worker worker
                            && worker.work(scene, due.text("What"), Values.map(due.get("Details")))) {
                        break;
                    }
                }
            }
        }
    }
}
