package dev.dwx.dsl;

import dev.dwx.dsl.flow.BlockPages;
import dev.dwx.dsl.traps.TrapTable;
import dev.dwx.flowspec.lint.LintRules;
import dev.dwx.texts.Texts;
import java.util.Locale;
import java.util.Optional;

/** What help says of the language, at the prompt and on the command line alike. Every line of code in it runs. */
public final class LanguagePages {
    private static final int NAMES = 25;

    private static final String CALLS = """
            The language is Groovy. Names of operations and their parameters are the service's own, PascalCase.

              ListProjects(PageSize: 10)              a call; arguments are checked before anything is sent
              ListProjects                            its card: what it takes, what it answers
              ListProjects.all()                      every page, read as it is needed
              ListProjects.example()                  a call to copy
              DeleteNode.dryRun(Id: '7421')           what it would do; nothing is deleted
              ListProjects.explain()                  what is sent, how often, where the time goes
              ListProjects.curl()                     the same call for a shell; also python, java, cli
              r = ListNodes()                         keep an answer; then r.total, r.items, r[0], r.requestId
              r*.Name                                 a listing iterates over its items
              r.findAll { it.Name =~ 'ods' }          as do all of Groovy's findAll, groupBy, collect, sort, …
              node = GetNode(Id: r[0].Id).Node        fields by the service's names
              node.Spec.spec.nodes[0].name            JSON held in a text is read on demand
              "node ${node.Name}"                     ${…} is filled in inside "…", never inside '…'
            """;

    private static final String DATES = """
            A business date is a value. A call writes it as the parameter wants it, in the project's time zone.

              yesterday                               the business date of today's run
              today - 7                               a week ago
              bizdate('20260315') + 1                 one that is named, and the day after
              (today - 3)..yesterday                  a range, to loop over
              ListTaskInstances(Bizdate: yesterday)   java.time values work, too

              cron('00 30 02 * * ?').next(5)          when a node runs next; .words, .times(bizdate)
              resolve('$[yyyymmdd-1]', bizdate: '20260315')   what a scheduling parameter's value says

            Expressions: ${yyyymmdd-1} ${yyyymm-1} $bizdate show the business date, the day before the run;
            $[yyyymmdd] $[hh24miss-1/24] $[add_months(yyyymm,-1)] $cyctime the scheduled time. -1 is a day, -1/24 an
            hour, -30/24/60 half an hour; mm is the month, mi the minute.

            Tables show times in the project's zone; json, csv and yaml keep the service's numbers.
            """;

    private static final String LINT = """
            Every Spec is checked before it is sent: errors stop the call, the rest is a remark.

              wf.lint()                               all that is found, errors first; of a flow
              lint('flow.json')                       of a file, a map, a text, or an answer that has a Spec
              lint(for: 'CreateNode', wf)             as it is handed to an operation; else its kind decides
              wf.fixed()                              the document with every fault mended that a machine can mend
              lint(off: ['outputs'], wf)              without some rules
              lint(off: ['outputs']) { CreateNode(…) }   lets the calls of a block break them

            dwx lint FILE… does the same for files.
            """;

    private static final String LIFE = """
            From document to production, and what runs there. Names or ids; each step is an ordinary call.

              deploy wf                               import, pipeline run, every stage; or files, on the old DataStudio
              deploy 'daily_orders'                   what is there by that name; the same again goes on after a cut
              undeploy wf, delete: true               take offline, then delete
              smokeTest 'dwd_orders', bizdate: yesterday
              runSql('select 1').rows                 one-off SQL; also .log, .status, .elapsed
              logs 'dwd_orders', follow: true         a log as it grows
              why 'ads_gmv'                           what an instance waits for
              rerunFailed(bizdate: yesterday)         run again what has failed
              backfill 'dwd_orders', from: yesterday - 6, to: yesterday, plan: true

            timeout: '30m' is how long to wait; Ctrl-C leaves what was begun alone.
            """;

    private LanguagePages() {
    }

    /** Calls and results, then every verb. */
    public static String language() {
        return Texts.of(CALLS) + "\n" + verbs() + "\n" + Texts.of("More: dates, flow, node, nodes, lint, lifecycle, traps, or the name of a verb.\n");
    }

    /**
     * The page of a topic: {@code language}, {@code verbs}, {@code dates}, {@code traps} or the name of a verb.
     *
     * @return empty when there is none
     */
    public static Optional<String> page(String topic) {
        return switch (topic.toLowerCase(Locale.ROOT)) {
            case "language", "groovy", "calls" -> Optional.of(language());
            case "verbs", "verb" -> Optional.of(verbs());
            case "traps", "trap" -> Optional.of(TrapTable.page());
            case "lifecycle", "life", "publish" -> Optional.of(Texts.of(LIFE));
            case "dates", "date", "time", "times" -> Optional.of(Texts.of(DATES));
            case "lint" -> Optional.of(Texts.of(LINT) + "\n" + LintRules.page());
            default -> {
                Optional<String> verb = Verbs.named(topic).map(LanguagePages::page);
                Optional<String> block = BlockPages.page(topic);
                yield verb.isPresent() && block.isPresent() ? Optional.of(verb.get() + "\n" + block.get()) : verb.or(() -> block);
            }
        };
    }

    private static String page(Verb verb) {
        return verb.name() + "\n  " + Texts.listed(verb.help()) + "\n\n  " + verb.example() + "\n";
    }

    private static String verbs() {
        StringBuilder text = new StringBuilder(Texts.of("Verbs beside the operations:\n\n"));
        for (Verb verb : Verbs.all()) {
            text.append("  ").append(verb.name()).append(" ".repeat(NAMES - verb.name().length())).append(Texts.listed(verb.help())).append('\n');
        }
        return text.toString();
    }
}
