package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/** Nodes that wait for each other in a circle, so that none of them ever begins. */
final class WaitCycles {
    private final List<List<Wait>> waits;
    private final IntFunction<String> label;
    private final Findings findings;

    /** One thing that a node waits for, and the place that says so. */
    record Wait(int producer, String path) {
    }

    WaitCycles(List<List<Wait>> waits, IntFunction<String> label, Findings findings) {
        this.waits = waits;
        this.label = label;
        this.findings = findings;
    }

    void find() {
        Set<Integer> done = new HashSet<>();
        for (int i = 0; i < waits.size(); i++) {
            if (!done.contains(i)) {
                walk(i, done);
            }
        }
    }

    /** Depth first with a stack of its own: a chain of thousands of nodes is no reason to fall. */
    private void walk(int start, Set<Integer> done) {
        List<Integer> way = new ArrayList<>();
        Set<Integer> onWay = new HashSet<>();
        Deque<Integer> next = new ArrayDeque<>();
        way.add(start);
        onWay.add(start);
        next.push(0);
        while (!way.isEmpty()) {
            int node = way.get(way.size() - 1);
            int turn = next.pop();
            if (turn == waits.get(node).size()) {
                way.remove(way.size() - 1);
                onWay.remove(node);
                done.add(node);
                continue;
            }
            next.push(turn + 1);
            Wait wait = waits.get(node).get(turn);
            if (onWay.contains(wait.producer())) {
                report(way.subList(way.indexOf(wait.producer()), way.size()), wait);
            } else if (!done.contains(wait.producer())) {
                way.add(wait.producer());
                onWay.add(wait.producer());
                next.push(0);
            }
        }
    }

    private void report(List<Integer> circle, Wait closing) {
        StringBuilder names = new StringBuilder();
        for (int node : circle) {
            names.append(label.apply(node)).append(Texts.of(" waits for "));
        }
        names.append(label.apply(circle.get(0)));
        findings.error("dependency-cycle", closing.path(), Texts.of("{0}: a circle, in which nothing ever begins", names),
                circle.size() == 1 ? Texts.of("for the last cycle of the node itself: type: 'CrossCycleDependsOnSelf'") : Texts.of("leave one of them out"));
    }
}
