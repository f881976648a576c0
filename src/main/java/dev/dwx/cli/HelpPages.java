package dev.dwx.cli;

import dev.dwx.dsl.LanguagePages;
import dev.dwx.settings.SettingsTable;
import dev.dwx.render.DisplayWidth;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The pages of {@code dwx help}; lists of commands, options and exit codes are printed from their tables. */
final class HelpPages {
    /** Topics beside the commands' own words. */
    static final List<String> TOPICS =
            List.of("commands", "options", "language", "verbs", "dates", "lifecycle", "traps", "lint", "test", "audit", "decompile", "sandbox", "exit-codes", "environment", "settings", "man");

    private HelpPages() {
    }

    /** The page of a topic, or empty when there is none. */
    static Optional<String> page(String topic) {
        return switch (topic.toLowerCase(Locale.ROOT)) {
            case "", "commands", "help", "version" -> Optional.of(overview());
            case "options", "run", "check", "apis", "describe", "refresh", "doctor" -> Optional.of(options(topic));
            case "sandbox" -> Optional.of(withOptions(Texts.of(SANDBOX), OptionTables.sandbox()));
            case "test" -> Optional.of(withOptions(Texts.of(TEST), OptionTables.test()));
            case "audit" -> Optional.of(withOptions(Texts.of(AUDIT), OptionTables.audit()));
            case "decompile" -> Optional.of(withOptions(Texts.of(DECOMPILE), OptionTables.decompile()));
            case "exit-codes" -> Optional.of(exitCodes());
            case "environment" -> Optional.of(Texts.of(ENVIRONMENT));
            case "man" -> Optional.of(ManPage.text());
            case "settings", "config" -> Optional.of(SettingsTable.page());
            default -> LanguagePages.page(topic);
        };
    }

    private static String overview() {
        StringBuilder text = new StringBuilder(Texts.of("dwx - a shell for Alibaba Cloud DataWorks: every OpenAPI operation is a call\n\n"));
        for (Command command : Command.values()) {
            String usage = ("dwx " + command.word() + " " + command.operands()).replaceAll(" +", " ").trim();
            text.append("  ").append(pad(usage, 26)).append(Texts.listed(command.summary())).append('\n');
        }
        text.append(withOptions("", OptionTables.common()));
        text.append(Texts.of("\nTopics of dwx help: {0}\n", String.join(", ", TOPICS)));
        text.append(Texts.of("Begin with: dwx --sandbox, and type :tour there\n"));
        return text.toString();
    }

    private static String options(String topic) {
        StringBuilder text = new StringBuilder();
        Command.named(topic).ifPresent(command -> text.append("dwx ").append(command.word()).append(' ')
                .append(command.operands()).append("\n  ").append(Texts.listed(command.summary())).append("\n\n"));
        return text.append(Texts.of("Options:\n")).append(list(OptionTables.common())).toString();
    }

    private static String withOptions(String page, Options options) {
        return page + "\n" + Texts.of("Options:\n") + list(options);
    }

    private static String list(Options options) {
        StringBuilder text = new StringBuilder();
        for (Option option : options.getOptions()) {
            String names = (option.getOpt() == null ? "    " : "-" + option.getOpt() + ", ") + "--" + option.getLongOpt()
                    + (option.hasArg() ? " " + option.getArgName() : "");
            text.append("  ").append(pad(names, 26)).append(Texts.listed(option.getDescription())).append('\n');
        }
        return text.toString();
    }

