package dev.dwx.cli;

import dev.dwx.flowspec.lint.Finding;
import dev.dwx.flowspec.lint.SpecCheck;
import dev.dwx.json.ExactJson;
import dev.dwx.render.Look;
import dev.dwx.render.Renderer;
import dev.dwx.render.VisibleText;
import dev.dwx.script.ScriptFiles;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code dwx lint}: what is wrong with FlowSpec documents in files, without an account, a region or a call. */
final class LintCommand {
    private final Screen screen;
    private final Workbench workbench;
    private final List<Object> rows = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int errors;

    LintCommand(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
    }

    ExitCode run(List<String> operands) throws IOException {
        int documents = 0;
        if (operands.remove("-")) {
            check(ScriptFiles.text(System.in.readAllBytes(), "stdin"), "stdin");
            documents++;
        }
        try {
            for (String operand : operands) {
                Path path = Path.of(operand);
                boolean directory = Files.isDirectory(path);
                for (Path file : ScriptFiles.find(List.of(path), one -> one.toString().endsWith(".json"))) {
                    String source = ScriptFiles.read(file);
                    if (!directory || isDocument(source)) {
                        check(source, file.toString());
                        documents++;
                    }
                }
            }
        } catch (NoSuchFileException e) {
            screen.err().println(Texts.of("dwx: there is no file {0}", e.getMessage()));
            return ExitCode.NOT_FOUND;
        }
        if (documents == 0) {
            screen.err().println(Texts.of("dwx: there is no FlowSpec (*.json) in {0}", String.join(", ", operands)));
            return ExitCode.NOT_FOUND;
        }
        show(documents);
        return errors > 0 ? ExitCode.SCRIPT_ERROR : ExitCode.OK;
    }

    /** Other JSON lies in directories, too. */
    private static boolean isDocument(String source) {
        try {
            return ExactJson.parse(source) instanceof Map<?, ?> map && map.containsKey("kind");
        } catch (ExactJson.Malformed e) {
            return false;
        }
    }

    private void check(String source, String name) {
        List<Finding> warnings = new ArrayList<>();
        for (Finding finding : SpecCheck.of(source)) {
            if (finding.isError()) {
                add(finding, name);
                errors++;
            } else {
                warnings.add(finding);
            }
        }
        warnings.forEach(finding -> add(finding, name));
    }

    private void add(Finding finding, String name) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("file", name);
        row.put("line", finding.lineNumber());
        row.put("severity", finding.severity().word());
        row.put("code", finding.code());
        row.put("path", finding.path());
        row.put("text", finding.text());
        row.put("fix", finding.fix());
        rows.add(row);
        text.append(text.length() == 0 ? "" : "\n").append(name).append(':');
        if (finding.lineNumber() > 0) {
            text.append(finding.lineNumber()).append(':');
        }
        text.append(' ').append(finding.severity().word()).append(": ").append(finding.path()).append(": ").append(finding.text())
                .append(" (").append(finding.code()).append(')');
        if (finding.fix() != null) {
            text.append("\n    ").append(finding.fix());
        }
    }

    private void show(int documents) {
        if (workbench.options().form() != null) {
            screen.out().println(new Renderer(workbench.form(), screen.look(workbench.options().noColor())).render(rows));
            return;
        }
        if (text.length() > 0) {
            screen.out().println(VisibleText.lines(text.toString(), Look.PLAIN));
        }
        if (!workbench.options().quiet()) {
            screen.out().println(Texts.of("{0} checked, {1}", Counted.documents(documents), Counted.faults(errors, rows.size() - errors)));
        }
    }

}
