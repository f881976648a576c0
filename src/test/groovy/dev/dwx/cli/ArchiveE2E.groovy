package dev.dwx.cli

import dev.dwx.DwxProcess
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The archive that the build packs: unpacked anywhere, it runs without Maven and without the project. */
@Requires(value = { ArchiveE2E.archive() != null }, reason = 'needs target/dwx-VERSION.tar.gz, which mvn package makes')
class ArchiveE2E extends Specification {
    @TempDir Path home

    static Path archive() {
        def target = DwxProcess.PROJECT.resolve('target').toFile()
        target.listFiles()?.find { it.name ==~ /dwx-\d.*\.tar\.gz/ }?.toPath()
    }

    def "it is unpacked into a place with blanks in its name, is not written to, and runs by a link, and with nothing but Java on the path"() {
        given:
        def place = Files.createDirectories(home.resolve('my programs'))
        def dwx = new DwxProcess(home)
        assert dwx.exec('', ['tar', 'xzf', archive().toString(), '-C', place.toString()]).code == 0
        def unpacked = place.toFile().listFiles()[0].toPath()
        def bin = Files.createDirectories(home.resolve('bin'))
        Files.createSymbolicLink(bin.resolve('dwx'), unpacked.resolve('bin/dwx'))
        assert dwx.exec('', ['chmod', '-R', 'a-w', unpacked.toString()]).code == 0
        def before = files(unpacked)

        when:
        def linked = dwx.exec('', [bin.resolve('dwx').toString(), '--version'])
        def bare = new DwxProcess(home)
        bare.environment.putAll([PATH: "${System.getProperty('java.home')}/bin".toString(), DWX_ARCHIVE: ''])
        def call = bare.exec('', ['/bin/sh', unpacked.resolve('bin/dwx').toString(), '--sandbox', '-e', 'ListProjects().total'])

        then:
        linked.code == 0
        linked.out.startsWith('dwx ')
        call.out == '2\n'
        call.code == 0
        files(unpacked) == before

        and: 'all that belongs beside it is there'
        before.containsAll(['bin/dwx', 'lib/dwx.jar', 'README.md', 'LICENSE', 'share/man/man1/dwx.1', 'dsl-examples/new-workflow.dwx'])
        Files.isExecutable(unpacked.resolve('bin/dwx'))
        Files.readString(unpacked.resolve('share/man/man1/dwx.1')).startsWith('.TH DWX 1')

        cleanup:
        dwx.exec('', ['chmod', '-R', 'u+w', place.toString()])
    }

    def "its entries bear the build's own time and nobody's name, so that the same sources pack the same archive"() {
        when:
        def dwx = new DwxProcess(home)
        dwx.environment.TZ = 'UTC'
        def listed = dwx.exec('', ['tar', 'tvzf', archive().toString()]).out.readLines()

        then:
        listed.size() > 30
        listed.every { it.contains(' 2026-01-01 00:00 ') && it.contains('root/root') }
    }

    private static List<String> files(Path root) {
        Files.walk(root).withCloseable { files ->
            files.filter { Files.isRegularFile(it) }.collect { root.relativize(it).toString() }.sort()
        }
    }
}
