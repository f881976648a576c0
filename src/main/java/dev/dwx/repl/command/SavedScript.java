package dev.dwx.repl.command;

import dev.dwx.dsl.SourceScan;
import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.safety.Redactor;
import java.util.List;
import java.util.Locale;

/**
 * A session as a script that can be run again: what worked, in its order. A call that was confirmed at the prompt stands in a
 * {@code confirm} block with the reason that it was; a secret is asked of the environment, and its absence ends the script.
 */
final class SavedScript {
    private static final String SECRET = """
            /** Secrets are not kept in files: they come from the environment. */
            def secret(String variable) {
                def value = System.getenv(variable)
                if (!value) {
                    throw new IllegalStateException("$variable is not set: export it and run this again")
                }
                return value
            }

            """;

    private final String header;
    private final String opening;
    private final List<SessionRecord.Entry> entries;
    private boolean secrets;

    /**
     * @param header lines of a comment, without slashes
     * @param opening puts a fresh session where this one began; may be empty
     */
    SavedScript(String header, String opening, List<SessionRecord.Entry> entries) {
        this.header = header;
        this.opening = opening;
        this.entries = entries;
    }

    /** Whether the input belongs into a script: to look at something until a key is pressed is for a person at a window. */
    static boolean belongs(SessionRecord.Entry entry) {
        String source = entry.source().strip();
        boolean ends = source.contains("times:") || source.contains("until:");
        return !begins(source, "browse") && (!begins(source, "watch") || ends);
    }

    private static boolean begins(String source, String word) {
        return source.startsWith(word) && (source.length() == word.length() || " ({".indexOf(source.charAt(word.length())) >= 0);
    }

    String text() {
        StringBuilder body = new StringBuilder();
        if (!opening.isEmpty()) {
            body.append(opening).append("\n\n");
        }
        for (SavedValues.Line line : new SavedValues(entries).lines()) {
            String source = withoutSecrets(line.source().strip());
            String reason = line.entry().confirmed();
            if (!line.whole()) {
                body.append("// a value of the prompt that this script does not make: ").append(source.replace("\n", "\n// ")).append('\n');
            } else {
                body.append(reason == null ? source : confirmed(source, reason)).append('\n');
                body.append(line.naming()).append(line.naming().isEmpty() ? "" : "\n");
            }
        }
        StringBuilder text = new StringBuilder();
        for (String line : header.split("\n")) {
            text.append("// ").append(line).append('\n');
        }
        return text.append('\n').append(secrets ? SECRET : "").append(body).toString();
    }

    private static String confirmed(String source, String what) {
        String reason = "confirm(" + GroovyText.quoted(what.replace('\n', ' ')) + ") {\n    ";
        int equals = source.indexOf('=');
        String left = equals < 0 ? "" : source.substring(0, equals).strip();
        boolean declares = left.indexOf(' ') > 0 && !left.contains("\n") && !left.contains("(") && !left.contains("{")
                && Character.isLetter(left.charAt(0)) && !source.startsWith("==", equals);
        // A variable that is declared inside a block ends with it.
        return declares ? source.substring(0, equals) + "= " + reason + indented(source.substring(equals + 1).strip()) + "\n}"
                : reason + indented(source) + "\n}";
    }

    private static String indented(String source) {
        return source.contains("'''") || source.contains("\"\"\"") ? source : source.replace("\n", "\n    ");
    }

    /** Puts {@code secret('DWX_…')} where a secret was masked; a mask that stands in no text makes the input a comment. */
    private String withoutSecrets(String source) {
        String text = source;
        int at = text.indexOf(Redactor.MASK);
        while (at >= 0) {
            secrets = true;
            SourceScan.Open open = SourceScan.of(text.substring(0, at)).innermost();
            String quote = open == null || !open.isQuote() || open.mark().contains("/") ? null : open.mark();
            if (quote == null) {
                return "// a secret stood here, write it anew: " + source.replace("\n", "\n// ");
            }
            String name = "secret('" + variable(text, open.position()) + "')";
            int end = at + Redactor.MASK.length();
            boolean whole = open.position() + quote.length() == at && text.startsWith(quote, end);
            String put = whole ? name : quote + " + " + name + " + " + quote;
            String before = text.substring(0, whole ? open.position() : at) + put;
            text = before + text.substring(whole ? end + quote.length() : end);
            at = text.indexOf(Redactor.MASK, before.length());
        }
        return text;
    }

    /** {@code DWX_PASSWORD} for {@code Password: '…'} and {@code password = '…'}. */
    private static String variable(String text, int quote) {
        int end = quote;
        while (end > 0 && " :=(\"'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Character.isJavaIdentifierPart(text.charAt(begin - 1))) {
            begin--;
        }
        StringBuilder name = new StringBuilder("DWX");
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            boolean word = i == begin || Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            name.append(word ? "_" : "").append(c);
        }
        return begin == end ? "DWX_SECRET" : name.toString().toUpperCase(Locale.ROOT);
    }
}
