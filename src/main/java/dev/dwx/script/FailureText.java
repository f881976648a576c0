package dev.dwx.script;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.FailureTrace;
import dev.dwx.dsl.ScriptFailure;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.ShownLine;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * What a user reads of an error:
 *
 * <pre>
 * nightly.dwx: line 3, column 5
 *   x = ListNods(PageSize: 10)
 *       ^
 * There is no operation ListNods. Perhaps ListNodes?
 * </pre>
 *
 * A failed call keeps its whole message; a compile error may have several places. With {@code stacktrace}, the trace
 * of the original error follows.
 */
public final class FailureText {
    private final boolean stacktrace;

    public FailureText(boolean stacktrace) {
        this.stacktrace = stacktrace;
    }

    /** The text of an error, several lines, none at the end. */
    public String of(Throwable failure) {
        return of(failure, null);
    }

    /**
     * The text of an error.
     *
     * @param source the text that was run, to show lines that the error itself does not carry; or {@code null}
     */
    public String of(Throwable failure, String source) {
        List<String> blocks = new ArrayList<>();
        if (failure instanceof ScriptFailure script) {
            places(script, source, blocks);
        } else {
            blocks.add(message(failure));
        }
        if (stacktrace) {
            blocks.add(FailureTrace.of(failure).replace("\t", "    "));
        }
        return VisibleText.lines(String.join("\n", blocks), Look.PLAIN);
    }

    private static void places(ScriptFailure script, String source, List<String> blocks) {
        List<CompileErrors.Place> compileErrors = CompileErrors.in(script.getCause());
        if (compileErrors.size() < 2) {
            blocks.add(block(script.source(), script.line(), script.column(), line(script, source), message(script)));
        } else {
            for (CompileErrors.Place place : compileErrors) {
                // Masked before it is cut: what is left of a line may lack the name that tells a secret.
                ShownLine shown = ShownLine.of(line(source, place.line()), place.column());
                boolean own = place.line() == script.line() && script.sourceLine() != null && shown.text() == null;
                blocks.add(block(script.source(), place.line(), shown.column(), own ? script.sourceLine() : shown.text(),
                        Redactor.text(place.message())));
            }
        }
        for (Throwable further : script.getSuppressed()) {
            if (further instanceof ScriptFailure other) {
                places(other, source, blocks);
            }
        }
    }

    private static String line(ScriptFailure script, String source) {
        return script.sourceLine() != null ? script.sourceLine() : Redactor.text(line(source, script.line()));
    }

    private static String line(String source, int number) {
        if (source == null || number <= 0) {
            return null;
        }
        String[] lines = source.split("\r?\n", -1);
        return number <= lines.length ? lines[number - 1] : null;
    }

    private static String block(String name, int line, int column, String text, String message) {
        StringBuilder block = new StringBuilder();
        if (name != null && line > 0) {
            block.append(column > 0 ? Texts.of("{0}: line {1}, column {2}", name, line, column) : Texts.of("{0}: line {1}", name, line))
                    .append('\n');
        } else if (name != null) {
            block.append(name).append('\n');
        }
        if (text != null && !text.isBlank()) {
            CaretLine.append(block, text.stripTrailing(), column);
        }
        return block.append(message).toString();
    }

    private static String message(Throwable failure) {
        Throwable call = failure;
        while (call != null && !(call instanceof ApiException)) {
            call = call.getCause();
        }
        String own = failure.getMessage();
        if (call != null && (own == null || own.isBlank() || call.getMessage().startsWith(own))) {
            return call.getMessage();
        }
        boolean nameless = own == null || own.isBlank();
        return nameless ? failure.getClass().getSimpleName() : own.strip();
    }
}
