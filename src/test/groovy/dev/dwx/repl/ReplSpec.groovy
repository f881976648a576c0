package dev.dwx.repl

import dev.dwx.client.ApiException
import dev.dwx.dsl.Evaluator
import dev.dwx.dsl.ScriptFailure
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.render.TableFormSpec
import dev.dwx.repl.command.CommandTexts
import dev.dwx.repl.command.Preferences
import dev.dwx.repl.command.SessionPreferences
import dev.dwx.repl.complete.CandidatesSpec
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.function.Supplier
import spock.lang.Specification
import spock.lang.TempDir

class ReplSpec extends Specification {
    @TempDir
    Path directory

    private final Map<String, Object> variables = Collections.synchronizedMap([:])
    private final Map<String, Closure> answers = [:]
    private final List<String> evaluated = Collections.synchronizedList([])
    private Keyboard keyboard
    private Thread thread

    private final Preferences preferences = new SessionPreferences([:])

    private final Evaluator evaluator = evaluator()

    /** Work that hears no interrupt until it is set free. */
    private static Closure<Object> stubborn(CountDownLatch running, CountDownLatch free, Object value) {
        return {
            running.countDown()
            while (free.count > 0) {
                try {
                    free.await()
                } catch (InterruptedException ignored) {
                    // That is the point.
                }
            }
            value
        }
    }

    private Evaluator evaluator() {
        def spec = this
        new Evaluator() {
            Object evaluate(String source, String name) {
                spec.evaluated << source
                if (source.startsWith('[1]')) {
                    return 1
                }
                def answer = spec.answers[source]
                return answer == null ? "<$source>" : answer.call()
            }

            void set(String name, Object value) { spec.variables[name] = value }

            Map variables() { spec.variables }
        }
    }

    private Supplier<Evaluator> evaluators = { evaluator }

    private Keyboard start(Closure<ReplParts> change = { it }, String type = 'ansi') {
        keyboard = new Keyboard(type)
        def parts = ReplParts.of(window(), { CandidatesSpec.catalog() }, evaluators)
                .banner('the banner')
                .redactor { it.replace('s3cret', '***') }
                .failureText { it.message ?: it.toString() }
                .history(directory.resolve('history'))
                .texts(new CommandTexts({ "operations like '$it'".toString() }, { "card of $it".toString() }, { 'cn-shanghai' }, { '' }))
        def repl = new Repl(change(parts))
        thread = new Thread({ repl.run() }, 'repl under test')
        thread.daemon = true
        thread.start()
        return keyboard
    }

    private Window window(Keyboard sat = keyboard) {
        new Window(sat.terminal, new Renderer(OutputForm.TABLE, new Look(0, false, true)), preferences)
    }

    private boolean ended() {
        thread.join(20_000)
        return !thread.alive
    }

    def cleanup() {
        if (thread?.alive) {
            keyboard.keys('\u0003\u0003\u0003')
            keyboard.keys('\u0004')
            thread.join(1_000)
        }
        keyboard?.close()
        thread?.join(5_000)
    }

    def 'banner, prompt, value, footer, prompt'() {
        given:
        answers['ListProjects()'] = { TableFormSpec.listing([[Id: 10001L, Name: 'orders_dw']], '1 of 1 · 12 ms') }
        start()

        when:
        keyboard.waitFor('the banner\ndwx> ')
        keyboard.type('ListProjects()')

        then:
        keyboard.waitFor('''\
     Id  Name
  10001  orders_dw
1 of 1 · 12 ms · [1]
dwx> ''')
        variables['_'].footer() == '1 of 1 · 12 ms'
    }

    def 'an input of several lines is run as one and is one entry of the history'() {
        given:
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('flow("a") {')
        keyboard.waitFor('...> ')
        keyboard.type('  sql "b"')
        keyboard.waitFor('...> ')
        keyboard.type('}')
        keyboard.waitFor('dwx> ')

        then:
        evaluated.contains('flow("a") {\n  sql "b"\n}')
        Files.readAllLines(directory.resolve('history')) == ['flow("a") {\\n  sql "b"\\n}']
    }

