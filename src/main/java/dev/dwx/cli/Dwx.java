package dev.dwx.cli;

import dev.dwx.catalog.discovery.RefreshReport;
import dev.dwx.dsl.FailureTrace;
import dev.dwx.render.Renderer;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One run of dwx: understands the command line, does what it says, and turns every ending into an exit code. */
final class Dwx {
    private final Screen screen;
    private final Map<String, String> environment;

    Dwx(Screen screen, Map<String, String> environment) {
        this.screen = screen;
        this.environment = environment;
    }

    ExitCode run(String[] arguments) {
        Invocation invocation;
        try {
            invocation = CommandLineParser.parse(arguments, screen.inputIsTerminal());
        } catch (UsageException e) {
            return trouble(e.getMessage(), ExitCode.USAGE);
        }
        Places places = Places.of(environment, System.getProperty("user.home"));
        UserSettings settings = new UserSettings(places.settings(), invocation.options(), environment);
        // What a test finds must not hang on who runs it.
        boolean own = switch (invocation.command()) {
            case TEST, SANDBOX, VERSION, HELP, DECOMPILE -> false;
            default -> true;
        };
        Invocation.Options options = own ? settings.applied() : invocation.options();
        Consumer<String> notes = new Remarks(screen, options.quiet());
        try (Workbench workbench = new Workbench(environment, options, places, Clock.systemUTC(), notes, settings)) {
            if (own) {
                settings.notices().forEach(notes);
            }
            ExitCode code = work(invocation, workbench);
            for (String notice : workbench.notices()) {
                note(workbench, notice);
            }
            return code;
        } catch (UncheckedIOException e) {
            return trouble(e.getMessage(), ExitCode.USAGE);
        } catch (IOException e) {
            return trouble(e.toString(), ExitCode.USAGE);
        } catch (IllegalArgumentException e) {
            return trouble(e.getMessage(), ExitCode.USAGE);
        } catch (RuntimeException e) {
            screen.err().println(FailureTrace.of(e));
            return trouble(Texts.of("this is a fault of dwx itself: {0}", Redactor.text(e.toString())), ExitCode.INTERNAL);
        }
    }

    private ExitCode work(Invocation invocation, Workbench workbench) throws IOException {
        List<String> operands = invocation.operands();
        return switch (invocation.command()) {
            case VERSION -> version();
            case HELP -> help(operands.isEmpty() ? "" : operands.get(0));
            case APIS -> apis(operands, workbench);
            case DESCRIBE -> describe(operands.get(0), workbench);
            case REFRESH -> refresh(workbench);
            case DOCTOR -> new Doctor(screen, workbench).run();
            case AUDIT -> new AuditCommand(screen, workbench).run(operands);
            case SANDBOX -> new SandboxCommand(screen, workbench.places()).run(workbench.catalog(), invocation.options());
            case CHECK -> new CheckCommand(screen, workbench).run(new ArrayList<>(operands));
            case DECOMPILE -> new DecompileCommand(screen, invocation.options()).run(operands);
            case LINT -> new LintCommand(screen, workbench).run(new ArrayList<>(operands));
            case TEST -> new TestCommand(screen, environment, workbench).run(operands);
            case COMPLETION -> new CompletionCommand(screen, workbench.catalog()).run(operands.get(0));
            case EVAL, CALL, RUN, PROMPT -> new Language(screen, workbench).run(invocation);
        };
    }

    private ExitCode version() {
        screen.out().println("dwx " + Version.TEXT);
        return ExitCode.OK;
    }

    private ExitCode help(String topic) {
        Optional<String> page = HelpPages.page(topic);
        if (page.isEmpty()) {
            return trouble(Texts.of("there is no help on '{0}'\n  topics: {1}", topic, String.join(", ", HelpPages.TOPICS)),
                    ExitCode.NOT_FOUND);
        }
        screen.out().print(page.get());
        return ExitCode.OK;
    }

    private ExitCode apis(List<String> words, Workbench workbench) {
        List<Object> found = new CatalogCommands(workbench.discovery(), workbench.clock()).apis(words);
        if (found.isEmpty()) {
            return trouble(Texts.of("no operation fits '{0}'", String.join(" ", words)), ExitCode.NOT_FOUND);
        }
        screen.out().println(renderer(workbench).render(found));
        note(workbench, Texts.of("{0} operations", found.size()));
        return ExitCode.OK;
    }

    private ExitCode describe(String name, Workbench workbench) {
        CatalogCommands commands = new CatalogCommands(workbench.discovery(), workbench.clock());
        int width = screen.outputIsTerminal() ? screen.columns() : 0;
        Optional<String> card = commands.describe(name, workbench.version(), width);
        if (card.isEmpty()) {
            return trouble(commands.unknown(name, "dwx apis WORDS"), ExitCode.NOT_FOUND);
        }
        screen.out().println(card.get().stripTrailing());
        return ExitCode.OK;
    }

    private ExitCode refresh(Workbench workbench) {
        RefreshReport report = new CatalogCommands(workbench.discovery(), workbench.clock()).refresh();
        report.lines().forEach(screen.out()::println);
        return ExitCode.OK;
    }

    private Renderer renderer(Workbench workbench) {
        return new Renderer(workbench.form(), screen.look(workbench.options().noColor()));
    }

    private void note(Workbench workbench, String text) {
        if (!workbench.options().quiet() && screen.errorIsTerminal()) {
            screen.err().println(text);
        }
    }

    private ExitCode trouble(String message, ExitCode code) {
        screen.err().println(Texts.of("dwx: {0}", message));
        return code;
    }

    /** Remarks of the parts below, for whoever wants them. A class and no lambda, which every start would pay for. */
    private record Remarks(Screen screen, boolean quiet) implements Consumer<String> {
        @Override
        public void accept(String text) {
            if (!quiet) {
                screen.note(text);
            }
        }
    }
}
