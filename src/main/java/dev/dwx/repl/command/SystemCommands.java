package dev.dwx.repl.command;

import dev.dwx.flowspec.decompile.GroovyText;
import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The commands about what is around the prompt: the shell, the sandbox, the catalog, the installation. */
public final class SystemCommands {
    private static final String SANDBOX = "sandbox";

    private final Desk desk;
    private final String shell;
    private final Supplier<String> refresh;
    private final Supplier<String> doctor;

    /**
     * @param shell the program that runs commands
     * @param refresh reads the newest catalog and says what changed
     * @param doctor looks through everything; what it returns is printed besides what it has printed itself
     */
    public SystemCommands(Desk desk, String shell, Supplier<String> refresh, Supplier<String> doctor) {
        this.desk = desk;
        this.shell = shell;
        this.refresh = refresh;
        this.doctor = doctor;
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("sandbox", List.of(), Command.Argument.SANDBOX, "[WORDS]", Texts.of("how the sandbox stands; faults, time, a new beginning"),
                Texts.of("""
                        :sandbox fault status: 503, times: 3, on: 'CreateNode'
                        :sandbox calm              ends all faults
                        :sandbox stale for: '5s'   reads that lag behind writes
                        :sandbox clock             the world's time; :sandbox clock advance 1h, :sandbox clock freeze
                        :sandbox requests          what was received
                        :sandbox limits basic      an edition's limits
                        :sandbox reset             begin anew"""), this::sandbox));
        rows.add(new Command("refresh", List.of(), Command.Argument.NONE, "", Texts.of("reads the newest catalog: what appeared, changed and went"), "",
                argument -> refresh.get()));
        rows.add(new Command("doctor", List.of(), Command.Argument.NONE, "",
                Texts.of("credentials, region, endpoint, versions, clock: what is in use and what to do next"), "", argument -> doctor.get()));
        rows.add(new Command("shell", List.of("!"), Command.Argument.SHELL, "[COMMAND]", Texts.of("runs a command of the shell; !COMMAND is the same"),
                Texts.of("It has the terminal to itself, Ctrl-C too. Alone it is a shell to stay in. A line of Groovy that begins with a\n"
                        + "! wants parentheses: (!x)."), this::shell));
        return rows;
    }

    private String shell(String command) {
        String end = new ShellCommand(desk.terminal(), shell).run(command);
        boolean moves = command.equals("cd") || command.startsWith("cd ") && command.indexOf('&') < 0 && command.indexOf(';') < 0;
        return end.isEmpty() && moves ? Texts.of("The shell went there and has ended; dwx stays in {0}", Path.of("").toAbsolutePath()) : end;
    }

    /** Each word is one of the language's {@code sandbox}: the same step, shown the same way. */
    private String sandbox(String words) {
        int space = words.indexOf(' ');
        String word = space < 0 ? words : words.substring(0, space);
        String rest = space < 0 ? "" : words.substring(space + 1).strip();
        String source = switch (word) {
            case "" -> "[time: sandbox.clock.now.toString(), faults: sandbox.faults(), received: sandbox.requests().size()]";
            case "clock" -> clock(rest);
            case "reset", "calm", "faults" -> SANDBOX + "." + word + "()";
            case "requests", "limits" -> SANDBOX + "." + word + "(" + text(rest) + ")";
            default -> SANDBOX + "." + word + "(" + rest + ")";
        };
        Object value = word.isEmpty() ? desk.evaluate(source) : desk.run(source);
        return value == null ? Texts.of("done") : desk.renderer().render(value);
    }

    private static String clock(String rest) {
        int space = rest.indexOf(' ');
        String word = space < 0 ? rest : rest.substring(0, space);
        String amount = space < 0 ? "" : rest.substring(space + 1).strip();
        return SANDBOX + ".clock." + (word.isEmpty() ? "now.toString()" : word.equals("now") ? "now.toString()" : word + "(" + text(amount) + ")");
    }

    private static String text(String word) {
        return word.isEmpty() || word.startsWith("'") || word.startsWith("\"") || Character.isDigit(word.charAt(0)) && word.chars().allMatch(Character::isDigit)
                ? word : GroovyText.quoted(word);
    }
}
