package dev.dwx.repl

import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** A long day at the prompt. {@code -Ddwx.inputs=10000} makes it longer. */
class ManyInputsSpec extends Specification {
    private static final int INPUTS = Integer.getInteger('dwx.inputs', 440)
    private static final long MEGABYTE = 1L << 20

    @TempDir
    Path directory

    @Timeout(1800)
    def 'thousands of inputs leave nothing behind'() {
        when: 'a process looks four times at what it holds; the first quarter is for what is made once'
        long begun = System.nanoTime()
        def process = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-Xshare:auto', '-XX:+UseSerialGC', '-Xmx400m',
                INPUTS < 2000 ? '-XX:TieredStopAtLevel=1' : '-XX:+TieredCompilation',
                '-Ddwx.language=en', '-Dsun.net.httpserver.nodelay=true', '-Dslf4j.internal.verbosity=ERROR',
                "-Ddwx.basedir=${System.getProperty('dwx.basedir', '.')}".toString(),
                '-cp', System.getProperty('surefire.test.class.path', System.getProperty('java.class.path')), ManyInputs.name,
                "$INPUTS".toString(), "${INPUTS.intdiv(4)}".toString(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        List<String> lines = process.inputReader().readLines()
        boolean ended = process.waitFor(1, TimeUnit.MINUTES)
        List<List<Long>> looks = lines.findAll { it.startsWith('held ') }.collect { it.split(' ').drop(1)*.toLong() }
        def told = looks.collect { "after ${it[0]} inputs ${it[1]} classes, ${it[2] >> 10} KB of metaspace, ${it[3] >> 10} KB of heap" }
        println "$INPUTS inputs in ${(System.nanoTime() - begun).intdiv(1_000_000_000L)} s\n${told.join('\n')}"
        def (first, last) = [looks.first(), looks.last()]

        then:
        ended
        process.exitValue() == 0
        lines.contains('knows true true')
        looks.size() == 4
        last[0] == INPUTS

        and: 'one class in twenty inputs, or in each round of the kinds of input, would be more'
        last[1] < first[1] + Math.max(8, INPUTS.intdiv(200))
        last[2] < first[2] + (INPUTS < 2000 ? 1 : 4) * MEGABYTE
        last[3] < first[3] + 4 * MEGABYTE

        cleanup:
        process?.destroyForcibly()
    }
}
