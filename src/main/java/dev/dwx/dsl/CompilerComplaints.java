package dev.dwx.dsl;

import dev.dwx.dsl.check.Finding;
import dev.dwx.dsl.check.Severity;
import dev.dwx.texts.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** All that the compiler says of a piece, in words that say what to do where that can be told. */
final class CompilerComplaints {
    private CompilerComplaints() {
    }

    /**
     * Every complaint: those with a place first, in the order of the lines.
     *
     * @param words tells any other error
     */
    static List<Finding> of(CompilationFailedException error, Source piece, Function<Throwable, String> words) {
        List<Finding> placed = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        if (error instanceof MultipleCompilationErrorsException many) {
            for (Message message : many.getErrorCollector().getErrors()) {
                if (message instanceof SyntaxErrorMessage syntax) {
                    placed.add(placed(syntax.getCause(), piece));
                } else if (message instanceof ExceptionMessage exception) {
                    others.add(finding(0, 0, words.apply(exception.getCause())));
                } else {
                    StringWriter text = new StringWriter();
                    message.write(new PrintWriter(text, true));
                    others.add(finding(0, 0, text.toString().strip()));
                }
            }
        } else {
            others.add(finding(0, 0, firstLine(error)));
        }
        placed.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        Finding open = LeftOpen.in(piece.text());
        if (open != null && placed.stream().anyMatch(one -> one.line() >= open.line())) {
            // What follows is read as a part of what is open, and nothing said of it helps.
            placed.removeIf(one -> one.line() >= open.line());
            placed.add(open);
        }
        placed.addAll(others);
        return placed;
    }

    private static Finding placed(SyntaxException complaint, Source piece) {
        String hint = SyntaxHint.of(piece.line(complaint.getStartLine()), complaint.getStartColumn(), complaint.getOriginalMessage());
        return finding(Math.max(complaint.getStartLine(), 0), Math.max(complaint.getStartColumn(), 0),
                hint != null ? hint : plain(complaint.getOriginalMessage()));
    }

    private static Finding finding(int line, int column, String message) {
        return new Finding(Severity.ERROR, line, column, message, null, true);
    }

    /** The compiler names the invisible class of a cell in some complaints. */
    private static String plain(String message) {
        String text = message == null ? Texts.of("cannot be understood") : message.strip();
        return text.replace(SessionLoader.CELL + "$", "").replace(SessionLoader.CELL, Texts.of("the script"));
    }

    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        if (message == null || message.isBlank()) {
            return error.getClass().getSimpleName();
        }
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
