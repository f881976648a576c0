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
import java.nio.file.Path
import java.util.concurrent.Executor
import org.jline.terminal.Size
import org.jline.terminal.impl.LineDisciplineTerminal
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** A long day at the prompt. {@code -Ddwx.inputs=10000} makes it longer. */
class ManyInputsSpec extends Specification {
    private static final int INPUTS = Integer.getInteger('dwx.inputs', 440)
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

    @TempDir
    Path directory

    private record Held(int classes, long metaspace, long heap) {
        static Held now() {
            4.times { System.gc() }
            long metaspace = ManagementFactory.memoryPoolMXBeans.find { it.name == 'Metaspace' }.usage.used
            return new Held(ManagementFactory.classLoadingMXBean.loadedClassCount, metaspace, ManagementFactory.memoryMXBean.heapMemoryUsage.used)
        }

        @Override
        String toString() {
            return "$classes classes, ${metaspace >> 10} KB of metaspace, ${heap >> 10} KB of heap"
        }
    }

    @Timeout(1200)
    def 'thousands of inputs leave nothing behind'() {
        given: 'a prompt that is fed its next input when it asks for one'
        def terminal = new LineDisciplineTerminal('inputs', 'ansi', OutputStream.nullOutputStream(), StandardCharsets.UTF_8)
        terminal.size = new Size(100, 30)
        def sandbox = new SandboxSession()
        Session session = null
        def live = new LiveCache({ session }, new Feeds({ SandboxSession.CATALOG }),
                new Frugality({ Frugality.Wish.USUAL }, CallCounts.NONE, System::nanoTime), System::nanoTime, { it.run() } as Executor)
        session = Session.with({ SandboxSession.CATALOG }, live.hearing(sandbox.client))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        def evaluator = new GroovyEvaluator(session)
        def record = new SessionRecord({ '' })
        int asked = 0
        int evaluated = 0
        Held before = null
        Held after = null
        def feed = {
            if (asked == INPUTS.intdiv(4)) {
                before = Held.now()
            }
            if (asked == INPUTS) {
                after = Held.now()
                terminal.processInputByte(4)
            } else {
                def input = KINDS[asked % KINDS.size()].call(asked)
                "\u001b[200~$input\u001b[201~\r".getBytes(StandardCharsets.UTF_8).each { terminal.processInputByte(it) }
            }
            asked++
            return 'dwx> '
        }
        def parts = ReplParts.of(new Window(terminal, new Renderer(OutputForm.TABLE, Look.PLAIN), new SessionPreferences([:])), { SandboxSession.CATALOG }, { evaluator })
                .live(live).record(record)
                .prompt(feed).history(directory.resolve('history'))

        when:
        long begun = System.nanoTime()
        new Repl(parts).run()
        long seconds = (System.nanoTime() - begun).intdiv(1_000_000_000L)
        println "$INPUTS inputs in $seconds s, ${sandbox.arrived()} calls; after a quarter $before; at the end $after"

        then:
        evaluator.variables().containsKey('v2')
        evaluator.methodNames().contains('twice')
        after.classes() < before.classes() + 150
        after.metaspace() < before.metaspace() + (3L << 20)
        after.heap() < before.heap() + (6L << 20)

        cleanup:
        terminal.close()
        sandbox.close()
    }
}
