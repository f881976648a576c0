package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.check.Finding;
import dev.dwx.dsl.flow.NoSuchField;
import dev.dwx.dsl.slips.Slip;
import dev.dwx.dsl.slips.Slips;
import dev.dwx.dsl.waiting.WaitException;
import dev.dwx.flowspec.build.SpecFault;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.runtime.metaclass.MethodSelectionException;
import org.codehaus.groovy.runtime.powerassert.PowerAssertionError;

/** Makes of any error what a user can use: what happened in their words, and the place in their source. */
final class Failures {
    private static final int DEEPEST = 20;

    private final Sources sources;
    private final Session session;

    Failures(Sources sources, Session session) {
        this.sources = sources;
        this.session = session;
    }

    /** Every complaint of the compiler; the place is the first one's. */
    ScriptFailure ofCompiler(CompilationFailedException error, Source piece) {
        List<Finding> complaints = complaints(error, piece);
        StringBuilder message = new StringBuilder();
        for (Finding complaint : complaints) {
            message.append(message.length() == 0 ? "" : "\n");
            if (complaints.size() > 1 && complaint.line() > 0) {
                message.append(Texts.of("line {0}: ", complaint.line()));
            }
            message.append(complaint.message());
        }
        Finding first = complaints.get(0);
        ScriptFailure other = ofOtherLanguage(piece, error);
        if (other != null) {
            return other;
        }
        Slip slip = slip(piece, first.line());
        if (slip != null) {
            return new ScriptFailure(slip.message(), piece.name(), first.line(), slip.column(), piece.line(first.line()), error);
        }
        return new ScriptFailure(message.toString(), piece.name(), first.line(), first.column(), piece.line(first.line()), error);
    }

    /** What those type who come from elsewhere; {@code null} when the line is nothing of that kind. */
    private Slip slip(Source piece, int number) {
        String line = piece.line(number);
        return line == null ? null : new Slips(this::operation).of(line, piece.text().strip().indexOf('\n') < 0);
    }

    /** A piece of several lines that is of another language from the first one on; {@code null} when it is not. */
    private static ScriptFailure ofOtherLanguage(Source piece, Throwable error) {
        String told = Slips.ofLines(piece.text());
        if (told == null) {
            return null;
        }
        int number = 1;
        while (piece.line(number).isBlank()) {
            number++;
        }
        String line = piece.line(number);
        return new ScriptFailure(told, piece.name(), number, line.indexOf(line.strip()) + 1, line, error);
    }

    /** The operation of a name in any case of its letters, or {@code null}. */
    private String operation(String name) {
        boolean known = session.known(ApiCatalog.V2024, name).isPresent() || session.known(ApiCatalog.V2020, name).isPresent();
        return known ? name : session.names().wrongCase(name);
    }

    /** Whether an error may come from words of another language, and not from what a call or a value is about. */
    private static boolean isAboutWords(Throwable error) {
        return error instanceof MissingMethodException || error instanceof MissingPropertyException && !(error instanceof NoSuchFieldInAnswer)
                && !(error instanceof NoSuchField) || error instanceof MethodSelectionException
                || error instanceof ApiException call && ("dwx.UnknownOperation".equals(call.code()) || "dwx.BadArguments".equals(call.code()));
    }

    List<Finding> complaints(CompilationFailedException error, Source piece) {
        return CompilerComplaints.of(error, piece, this::words);
    }

    /** What a look at the whole script has found: the first error, with the others behind it. */
    static ScriptFailure ofCheck(List<Finding> errors, Source piece) {
        ScriptFailure first = null;
        for (Finding error : errors) {
            ScriptFailure failure = new ScriptFailure(error.message(), piece.name(), error.line(), error.column(),
                    piece.line(error.line()), error.refusal());
            if (first == null) {
                first = failure;
            } else {
                first.addSuppressed(failure);
            }
        }
        return first;
    }

