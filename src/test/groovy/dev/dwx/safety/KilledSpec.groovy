package dev.dwx.safety

import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** Processes that are killed in the midst of their writing. {@code -Ddwx.kills=200} does it more often. */
class KilledSpec extends Specification {
    static final int KILLS = Integer.getInteger('dwx.kills', 40)
    static final int AT_ONCE = 4

    @TempDir
    Path state

    def "kill -9 at any moment leaves the audit log in one chain, and all that undo keeps readable"() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def random = new Random(20260315)
        int killed = 0
        def outcomes = []

        when:
        while (killed < KILLS) {
            def running = (1..AT_ONCE).collect {
                new ProcessBuilder(java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-Xmx64m', '-cp',
                        System.getProperty('java.class.path'), TrailWriter.name, state.toString()).redirectErrorStream(true).start()
            }
            running.each { process ->
                assert process.inputStream.newReader('UTF-8').readLine() == 'ready'
                long until = System.nanoTime() + random.nextInt(30_000_000)
                while (System.nanoTime() < until) {
                    Thread.onSpinWait()
                }
                process.destroyForcibly()
                assert process.waitFor(30, TimeUnit.SECONDS)
                killed++
            }
            outcomes << AuditCheck.of(state.resolve('audit.jsonl'))
        }
        def store = new UndoStore(state.resolve('undo'), Clock.systemUTC())
        def calls = new AuditQuery(null, null, false, [], Integer.MAX_VALUE).read(state.resolve('audit.jsonl'))

        then: 'nothing but torn ends, which are known as such'
        outcomes.every { it.intact() && it.remarks().every { it.contains('was cut off when its process ended') } }
        outcomes.last().lines() > KILLS / AT_ONCE
        !calls.empty

        and: 'what was kept is whole'
        !store.names().empty
        store.names().every { store.read(it).get().end == true }

        and: 'the next process goes on'
        AuditChainSpec.append(state.resolve('audit.jsonl'))
        AuditCheck.of(state.resolve('audit.jsonl')).intact()
    }
}
