package dev.dwx.script;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** The places of a text that does not compile. */
final class CompileErrors {
    /** One error: line and column from 1, message without the place. */
    record Place(int line, int column, String message) {
    }

    private CompileErrors() {
    }

    /** Every error that the compiler found; none when the cause is something else. */
    static List<Place> in(Throwable cause) {
        List<Place> places = new ArrayList<>();
        // By name first: the prompt and the command line format errors before Groovy is loaded.
        if (cause == null || !cause.getClass().getName().startsWith("org.codehaus.groovy.control.")) {
            return places;
        }
        if (cause instanceof MultipleCompilationErrorsException several) {
            for (Message message : several.getErrorCollector().getErrors()) {
                if (message instanceof SyntaxErrorMessage syntax) {
                    var error = syntax.getCause();
                    places.add(new Place(error.getStartLine(), error.getStartColumn(), error.getOriginalMessage()));
                }
            }
        }
        return places;
    }
}
