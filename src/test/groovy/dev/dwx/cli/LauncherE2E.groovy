package dev.dwx.cli

import dev.dwx.DwxProcess
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.TimeUnit

/** bin/dwx itself: where it finds Java, the jar and itself. */
class LauncherE2E extends Specification {
    @TempDir Path home

    private Path copy(String name, boolean jar = true) {
        def place = Files.createDirectories(home.resolve(name))
        Files.createDirectories(place.resolve('bin'))
        Files.createDirectories(place.resolve('target'))
        Files.copy(DwxProcess.PROJECT.resolve('bin/dwx'), place.resolve('bin/dwx'), StandardCopyOption.COPY_ATTRIBUTES)
        if (jar) {
            Files.copy(DwxProcess.PROJECT.resolve('target/dwx.jar'), place.resolve('target/dwx.jar'))
        }
        place
    }

    private Path executable(Path file, String text) {
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rwxr-xr-x'))
    }

    def "it works from a path with spaces, through links to links, and from any directory"() {
        given:
        def place = copy('a place with spaces')
        Files.createSymbolicLink(home.resolve('one'), place.resolve('bin/dwx'))
        Files.createSymbolicLink(home.resolve('two'), Path.of('one'))
        def dwx = new DwxProcess(home)

        expect:
        dwx.exec('', [home.resolve('two').toString(), '-e', "'it ' + 'runs'"]).out == 'it runs\n'
        dwx.exec('', ['sh', '-c', 'PATH="$PATH:$PWD"; exec two --version']).out.startsWith('dwx ')
        dwx.exec('', ['sh', '-c', "cd '$place/bin' && ./dwx --version && sh dwx --version"]).out.readLines().size() == 2
    }

    def "without a JDK 17 it says what it found and what to do"() {
        given:
        def old = home.resolve('jdk-11')
        executable(old.resolve('bin/java'), '#!/bin/sh\necho must not be started; exit 1\n')
        Files.writeString(old.resolve('release'), 'IMPLEMENTOR="x"\nJAVA_VERSION="11.0.2"\n')
        def dwx = new DwxProcess(home)
        dwx.environment.putAll([DWX_JAVA_HOME: old.toString(), JAVA_HOME: '', PATH: '/nowhere', DWX_JAVA_PLACES: '/nowhere'])

        when:
        def run = dwx.exec('', ['/bin/sh', DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--version'])

        then:
        run.code == ExitCode.UNAVAILABLE.code()
        run.err.contains('JDK 17 or newer is needed')
        run.err.contains("$old has Java 11.0.2")
        run.err.contains('DWX_JAVA_HOME=')
    }

    def "without the jar it builds once, with one line of progress, and then runs"() {
        given:
        def place = copy('unbuilt', false)
        executable(home.resolve('tools/mvn'), """#!/bin/sh
echo "noise of the build"
echo "\$PWD \$*" >>"$home/built"
cp '${DwxProcess.PROJECT}/target/dwx.jar' target/dwx.jar
""")
        def dwx = new DwxProcess(home)
        dwx.environment.PATH = "$home/tools:${System.getenv('PATH')}".toString()

        when:
        def first = dwx.exec('', [place.resolve('bin/dwx').toString(), '-e', '40+2'])
        def second = dwx.exec('', [place.resolve('bin/dwx').toString(), '-e', '40+3'])

        then:
        first.out == '42\n'
        first.err.readLines().size() == 1
        first.err.contains('building')
        second.out == '43\n'
        second.err.isEmpty()
        Files.readAllLines(home.resolve('built')).size() == 1
    }

    def "a build that fails shows its last lines; without Maven it says so"() {
        given:
        def place = copy('unbuilt', false)
        def dwx = new DwxProcess(home)
        executable(home.resolve('tools/mvn'), '#!/bin/sh\necho "[ERROR] no registry"\nexit 1\n')
        // What the launcher itself needs, and nothing else.
        ['tail', 'mkdir', 'readlink', 'java', 'sh', 'nice', 'cksum', 'stty', 'cat'].each { tool ->
            def found = System.getenv('PATH').split(':').collect { Path.of(it, tool) }.find { Files.isExecutable(it) }
            if (found) {
                Files.createSymbolicLink(Files.createDirectories(home.resolve('few')).resolve(tool), found)
            }
        }

        when:
        dwx.environment.PATH = "$home/tools:$home/few".toString()
        def failed = dwx.exec('', ['/bin/sh', place.resolve('bin/dwx').toString(), '--version'])
        dwx.environment.PATH = "$home/few".toString()
        def without = dwx.exec('', ['/bin/sh', place.resolve('bin/dwx').toString(), '--version'])

        then:
        failed.code == ExitCode.UNAVAILABLE.code()
        failed.err.contains('[ERROR] no registry')
        without.code == ExitCode.UNAVAILABLE.code()
        without.err.contains('Maven (mvn) is not on the PATH')
    }

    def "an archive of class data is made after the first start, checked, and changes nothing that is seen"() {
        given:
        def dwx = new DwxProcess(home)
        dwx.environment.putAll([DWX_ARCHIVE: 'on', DWX_JAVA_OPTS: ''])
        def archives = home.resolve('.cache/dwx/archive')

        when:
        def first = dwx.run('-e', '1+1')

        then:
        first.out == '2\n'
        new PollingConditions(timeout: 180, delay: 0.2).eventually {
            assert Files.isDirectory(archives)
            assert archives.toFile().list().every { it.endsWith('.jsa') }
            assert archives.toFile().list().size() == 1
        }

        when:
        def second = dwx.run('-e', '1+1')
        archives.toFile().listFiles()[0].with {
            it.writable = true
            it.bytes = new byte[4096]
        }
        def damaged = dwx.run('-e', '1+1')

        then:
        [second, damaged].every { it.out == '2\n' && it.err.isEmpty() && it.code == 0 }
    }

    def "a fault of dwx itself has a code of its own"() {
        given:
        def place = copy('damaged')
        FileSystems.newFileSystem(place.resolve('target/dwx.jar')).withCloseable {
            Files.write(it.getPath('dev/dwx/catalog/snapshot.bin'), new byte[100])
        }

        when:
        def run = new DwxProcess(home).exec('', [place.resolve('bin/dwx').toString(), 'apis'])

        then:
        run.code == ExitCode.INTERNAL.code()
        run.err.contains('fault of dwx')
    }

    def "Ctrl-C ends a script with its own code, and what was printed is there"() {
        given:
        def out = home.resolve('out.txt')
        def process = new DwxProcess(home)
                .builder([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '-e', 'println "begun"; System.out.flush(); while (true) { }'])
                .redirectOutput(out.toFile()).start()
        new PollingConditions(timeout: 60, delay: 0.1).eventually {
            assert Files.readString(out) == 'begun\n'
        }

        when:
        new ProcessBuilder('kill', '-INT', "${process.pid()}").start().waitFor()

        then:
        process.waitFor(30, TimeUnit.SECONDS)
        process.exitValue() == ExitCode.INTERRUPTED.code()
    }
}
