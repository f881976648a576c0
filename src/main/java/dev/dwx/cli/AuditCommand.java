package dev.dwx.cli;

import dev.dwx.dsl.Context;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.safety.AuditCheck;
import dev.dwx.safety.AuditQuery;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code dwx audit}: reads the log of writes, or checks it. Nothing else is touched, and nothing is asked of the network. */
final class AuditCommand {
    private final Screen screen;
    private final Workbench workbench;

    AuditCommand(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
    }

    /** @throws IllegalArgumentException for a {@code --since} that is no moment */
    ExitCode run(List<String> words) throws IOException {
        Path file = workbench.places().audit();
        Invocation.Options options = workbench.options();
        if (options.verify()) {
            return verify(file);
        }
        Context zone = Context.of(workbench.region()).withZone(options.zone());
        List<Map<String, Object>> entries = new AuditQuery(
                options.since() == null ? null : AuditQuery.moment(options.since(), workbench.clock().instant(), zone.timeZone()),
                options.operation(), options.failed(), words, AuditQuery.USUAL).read(file);
        OutputForm form = workbench.form();
        List<Object> shown = new ArrayList<>();
        entries.forEach(entry -> shown.add(form == OutputForm.TABLE ? AuditQuery.row(entry) : entry));
        if (shown.isEmpty() && form == OutputForm.TABLE) {
            screen.out().println(Texts.of("no call in {0} fits", file));
            return ExitCode.OK;
        }
        screen.out().println(new Renderer(form, screen.look(options.noColor())).render(shown));
        note(shown.size() == AuditQuery.USUAL ? Texts.of("{0} newest calls of {1}", shown.size(), file)
                : Texts.of("{0} calls of {1}", shown.size(), file));
        return ExitCode.OK;
    }

    private ExitCode verify(Path file) throws IOException {
        AuditCheck.Outcome outcome = AuditCheck.of(file);
        outcome.remarks().forEach(remark -> screen.out().println(Texts.of("note: {0}", remark)));
        outcome.faults().forEach(fault -> screen.out().println(fault));
        if (outcome.intact()) {
            screen.out().println(outcome.newest() == null
                    ? Texts.of("{0} lines of {1} are as they were written", outcome.lines(), file)
                    : Texts.of("{0} lines of {1} are as they were written; the newest has the hash {2}", outcome.lines(), file,
                            outcome.newest()));
            return ExitCode.OK;
        }
        screen.err().println(outcome.faults().size() == 1
                ? Texts.of("dwx: the audit log {0} is not as it was written: 1 fault", file)
                : Texts.of("dwx: the audit log {0} is not as it was written: {1} faults", file, outcome.faults().size()));
        return ExitCode.AUDIT_BROKEN;
    }

    private void note(String text) {
        if (!workbench.options().quiet()) {
            screen.err().println(text);
        }
    }
}
