package dev.dwx.sandbox.world;

import java.util.List;
import java.util.Map;

/** What a call sets going and time brings about: kept as objects, done before the first call after the moment. */
final class Due {
    private static final String KIND = "Due";
    /** One call does not bring about more than this; what is left is done before the next. */
    private static final int MOST = 20_000;

    /** Does something whose time has come. */
    interface Worker {
        /**
         * Does the work if it is this part's, and says whether it was.
         *
         * @param details what it was set going with
         * @param at the moment that it was set for, which may be long past
         */
        boolean work(Scene scene, String what, Map<String, Object> details, long at) throws Refusal;
    }

    private Due() {
    }

    /** Sets something going that happens at a moment. */
    static void at(Scene scene, long moment, String what, Map<String, Object> details) {
        at(scene.store, scene.realm.ids, moment, what, details);
    }

    static void at(Store store, Ids ids, long moment, String what, Map<String, Object> details) {
        store.add(KIND, Long.toString(ids.count(KIND)), Values.of("At", moment, "What", what, "Details", details));
    }

    /** Does everything that is due, the earliest first, and what follows from it. */
    static void settle(Scene scene, List<Behaviours> parts) throws Refusal {
        for (int count = 0; count < MOST; count++) {
            Thing due = next(scene);
            if (due == null) {
                return;
            }
            scene.store.remove(due);
            for (Behaviours part : parts) {
                if (part instanceof Worker worker
                        && worker.work(scene, due.text("What"), Values.map(due.get("Details")), due.number("At"))) {
                    break;
                }
            }
        }
    }

    /** The earliest that is due; of several the one that was set going first. */
    private static Thing next(Scene scene) {
        Thing first = null;
        for (Thing due : scene.store.all(KIND)) {
            if (due.number("At") <= scene.now() && (first == null || due.number("At") <= first.number("At"))) {
                first = due;
            }
        }
        return first;
    }
}
