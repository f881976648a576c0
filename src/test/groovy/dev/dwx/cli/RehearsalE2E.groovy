package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import dev.dwx.SandboxServer
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** Rehearsed, explained and read-only runs of the real program against a sandbox of its own process. */
class RehearsalE2E extends Specification {
    @Shared @TempDir Path home
    @Shared SandboxServer server
    @Shared DwxProcess dwx

    def setupSpec() {
        server = new SandboxServer(new DwxProcess(home))
        dwx = new DwxProcess(home).against(server.endpoint)
    }

    def cleanupSpec() {
        server?.close()
    }

    def "a whole script is rehearsed, and the service is as it was"() {
        given:
        def script = Files.writeString(home.resolve('change.dwx'), '''
            use project: 'orders_dw'
            node = ListNodes(Name: 'ads_gmv').items[0]
            RenameNode(Id: node.Id, Name: 'ads_gmv_v2')
            folder = v2020.CreateFile(FileName: 'made', FileType: 10, Content: 'select 1').Data
            println v2020.GetFile(FileId: folder).Data.File.FileName
            DeleteNode(Id: node.Id)
            println 'the end ' + GetNode(Id: node.Id).Node.Name
        ''')

        when:
        def run = dwx.run('--dry-run', 'run', script.toString())

        then:
        run.code == 0
        run.out == 'made\nthe end ads_gmv\n'
        run.err.contains("dry run 1: not sent: RenameNode (2024-05-18)")
        run.err.contains(server.endpoint.toString())
        run.err.contains('would be refused: nobody is there to confirm it')
        run.err.readLines().last() ==~ /dry run: 3 writes not sent \(RenameNode 1, CreateFile 1, DeleteNode 1\), 1 of them destructive; \d reads sent, 1 answered by the rehearsal/
    }

    def "a run that fails rehearsed ends with its code, and says what came before"() {
        when:
        def run = dwx.run('--dry-run', '-p', 'orders_dw', '-e', "RenameNode(Id: '1', Name: 'x'); GetProject(Id: 99)")

        then:
        run.code == ExitCode.CALL_REFUSED.code()
        run.err.contains('dry run: 1 write not sent (RenameNode 1)')
    }

    def "--explain tells of each call on standard error; data stay data"() {
        when:
        def run = dwx.run('--explain', '-p', '10001', '-o', 'json', '-e', 'ListNodes(PageSize: 10).total')

        then:
        run.code == 0
        run.out ==~ /\d+\n/
        run.err =~ /explain 1: ListNodes \(2024-05-18\) GET http:\/\/127\.0\.0\.1:\d+/
        run.err =~ /(?m)^  query +ProjectId +10001  \(from the context\)$/
        run.err =~ /(?m)^  answered, HTTP 200, \d+ bytes, RequestId \S+$/
    }

    @Requires({ ['curl', 'openssl', 'sh'].every { tool -> System.getenv('PATH').split(':').any { Files.isExecutable(Path.of(it, tool)) } } })
    def "a call that is written down for curl runs as it stands"() {
        given:
        def script = Files.writeString(home.resolve('call.sh'), dwx.run('-p', '10001', '-e', "ListNodes.curl(Name: 'ads_gmv')").out)

        when:
        def run = dwx.exec('', ['sh', script.toString()])

        then:
        run.code == 0
        run.out.contains('"Name":"ads_gmv"')
    }

    def "a read-only run refuses what changes something, with the code of a refused call"() {
        expect:
        dwx.run('--read-only', '-p', '10001', '-e', source).with { it.code == ExitCode.CALL_REFUSED.code() && it.err.contains('dwx.ReadOnly') }

        where:
        source << ["DeleteDataSource(Id: 1)", "confirm('x') { DeleteDataSource(Id: 1) }"]
    }

    @Requires({ PtyProcess.available() })
    def "the prompt says that the session is #words"() {
        given:
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(new DwxProcess(home).builder([]).environment())
        def shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox', option],
                whole + [TERM: 'xterm-256color', COLUMNS: null, LINES: null], home)

        when:
        shell.waitFor("[sandbox · orders_dw · $words] dwx> ")
        shell.type('StopDIJob(DIJobId: 1)')
        shell.waitFor(seen)
        shell.waitFor("[sandbox · orders_dw · $words] dwx> ")
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0

        cleanup:
        shell?.close()

        where:
        option        | words       | seen
        '--read-only' | 'read-only' | 'dwx.ReadOnly'
        '--dry-run'   | 'dry run'   | 'simulated: not sent'
    }
}
