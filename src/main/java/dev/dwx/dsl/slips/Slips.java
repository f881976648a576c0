package dev.dwx.dsl.slips;

import dev.dwx.texts.Texts;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a line that failed for what is known to be typed by those who are new here. Nothing is loaded before a line fails. */
public final class Slips {
    private static final Set<String> SHELL = Set.of("ls", "ll", "cd", "pwd", "cat", "grep", "vi", "vim", "nano", "rm", "cp", "mv", "echo", "mkdir", "curl",
            "wget", "git", "python", "python3", "pip", "ssh", "sudo", "export", "odpscmd", "tail", "head", "less", "source", "sh", "bash", "which");
    private static final Set<String> LEAVE = Set.of("exit", "quit", "bye", "logout", "q");
    private static final Pattern PROMPT = Pattern.compile("((?:\\[[^\\]]*\\] )?dwx(?: \\([^)]*\\))*>|>>>|\\$|>|#|%)\\s+(\\S.*)");
    private static final Pattern COMMAND = Pattern.compile("(:[a-z]+)(?:\\s.*)?");
    private static final Pattern PAGE = Pattern.compile("(?:help|man|info)\\s*\\(?\\s*['\"]?([A-Za-z]\\w*)['\"]?\\s*\\)?\\s*;?");
    private static final Pattern LEAVING = Pattern.compile("(\\w+)\\s*\\(\\s*\\)\\s*;?");
    private static final Pattern PYTHON_FOR = Pattern.compile("for\\s+(\\w+)\\s+in\\s+(.+?)\\s*:\\s*(.*)");
    private static final Pattern PYTHON_IMPORT = Pattern.compile("from\\s+[\\w.]+\\s+import\\b.*|import\\s+(?:json|os|sys|re|requests|datetime|pandas)\\b.*");
    private static final Pattern PYTHON_DEF = Pattern.compile("def\\s+(\\w+)\\s*\\(([^)]*)\\)\\s*(?:->[^:]*)?:.*");
    private static final Pattern PYTHON_IF = Pattern.compile("(if|while)\\s+(.+?)\\s*:\\s*(.*)");
    private static final Pattern PYTHON_VALUE = Pattern.compile("(?<![\\w'\".])(True|False|None)(?![\\w'\"])");
    private static final Pattern ASSIGNED = Pattern.compile("\\bif\\s*\\([^=!<>]*[^=!<>](=)[^=~].*");
    private static final Pattern CARD = Pattern.compile("\\b([A-Z]\\w*)\\[");
    private static final Pattern VERB_CALL = Pattern.compile("\\b(yesterday|today)\\(\\)");
    private static final Pattern CONSOLE = Pattern.compile("(?:console\\.log|System\\.out\\.printf?|puts|fmt\\.Println)\\b.*");

    private final Function<String, String> operation;

    /** @param operation the operation that a name means, in any case of its letters; {@code null} for none */
    public Slips(Function<String, String> operation) {
        this.operation = operation;
    }

