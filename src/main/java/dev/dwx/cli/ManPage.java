package dev.dwx.cli;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The manual page, in roff, from the tables that help and the parser read. */
final class ManPage {
    private final StringBuilder out = new StringBuilder();

    private ManPage() {
    }

    /** {@code dwx.1} in the language of the process. */
    static String text() {
        return new ManPage().whole();
    }

    private String whole() {
        out.append(".TH DWX 1 \"\" \"dwx ").append(escaped(Version.TEXT)).append("\" \"").append(escaped(Texts.of("User commands"))).append("\"\n");
        // Words of code are not to be cut at the end of a line.
        out.append(".nh\n.ad l\n");
        section(Texts.of("Name"));
        out.append("dwx \\- ").append(escaped(Texts.of("a shell and script runner for Alibaba Cloud DataWorks"))).append('\n');
        section(Texts.of("Synopsis"));
        for (Command command : Command.values()) {
            String rest = (word(command) + " " + command.operands()).strip();
            out.append(".br\n.B dwx\n").append(rest.isEmpty() ? "" : escaped(rest) + '\n');
        }
        section(Texts.of("Description"));
        paragraph(Texts.of("Every OpenAPI operation of DataWorks is a call of its own name, as in ListProjects(PageSize: 10): at the prompt, in scripts "
                + "(*.dwx) and behind -e. What takes something away asks first. dwx --sandbox works against a DataWorks of its own on this machine "
                + "and needs no account; :tour at its prompt shows the first steps."));
        section(Texts.of("Commands"));
        for (Command command : Command.values()) {
            entry(("dwx " + (word(command) + " " + command.operands()).strip()).strip(), command.summary());
        }
        section(Texts.of("Options"));
        options(OptionTables.common());
        options(Texts.of("Options of dwx sandbox"), OptionTables.sandbox());
        options(Texts.of("Options of dwx test"), OptionTables.test());
        options(Texts.of("Options of dwx audit"), OptionTables.audit());
        options(Texts.of("Options of dwx decompile"), OptionTables.decompile());
        section(Texts.of("Exit status"));
        for (ExitCode code : ExitCode.values()) {
            entry(Integer.toString(code.code()), code.meaning());
        }
        section(Texts.of("Environment"));
        verbatim(HelpPages.page("environment").orElseThrow());
        section(Texts.of("Files"));
        for (List<String> file : files()) {
            entry(file.get(0), file.get(1));
        }
        section(Texts.of("Examples"));
        for (List<String> example : examples()) {
            paragraph(example.get(0));
            verbatim("  " + example.get(1));
        }
        section(Texts.of("See also"));
        paragraph(Texts.of("dwx help TOPIC tells more. Its topics: {0}", String.join(", ", HelpPages.TOPICS)));
        return out.toString();
    }

    private static String word(Command command) {
        return command.word();
    }

    private static List<List<String>> files() {
        List<List<String>> files = new ArrayList<>();
        files.add(List.of("~/.local/state/dwx/history", Texts.of("lines typed at the prompt, without secrets")));
        files.add(List.of("~/.local/state/dwx/audit.jsonl", Texts.of("every write: when, who, what, how it was allowed, how it ended")));
        files.add(List.of("~/.local/state/dwx/undo", Texts.of("what writes were about to change")));
        files.add(List.of("~/.local/state/dwx/under-way", Texts.of("deployments and backfills that can be gone on with")));
        files.add(List.of("~/.local/state/dwx/calls.json", Texts.of("the count of calls")));
        files.add(List.of("~/.local/state/dwx/tour", Texts.of("how far you have come in the tour")));
        files.add(List.of("~/.cache/dwx", Texts.of("what can be made again: descriptions of operations, class data of Java")));
        return files;
    }

    private static List<List<String>> examples() {
        return List.of(
                List.of(Texts.of("The prompt against a sandbox:"), "dwx --sandbox"),
                List.of(Texts.of("One call, its answer as JSON:"), "dwx -o json -e 'ListProjects(PageSize: 10)'"),
                List.of(Texts.of("A script, with an argument:"), "dwx run nightly.dwx 20260315"),
                List.of(Texts.of("What is wrong with scripts, without running them:"), "dwx check dsl-examples"));
    }

    private void section(String title) {
        out.append(".SH \"").append(escaped(title.toUpperCase(java.util.Locale.ROOT))).append("\"\n");
    }

    private void paragraph(String text) {
        out.append(".PP\n").append(escaped(text)).append('\n');
    }

    private void entry(String head, String text) {
        out.append(".TP\n.B \"").append(escaped(head)).append("\"\n").append(escaped(text)).append('\n');
    }

    private void options(String title, Options options) {
        out.append(".SS \"").append(escaped(title)).append("\"\n");
        options(options);
    }

    private void options(Options options) {
        for (Option option : options.getOptions()) {
            entry((option.getOpt() == null ? "" : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt()
                    + (option.hasArg() ? " " + option.getArgName() : ""), option.getDescription());
        }
    }

    /** Lines that are not to be filled. */
    private void verbatim(String text) {
        out.append(".PP\n.nf\n");
        for (String line : text.stripTrailing().split("\n")) {
            out.append(line.isBlank() ? ".sp" : escaped(line)).append('\n');
        }
        out.append(".fi\n");
    }

    /** Text that roff takes as it stands: in ASCII, and with nothing that begins a request. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean begins = escaped.length() == 0 || escaped.charAt(escaped.length() - 1) == '\n';
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '.' -> escaped.append(begins ? "\\&." : ".");
                default -> {
                    if (point < 128) {
                        escaped.append((char) point);
                    } else {
                        escaped.append("\\[u").append(String.format("%04X", point)).append(']');
                    }
                }
            }
        }
        return escaped.toString();
    }
}