    private static String exitCodes() {
        StringBuilder text = new StringBuilder(Texts.of("Exit codes:\n"));
        for (ExitCode code : ExitCode.values()) {
            text.append("  ").append(pad(Integer.toString(code.code()), 5)).append(Texts.listed(code.meaning())).append('\n');
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return DisplayWidth.of(text) >= width ? text + " " : text + " ".repeat(width - DisplayWidth.of(text));
    }

    private static final String TEST = """
            dwx test [PATH…]       runs *.test.dwx and *_test.dwx below the paths (else below here), and files that are named

            Each script has a session of its own: a sandbox that begins on the same day with the same --seed every
            time, or the cassette beside it (x.test.cassette or x.cassette for x.test.dwx) that --record made.
            A block test('name') { assert … } is a test; a script without one is a test as a whole. A test that
            fails does not keep the next from its turn. Exit code 1 when one failed.
            """;

    private static final String SANDBOX = """
            dwx --sandbox          the prompt, a script or -e against a sandbox inside this process
            dwx sandbox            a server of its own on loopback, until Ctrl-C

            The sandbox speaks the service's own protocol: it checks signatures, names, places, types and
            required parameters, keeps what was created, and refuses what the service refuses, with the same
            codes. The key id and the secret are both `sandbox`. The server prints the export lines that
            point dwx, or any other client, at it.

            A bad day to order, at the prompt and in scripts:
              sandbox.fault(status: 503, times: 3, on: 'CreateNode', after: true)
              sandbox.fault(cut: 'after', on: 'Create*')   connections; also slow, empty, html, gzip, wrongTypes
              sandbox.faults()  sandbox.calm()             what is in line; end it
              sandbox.stale(for: '5s', on: 'ListNodes')    reads that lag behind writes
              sandbox.clock.advance('1h')                  the world's time; also freeze(), run(), set(…), now
              sandbox.requests('CreateNode')               what was received
              sandbox.limits('basic')  sandbox.reset()     an edition's limits; begin anew
            """;

    private static final String DECOMPILE = """
            dwx decompile FILE…            shows each FlowSpec document in the words that build it
            dwx decompile --out DIR FILE…  writes NAME.dwx for each, and long code into files beside it
            dwx decompile -                reads standard input

            FILE holds the JSON of a FlowSpec, or a whole answer of GetNode or GetWorkflowDefinition. What comes
            out builds the same document again, key by key and digit by digit; only the order of keys may differ.
            Nothing is called. A file that is there and holds something else is left alone without --force.
            """;

    private static final String AUDIT = """
            dwx audit              the newest writes: when, who, what, how it was allowed, how it ended
            dwx audit dwd_orders   those with these words in them; -o json has all that is known
            dwx audit --verify     whether the log is as it was written; exit code 8 when it is not

            Every line of the log carries the hash of the line before. A line that was changed, removed or
            added afterwards breaks the chain and is named. Who can write the file can write it anew as a
            whole: keep the newest hash, which --verify prints, elsewhere to exclude that.
            """;

    private static final String ENVIRONMENT = """
            Credentials, in this order:
              ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN
              ALIBABA_CLOUD_CREDENTIALS_URI     address that hands out keys, asked again before they expire
              ~/.alibabacloud/credentials       or the file that ALIBABA_CLOUD_CREDENTIALS_FILE names;
                                                profile ALIBABA_CLOUD_PROFILE, else default
              ~/.aliyun/config.json             of the aliyun command line, as a convenience
            Where calls go:
              ALIBABA_CLOUD_REGION_ID           region
              DWX_ENDPOINT                      endpoint instead of the region's
              DWX_NETWORK                       public or vpc
              DWX_OPENPLATFORM_ENDPOINT         gives leave to upload a file, instead of openplatform.aliyuncs.com
              DWX_CA_FILE                       certificate (PEM) to trust, such as a sandbox's own
              HTTPS_PROXY, HTTP_PROXY, NO_PROXY proxies; loopback goes direct
            Limits:
              DWX_EDITION                       edition of the account: basic, standard, professional, enterprise
              DWX_IGNORE_QUOTA=1                send calls although the day's are used up by the count
            Discovery:
              DWX_META_URL, DWX_HELP_URL, DWX_MCP_URL   addresses of the sources
              DWX_OFFLINE=1                     never look for newer descriptions of operations
            dwx itself:
              DWX_LANG                          language of messages, en or zh, instead of the locale's
              DWX_JAVA_HOME, DWX_JAVA_OPTS      the JDK to use, options for it
              DWX_CLASSPATH                     more jars, such as a typed SDK for --transport sdk
              DWX_ARCHIVE=off                   no archive of class data
              DWX_AUDIT=off                     no audit log; said once in each session that writes
              DWX_UNDO=off                      keep nothing of what writes change: undo knows nothing then
              NO_COLOR                          no colour
              DWX_LANG                          language of messages and help: en or zh
              XDG_CACHE_HOME, XDG_STATE_HOME    where the catalog cache, and history, audit log and the count
                                                of calls, are kept
              XDG_CONFIG_HOME                   where the settings are; see dwx help settings
            """;
}
