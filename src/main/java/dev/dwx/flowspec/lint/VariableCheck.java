package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Variables: scheduling parameters, what a node passes on, what a workflow holds. */
final class VariableCheck {
    private final Findings findings;

    VariableCheck(Findings findings) {
        this.findings = findings;
    }

    /** Where a list of variables stands, which decides its scope. */
    enum Place {
        NODE("NodeParameter"), WORKFLOW("Workflow"), CONTEXT("NodeContext");

        private final String scope;

        Place(String scope) {
            this.scope = scope;
        }
    }

    void node(Map<?, ?> node, String path) {
        String command = SpecValues.text(node, "script", "runtime", "command");
        List<?> parameters = SpecValues.list(node, "script", "parameters");
        list(parameters, path + ".script.parameters", Place.NODE);
        list(SpecValues.list(node, "inputs", "variables"), path + ".inputs.variables", Place.CONTEXT);
        list(SpecValues.list(node, "outputs", "variables"), path + ".outputs.variables", Place.CONTEXT);
        if ("DIDE_SHELL".equals(command) || "PYTHON".equals(command) || "SHELL".equals(command)) {
            positions(parameters, path + ".script.parameters");
        }
        whole(parameters, path + ".script.parameters");
    }

    void list(List<?> variables, String path, Place place) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            String at = path + "[" + i + "]";
            if (!(variables.get(i) instanceof Map<?, ?> variable)) {
                findings.error("variable", at, Texts.of("an object is expected"), "[name: '…', type: 'System', scope: '" + place.scope + "', value: '…']");
                continue;
            }
            one(variable, at, place);
            String name = SpecValues.text(variable, "name");
            String key = name == null ? null : name + " " + (place == Place.CONTEXT ? SpecValues.at(variable, "node") : "");
            if (key != null && !names.add(key)) {
                findings.error("variable-twice", at + ".name", Texts.of("'{0}' is there twice, and one of the values is lost", name), Texts.of("give one another name"));
            }
        }
    }

    void one(Map<?, ?> variable, String at, Place place) {
        String name = SpecValues.text(variable, "name");
        Object value = variable.get("value");
        boolean bound = variable.get("referenceVariable") instanceof Map;
        if (name == null) {
            findings.warn("variable", at + ".name", Texts.of("it is missing"), "name: '…'");
        } else if (!(variable.get("name") instanceof String)) {
            findings.error("variable", at + ".name", Texts.of("it is a text, and is {0}", variable.get("name")), "name: '" + name + "'",
                    QuickFix.set(at + ".name", name));
        }
        if (variable.get("type") == null) {
            String type = bound || "${outputs}".equals(value) ? "NodeOutput" : value instanceof String text && text.contains("$") ? "System"
                    : "Constant";
            findings.warn("variable", at + ".type", Texts.of("it is missing, and the published reader refuses the variable"), "type: '" + type + "'",
                    QuickFix.set(at + ".type", type));
        }
        if (variable.get("scope") == null) {
            String scope = bound ? "NodeContext" : place.scope;
            findings.warn("variable", at + ".scope", Texts.of("it is missing, and the published reader refuses the variable"), "scope: '" + scope + "'",
                    QuickFix.set(at + ".scope", scope));
        }
        Words.VARIABLE_TYPE.check(variable.get("type"), at + ".type", findings);
        Words.VARIABLE_SCOPE.check(variable.get("scope"), at + ".scope", findings);
        scope(variable, at, place, bound);
        if ("PassThrough".equals(variable.get("type")) && !bound) {
            findings.warn("variable", at + ".referenceVariable", Texts.of("it is missing: what a variable of type PassThrough passes on"),
                    "referenceVariable: [name: '…', node: [output: '…']]");
        }
        if (value == null) {
            return;
        }
        if (!(value instanceof String text)) {
            boolean scalar = value instanceof Number || value instanceof Boolean;
            findings.error("variable-value", at + ".value", Texts.of("it is a text, and is {0}", scalar ? value : "none"), scalar ? "value: '" + value + "'" : null,
                    scalar ? QuickFix.set(at + ".value", value.toString()) : null);
            return;
        }
        if (!bound) {
            text(variable, text, at + ".value", place);
        }
    }

    private void scope(Map<?, ?> variable, String at, Place place, boolean bound) {
        Object scope = variable.get("scope");
        // One with an id is shared: nodes refer to it.
        if (place == Place.WORKFLOW && "NodeParameter".equals(scope) && variable.get("id") == null) {
            findings.warn("variable", at + ".scope", Texts.of("a parameter of a workflow has the scope Workflow; nodes read it as"
                    + " ${workflow.name}"),
                    "scope: 'Workflow'", QuickFix.set(at + ".scope", "Workflow"));
        } else if (place == Place.NODE && "Workflow".equals(scope)) {
            findings.warn("variable", at + ".scope", Texts.of("a parameter of a node has the scope NodeParameter"), "scope: 'NodeParameter'",
                    QuickFix.set(at + ".scope", bound ? "NodeContext" : "NodeParameter"));
        } else if (place == Place.CONTEXT && ("NodeParameter".equals(scope) || "Workflow".equals(scope))) {
            findings.warn("variable", at + ".scope", Texts.of("what goes from node to node has the scope NodeContext"), "scope: 'NodeContext'",
                    QuickFix.set(at + ".scope", "NodeContext"));
        }
    }

    private void text(Map<?, ?> variable, String text, String path, Place place) {
        Object type = variable.get("type");
        boolean whole = "NoKvVariableExpression".equals(type);
        boolean split = place == Place.NODE && !whole && (type == null || type.equals("System") || type.equals("Constant"));
        if (split && (text.indexOf('=') >= 0 || blank(text))) {
            String trimmed = text.strip();
            findings.error("variable-value", path, Texts.of("'{0}' has {1}: all parameters of a node go to the schedule as one text,"
                    + " name=value name=value, which then breaks apart", text,
                    text.indexOf('=') >= 0 ? Texts.of("an = in it") : Texts.of("a blank in it")),
                    Texts.of("use two parameters, or put it into the code"), trimmed.indexOf('=') < 0 && !blank(trimmed) ? QuickFix.set(path, trimmed) : null);
            return;
        }
        if ("System".equals(type)) {
            ExpressionText.check(text, path, findings);
        } else if ("Constant".equals(type) && (text.startsWith("$[") || ExpressionText.isDay(text))) {
            findings.warn("expression", path, Texts.of("a Constant is taken as it is, and '{0}' is an expression", text), "type: 'System'",
                    QuickFix.set(path.substring(0, path.length() - "value".length()) + "type", "System"));
        }
    }

    private static boolean blank(String text) {
        return text.chars().anyMatch(Character::isWhitespace);
    }

    /** The general shell and Python nodes get values alone, in order of their names. */
    private void positions(List<?> parameters, String path) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Object parameter : parameters) {
            String name = SpecValues.text(parameter, "name");
            if (name != null && name.matches("[1-9]\\d{0,2}")) {
                numbers.add(Integer.valueOf(name));
            }
        }
        if (numbers.isEmpty()) {
            return;
        }
        if (numbers.last() != numbers.size()) {
            int gap = 1;
            while (numbers.contains(gap)) {
                gap++;
            }
            findings.error("positions", path, Texts.of("the parameters are called {0}: there is no {1}, and those behind it move up one"
                    + " place", numbers, gap),
                    Texts.of("number them from 1 without a gap"));
        } else if (numbers.size() > 9) {
            findings.warn("positions", path, Texts.of("with ten and more, 10 comes before 2: they are put in the order of texts"),
                    Texts.of("one parameter called '-' of type NoKvVariableExpression that holds all of them with blanks between"));
        }
        if (numbers.size() < parameters.size()) {
            findings.warn("positions", path, Texts.of("some parameters have numbers for names and some have not; all of them are handed"
                    + " over by place"),
                    Texts.of("number all of them"));
        }
    }

    /** One parameter that holds the whole text. */
    private void whole(List<?> parameters, String path) {
        int i = 0;
        for (Object parameter : parameters) {
            String at = path + "[" + i++ + "]";
            boolean named = "-".equals(SpecValues.text(parameter, "name"));
            boolean whole = "NoKvVariableExpression".equals(SpecValues.at(parameter, "type"));
            if (named && !whole && SpecValues.at(parameter, "type") != null) {
                findings.warn("variable", at + ".type", Texts.of("the parameter '-' holds all parameters in one text"), "type: 'NoKvVariableExpression'",
                        QuickFix.set(at + ".type", "NoKvVariableExpression"));
            } else if (whole && parameters.size() > 1) {
                findings.warn("variable", at, Texts.of("a NoKvVariableExpression is all that the node gets: its other parameters are lost"),
                        Texts.of("leave the others out, or this one"));
            }
        }
    }

    /** The entry of {@code inputs.variables} that a parameter's {@code referenceVariable} speaks of. */
    static Map<String, Object> input(Map<?, ?> reference) {
        Map<String, Object> input = new LinkedHashMap<>();
        reference.forEach((key, value) -> input.put(String.valueOf(key), value));
        input.putIfAbsent("artifactType", "Variable");
        input.putIfAbsent("scope", "NodeContext");
        input.putIfAbsent("type", "NodeOutput");
        input.putIfAbsent("value", "${outputs}");
        return input;
    }
}
