package dev.dwx.flowspec.diff;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences as a terminal shows them. */
final class DiffText {
    static final String NONE = "no difference";
    private static final int WIDE = 80;

    private DiffText() {
    }

    static String of(List<SpecChange> changes) {
        if (changes.isEmpty()) {
            return Texts.of(NONE);
        }
        Map<String, List<SpecChange>> byNode = new LinkedHashMap<>();
        for (SpecChange change : changes) {
            byNode.computeIfAbsent(change.node() == null ? "" : change.node(), name -> new ArrayList<>()).add(change);
        }
        StringBuilder text = new StringBuilder();
        byNode.forEach((node, own) -> {
            SpecChange.Kind whole = own.stream().filter(SpecChange::wholeNode).map(SpecChange::kind).findFirst()
                    .orElse(SpecChange.Kind.CHANGED);
            if (!node.isEmpty()) {
                text.append(sign(whole)).append(' ').append(node).append(whole == SpecChange.Kind.CHANGED ? "" : type(own)).append('\n');
            }
            own.forEach(change -> {
                if (!change.wholeNode() && whole != SpecChange.Kind.REMOVED) {
                    line(text, change, node.isEmpty() ? "" : "    ");
                }
            });
        });
        return text.substring(0, text.length() - 1);
    }

    private static char sign(SpecChange.Kind kind) {
        return kind == SpecChange.Kind.ADDED ? '+' : kind == SpecChange.Kind.REMOVED ? '-' : '~';
    }

    private static String type(List<SpecChange> own) {
        for (SpecChange change : own) {
            Object node = change.after() == null ? change.before() : change.after();
            if (change.wholeNode() && node instanceof Map<?, ?> map && map.get("script") instanceof Map<?, ?> script
                    && script.get("runtime") instanceof Map<?, ?> runtime && runtime.get("command") != null) {
                return " (" + runtime.get("command") + ")";
            }
        }
        return "";
    }

    private static void line(StringBuilder text, SpecChange change, String indent) {
        text.append(indent).append(sign(change.kind())).append(' ').append(change.field());
        if (!change.field().startsWith(PartReader.EDGES)) {
            boolean lines = change.before() instanceof String before && before.indexOf('\n') >= 0
                    || change.after() instanceof String after && after.indexOf('\n') >= 0 || change.field().equals("script.content");
            if (lines && change.kind() == SpecChange.Kind.CHANGED) {
                text.append('\n');
                for (String line : LineDiff.unified(String.valueOf(change.before()), String.valueOf(change.after()))) {
                    text.append(indent).append("    ").append(line).append('\n');
                }
                return;
            }
            text.append(": ").append(switch (change.kind()) {
                case ADDED -> value(change.after());
                case REMOVED -> value(change.before());
                case CHANGED -> value(change.before()) + " → " + value(change.after());
            });
        }
        text.append('\n');
    }

    /** One line, however long the value is. */
    static String value(Object value) {
        String text = value instanceof String plain ? "'" + plain.replace("\n", "\\n") + "'" : ExactJson.write(value);
        return text.length() <= WIDE ? text : text.substring(0, WIDE - 1) + "…";
    }
}
