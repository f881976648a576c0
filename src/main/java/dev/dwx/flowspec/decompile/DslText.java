package dev.dwx.flowspec.decompile;

import java.util.ArrayList;
import java.util.List;

/** Writes statements as a person would: no parentheses where none are needed, short blocks on one line. */
final class DslText {
    private static final int WIDTH = 120;
    private static final int MOST_ON_A_LINE = 3;

    private final GroovyValue values = new GroovyValue(WIDTH);

    /** Lines of the language, each with its line end. */
    String of(List<Statement> statements) {
        StringBuilder out = new StringBuilder();
        for (Statement statement : statements) {
            out.append(of(statement, 0)).append('\n');
        }
        return out.toString();
    }

    private String of(Statement statement, int indent) {
        boolean block = statement.block() != null;
        List<String> given = given(statement, indent);
        String head;
        if (given.isEmpty()) {
            head = statement.word() + (block ? "" : "()");
        } else if (block || needsParentheses(given.get(0))) {
            head = statement.word() + "(" + joined(given, statement.word().length() + 1, indent) + ")";
        } else {
            head = statement.word() + " " + joined(given, statement.word().length() + 1, indent);
        }
        return block ? head + " " + block(statement.block(), head, indent) : head;
    }

    private List<String> given(Statement statement, int indent) {
        List<String> given = new ArrayList<>();
        statement.arguments().forEach(value -> given.add(values.of(value, indent)));
        statement.named().forEach((name, value) -> given.add(GroovyValue.key(name) + ": " + values.of(value, indent)));
        return given;
    }

    private static String joined(List<String> given, int before, int indent) {
        StringBuilder out = new StringBuilder();
        int column = indent + before;
        for (int i = 0; i < given.size(); i++) {
            String one = given.get(i);
            int first = one.indexOf('\n') < 0 ? one.length() : one.indexOf('\n');
            if (i > 0) {
                boolean wrap = column + first + 2 > WIDTH;
                out.append(wrap ? ",\n" + " ".repeat(indent + 8) : ", ");
                column = wrap ? indent + 8 : column + 2;
            }
            out.append(one);
            column = one.indexOf('\n') < 0 ? column + one.length() : one.length() - one.lastIndexOf('\n');
        }
        return out.toString();
    }

    /** Without them it would be an index, a subtraction, or a block. */
    private static boolean needsParentheses(String first) {
        char c = first.charAt(0);
        return c == '[' || c == '-' || c == '+' || c == '(' || c == '{';
    }

    private String block(List<Statement> statements, String head, int indent) {
        if (statements.isEmpty()) {
            return "{ }";
        }
        List<String> lines = new ArrayList<>();
        int length = indent + head.length() - head.lastIndexOf('\n') + 4;
        boolean flat = statements.size() <= MOST_ON_A_LINE;
        for (Statement statement : statements) {
            String line = of(statement, indent + 4);
            lines.add(line);
            length += line.length() + 2;
            flat &= line.indexOf('\n') < 0 && statement.block() == null;
        }
        if (flat && length <= WIDTH) {
            return "{ " + String.join("; ", lines) + " }";
        }
        String lead = "\n" + " ".repeat(indent + 4);
        return "{" + lead + String.join(lead, lines) + "\n" + " ".repeat(indent) + "}";
    }
}