    def 'null prints nothing, and a value that gets a name prints one line'() {
        given:
        answers['nothing()'] = { null }
        answers['x = ListProjects()'] = { TableFormSpec.listing([[Id: 1], [Id: 2]], null) }
        answers['w = ListNodes()'] = { TableFormSpec.listing([[Id: 1]], '1 of 31 · RequestId R-1 · 12 ms') }
        answers['y = f()'] = { [a: 1, b: 2] }
        start()
        keyboard.waitFor('dwx> ')

        expect:
        keyboard.type('nothing()')
        keyboard.waitFor('nothing()\ndwx> ')
        keyboard.type('x = ListProjects()')
        keyboard.waitFor('x: 2 entries\ndwx> ')
        keyboard.type('w = ListNodes()')
        keyboard.waitFor('w: 1 of 31\ndwx> ')
        keyboard.type('y = f()')
        keyboard.waitFor('y: 2 fields\ndwx> ')
        keyboard.type('z = "text"')
        keyboard.waitFor('z: <z = "text">\ndwx> ')
    }

    def 'an error shows its text without secrets, is kept, and the shell goes on'() {
        given:
        def cause = new IllegalStateException('deep')
        answers['bad'] = { throw new ScriptFailure('went wrong with s3cret', 'In[1]', 1, 1, 'bad', cause) }
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('bad')
        keyboard.waitFor('went wrong with ***\ndwx> ')

        then:
        variables['_e'].is(cause)

        when:
        keyboard.type(':error')

        then:
        keyboard.waitFor('Caused by: java.lang.IllegalStateException: deep')
        keyboard.waitFor('dwx> ')
        !keyboard.screen().contains('with s3cret')
    }

    def 'a line that stands just above its error is not said again, unless a caret points into it'() {
        given:
        def text = { ScriptFailure e -> new dev.dwx.script.FailureText(false).of(e) }
        answers['bad(1)'] = { throw new ScriptFailure('at its start', 'In[1]', 1, 1, 'bad(1)', null) }
        answers['x + bad'] = { throw new ScriptFailure('further in', 'In[2]', 1, 5, 'x + bad', null) }
        answers['f()'] = { throw new ScriptFailure('elsewhere', 'In[1]', 1, 1, 'bad(1)', null) }
        start { it.failureText { e -> text(e) } }
        keyboard.waitFor('dwx> ')

        expect:
        keyboard.type('bad(1)')
        keyboard.waitFor('bad(1)\nat its start\ndwx> ')
        keyboard.type('x + bad')
        keyboard.waitFor('x + bad\n  x + bad\n      ^\nfurther in\ndwx> ')
        keyboard.type('f()')
        keyboard.waitFor('f()\nIn[1]: line 1, column 1\n  bad(1)\n  ^\nelsewhere\ndwx> ')
    }

    def 'Ctrl-C drops what is typed'() {
        given:
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.keys('half a line')
        keyboard.waitFor('half a line')
        keyboard.keys('\u0003')
        keyboard.waitFor('dwx> ')
        keyboard.type('whole')

        then:
        keyboard.waitFor('<whole>')
        !evaluated.any { it.contains('half') }
    }

    def 'Ctrl-C stops what runs'() {
        given:
        def running = new CountDownLatch(1)
        answers['sleep'] = {
            running.countDown()
            Thread.sleep(600_000)
        }
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('sleep')
        running.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')

        then:
        keyboard.waitFor('Interrupted.\ndwx> ')
    }

