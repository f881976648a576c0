package dev.dwx.repl.command

import dev.dwx.DwxProcess
import dev.dwx.dsl.Evaluator
import dev.dwx.dsl.LanguageSpec
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.settings.Settings
import dev.dwx.settings.SettingsFile
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import org.jline.reader.History
import org.jline.terminal.Terminal
import spock.lang.TempDir

/** Every row of the table, over a real session and a caller that only remembers. */
class CommandTableSpec extends LanguageSpec {
    @TempDir
    Path directory
    SessionRecord kept = new SessionRecord({ "use project: 'orders_dw'" })
    List<SettingsFile> written = []
    Settings settings = Settings.of(SettingsFile.of('profile.dev.environment = Dev\nprofile.dev.credentials = default\nprofile.other.region = cn-hangzhou\n'), [:], [:])
    long nanos
    Commands commands = new Commands(rows())

    private final Desk desk() {
        def spec = this
        new Desk() {
            Terminal terminal() { null }

            Renderer renderer() { new Renderer(OutputForm.TABLE, new Look(100, false, true)) }

            Evaluator language() { spec.evaluator }

            SessionRecord record() { spec.kept }

            Object lastValue() { [1, 2] }

            Throwable lastError() { null }

            List<History.Entry> typed() { [] }

            String redacted(String text) { dev.dwx.safety.Redactor.text(text) }

            void leave() { }
        }
    }

    private final Preferences preferences() {
        def spec = this
        new Preferences() {
            Settings now() { spec.settings }

            void changed(Settings next) { spec.settings = next }

            String keep(SettingsFile file) { spec.written << file; 'config.properties' }

            String refusal(Settings next) { null }
        }
    }

    private final List<Command> rows() {
        def desk = desk()
        def texts = new CommandTexts({ "operations like $it".toString() }, { "card of $it".toString() }, { 'here' }, { 'limits' })
        def about = new AboutCommands(desk, { commands }, { catalog }, { "card of $it".toString() })
        new SessionCommands(desk, texts, { commands }, about).rows() + about.rows() + new ContextCommands(desk, preferences()).rows() +
                new WorkCommands(desk, { LocalDate.of(2026, 3, 16) }, { nanos += 1_500_000_000L }).rows() +
                new SettingCommands(desk, preferences()).rows() + new SystemCommands(desk, '/bin/sh', { 'nothing new' }, { 'all is well' }).rows()
    }

    def "each row explains itself, and a wrong call says what is right and does nothing"() {
        expect:
        commands.all().every { row ->
            def help = commands.run(":${row.name()} --help")
            assert help.startsWith(row.call()) && help.contains(row.title())
            assert row.aliases().every { help.contains(":$it") }
            assert commands.run(":help :${row.name()}") == help
            true
        }
        commands.all().findAll { it.argument() == Command.Argument.NONE }.every { commands.run(":${it.name()} more") == ":${it.name()} takes nothing after it, and got 'more'" }
        commands.all().findAll { it.wantsArgument() }.every { commands.run(":${it.name()}").contains("Type ${it.call()}") }
        commands.all().findAll { it.usage().contains('--') }.every { commands.run(":${it.name()} --nope x").startsWith('There is no option --nope here. Perhaps --') }
        commands.all().collectMany { [it.name()] + it.aliases() }.countBy { it }.every { it.value == 1 }
        caller.calls.empty
        kept.entries().empty
    }

    def "the documentation has every row, and so has the overview"() {
        given:
        def page = commands.run(':help commands')

        expect:
        commands.all().every { page.contains(it.call() + '\n  ' + it.title()) && commands.overview().contains('  ' + it.call()) }
    }

    def "help knows #asked"() {
        expect:
        commands.run(":help $asked").contains(text)

        where:
        asked             || text
        ':save'           || ':save [--force] FILE'
        'inProject'       || "inProject('risk_dw') { ListNodes() }"
        'ListProjects'    || 'card of ListProjects'
        'v2020.ListFiles' || 'card of 2020:ListFiles'
        'ODPS_SQL'        || 'ODPS_SQL is a type of MaxCompute, number 10'
        '10'              || 'ODPS_SQL is a type of MaxCompute, number 10'
        'output'          || 'output  table|vertical|tree|json|csv|yaml|md'
        'settings'        || 'profile.prod.region = cn-shanghai'
        'dwx.ReadOnly'    || 'the session is read-only'
        'Throttling.User' || 'Throttling.User is a code of the service: throttled'
        'night-report'    || 'night-report is an example script: '
        'Bizdate'         || 'Bizdate is a parameter of 9 operations'
        'sql'             || 'sql('
        'dates'           || "bizdate('20260315') + 1"
        'ListProjcts'     || 'Nothing is called ListProjcts. Perhaps ListProjects? :find ListProjcts searches for it'
        ':svae'           || 'Nothing is called :svae. Perhaps :save?'
        'qqqqqq'          || 'Nothing is called qqqqqq. :find qqqqqq searches for it'
    }

