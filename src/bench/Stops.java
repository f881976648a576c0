package dev.dwx.repl;

import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;

/** Presses Ctrl-C again and again while work of many kinds runs, in the prompt's own parts. In their package, since they are its own. */
public final class Stops {
    private static final Map<String, String> KINDS = kinds();
    /** Long enough for the work to be compiled and hot. */
    private static final long AT_WORK = 60;
    private static final long GIVEN_UP = 20_000;

    private Stops() {
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("a sleep", "Thread.sleep(600_000)");
        kinds.put("a loop", "while (true) { }");
        kinds.put("a loop around a catch of all", "while (true) { try { Thread.sleep(10) } catch (Throwable t) { } }");
        kinds.put("a loop in a finally", "try { while (true) { } } finally { for (;;) { } }");
        kinds.put("a program's output", "['sleep', '600'].execute().text; Thread.sleep(600_000)");
        kinds.put("a wait for a lock", "def l = new java.util.concurrent.locks.ReentrantLock(); Thread.start { l.lock() }.join(); l.lock()");
        kinds.put("a monitor that is not given back", "def o = new Object(); def held = new java.util.concurrent.CountDownLatch(1);"
                + " Thread.startDaemon { synchronized (o) { held.countDown(); Thread.sleep(5_000) } }; held.await(); synchronized (o) { 1 }");
        kinds.put("a pattern that tries for ever", "('a' * 60) ==~ '(a|aa)+\\\\1b'");
        kinds.put("the sum of a range", "(1..2_000_000_000).sum()");
        kinds.put("nCopies(…).sum()", "Collections.nCopies(2_000_000_000, 1).sum()");
        kinds.put("nCopies(…).sum() of doubles", "Collections.nCopies(2_000_000_000, 1.5d).sum()");
        kinds.put("a sum with a closure", "Collections.nCopies(2_000_000_000, 1).sum { it * 2 }");
        kinds.put("max of a range", "(1..2_000_000_000).max()");
        kinds.put("a join of a range", "(1..2_000_000_000).join('').size()");
        kinds.put("a sort", "def a = new int[90_000_000]; while (true) { java.util.Arrays.sort(a) }");
        kinds.put("a power", "3G.pow(900_000_000)");
        kinds.put("a stream without end", "java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()");
        kinds.put("endless recursion that catches all", "def f(n) { try { f(n + 1) } catch (Throwable t) { f(n + 1) } }; f(0)");
        kinds.put("workers in loops", "(1..8).toList().eachParallel(4) { while (true) { } }");
        kinds.put("workers that hear nothing", "(1..8).toList().eachParallel(4) { (1..2_000_000_000).sum() }");
        kinds.put("workers at one monitor", "def o = new Object(); (1..8).toList().eachParallel(4) { synchronized (o) { (1..2_000_000_000).sum() } }");
        return kinds;
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        int runs = Integer.parseInt(args[0]);
        System.out.printf(Locale.ROOT, "%d runs; milliseconds from Ctrl-C to the prompt%n%-36s %8s %8s %8s %8s%n", runs, "", "first", "p50", "p95", "max");
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            if (args.length > 1 && !kind.getKey().contains(args[1])) {
                continue;
            }
            double[] times = new double[runs];
            for (int i = 0; i < runs; i++) {
                times[i] = time(kind.getValue());
            }
            double first = times[0];
            Arrays.sort(times);
            System.out.printf(Locale.ROOT, "%-36s %8.0f %8.0f %8.0f %8.0f%n", kind.getKey(), first, times[runs / 2], times[runs * 95 / 100],
                    times[runs - 1]);
        }
    }

    private static double time(String source) throws InterruptedException, IOException {
        GroovyEvaluator evaluator = new GroovyEvaluator(Session.with(SnapshotCatalog::bundled, (operation, arguments, target) -> {
            throw new IllegalStateException("nothing is sent here");
        }).context(Context.of("cn-shanghai").withProject(10001L, "orders_dw")).begin());
        CountDownLatch begun = new CountDownLatch(1);
        evaluator.set("begun", begun);
        Terminal terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream());
        Evaluation<Object> evaluation = new Evaluation<>(() -> evaluator.evaluate("begun.countDown(); " + source, "In[1]"), thread -> {
        });
        Thread prompt = new Thread(() -> evaluation.run(terminal, note -> {
        }));
        prompt.setDaemon(true);
        prompt.start();
        begun.await();
        Thread.sleep(AT_WORK);
        long from = System.nanoTime();
        terminal.raise(Terminal.Signal.INT);
        prompt.join(GIVEN_UP);
        double took = (System.nanoTime() - from) / 1e6;
        if (prompt.isAlive()) {
            terminal.raise(Terminal.Signal.INT);
            terminal.raise(Terminal.Signal.INT);
        }
        return took;
    }
}
