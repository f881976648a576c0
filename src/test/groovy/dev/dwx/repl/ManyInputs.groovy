package dev.dwx.repl

import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.repl.command.SessionPreferences
import dev.dwx.client.limits.CallCounts
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Session
import dev.dwx.repl.command.SessionRecord
import dev.dwx.repl.live.Feeds
import dev.dwx.repl.live.Frugality
import dev.dwx.repl.live.LiveCache
import dev.dwx.traps.SandboxSession
import java.lang.management.ManagementFactory
import java.nio.charset.StandardCharsets
import java.util.concurrent.Executor
import org.jline.terminal.Size
import org.jline.terminal.impl.LineDisciplineTerminal
import java.nio.file.Path

/**
 * A long day at a prompt in a process of its own, so that nothing but its inputs loads classes. Its arguments are how many inputs there
 * are, how far apart it looks at what the process holds, and a directory; each look is a line of numbers: inputs so far, classes,
 * bytes of metaspace, bytes of heap.
 */
final class ManyInputs {
    private static final List<Closure<String>> KINDS = [
            { int i -> "1 + $i" },
            { int i -> "x = [$i, 2].collect { it + 1 }.sum()" },
            { int i -> "def v${i % 50} = 'text $i'" },
            { int i -> "int n = $i; n % 3 == 0 ? 'yes' : 'no'" },
            { int i -> "def twice(n) {\n  n * 2 + $i\n}" },
            { int i -> "twice($i)" },
            { int i -> "def more${i % 5}(n) { n + $i }; def less${i % 5}(n) { n - $i }" },
            { int i -> "class Point { int x = $i; def far() { x * 2 } }" },
            { int i -> 'new Point().far()' },
            { int i -> "record Pair(int a, int b) { }\nnew Pair($i, 2).a()" },
            { int i -> "enum Size { SMALL, LARGE }\nSize.values().size()" },
            { int i -> "throw new IllegalStateException('no $i')" },
            { int i -> "missing$i + 1" },
            { int i -> "def broken = = $i" },
            { int i -> "ListNodes(ProjectId: 10001, PageSize: ${1 + i % 20})" },
            { int i -> "ListNodes(ProjectId: $i, Pagesize: 10)" },
            { int i -> "r = ListNodes(ProjectId: 10001)\nr.total" },
            { int i -> "GetNode(Id: $i)" },
            { int i -> "ListTaskInstances(Bizdate: yesterday, PageSize: 5)*.Status" },
            { int i -> "ListNodes.all().take(3)*.Name" },
            { int i -> 'Out[-1]; _' },
            { int i -> "(1..3000).collect { it + $i }" },
            { int i -> ':last json' },
            { int i -> "Lis$i" },
            { int i -> "f = { n -> n + $i }; f(2)" },
            { int i -> "import java.util.concurrent.atomic.AtomicLong as A${i % 7}; new A${i % 7}($i).get()" },
            { int i -> "\"a \${1 + $i} b\".toString().length()" },
            { int i -> ':help apis' },
            { int i -> "flow('w$i') { sql('a') { script 'select $i' } }" },
    ]

    private final int inputs
    private final int apart
    private final Path directory
    private int asked

    private ManyInputs(int inputs, int apart, Path directory) {
        this.inputs = inputs
        this.apart = apart
        this.directory = directory
    }

    static void main(String[] args) {
        new ManyInputs(args[0] as int, args[1] as int, Path.of(args[2])).run()
        System.exit(0)
    }

    private void run() {
        def terminal = new LineDisciplineTerminal('inputs', 'ansi', OutputStream.nullOutputStream(), StandardCharsets.UTF_8)
        terminal.size = new Size(100, 30)
        def sandbox = new SandboxSession()
        Session session = null
        def live = new LiveCache({ session }, new Feeds({ SandboxSession.CATALOG }),
                new Frugality({ Frugality.Wish.USUAL }, CallCounts.NONE, System::nanoTime), System::nanoTime, { it.run() } as Executor)
        session = Session.with({ SandboxSession.CATALOG }, live.hearing(sandbox.client))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        def evaluator = new GroovyEvaluator(session)
        def parts = ReplParts.of(new Window(terminal, new Renderer(OutputForm.TABLE, Look.PLAIN), new SessionPreferences([:])), { SandboxSession.CATALOG }, { evaluator })
                .live(live).record(new SessionRecord({ '' }))
                .prompt { next(terminal) }.history(directory.resolve('history'))
        new Repl(parts).run()
        println "knows ${evaluator.variables().containsKey('v2')} ${evaluator.methodNames().contains('twice')}"
    }

    /** Types what comes next when the prompt asks for it. */
    private String next(LineDisciplineTerminal terminal) {
        if (asked > 0 && asked % apart == 0) {
            look()
        }
        if (asked == inputs) {
            terminal.processInputByte(4)
        } else {
            def input = KINDS[asked % KINDS.size()].call(asked)
            "\u001b[200~$input\u001b[201~\r".getBytes(StandardCharsets.UTF_8).each { terminal.processInputByte(it) }
        }
        asked++
        return 'dwx> '
    }

    private void look() {
        dropWhatIsKeptWhileThereIsRoom()
        3.times { System.gc() }
        long metaspace = ManagementFactory.memoryPoolMXBeans.find { it.name == 'Metaspace' }.usage.used
        println "held $asked ${ManagementFactory.classLoadingMXBean.loadedClassCount} $metaspace ${ManagementFactory.memoryMXBean.heapMemoryUsage.used}"
    }

    /** Caches behind soft references go when memory is short, and a request for more than there is makes it so. */
    private static void dropWhatIsKeptWhileThereIsRoom() {
        try {
            def more = new long[(int) (Runtime.runtime.maxMemory().intdiv(4))]
            throw new AssertionError("$more.length fitted")
        } catch (OutOfMemoryError expected) {
            // That is what was wanted.
        }
    }
}
