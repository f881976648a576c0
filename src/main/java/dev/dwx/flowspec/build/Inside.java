package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nodes inside a loop, a combined node or a subflow. A loop has a start and an end besides, which are derived. */
final class Inside {
    /** As many rounds as a loop has where nobody says it. */
    private static final int USUAL_ROUNDS = 128;

    private final Draft draft;
    private final Map<String, Object> node;
    private final List<SpecFault> faults;

    Inside(Draft draft, Map<String, Object> node, List<SpecFault> faults) {
        this.draft = draft;
        this.node = node;
        this.faults = faults;
    }

    void fill() {
        if (draft.nodes.isEmpty() && (!draft.derives() || !draft.isLoop())) {
            return;
        }
        List<Draft> drafts = new ArrayList<>(draft.nodes);
        boolean loop = draft.isLoop();
        if (loop && draft.derives()) {
            round(drafts);
        }
        List<Object> edges = new ArrayList<>();
        List<Object> nodes = new Siblings(draft, drafts, node, null, faults).fill(edges);
        SpecPath inner = SpecPath.parse(draft.innerObject());
        if (loop && draft.derives() && inner.key("maxIterations").in(node) == null) {
            inner.key("maxIterations").set(node, USUAL_ROUNDS);
        }
        if (draft.isInner("do-while")) {
            for (int i = 0; i < drafts.size(); i++) {
                if (isEnd(drafts.get(i))) {
                    inner.key("while").set(node, nodes.remove(i));
                    break;
                }
            }
        }
        inner.key("nodes").set(node, nodes);
        if (draft.derives() || !edges.isEmpty()) {
            inner.key(loop ? "flow" : "dependencies").set(node, edges);
        }
    }

    private static boolean isEnd(Draft one) {
        return one.command != null && one.command.endsWith("_END");
    }

    /** Start and end, with what hangs between them. */
    private void round(List<Draft> drafts) {
        String kind = draft.isInner("do-while") ? "CONTROLLER_CYCLE" : "CONTROLLER_TRAVERSE";
        boolean starts = drafts.stream().anyMatch(one -> (kind + "_START").equals(one.command));
        Draft end = drafts.stream().filter(Inside::isEnd).findFirst().orElse(null);
        if (starts) {
            return;
        }
        if (end == null && draft.isInner("do-while")) {
            faults.add(new SpecFault(draft.name(), Texts.of("{0} has no end, whose code says whether there is another round. Write end "
                    + "{ language 'python'; script 'print ${dag.loopTimes} < 3' } in its block.", draft.label())).at(draft.source()));
        }
        drafts.remove(end);
        Draft last = end == null ? draft.unsaid("end", kind + "_END") : end;
        Set<Object> waitedFor = new HashSet<>();
        for (Draft one : drafts) {
            for (Upstream upstream : one.upstreams) {
                waitedFor.add(upstream.target());
            }
            one.bindings.forEach(binding -> waitedFor.add(binding.from().replaceAll("[.].*", "")));
            if (one.upstreams.isEmpty() && one.bindings.isEmpty()) {
                one.upstreams.add(new Upstream(Upstream.NORMAL, "start", false, null));
            }
        }
        for (Draft one : drafts) {
            if (!waitedFor.contains(one.name())) {
                last.upstreams.add(new Upstream(Upstream.NORMAL, one.name(), false, null));
            }
        }
        if (drafts.isEmpty()) {
            last.upstreams.add(new Upstream(Upstream.NORMAL, "start", false, null));
        }
        drafts.add(0, draft.unsaid("start", kind + "_START"));
        drafts.add(last);
    }
}
