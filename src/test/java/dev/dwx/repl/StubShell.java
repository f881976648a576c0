package dev.dwx.repl;

import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.repl.command.SessionPreferences;
import java.nio.file.Path;
import java.util.List;
import org.jline.terminal.Terminal;

/** The prompt over an evaluator that only echoes, as a program: for pseudo-terminal specs and for measuring. */
public final class StubShell {
    private static final StubCatalog CATALOG = new StubCatalog();

    private StubShell() {
    }

    public static void main(String[] args) throws Exception {
        Path directory = args.length == 0 ? null : Path.of(args[0]);
        try (Terminal terminal = SystemTerminal.open(System.getenv("TERM"), directory)) {
            Renderer renderer = new Renderer(OutputForm.TABLE, new Look(0, true, true));
            Window window = new Window(terminal, renderer, new SessionPreferences(System.getenv()));
            ReplParts parts = ReplParts.of(window, () -> CATALOG, () -> StubShell::evaluate)
                    .banner("dwx stub")
                    .history(directory == null ? null : directory.resolve("history"));
            new Repl(parts).run();
        }
    }

    private static Object evaluate(String source, String name) {
        switch (source.strip()) {
            case "sleep" -> {
                try {
                    System.out.println("sleeping");
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            case "print" -> {
                System.out.print("no line end");
                return null;
            }
            case "long" -> {
                return "x".repeat(300);
            }
            case "width" -> {
                return List.of("a".repeat(40), "b".repeat(40));
            }
            default -> {
            }
        }
        return "<" + source + ">";
    }
}
