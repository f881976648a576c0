package dev.dwx.repl.command;

import dev.dwx.client.steady.Seconds;
import dev.dwx.dsl.Checked;
import dev.dwx.dsl.UnknownName;
import dev.dwx.dsl.check.Severity;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.repl.show.Shown;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The commands about the work of this session: keeping it, going on with it, looking at it. */
public final class WorkCommands {
    private static final String SAVE = "[--force] FILE";
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Desk desk;
    private final Supplier<LocalDate> today;
    private final LongSupplier nanos;

    /**
     * @param today the day as the user counts it, for the header of a saved session
     * @param nanos a clock that only goes forward
     */
    public WorkCommands(Desk desk, Supplier<LocalDate> today, LongSupplier nanos) {
        this.desk = desk;
        this.today = today;
        this.nanos = nanos;
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("vars", List.of("v"), Command.Argument.NONE, "", Texts.of("the variables, methods and classes of the session"),
                Texts.of("Variables with their types and values, without secrets; below them what inputs have defined. NAME? tells more of one."),
                argument -> variables()));
        rows.add(new Command("imports", List.of(), Command.Argument.NONE, "", Texts.of("the imports of the session"), "", argument -> imports()));
        rows.add(new Command("time", List.of("t"), Command.Argument.INPUT, "INPUT", Texts.of("runs an input and says how long it took"),
                Texts.of("The time on the wall; how much of it this input computed, and how much it waited: for answers, in pauses,\nfor workers of its own; and the calls that were made."), this::time));
        rows.add(new Command("save", List.of(), Command.Argument.FILE, SAVE, Texts.of("what worked in this session, as a script"),
                Texts.of("Inputs that failed are left out. A call that was confirmed stands in a confirm block; a secret is asked of the\n"
                        + "environment. --force writes over a file that is there."), this::save));
        rows.add(new Command("load", List.of("."), Command.Argument.FILE, "FILE", Texts.of("runs a script in this session"),
                Texts.of("What it declares stays; errors name the file and the line."), this::load));
        return rows;
    }

    private String variables() {
        StringBuilder text = new StringBuilder();
        int width = 4;
        Map<String, Object> variables = desk.language().variables();
        for (String name : variables.keySet()) {
            width = Math.max(width, Math.min(30, name.length()));
        }
        // The prompt's own come last: nobody is looking for them.
        for (boolean own : new boolean[] {false, true}) {
            for (Map.Entry<String, Object> variable : variables.entrySet()) {
                if (UnknownName.OF_THE_PROMPT.contains(variable.getKey()) == own) {
                    text.append(text.length() == 0 ? "" : "\n").append(line(variable.getKey(), variable.getValue(), width));
                }
            }
        }
        for (String definition : desk.language().definitions()) {
            text.append(text.length() == 0 ? "" : "\n").append(definition);
        }
        return text.length() == 0 ? Texts.of("There are no variables yet: nodes = ListNodes() makes one") : text.toString();
    }

    private String imports() {
        List<String> imports = desk.language().imports();
        return imports.isEmpty() ? Texts.of("There are no imports yet: import java.time.Duration makes one") : String.join("\n", imports);
    }

    private String line(String name, Object value, int width) {
        String type = type(value);
        Optional<String> secret = Optional.of(desk.redacted(name + " = 'x'")).filter(text -> !text.equals(name + " = 'x'"));
        String shown = secret.isPresent() ? Redactor.MASK : type.equals("Closure") ? "{ … }" : desk.redacted(Shown.line(value, desk.renderer()));
        return name + " ".repeat(Math.max(1, width + 2 - name.length())) + type + " ".repeat(Math.max(1, 14 - type.length())) + shown;
    }

    /** The name of a type as one would write it. */
    static String type(Object value) {
        if (value == null) {
            return "null";
        }
        Class<?> type = value.getClass();
        if (value instanceof groovy.lang.Closure) {
            return "Closure";
        }
        if (value instanceof Map) {
            return type.getName().startsWith("dev.dwx.") ? type.getSimpleName() : "Map";
        }
        if (value instanceof List) {
            return type.getName().startsWith("dev.dwx.") ? type.getSimpleName() : "List";
        }
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }

    private String time(String input) {
        Object before = calls();
        long begun = nanos.getAsLong();
        long busy = busy();
        Object value = desk.evaluate(input);
        // Rows of a lazy listing are fetched when they are shown, which is part of what is measured.
        String shown = value == null ? "" : desk.renderer().render(value) + "\n";
        long wall = nanos.getAsLong() - begun;
        long computed = Math.min(wall, busy() - busy);
        Object after = calls();
        long calls = before instanceof Number from && after instanceof Number to ? to.longValue() - from.longValue() : -1;
        desk.record().worked(desk.redacted(input));
        return shown + took(words(wall), words(computed), words(wall - computed), calls);
    }

    /** @param calls how many were made, or -1 when nobody counts */
    private static String took(String wall, String computed, String waited, long calls) {
        if (calls < 0) {
            return Texts.of("took {0}: {1} computing, {2} waiting", wall, computed, waited);
        }
        if (calls == 0) {
            return Texts.of("took {0}: {1} computing, {2} waiting, no call", wall, computed, waited);
        }
        return calls == 1 ? Texts.of("took {0}: {1} computing, {2} waiting, 1 call", wall, computed, waited)
                : Texts.of("took {0}: {1} computing, {2} waiting, {3} calls", wall, computed, waited, calls);
    }

    private Object calls() {
        return desk.evaluate("limits.today");
    }

    private static long busy() {
        java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }

    private static String words(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        if (time.toMinutes() > 0) {
            return Lapse.text(time);
        }
        return time.toSeconds() > 0 ? Seconds.text(time) : nanos / NANOS_PER_MILLI + " ms";
    }

    private String save(String argument) {
        GivenWords given = GivenWords.of(SAVE, argument);
        if (given.rest().isEmpty()) {
            return Texts.of("Where to? Type :save session.dwx");
        }
        List<SessionRecord.Entry> entries = desk.record().entries().stream().filter(SavedScript::belongs).toList();
        if (entries.isEmpty()) {
            return Texts.of("Nothing has worked yet, so there is nothing to save");
        }
        String name = given.rest().endsWith(".dwx") ? given.rest() : given.rest() + ".dwx";
        String header = Texts.of("What worked at the prompt of dwx on {0}. Run it with: dwx {1}", today.get(), name);
        if (desk.record().givenUp() > 0) {
            header += "\n" + Texts.of("The session was very long: its first {0} inputs are not kept any more", desk.record().givenUp());
        }
        String text = new SavedScript(header, desk.record().opening(), entries).text();
        OpenOption[] how = given.has("force")
                ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE}
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.writeString(TypedPath.of(name), text, how);
        } catch (FileAlreadyExistsException e) {
            return Texts.of("{0} is there already. Type :save --force {0} to write over it, or another name", name);
        } catch (NoSuchFileException e) {
            return Texts.of("{0} cannot be written: there is no directory {1}", name, TypedPath.of(name).toAbsolutePath().getParent());
        } catch (IOException | InvalidPathException e) {
            return Texts.of("{0} cannot be written: {1}", name, e.getMessage());
        }
        return told(name, entries.size(), desk.language().check(text, name), text.contains("secret('DWX_"));
    }

    private static String told(String name, int inputs, List<Checked> found, boolean secrets) {
        StringBuilder text = new StringBuilder(inputs == 1 ? Texts.of("{0}: 1 input that worked", name)
                : Texts.of("{0}: {1} inputs that worked", name, inputs));
        if (secrets) {
            text.append('\n').append(Texts.of("Secrets were left out: export the variables that secret('…') names before you run it"));
        }
        for (Checked one : found) {
            if (one.severity() == Severity.ERROR) {
                text.append('\n').append(one.source()).append(':').append(one.line()).append(':').append(one.column()).append(": ")
                        .append(one.message());
            }
        }
        return text.toString();
    }

    private String load(String name) {
        String text;
        try {
            text = Files.readString(TypedPath.of(name));
        } catch (NoSuchFileException e) {
            return Texts.of("There is no file {0}", name);
        } catch (IOException | InvalidPathException e) {
            return Texts.of("{0} cannot be read: {1}", name, e.getMessage());
        }
        Object value = desk.language().evaluate(text, name);
        desk.record().worked(desk.redacted(text));
        return value == null ? "" : desk.renderer().render(value);
    }
}
