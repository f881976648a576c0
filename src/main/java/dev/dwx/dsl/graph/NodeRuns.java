package dev.dwx.dsl.graph;

import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.flowspec.graph.Badge;
import dev.dwx.flowspec.graph.CriticalPath;
import dev.dwx.flowspec.graph.FlowGraph;
import dev.dwx.flowspec.graph.GraphNode;
import dev.dwx.flowspec.graph.Style;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the nodes of a graph on a business date: the rows of {@code ListTaskInstances}, matched by the names of the tasks. */
final class NodeRuns {
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final FlowGraph graph;
    private final CriticalPath critical;

    /** All instances of one node on that day: an hourly one has many. */
    private record Run(String status, int count, Duration longest) {
        Run and(Run other) {
            String worse = StatusWords.isBad(status) ? status : StatusWords.isBad(other.status) ? other.status
                    : StatusWords.isGood(status) ? other.status : status;
            Duration more = longest == null || other.longest != null && other.longest.compareTo(longest) > 0 ? other.longest : longest;
            return new Run(worse, count + other.count, more);
        }

        String text() {
            return status + (count > 1 ? " x" + count : "") + (longest == null ? "" : " " + said(longest));
        }
    }

    /** @param rows task instances; those of other workflows are left out where the rows name the graph's own */
    NodeRuns(FlowGraph graph, Iterable<?> rows) {
        this.graph = graph;
        List<Map<?, ?>> own = new ArrayList<>();
        List<Map<?, ?>> others = new ArrayList<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> instance) {
                (graph.name().equals(instance.get("WorkflowName")) ? own : others).add(instance);
            }
        }
        for (Map<?, ?> instance : own.isEmpty() ? others : own) {
            add(instance);
        }
        critical = CriticalPath.of(graph, durations());
    }

    private void add(Map<?, ?> instance) {
        String task = String.valueOf(instance.get("TaskName"));
        String id = graph.labelled(task).filter(node -> node.kind() == GraphNode.Kind.NODE).map(GraphNode::id).orElse(null);
        if (id == null) {
            return;
        }
        long begun = time(instance.get("StartedTime"));
        long ended = time(instance.get("FinishedTime"));
        Run run = new Run(String.valueOf(instance.get("Status")), 1, begun > 0 && ended >= begun ? Duration.ofMillis(ended - begun) : null);
        runs.merge(id, run, Run::and);
    }

    private static long time(Object millis) {
        return millis instanceof Number number ? number.longValue() : 0;
    }

    /** How many of the nodes have an instance. */
    int size() {
        return runs.size();
    }

    CriticalPath critical() {
        return critical;
    }

    /** By the ids of the graph. */
    Map<String, Duration> durations() {
        Map<String, Duration> durations = new LinkedHashMap<>();
        runs.forEach((id, run) -> {
            if (run.longest != null) {
                durations.put(id, run.longest);
            }
        });
        return durations;
    }

    String status(String id) {
        return runs.containsKey(id) ? runs.get(id).status : null;
    }

    Map<String, Badge> badges() {
        Map<String, Badge> badges = new LinkedHashMap<>();
        runs.forEach((id, run) -> badges.put(id, new Badge(run.text(), StatusWords.isGood(run.status) ? Style.GOOD
                : StatusWords.isBad(run.status) ? Style.BAD : Style.GOING_ON, critical.nodes().size() > 1 && critical.nodes().contains(id))));
        return badges;
    }

    /** {@code 45s}, {@code 2m 05s}, {@code 1h 02m}. */
    static String said(Duration duration) {
        long seconds = (duration.toMillis() + 500) / 1000;
        if (seconds < 60) {
            return seconds + "s";
        }
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + "m " + two(seconds % 60) + "s" : minutes / 60 + "h " + two(minutes % 60) + "m";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