    def 'a stopped call that the service may have done is told of'() {
        given:
        def running = new CountDownLatch(1)
        answers['write'] = {
            running.countDown()
            try {
                Thread.sleep(600_000)
            } catch (InterruptedException e) {
                def call = ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'CreateNode', '2024-05-18')
                        .code('dwx.Interrupted').why('stopped before the answer came').cause(e).build()
                throw new ScriptFailure(call.message, 'In[1]', 1, 1, 'write', call)
            }
        }
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('write')
        running.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')

        then:
        keyboard.waitFor('Interrupted.\nCreateNode (2024-05-18): dwx.Interrupted\n  why:  stopped before the answer came\ndwx> ')
    }

    def 'what will not stop is left running at the third Ctrl-C, after the second said so'() {
        given:
        def running = new CountDownLatch(1)
        def free = new CountDownLatch(1)
        answers['stubborn'] = stubborn(running, free, 'too late')
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('stubborn')
        running.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')
        keyboard.keys('\u0003')
        keyboard.waitFor('Still stopping. Ctrl-C once more gives the prompt back')
        keyboard.keys('\u0003')
        keyboard.waitFor('In[1] is left running.')
        keyboard.waitFor('dwx> ')
        keyboard.type('next')

        then:
        keyboard.waitFor('<next>')

        when:
        free.countDown()
        keyboard.type('last')
        keyboard.waitFor('<last>')

        then:
        !keyboard.screen().contains('too late')
    }

    def 'a value that came in spite of Ctrl-C is shown as what may be a part; an error of its own is shown as one'() {
        given:
        def running = new CountDownLatch(1)
        answers['deaf'] = {
            running.countDown()
            while (!Thread.currentThread().interrupted) {
                Thread.onSpinWait()
            }
            return 'half'
        }
        def failing = new CountDownLatch(1)
        answers['failing'] = {
            failing.countDown()
            try {
                Thread.sleep(600_000)
            } catch (InterruptedException e) {
                throw new ScriptFailure('the disk is full', 'In[2]', 1, 1, 'failing', new IOException('No space left on device'))
            }
        }
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('deaf')
        running.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')

        then:
        keyboard.waitFor('Interrupted, but it came to an end; what follows may be a part only:\nhalf\ndwx> ')

        when:
        keyboard.type('failing')
        failing.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')

        then:
        keyboard.waitFor('Interrupted. It ended with this error:\nthe disk is full\ndwx> ')
    }

    def 'a command that is left running is called by its name'() {
        given:
        def running = new CountDownLatch(1)
        def free = new CountDownLatch(1)
        answers['stubborn'] = stubborn(running, free, 1)
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type(':time stubborn')
        running.await(20, TimeUnit.SECONDS)
        keyboard.keys('\u0003')
        keyboard.keys('\u0003')
        keyboard.waitFor('Still stopping.')
        keyboard.keys('\u0003')

        then:
        keyboard.waitFor(':time is left running.')
        keyboard.waitFor('dwx> ')

        cleanup:
        free.countDown()
    }

    def 'it is left by #keys'() {
        given:
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.keys(keys)

        then:
        ended()

        where:
        keys << ['\u0004', ':quit\r', ':q\r', 'exit\r', 'quit\r']
    }

    def 'the language is loaded after the first prompt, and a failed load is tried again'() {
        given:
        int loads = 0
        def go = new CountDownLatch(1)
        evaluators = {
            go.await()
            if (++loads == 1) {
                throw new IllegalStateException('no language today')
            }
            return evaluator
        }
        start()

        when: 'the prompt is there while the language is not'
        keyboard.waitFor('dwx> ')
        keyboard.type(':ctx')
        keyboard.waitFor('cn-shanghai\ndwx> ')
        go.countDown()
        keyboard.type('one')

        then:
        keyboard.waitFor('no language today\ndwx> ')

        when:
        keyboard.type('two')

        then:
        keyboard.waitFor('<two>\ndwx> ')
    }

    def 'Tab completes operations and parameters'() {
        given:
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.keys('LP\t)\r')

        then:
        keyboard.waitFor('<ListProjects()>')

        when:
        keyboard.keys('ListNodes(Sce\tD\t)\r')

        then:
        keyboard.waitFor("<ListNodes(Scene: 'DATAWORKS_PROJECT')>")
    }

    def 'commands work from their table: #line'() {
        given:
        start()
        keyboard.waitFor('dwx> ')

        when:
        keyboard.type('first')
        keyboard.waitFor('<first>\ndwx> ')
        keyboard.type(line)

        then:
        keyboard.waitFor(text)
        keyboard.waitFor('dwx> ')

        where:
        line                     || text
        ':apis task log'         || "operations like 'task log'"
        ':describe ListProjects' || 'card of ListProjects'
        ':d ListProjects'        || 'card of ListProjects'
        ':help ListProjects'     || 'card of ListProjects'
        ':help'                  || ':quit'
        ':help verbs'            || 'run a block in another project'
        ':help dates'            || "bizdate('20260315') + 1"
        ':help inProject'        || "inProject('risk_dw') { ListNodes() }"
        ':help apis'             || ':apis [words]'
        ':verbs'                 || 'There is no command :verbs. Type :help verbs'
        'help'                   || ':quit'
        ':help quit'             || ':quit\n  leave'
        ':last json'             || '"<first>"'
        ':last xml'              || "No output form is called 'xml'"
        ':history'               || 'first\n'
        ':error'                 || 'There was no error yet'
        ':describe'              || 'Which operation?'
        ':ctx now'               || ":ctx takes nothing after it, and got 'now'"
        ':hlep'                  || 'There is no command :hlep. Perhaps :help? Type :help for the list'
        ':'                      || 'There is no command :.'
    }

    def 'the whole table: each command explains itself'() {
        given:
        def repl = new Repl(ReplParts.of(window(new Keyboard()), { CandidatesSpec.catalog() }, { evaluator }))

        expect:
        repl.@commands.all().every { command ->
            def help = repl.@commands.run(":${command.name()} --help")
            help.startsWith(command.call()) && help.contains(command.title()) && command.aliases().every { help.contains(":$it") }
        }
        repl.@commands.all().every { repl.@commands.overview().contains(it.call()) }
        repl.@commands.all().collectMany { [it.name()] + it.aliases() }.countBy { it }.every { it.value == 1 }
    }

    def 'history holds what was typed, the old before the new, each once'() {
        given:
        Files.writeString(directory.resolve('history'), 'old\n')
        start()
        keyboard.waitFor('dwx> ')

        when:
        ['one', 'two', ' hidden', "p = 's3cret'", "p = 's3cret'"].each {
            keyboard.type(it)
            keyboard.waitFor('\ndwx> ')
        }
        keyboard.type(':history')

        then:
        keyboard.waitFor(":history\nold\none\ntwo\np = '***'\n:history\ndwx> ")
        Files.readAllLines(directory.resolve('history')) == ['old', 'one', 'two', "p = '***'", ':history']
    }

    def 'a confirmation gives what was typed, and nothing for Ctrl-C, Ctrl-D and an empty line'() {
        given:
        keyboard = new Keyboard()
        def confirmer = new TerminalConfirmer(keyboard.terminal)
        String typed = null
        def asking = Thread.start {
            typed = confirmer.ask('This deletes: node dwd_orders\nin orders_dw, Prod', "Type the node's name to go on: ")
        }

        when:
        keyboard.waitFor("  This deletes: node dwd_orders\n  in orders_dw, Prod\n  Type the node's name to go on: ")
        keyboard.keys(answer)
        asking.join(20_000)

        then:
        typed == text

        where:
        answer           || text
        'dwd_orders\r'   || 'dwd_orders'
        ' dwd_orders \r' || 'dwd_orders'
        'DWD_ORDERS\r'   || 'DWD_ORDERS'
        '\r'             || ''
        'dwd\u0003'      || ''
        '\u0004'         || ''
    }
}
