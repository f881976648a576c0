package dev.dwx.cli;

import java.util.Map;
import java.util.Optional;

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
            screen.err().println("dwx: " + e.getMessage());
            return ExitCode.USAGE;
        }
        return switch (invocation.command()) {
            case VERSION -> version();
            case HELP -> help(invocation.operands().isEmpty() ? "" : invocation.operands().get(0));
            default -> {
                try {
                    yield work(invocation);
                } catch (java.io.IOException e) {
                    screen.err().println("dwx: " + e.getMessage());
                    yield ExitCode.INTERNAL;
                }
            }
        };
    }

    private ExitCode work(Invocation invocation) throws java.io.IOException {
        Places places = Places.of(environment, System.getProperty("user.home"));
        return switch (invocation.command()) {
            case SANDBOX -> new SandboxCommand(screen, places)
                    .run(dev.dwx.catalog.SnapshotCatalog.bundled(), invocation.options());
            default -> throw new IllegalStateException(invocation.command().word());
        };
    }

    private ExitCode version() {
        screen.out().println("dwx " + Version.TEXT);
        return ExitCode.OK;
    }

    private ExitCode help(String topic) {
        Optional<String> page = HelpPages.page(topic);
        if (page.isEmpty()) {
            screen.err().println("dwx: there is no help on '" + topic + "'\n  topics: "
                    + String.join(", ", HelpPages.TOPICS));
            return ExitCode.NOT_FOUND;
        }
        screen.out().print(page.get());
        return ExitCode.OK;
    }
}