    /**
     * What is most likely wrong.
     *
     * @param line the line that failed
     * @param whole whether it is all that was typed, so that it may be another language
     * @return {@code null} when nothing is known
     */
    public Slip of(String line, boolean whole) {
        Slip slip = Punctuation.of(line);
        if (slip != null) {
            return slip;
        }
        String text = line.strip();
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            return new Slip(line.indexOf(text) + 1,
                    Texts.of("{0} is a command of the prompt, on a line of its own there. A script has the words of the language; dwx help verbs lists them.", command.group(1)));
        }
        String message = whole ? ofWhole(text) : null;
        return message != null ? new Slip(line.indexOf(text) + 1, message) : ofPart(line);
    }

    /** What a text of several lines is, where it is of another language as a whole; {@code null} otherwise. */
    public static String ofLines(String text) {
        String whole = text.strip();
        return whole.indexOf('\n') < 0 ? null : Sql.of(whole.replace("\r", ""));
    }

    private String ofWhole(String text) {
        Matcher prompt = PROMPT.matcher(text);
        if (prompt.matches()) {
            return Texts.of("{0} is a prompt's own text, copied with the line. Type: {1}", prompt.group(1), prompt.group(2));
        }
        String call = new ForeignCall(operation).of(text);
        if (call != null) {
            return call;
        }
        String pipe = ShellPipe.of(text);
        if (pipe != null) {
            return pipe;
        }
        Matcher page = PAGE.matcher(text);
        if (page.matches()) {
            String name = operation.apply(page.group(1));
            return Texts.of("Help is a command of the prompt: :help {0}", name == null ? page.group(1) : name);
        }
        Matcher leaving = LEAVING.matcher(text);
        if (leaving.matches() && LEAVE.contains(leaving.group(1)) || LEAVE.contains(text)) {
            return Texts.of("To leave, type :quit or press Ctrl-D.");
        }
        String sql = Sql.of(text);
        if (sql != null) {
            return sql;
        }
        if (CONSOLE.matcher(text).matches()) {
            return Texts.of("To print something: println 'text'. At the prompt a value is shown by itself.");
        }
        String python = ofPython(text);
        if (python != null) {
            return python;
        }
        String word = firstWord(text);
        if (word.equals("dwx")) {
            return Texts.of("You are in dwx already. Options belong behind dwx in a shell; leave with :quit to go there.");
        }
        if (SHELL.contains(word) && !text.startsWith(word + "(") && !text.startsWith(word + " =") && !text.startsWith(word + ".")) {
            return Texts.of("{0} is for a shell. With ! before it, the shell runs it: !{1}", word, text);
        }
        return ofWords(text);
    }

    private static String ofPython(String text) {
        Matcher loop = PYTHON_FOR.matcher(text);
        if (loop.matches()) {
            return Texts.of("The language is Groovy, not Python. A loop is written so: {0}", "for (" + loop.group(1) + " in " + loop.group(2) + ") { "
                    + (loop.group(3).isEmpty() ? "…" : loop.group(3).replaceFirst("^print\\(", "println(")) + " }");
        }
        if (PYTHON_IMPORT.matcher(text).matches()) {
            return Texts.of("The language is Groovy, not Python, and nothing has to be imported: operations are calls, and answers are read JSON. Try: ListProjects()");
        }
        Matcher method = PYTHON_DEF.matcher(text);
        if (method.matches()) {
            return Texts.of("The language is Groovy, not Python. A method is written so: {0}", "def " + method.group(1) + "(" + method.group(2) + ") { … }");
        }
        Matcher condition = PYTHON_IF.matcher(text);
        return condition.matches() && !condition.group(2).contains("{")
                ? Texts.of("The language is Groovy, not Python. A condition is written so: {0}",
                        condition.group(1) + " (" + condition.group(2) + ") { " + (condition.group(3).isEmpty() ? "…" : condition.group(3)) + " }") : null;
    }

    /** Plain words: perhaps an operation's name in pieces. */
    private String ofWords(String text) {
        if (!text.matches("[a-z]{2,}(?: [A-Za-z]{2,}){1,4}[?!.]?") || !text.matches("(?:list|show|get|find|search|create|make|new|delete|remove|update|change|run|start|stop"
                + "|describe|deploy|publish|what|which|how|give|print|display) .*")) {
            return null;
        }
        String name = operation.apply(text.replaceAll("\\W", ""));
        return name != null ? Texts.of("Names of operations are one word. Perhaps: {0}()", name)
                : Texts.of("To look for operations by words: :apis {0}", text.replaceAll("[?!.]$", "").replaceFirst("^(?:find|search)(?: for)? ", ""));
    }

    private Slip ofPart(String line) {
        Matcher value = PYTHON_VALUE.matcher(line);
        if (value.find()) {
            String right = value.group(1).equals("None") ? "null" : value.group(1).toLowerCase(java.util.Locale.ROOT);
            return new Slip(value.start() + 1, Texts.of("{0} is Python; here it is {1}.", value.group(1), right));
        }
        Matcher assigned = ASSIGNED.matcher(line);
        if (assigned.find()) {
            return new Slip(assigned.start(1) + 1, Texts.of("= gives a name to a value. To compare, write =="));
        }
        Matcher card = CARD.matcher(line);
        if (card.find() && card.group(1).equals(operation.apply(card.group(1)))) {
            return new Slip(card.start(1) + 1, Texts.of("{0} alone is the operation itself. To call it and take one of the answer: {0}()[…]", card.group(1)));
        }
        Matcher verb = VERB_CALL.matcher(line);
        if (verb.find()) {
            return new Slip(verb.start() + 1, Texts.of("{0} is a value and has no parentheses: {0}", verb.group(1)));
        }
        Slip json = Json.of(line);
        return json != null ? json : null;
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '(') {
            end++;
        }
        return text.substring(0, end);
    }
}
