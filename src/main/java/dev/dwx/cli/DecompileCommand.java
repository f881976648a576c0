package dev.dwx.cli;

import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.decompile.Telling;
import dev.dwx.flowspec.decompile.TellingFolder;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.script.ScriptFiles;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code dwx decompile}: FlowSpec documents as scripts, without an account, a region or a call. */
final class DecompileCommand {
    private final Screen screen;
    private final Invocation.Options options;

    DecompileCommand(Screen screen, Invocation.Options options) {
        this.screen = screen;
        this.options = options;
    }

    /** One file after the other; all are read before anything is written. */
    ExitCode run(List<String> operands) {
        List<FlowDocument> documents = new ArrayList<>();
        for (String operand : operands) {
            if (!operand.equals("-") && !Files.isRegularFile(Path.of(operand))) {
                return trouble(Texts.of("there is no file {0}", operand), ExitCode.NOT_FOUND);
            }
            try {
                String text = operand.equals("-") ? ScriptFiles.text(System.in.readAllBytes(), Texts.of("standard input"))
                        : ScriptFiles.read(Path.of(operand));
                FlowDocument document = GivenDocument.parsed(operand.equals("-") ? "the text" : "the file", text);
                documents.add(options.clean() ? Telling.clean(document) : document);
            } catch (IllegalArgumentException | IOException e) {
                return trouble(Texts.of("{0}: {1}", operand, e.getMessage()), ExitCode.SCRIPT_ERROR);
            }
        }
        String between = "";
        for (FlowDocument document : documents) {
            if (options.out() == null) {
                screen.out().print(between + Telling.of(document).text());
                between = "\n";
                continue;
            }
            try {
                TellingFolder.write(Path.of(options.out()), Telling.withFiles(document), options.force())
                        .forEach(screen.out()::println);
            } catch (TellingFolder.Occupied e) {
                return trouble(Texts.of("{0}\n  to write over them: --force", e.getMessage()), ExitCode.USAGE);
            } catch (IOException e) {
                return trouble(Texts.of("could not write: {0}", e.getMessage()), ExitCode.SCRIPT_ERROR);
            }
        }
        return ExitCode.OK;
    }

    private ExitCode trouble(String message, ExitCode code) {
        screen.err().println(Texts.of("dwx: {0}", message));
        return code;
    }
}