    def "find looks everywhere"() {
        expect:
        commands.run(':find resource group').contains('ListResourceGroups')
        commands.run(':find edition of the account') =~ /edition +setting/
        commands.run(':find run again') =~ /rerunFailed +verb/
        commands.run(':find qqqqqq') == 'Nothing has the words qqqqqq'
    }

    def "find meets words in their other forms, and says so when nothing has all of them"() {
        expect:
        commands.run(':find failed') =~ /why +verb|rerunFailed +verb/
        commands.run(':find failures') =~ /failed-yesterday +example/
        commands.run(':find waiting') =~ /waitFor +verb/
        commands.run(':find resource qqqqqq').startsWith('Nothing has all of these words; the nearest:\n')
        commands.run(':find resource qqqqqq').contains('GetResourceGroup')
    }

    def "an example script is listed, found, told of and shown"() {
        expect:
        commands.run(':examples') =~ /rerun-failed +Reruns what failed/
        commands.run(':find rehearse') =~ /rehearse-rename +example/
        commands.run(':help rerun-failed') == commands.run(':help rerun-failed.dwx')
        commands.run(':help rerun-failed').endsWith('\n  :examples rerun-failed')
        commands.run(':examples rerun-failed') == DwxProcess.PROJECT.resolve('dsl-examples/rerun-failed.dwx').toFile().text.stripTrailing()
        Recipe.all()*.name() == DwxProcess.PROJECT.resolve('dsl-examples').toFile().list().findAll { it.endsWith('.dwx') }*.minus('.dwx').sort()
        Recipe.all().every { it.about() && !it.about().contains('Usage:') }
    }

    def "each code of dwx itself that the program may say has its line"() {
        given:
        def said = new TreeSet<String>()
        DwxProcess.PROJECT.resolve('src/main/java/dev/dwx').toFile().eachFileRecurse { file ->
            if (file.name.endsWith('.java') && file.name != 'OwnCodes.java') {
                (file.getText('UTF-8') =~ /"(dwx\.[A-Z][A-Za-z]+)"/).each { said << it[1] }
            }
        }

        expect:
        said - OwnCodes.all() == [] as Set
        OwnCodes.all().every { OwnCodes.meaning(it) }
        OwnCodes.all() as Set == said
    }

    def "the context is changed by the words of the language, and these are what is kept"() {
        given:
        caller.on('ListProjects', '{"PagingInfo":{"Projects":[{"Id":10002,"Name":"risk_dw"}],"TotalCount":1}}')

        expect:
        commands.run(':project') == 'orders_dw (10001)' || commands.run(':project') == '10001'
        commands.run(':use 2020') == '2020-05-18'
        commands.run(':use') == '2020-05-18'
        commands.run(':region eu-central-1') == 'eu-central-1'
        commands.run(':region nowhere-1').startsWith('nowhere-1, which is no region')
        commands.run(':project') == 'none; type :project NAME'
        kept.entries()*.source() == ["use version: '2020'", "use region: 'eu-central-1'", "use region: 'nowhere-1'"]
    }

    def "a profile is used by the same words, and an unknown one is named with those there are"() {
        expect:
        commands.run(':profile') == '  dev: environment=Dev credentials=default\n  other: region=cn-hangzhou'
        commands.run(':profile prod').startsWith('The settings have no profile prod. They have: dev, other.')
        commands.run(':profile dev').contains('environment: Dev')
        session.context().environment() == 'Dev'
        settings.profile() == 'dev'
        kept.entries()*.source() == ["use environment: 'Dev'"]
    }

    def "settings: #line"() {
        expect:
        commands.run(line).contains(text)
        written*.text()*.contains(file) == (file == null ? [] : [true])

        where:
        line                                   || text                                                                 | file
        ':set'                                 || 'output       table             default'                             | null
        ':set output'                          || 'output       table             default'                             | null
        ':set output json'                     || 'output       json              this session; default table'         | null
        ':set output = json'                   || 'output       json'                                                  | null
        ':set output xml'                      || 'Output is one of table, vertical, tree, json, csv, yaml, md, not xml'                   | null
        ':set outptu json'                     || 'There is no setting outptu; perhaps output'                         | null
        ':set region cn-hangzhou'              || 'region = cn-hangzhou in this session'                               | null
        ':set version 2020'                    || 'version = 2020-05-18 in this session'                               | null
        ':set color off'                       || 'colour       off '                                                  | null
        ':set read-only on'                    || 'type use readOnly: true'                                            | null
        ':set --keep tips off'                 || 'tips = off, kept in config.properties'                              | 'tips = off'
        ':set --keep region cn-hangzhou'       || 'region = cn-hangzhou, kept in config.properties for the next start' | 'region = cn-hangzhou'
        ':set --keep profile.x.project p'      || 'kept in config.properties'                                          | 'profile.x.project = p'
        ":set --keep profile.other.region ''"  || 'profile.other.region is out of config.properties'                   | 'profile.dev.credentials = default'
        ':set --keep password hunter2'         || 'Password looks like a secret'                                       | null
        ':set --keep project LTAI5tExampleKey' || 'looks like a key or password'                                       | null
        ':set language zh'                     || 'holds from the next start on'                                       | null
    }

