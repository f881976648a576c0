package dev.dwx.cli

import com.sun.net.httpserver.HttpServer
import dev.dwx.DwxProcess
import dev.dwx.SandboxServer
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path

/** The word {@code sandbox} through the real program: its own sandbox, one of another process, and none. */
class SandboxWordE2E extends Specification {
    static final String SCRIPT = '''
        sandbox.fault(status: 403, code: 'NoPermission', times: 2, on: 'CreateFolder')
        2.times { try { CreateFolder(FolderPath: 'Business Flow/word') } catch (e) { println 'refused' } }
        CreateFolder(FolderPath: 'Business Flow/word')
        println sandbox.faults()*.Fired
        println sandbox.requests('CreateFolder')*.Status
        was = sandbox.clock.freeze()
        println java.time.Duration.between(was, sandbox.clock.advance('1h')).toMinutes()
        println sandbox.limits('basic', usedToday: 7).UsedToday
        sandbox.reset()
        println sandbox.requests.size() + ' ' + sandbox.limits().Edition
    '''.stripIndent()
    static final String PRINTED = 'refused\nrefused\n[2]\n[403, 403, 200]\n60\n7\n0 unlimited\n'

    @TempDir Path home

    def "it does the same in this process and against a server, over HTTP and HTTPS"() {
        given:
        def server = new SandboxServer(new DwxProcess(home), ['--https-port', '0'])
        def dwx = new DwxProcess(home)

        expect:
        dwx.run('--sandbox', '-e', SCRIPT).out == PRINTED
        dwx.run('--sandbox', '--frozen-clock', '-e', 'sandbox.clock.frozen').out == 'true\n'

        when:
        dwx.environment.putAll(server.exports)

        then:
        dwx.run('', ['--project', '10001', '-e', SCRIPT]).out == PRINTED
        dwx.run('', ['--project', '10001', '--endpoint', server.httpsEndpoint, '-e', SCRIPT]).out == PRINTED

        when: 'a setting is misspelt'
        def wrong = dwx.run('-e', "sandbox.fault(statsu: 503)")

        then:
        wrong.code == ExitCode.SCRIPT_ERROR.code()
        wrong.err.contains("sandbox.fault takes no 'statsu'; did you mean status?")

        cleanup:
        server?.close()
    }

    def "where there is no sandbox it says how to get one"() {
        given:
        def other = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
        other.createContext('/') { exchange -> exchange.sendResponseHeaders(200, -1); exchange.close() }
        other.start()
        def dwx = new DwxProcess(home)

        when:
        def service = dwx.run('--region', 'cn-shanghai', '-e', 'sandbox.calm()')
        def stranger = dwx.run('--endpoint', "http://127.0.0.1:${other.address.port}".toString(), '-e', 'sandbox.calm()')

        then:
        service.code == ExitCode.SCRIPT_ERROR.code()
        service.err.contains('start dwx with --sandbox')
        stranger.err.contains('is no dwx sandbox')

        cleanup:
        other?.stop(0)
    }
}
