package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.SourceScan;
import dev.dwx.repl.complete.CompletionContext.Callee;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds what a chain of names stands for, without running it. */
final class ValueWalk {
    private static final int DEEPEST = 8;
    /** Methods that give a list of the same elements. */
    private static final Set<String> SAME = Set.of("each", "findAll", "sort", "toSorted", "take", "drop", "unique", "toUnique", "reverse", "toList", "tail",
            "init", "lenient", "asList", "collectParallel", "eachParallel", "grep", "takeWhile", "dropWhile", "eachWithIndex");
    /** Methods that give one of the elements. */
    private static final Set<String> ONE = Set.of("find", "first", "last", "head", "min", "max", "get", "getAt");
    private static final Set<String> ITSELF = Set.of("with", "tap");
    private static final Set<String> WITH_ELEMENTS = Set.of("each", "findAll", "collect", "find", "any", "every", "groupBy", "countBy", "collectEntries",
            "sort", "unique", "sum", "max", "min", "eachParallel", "collectParallel", "count", "findResult", "findResults", "collectMany", "toSorted",
            "findIndexOf", "partition", "split", "takeWhile", "dropWhile", "toUnique", "eachWithIndex");

    private final Operations operations;
    private final Supplier<Map<String, Object>> variables;

    ValueWalk(Operations operations, Supplier<Map<String, Object>> variables) {
        this.operations = operations;
        this.variables = variables;
    }

    /** The value, or {@code null} where nothing is known of it. */
    Seen of(Chain chain, String before) {
        return of(chain, before, 0);
    }

    private Seen of(Chain chain, String before, int depth) {
        if (depth > DEEPEST) {
            return null;
        }
        List<Chain.Step> steps = chain.steps();
        int from = 0;
        Seen seen;
        boolean pinned = Callee.isPin(chain.root()) && !steps.isEmpty();
        if (pinned || Character.isUpperCase(chain.root().charAt(0)) && (chain.called() || isAll(steps, 0))) {
            String name = pinned ? steps.get(0).text() : chain.root();
            from = pinned ? 1 : 0;
            boolean called = pinned ? steps.get(0).kind() == Chain.Kind.CALL : chain.called();
            boolean all = isAll(steps, from);
            Optional<ApiOperation> operation = operations.find(new Callee(name, pinned ? chain.root().substring(1) : null));
            if (operation.isEmpty() || !called && !all) {
                return called || operation.isPresent() ? null : walk(variable(chain.root(), before, depth), steps, 0);
            }
            from += all ? 1 : 0;
            seen = Seen.answerOf(operation.get());
        } else {
            seen = chain.called() ? null : variable(chain.root(), before, depth);
        }
        return walk(seen, steps, from);
    }

    private static boolean isAll(List<Chain.Step> steps, int at) {
        return steps.size() > at && steps.get(at).kind() == Chain.Kind.CALL && steps.get(at).text().equals("all");
    }

    private static Seen walk(Seen begin, List<Chain.Step> steps, int from) {
        Seen seen = begin;
        for (int i = from; i < steps.size() && seen != null; i++) {
            Chain.Step step = steps.get(i);
            seen = switch (step.kind()) {
                case FIELD -> seen.field(step.text());
                case INDEX -> step.text().startsWith("'") || step.text().startsWith("\"") ? seen.field(Arguments.unquoted(step.text()))
                        : seen.element(step.text());
                case SPREAD -> seen.element(null);
                case CALL -> SAME.contains(step.text()) ? seen.answer() ? seen.field("items") : seen
                        : ONE.contains(step.text()) ? seen.element(null) : ITSELF.contains(step.text()) ? seen : null;
            };
        }
        return seen;
    }

    private Seen variable(String name, String before, int depth) {
        Seen element = closureParameter(name, before, depth);
        if (element != null) {
            return element;
        }
        Seen assigned = assigned(name, before, depth);
        if (assigned != null) {
            return assigned;
        }
        Object value = variables.get().get(name);
        return value == null ? null : Seen.of(value);
    }

    /** What a closure is given by the method that it stands behind, or a loop by its head. */
    private Seen closureParameter(String name, String before, int depth) {
        for (SourceScan.Open open : SourceScan.of(before).opened()) {
            if (!open.mark().equals("{")) {
                continue;
            }
            int arrow = before.indexOf("->", open.position());
            String parameter = arrow < 0 || before.substring(open.position(), arrow).indexOf('\n') >= 0 ? "it"
                    : before.substring(open.position() + 1, arrow).strip();
            int comma = parameter.indexOf(',');
            parameter = comma < 0 ? parameter : parameter.substring(0, comma);
            if (parameter.equals(name)) {
                return givenBy(before, open.position(), depth);
            }
            Seen looped = loop(name, before, open.position(), depth);
            if (looped != null) {
                return looped;
            }
        }
        return null;
    }

    private Seen givenBy(String before, int brace, int depth) {
        int end = Characters.beforeBlanks(before, brace);
        Chain chain = Chain.endingAt(before, end).orElse(null);
        if (chain == null || chain.steps().isEmpty()) {
            return null;
        }
        String method = chain.steps().get(chain.steps().size() - 1).text();
        Seen on = WITH_ELEMENTS.contains(method) || ITSELF.contains(method)
                ? of(chain.withoutLast(), before.substring(0, chain.begin()), depth + 1) : null;
        return on == null || ITSELF.contains(method) ? on : on.element(null);
    }

    /** {@code for (node in nodes) {}. */
    private Seen loop(String name, String before, int brace, int depth) {
        int end = Characters.beforeBlanks(before, brace);
        int in = before.lastIndexOf(name + " in ", end);
        if (end == 0 || before.charAt(end - 1) != ')' || in <= 0 || "( ".indexOf(before.charAt(in - 1)) < 0) {
            return null;
        }
        Chain chain = Chain.endingAt(before, end - 1).orElse(null);
        boolean whole = chain != null && chain.begin() == in + name.length() + 4;
        Seen list = whole ? of(chain, before.substring(0, chain.begin()), depth + 1) : null;
        return list == null ? null : list.element(null);
    }

    /** What the text itself gave to a name further up: {@code r = ListNodes()}. */
    private Seen assigned(String name, String before, int depth) {
        for (int at = before.lastIndexOf(name + " ="); at >= 0; at = at == 0 ? -1 : before.lastIndexOf(name + " =", at - 1)) {
            int value = at + name.length() + 2;
            boolean whole = (at == 0 || !Characters.isNamePart(before.charAt(at - 1)) && before.charAt(at - 1) != '.') && value < before.length()
                    && before.charAt(value) != '=' && before.charAt(value) != '~';
            if (whole) {
                SourceScan rest = SourceScan.ofInside(before.substring(value));
                String line = firstStatement(before.substring(value, value + rest.end()));
                Chain chain = Chain.endingAt(line, line.length()).orElse(null);
                boolean all = chain != null && line.substring(0, chain.begin()).isBlank();
                return all && !(chain.root().equals(name) && chain.steps().isEmpty()) ? of(chain, before.substring(0, at), depth + 1) : null;
            }
        }
        return null;
    }

    private static String firstStatement(String text) {
        for (int end = 0; end < text.length(); end++) {
            char c = text.charAt(end);
            if ((c == '\n' || c == ';') && SourceScan.of(text.substring(0, end)).missing() == null) {
                return text.substring(0, end).stripTrailing();
            }
        }
        return text.stripTrailing();
    }
}
