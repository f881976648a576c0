package dev.dwx

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.util.concurrent.TimeUnit

/**
 * The class data that the launcher would keep for its user, made once for all programs that these tests start: a start costs a
 * third then. Only read by them; where it cannot be made, they start without.
 */
final class ClassArchive {
    private static final Path JAR = DwxProcess.PROJECT.resolve('target/dwx.jar')
    private static final Path PLACE = DwxProcess.PROJECT.resolve('target/tests.jsa')
    private static final String OPTIONS = '-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=off -XX:+UnlockDiagnosticVMOptions ' +
            '-XX:ArchiveRelocationMode=0'

    private ClassArchive() {
    }

    /** What the launcher passes on to Java to read it; empty where there is none. */
    static String options() {
        Holder.OPTIONS
    }

    private static final class Holder {
        static final String OPTIONS = made() ? "-Xshare:auto -XX:SharedArchiveFile=$PLACE" : ''
    }

    private static boolean made() {
        if (Files.exists(PLACE) && Files.exists(JAR) && Files.getLastModifiedTime(PLACE) > Files.getLastModifiedTime(JAR)) {
            return true
        }
        if (!Files.exists(JAR)) {
            return false
        }
        def fresh = PLACE.resolveSibling("tests-${ProcessHandle.current().pid()}.jsa")
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder([java] + OPTIONS.split(' ').toList() + ["-XX:ArchiveClassesAtExit=$fresh".toString(), '-cp', JAR.toString(),
                'dev.dwx.cli.Training']).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
        process.outputStream.close()
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor()
        }
        if (!Files.exists(fresh)) {
            return false
        }
        Files.move(fresh, PLACE, StandardCopyOption.REPLACE_EXISTING)
        true
    }
}
