package dev.dwx.cli

import dev.dwx.DwxProcess
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** What the README shows works as it stands there. */
class ReadmeE2E extends Specification {
    @Shared String readme = Files.readString(DwxProcess.PROJECT.resolve('README.md'))
    @TempDir Path home

    private List<String> blocks(String kind) {
        (readme =~ /(?s)```$kind\n(.*?)```/).collect { it[1] as String }
    }

    def "the language's page runs from top to bottom in the sandbox"() {
        given:
        def script = Files.writeString(home.resolve('readme.dwx'), blocks('groovy').join('\n'))

        when:
        def run = new DwxProcess(home).run('--sandbox', 'run', script.toString())

        then:
        run.code == 0
        blocks('groovy').size() > 5
    }

    def "every command line works: #line"() {
        given:
        def dwx = new DwxProcess(home)
        dwx.directory = DwxProcess.PROJECT
        // A file that a line writes goes to the test's own directory.
        def here = line.replaceAll(/ #.*/, '').replace('> projects.csv', "> '$home/projects.csv'")

        when:
        def run = dwx.exec('', ['sh', '-c', here])

        then:
        run.code == 0
        here.contains('projects.csv') || !run.out.isEmpty()

        where:
        line << (Files.readString(DwxProcess.PROJECT.resolve('README.md')) =~ /(?s)```sh\n(.*?)```/)
                .collect { it[1] }.collectMany { it.readLines() }
                .findAll { it =~ /bin\/dwx/ && !it.contains('sandbox --port') }
    }

    def "the two commands are the ones that the build uses"() {
        expect:
        readme.contains('`mvn verify`')
        Files.readString(DwxProcess.PROJECT.resolve('.ci/run')).readLines().last() == 'exec mvn verify'
    }
}