    ScriptFailure of(Throwable thrown, Source piece) {
        Throwable error = unwrapped(thrown);
        if (error instanceof ScriptFailure failure) {
            return failure;
        }
        if (error instanceof CompilationFailedException compile) {
            return ofCompiler(compile, piece);
        }
        for (Throwable cause = error; cause != null; cause = next(cause)) {
            StackTraceElement frame = userFrame(cause);
            if (frame != null) {
                Source source = sources.find(frame.getFileName());
                String line = source.line(frame.getLineNumber());
                ScriptFailure other = isAboutWords(error) ? ofOtherLanguage(source, error) : null;
                if (other != null) {
                    return other;
                }
                Slip slip = isAboutWords(error) ? slip(source, frame.getLineNumber()) : null;
                if (slip != null) {
                    return new ScriptFailure(slip.message(), source.name(), frame.getLineNumber(), slip.column(), line, error);
                }
                ScriptFailure failure = new ScriptFailure(words(error) + dollarTrap(error, line), source.name(),
                        Math.max(frame.getLineNumber(), 0), column(line, error), line, error);
                // What else is wrong with the same document has a place of its own.
                for (Throwable further : error instanceof SpecFault ? error.getSuppressed() : new Throwable[0]) {
                    failure.addSuppressed(of(further, piece));
                }
                return failure;
            }
        }
        return new ScriptFailure(words(error), piece.name(), 0, 0, null, error);
    }

    /** {@code "${bizdate}"} is filled in by Groovy before the service's scheduler could ever see it. */
    private static String dollarTrap(Throwable error, String line) {
        String name = error instanceof MissingPropertyException missing ? missing.getProperty()
                : error instanceof SpecFault fault ? fault.subject() : null;
        if (name == null || line == null) {
            return "";
        }
        boolean trap = line.contains("${" + name) || line.contains("$" + name);
        return trap ? Texts.of("\nIn double quotes ${{0}} is filled in here; '${{0}}' in single quotes goes to the service as it is.",
                name) : "";
    }

    private StackTraceElement userFrame(Throwable error) {
        for (StackTraceElement frame : error.getStackTrace()) {
            // Generated parts of a class have no line.
            if (frame.getLineNumber() > 0 && sources.find(frame.getFileName()) != null) {
                return frame;
            }
        }
        return null;
    }