    def "a secret that somebody tries to set is in no line that is kept: #line"() {
        expect:
        SettingCommands.withoutSecret(line) == said

        where:
        line                                      || said
        ':set --keep password hunter2'            || ':set --keep password ******'
        ':set profile.a.secret = hunter2 x'       || ':set profile.a.secret = ******'
        ':set --keep project LTAI5tExampleKey'    || ':set --keep project ******'
        ':set --keep output json'                 || ':set --keep output json'
        ':set'                                    || ':set'
        'set password hunter2'                    || 'set password hunter2'
    }

    def "variables in a line each, without secrets; one alone with its shape"() {
        given:
        run("_ = 5; _e = new IllegalStateException('it broke'); n = 1; nodes = [[Id: 7421L, Name: 'a']]; password = 'hunter2'; f = { it }; s = 'text'")

        expect:
        commands.run(':vars') == '''\
            n         Integer       1
            nodes     List          1 element
            password  String        ******
            f         Closure       { … }
            s         String        'text'
            _         Integer       5
            _e        IllegalStateException it broke'''.stripIndent()
        commands.run(':imports').startsWith('There are no imports yet')
        commands.run(':about nodes') == 'nodes: List\n  1 element\n  each: Id Long, Name String'
        commands.run(':about s') == "s: String\n  'text'"
        commands.run(':about ListProjects') == 'card of ListProjects'
        commands.run(':about __').startsWith('__ is a value of the prompt: ')
        commands.run(':about nothing_like_it').startsWith('Nothing is called nothing_like_it')
    }

    def "what inputs have defined stands below the variables, and imports by themselves"() {
        given:
        run('import java.time.Duration as D')
        run('def twice(Object n) { n * 2 }')
        run('class Point { int x }')

        expect:
        commands.run(':vars').endsWith('twice(Object n)\nclass Point')
        commands.run(':imports') == 'import java.time.Duration as D'
    }

    def "examples come from the operation's schema and the table of verbs"() {
        expect:
        commands.run(':examples ListProjects').startsWith('ListProjects(')
        commands.run(':examples yesterday').readLines() == ['ListTaskInstances(Bizdate: yesterday)', "backfill 'dwd_orders', from: yesterday - 2, to: yesterday, parallel: 2"]
        commands.run(':examples nothing_like_it').startsWith('There are no examples of nothing_like_it')
    }

    def "time says how long, what of it was waiting, and how many calls"() {
        expect:
        commands.run(':time 6 * 7') ==~ /42\ntook 1\.5 s: \d+ ms computing, 1\.\d s waiting, no call/
        kept.entries()*.source() == ['6 * 7']
    }

    def "save writes once, over a file only when told, and says what is wrong with it; load runs it again"() {
        given:
        def file = directory.resolve('s.dwx')
        kept.begins()
        kept.worked('kept = 6 * 7')

        expect:
        commands.run(":save $file") == "$file: 1 input that worked" as String
        commands.run(":save $file") == "$file is there already. Type :save --force $file to write over it, or another name" as String
        commands.run(":save --force $file") == "$file: 1 input that worked" as String
        Files.readString(file).endsWith("use project: 'orders_dw'\n\nkept = 6 * 7\n")
        Files.readString(file).startsWith("// What worked at the prompt of dwx on 2026-03-16. Run it with: dwx $file\n")

        when:
        Files.writeString(file, 'def twice(x) { x * 2 }\ndef y = twice(21)\ny')

        then:
        commands.run(":load $file") == '42'
        run('y + twice(1)') == 44
        commands.run(":load $directory/nothing.dwx") == "There is no file $directory/nothing.dwx" as String

        when:
        Files.writeString(file, 'a = 1\nb = a.nope()\n')
        commands.run(":load $file")

        then:
        def e = thrown(dev.dwx.dsl.ScriptFailure)
        e.source() == file.toString()
        e.line() == 2

        when:
        kept.begins()
        kept.worked("ListProjects(Nope: 1)")

        then:
        commands.run(":save --force $file").readLines()[1] =~ /s\.dwx:\d+:\d+: .*Nope/
    }

    def "the sandbox is reached by its own word"() {
        when:
        commands.run(':sandbox reset')

        then:
        def e = thrown(dev.dwx.dsl.ScriptFailure)
        e.message.contains('start dwx with --sandbox')
    }
}
