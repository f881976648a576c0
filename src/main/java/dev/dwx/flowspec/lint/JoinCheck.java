package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A join: on which ends of which nodes it goes on. */
final class JoinCheck {
    private static final List<String> STATUSES = List.of("SUCCESS", "FAILURE");

    private final Findings findings;

    JoinCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Map<?, ?> join, String at, Set<String> upstream) {
        List<?> branches = SpecValues.list(join, "branches");
        if (branches.isEmpty()) {
            findings.error("join", at + ".branches", Texts.of("a join waits for nodes, and there is none"),
                    "branches: [[name: 'b_1', output: [data: '…'], assertion: [field: 'status', in: ['SUCCESS']]]]");
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < branches.size(); i++) {
            String place = at + ".branches[" + i + "]";
            String name = SpecValues.text(branches.get(i), "name");
            if (name == null) {
                findings.error("join", place + ".name", Texts.of("it is missing, and the document is refused"), "name: 'b_" + (i + 1) + "'",
                        branches.get(i) instanceof Map ? QuickFix.set(place + ".name", "b_" + (i + 1)) : null);
            } else if (!names.add(name)) {
                findings.error("join", place + ".name", Texts.of("'{0}' is there twice", name), Texts.of("give one another name"));
            } else if (name.matches(".*\\s.*")) {
                findings.error("join", place + ".name", Texts.of("'{0}' has a blank in it, and the expression is split at blanks", name), Texts.of("leave it out"));
            }
            branch(branches.get(i), place, upstream);
        }
        Object given = SpecValues.at(join, "logic", "expression");
        if (given == null) {
            boolean place = join.get("logic") == null || join.get("logic") instanceof Map;
            findings.warn("join", at + ".logic.expression", Texts.of("it is missing: how the branches go together"), "'" + String.join(" and ", names) + "'",
                    place && names.size() == 1 ? QuickFix.set(at + ".logic.expression", names.iterator().next()) : null);
        } else {
            expression(given.toString(), names, at + ".logic.expression");
        }
    }

    private void branch(Object branch, String place, Set<String> upstream) {
        Object output = SpecValues.at(branch, "output");
        String data = output instanceof String text ? text : SpecValues.text(output, "data");
        if (data == null) {
            findings.error("join", place + ".output", Texts.of("it is missing: the output of the node whose end counts"), "output: [data: '…']");
        } else if (!upstream.contains(data)) {
            findings.warn("join", place + ".output", Texts.of("the node does not wait for '{0}', whose end it looks at", data),
                    "inputs: [nodeOutputs: [[data: '" + data + "']]]");
        }
        if (!(SpecValues.at(branch, "assertion") instanceof Map<?, ?> assertion)) {
            findings.error("join", place + ".assertion", Texts.of("it is missing, and the document is refused"), "assertion: [field: 'status', in: ['SUCCESS']]");
            return;
        }
        if (assertion.get("field") != null && !assertion.get("field").equals("status")) {
            findings.warn("join", place + ".assertion.field", Texts.of("{0} is no field that was seen in documents",
                    SpecValues.quoted(assertion.get("field"))),
                    "field: 'status'");
        }
        List<?> ends = SpecValues.list(assertion, "in");
        if (ends.isEmpty()) {
            findings.warn("join", place + ".assertion.in", Texts.of("no end of that node would do"), "in: ['SUCCESS']");
        }
        for (int i = 0; i < ends.size(); i++) {
            String end = String.valueOf(ends.get(i));
            if (!STATUSES.contains(end)) {
                String right = end.toUpperCase(Locale.ROOT).startsWith("SUCC") ? "SUCCESS" : end.toUpperCase(Locale.ROOT).startsWith("FAIL")
                        ? "FAILURE" : null;
                findings.warn("join", place + ".assertion.in[" + i + "]", Texts.of("'{0}' is no end that was seen in documents: SUCCESS,"
                        + " FAILURE", end),
                        right == null ? null : "'" + right + "'", right == null ? null : QuickFix.set(place + ".assertion.in[" + i + "]", right));
            }
        }
    }

    /** Names with {@code and} or {@code or} between them, split at blanks. */
    private void expression(String text, Set<String> names, String path) {
        if (text.indexOf('(') >= 0 || text.indexOf(')') >= 0) {
            findings.error("join", path, Texts.of("'{0}' has brackets, and the expression knows names, and, or", text), "'" + String.join(" and ", names) + "'");
            return;
        }
        Set<String> left = new LinkedHashSet<>(names);
        String[] words = text.strip().split("\\s+");
        for (int i = 0; i < words.length; i++) {
            boolean name = i % 2 == 0;
            if (name && !names.contains(words[i])) {
                findings.error("join", path, Texts.of("'{0}' in '{1}' is none of the branches {2}", words[i], text,
                        String.join(", ", names)), null);
                return;
            }
            if (!name && !words[i].equals("and") && !words[i].equals("or")) {
                boolean capitals = words[i].equalsIgnoreCase("and") || words[i].equalsIgnoreCase("or");
                String right = capitals ? text.replaceAll("\\b(?i)and\\b", "and").replaceAll("\\b(?i)or\\b", "or") : null;
                findings.error("join", path, Texts.of("between two branches stands and or or, not '{0}'", words[i]), right == null ? null : "'" + right + "'",
                        right == null ? null : QuickFix.set(path, right));
                return;
            }
            left.remove(words[i]);
        }
        if (words.length % 2 == 0) {
            findings.error("join", path, Texts.of("'{0}' ends with '{1}'", text, words[words.length - 1]), null);
        } else if (!left.isEmpty()) {
            findings.error("join", path, left.size() == 1
                    ? Texts.of("{0} does not occur in '{1}', and every branch must", left.iterator().next(), text)
                    : Texts.of("{0} do not occur in '{1}', and every branch must", String.join(", ", left), text), "'" + text + " and " + String.join(" and ", left) + "'");
        }
    }
}