    /** Where on its line an error is: at the name that it is about, else where the line begins. */
    private static int column(String line, Throwable error) {
        if (line == null) {
            return 0;
        }
        int argument = error instanceof ApiException refused && "dwx.BadArguments".equals(refused.code()) ? argument(line, refused) : -1;
        if (argument >= 0) {
            return argument + 1;
        }
        String name = error instanceof ApiException api ? api.operation()
                : error instanceof NotConfirmedException asked && asked.request() != null ? asked.request().operation()
                : error instanceof SpecFault fault ? fault.subject()
                : error instanceof MissingMethodException method ? method.getMethod()
                : error instanceof MissingPropertyException property ? property.getProperty() : null;
        int at = name == null ? -1 : word(line, name);
        if (at < 0) {
            at = 0;
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
                at++;
            }
        }
        return at + 1;
    }

    /** Where a name stands as a word of its own, and not within a longer one; -1 when it is not on the line. */
    private static int word(String line, String name) {
        int at = line.indexOf(name);
        while (at > 0 && Character.isJavaIdentifierPart(line.charAt(at - 1))
                || at >= 0 && at + name.length() < line.length() && Character.isJavaIdentifierPart(line.charAt(at + name.length()))) {
            at = line.indexOf(name, at + 1);
        }
        return at;
    }

    /** Where the first argument stands that a refusal names; -1 when it is not on the line. */
    private static int argument(String line, ApiException refused) {
        String said = refused.serviceMessage();
        for (int i = 0; said != null && i < line.length(); i++) {
            if (!Character.isJavaIdentifierStart(line.charAt(i)) || i > 0 && Character.isJavaIdentifierPart(line.charAt(i - 1))) {
                continue;
            }
            int end = i;
            while (end < line.length() && Character.isJavaIdentifierPart(line.charAt(end))) {
                end++;
            }
            int colon = end;
            while (colon < line.length() && line.charAt(colon) == ' ') {
                colon++;
            }
            String word = line.substring(i, end);
            if (colon < line.length() && line.charAt(colon) == ':' && (" " + said + " ").matches("(?s).*[\\s(，；：。（]" + Pattern.quote(word) + "[\\s;:,.\\[)，；：。、）].*")) {
                return i;
            }
            i = end;
        }
        return -1;
    }

    private String words(Throwable error) {
        String message = error.getMessage();
        if (error instanceof ApiException || error instanceof NotConfirmedException || error instanceof UnknownName
                || error instanceof NoSuchFieldInAnswer || error instanceof NoSuchField || error instanceof WaitException) {
            return Redactor.text(message);
        }
        if (Interruption.isInterruption(error)) {
            return "Interrupted.";
        }
        if (error instanceof PowerAssertionError) {
            return Texts.of("Assertion failed:\n{0}", FailureTrace.assertion(message));
        }
        if (error instanceof MissingMethodException missing) {
            return missingMethod(missing);
        }
        if (error instanceof MissingPropertyException missing) {
            return Texts.of("There is no {0} in {1}.", missing.getProperty(), typeWithArticle(missing.getType()));
        }
        if (error instanceof MethodSelectionException) {
            String verb = message == null ? "" : message.replaceAll("(?s)^Could not find which method (\\w+)\\(.*", "$1");
            if (Verbs.names().contains(verb)) {
                return Texts.of("{0} does not take that. It is written so: {1}", verb, Verbs.example(verb));
            }
        }
        if (error instanceof StackOverflowError) {
            return Texts.of("The calls nest too deep: a method or closure seems to call itself without an end.");
        }
        if (error instanceof IllegalMonitorStateException) {
            return Texts.of("wait and notify are Java's own words for locks. To pause: sleep 5000 (milliseconds). To wait for something of DataWorks: waitFor.");
        }
        if (error instanceof OutOfMemoryError) {
            return Texts.of("Out of memory: {0}", message);
        }
        if (error instanceof UnsupportedOperationException && message == null) {
            return Texts.of("This list or map cannot be changed: answers are as they came. list.toList() or new LinkedHashMap(map) makes"
                    + " one of your own.");
        }
        String missing = error instanceof NullPointerException ? ofNull(message) : null;
        if (missing != null) {
            return missing;
        }
        String kind = error.getClass().getSimpleName();
        boolean plain = error instanceof IllegalArgumentException && message != null
                || error.getClass() == RuntimeException.class && message != null;
        return Redactor.text(plain ? message : message == null || message.isBlank() ? kind : kind + ": " + message);
    }

    /** Groovy's {@code Cannot get property 'Id' on null object} in words that say what to do, or {@code null}. */
    private static String ofNull(String message) {
        if (message == null || !message.endsWith(" on null object")) {
            return null;
        }
        int from = message.indexOf('\'');
        int to = message.lastIndexOf('\'');
        String asked = from >= 0 && to > from ? message.substring(from + 1, to)
                : message.substring(0, message.length() - " on null object".length()).replace("Cannot invoke method ", "");
        return Texts.of("Nothing (null) has no {0}: what stands before it was not there, or not yet set. Write ?. instead of . where"
                + " that may be so.", asked);
    }

    private String missingMethod(MissingMethodException missing) {
        StringBuilder types = new StringBuilder();
        Object[] arguments = missing.getArguments();
        for (Object argument : arguments == null ? new Object[0] : arguments) {
            types.append(types.length() == 0 ? "" : ", ").append(argument == null ? "null" : typeName(argument.getClass()));
        }
        Class<?> type = missing.getType();
        boolean script = type != null && DwxScript.class.isAssignableFrom(type);
        List<String> near = script ? UnknownName.near(missing.getMethod(), List.of(), session) : List.of();
        if (script && near.isEmpty()) {
            return Texts.of("There is no {0}({1}): no operation, no verb of dwx and no method of yours is called so. At the prompt, :find {0} searches.",
                    missing.getMethod(), types);
        }
        if (Verbs.names().contains(missing.getMethod())) {
            return Texts.of("{0} does not take that. It is written so: {1}", missing.getMethod(), Verbs.example(missing.getMethod()));
        }
        return Texts.of("There is no {0}({1}){2}.{3}", missing.getMethod(), types,
                script ? "" : Texts.of(" in {0}", typeWithArticle(type)),
                near.isEmpty() || near.contains(missing.getMethod()) ? "" : Texts.of(" Did you mean {0}?", String.join(Texts.of(" or "), near)));
    }

    private static String typeWithArticle(Class<?> type) {
        String name = typeName(type);
        return "AEIOU".indexOf(name.charAt(0)) >= 0 ? Texts.of("an {0}", name) : Texts.of("a {0}", name);
    }

    private static String typeName(Class<?> type) {
        if (type == null) {
            return "null";
        }
        if (DwxScript.class.isAssignableFrom(type)) {
            return "script";
        }
        if (groovy.lang.Closure.class.isAssignableFrom(type)) {
            return "Closure";
        }
        return type == AnswerMap.class ? "Map" : type == AnswerList.class ? "List" : type.getSimpleName();
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable error = thrown;
        for (int depth = 0; depth < DEEPEST && error.getCause() != null
                && (error instanceof InvokerInvocationException || error instanceof InvocationTargetException
                || error instanceof UndeclaredThrowableException || error instanceof ExceptionInInitializerError);
                depth++) {
            error = error.getCause();
        }
        return error;
    }

    private static Throwable next(Throwable error) {
        return error.getCause() == error ? null : error.getCause();
    }
}
