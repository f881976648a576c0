package dev.dwx.cli;

import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Checked;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import dev.dwx.render.Renderer;
import dev.dwx.script.CheckReport;
import dev.dwx.script.ScriptFiles;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code dwx check}: what is wrong with scripts, without an account, a region or a call. */
final class CheckCommand {
    private final Screen screen;
    private final Workbench workbench;

    CheckCommand(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
    }

    ExitCode run(List<String> operands) throws IOException {
        List<Checked> found = new ArrayList<>();
        int files = 0;
        if (operands.remove("-")) {
            found.addAll(check(ScriptFiles.text(System.in.readAllBytes(), "stdin"), "stdin"));
            files++;
        }
        try {
            List<Path> paths = new ArrayList<>();
            operands.forEach(operand -> paths.add(Path.of(operand)));
            for (Path file : ScriptFiles.find(paths, path -> path.toString().endsWith(".dwx"))) {
                found.addAll(check(ScriptFiles.read(file), file.toString()));
                files++;
            }
        } catch (NoSuchFileException e) {
            screen.err().println(Texts.of("dwx: there is no file {0}", e.getMessage()));
            return ExitCode.NOT_FOUND;
        }
        if (files == 0) {
            screen.err().println(Texts.of("dwx: there is no script (*.dwx) in {0}", String.join(", ", operands)));
            return ExitCode.NOT_FOUND;
        }
        show(found, files);
        return found.stream().anyMatch(one -> one.severity() == dev.dwx.dsl.check.Severity.ERROR)
                ? ExitCode.SCRIPT_ERROR : ExitCode.OK;
    }

    private void show(List<Checked> found, int files) {
        if (workbench.options().form() != null) {
            screen.out().println(new Renderer(workbench.form(), screen.look(workbench.options().noColor()))
                    .render(CheckReport.rows(found)));
            return;
        }
        if (!found.isEmpty()) {
            screen.out().println(CheckReport.text(found));
        }
        if (!workbench.options().quiet()) {
            long errors = found.stream().filter(one -> one.severity() == dev.dwx.dsl.check.Severity.ERROR).count();
            screen.out().println(Texts.of("{0} checked, {1}", Counted.files(files), Counted.faults(errors, found.size() - errors)));
        }
    }

    /** Each file by itself: what one declares is not there in the next. */
    private List<Checked> check(String text, String name) {
        Context context = Context.of(workbench.region()).withVersion(workbench.version());
        return new GroovyEvaluator(Session.with(workbench::catalog, nothingIsSent()).context(context).clock(workbench.clock()).begin())
                .check(text, name);
    }

    private static ApiCaller nothingIsSent() {
        return (operation, arguments, target) -> {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.Check")
                    .why(Texts.of("a check sends nothing")).build();
        };
    }
}
