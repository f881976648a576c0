package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.SandboxServer
import groovy.json.JsonSlurper
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** {@code dwx sandbox} as a server, and dwx as its client: two processes and the wire between them. */
class SandboxServerE2E extends Specification {
    @TempDir Path home

    def "it prints what a shell needs to use it, and dwx uses it over HTTP and HTTPS, by both signatures"() {
        given:
        def server = new SandboxServer(new DwxProcess(home), ['--https-port', '0'])
        def dwx = new DwxProcess(home)
        dwx.environment.putAll(server.exports)

        def names = ['-o', 'json', '-e', 'ListProjects()*.Name']

        expect:
        dwx.run('', names).out == '["orders_dw","risk_dw"]\n'
        dwx.run('', ['--signature', 'v1'] + names).out == '["orders_dw","risk_dw"]\n'
        dwx.run('', ['--endpoint', server.httpsEndpoint] + names).out == '["orders_dw","risk_dw"]\n'

        when:
        dwx.environment.remove('DWX_CA_FILE')
        def untrusted = dwx.run('', ['--endpoint', server.httpsEndpoint] + names)

        then:
        untrusted.code == ExitCode.CALL_LOST.code()
        untrusted.err.contains('certificate')

        cleanup:
        server?.close()
    }

    def "what the service refuses, it refuses with the official codes"() {
        given:
        def server = new SandboxServer(new DwxProcess(home))
        def dwx = new DwxProcess(home).against(server.endpoint)

        when:
        dwx.environment.ALIBABA_CLOUD_ACCESS_KEY_SECRET = 'not-the-secret'
        def wrongSecret = dwx.run('-e', 'ListProjects()')
        dwx.environment.putAll([ALIBABA_CLOUD_ACCESS_KEY_ID: 'nobody', ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox'])
        def wrongKey = dwx.run('-e', 'ListProjects()')

        then:
        wrongSecret.code == ExitCode.CALL_REFUSED.code()
        wrongSecret.err.contains('SignatureDoesNotMatch')
        !wrongSecret.err.contains('not-the-secret')
        wrongKey.code == ExitCode.CALL_REFUSED.code()
        wrongKey.err.contains('InvalidAccessKeyId.NotFound')

        when:
        dwx.against(server.endpoint)
        def unknown = dwx.run('-e', "call('ListProjects', version: '2024-05-18', method: 'POST', NoSuchParameter: 1)")
        def missing = dwx.run('-e', "call('GetProject', version: '2024-05-18', method: 'GET')")

        then:
        unknown.err.contains('InvalidParameter')
        missing.err.contains('MissingId')

        cleanup:
        server?.close()
    }

    def "with a directory, what was made is there the next time"() {
        given:
        def data = home.resolve('world')
        def dwx = new DwxProcess(home)

        when:
        def made = dwx.run('--sandbox', '--data', data.toString(), '-e',
                "CreateDataQualityRule(Name: 'kept', TemplateCode: 'SYSTEM:table:table_count:fixed:0', " +
                        "Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders']).Id")
        def seen = dwx.run('--sandbox', '--data', data.toString(), '-e', "GetDataQualityRule(Id: ${made.out.trim()}).DataQualityRule.Name")

        then:
        made.code == 0
        seen.out == 'kept\n'
    }

    def "its documents feed discovery: a refresh says what changed, and the cache serves the next start"() {
        given:
        def server = new SandboxServer(new DwxProcess(home))
        def dwx = new DwxProcess(home)
        dwx.environment.putAll(server.exports)
        dwx.environment.DWX_OFFLINE = '0'

        when:
        def refreshed = dwx.run('refresh')
        server.close()
        def card = dwx.run('describe', 'ListProjects')
        def doctor = dwx.run('doctor')

        then:
        refreshed.code == 0
        card.code == 0
        card.out.contains('Source: ')
        !card.out.contains('the snapshot in this program')
        doctor.out.contains('673')
        doctor.code == ExitCode.CALL_LOST.code()
    }

    def "doctor says what is in use and what to do next, and shows no secret"() {
        given:
        def server = new SandboxServer(new DwxProcess(home))
        def dwx = new DwxProcess(home).against(server.endpoint)

        when:
        def healthy = dwx.run('doctor')
        def lost = new DwxProcess(home).run('doctor')

        then:
        healthy.code == 0
        healthy.out.contains('Everything is in order.')
        healthy.out.contains('environment')
        healthy.out =~ /clock +agrees/
        lost.code == ExitCode.NO_CREDENTIALS.code()
        lost.out.contains('What to do next:')
        lost.out.contains('ALIBABA_CLOUD_ACCESS_KEY_ID')
        lost.out.contains('--sandbox')

        cleanup:
        server?.close()
    }

    def "coverage lists every operation once"() {
        when:
        def text = new DwxProcess(home).run('sandbox', '--coverage').out

        then:
        text.contains('2024-05-18') && text.contains('358 in all')
        text.contains('2020-05-18') && text.contains('315 in all')
        text.split(/\s+/).count { it == 'ListProjects' } == 2
    }

    def "a port that is taken is said plainly"() {
        given:
        def server = new SandboxServer(new DwxProcess(home))

        when:
        def second = new DwxProcess(home).run('sandbox', '--port', "${server.endpoint.port}".toString())

        then:
        second.code == ExitCode.USAGE.code()
        second.err.contains("${server.endpoint.port}")
        second.err.contains('another port')

        cleanup:
        server?.close()
    }

    def "writes are in the audit log with who, what and result, readable by the owner only, without secrets"() {
        given:
        def dwx = new DwxProcess(home)

        when:
        dwx.run('--sandbox', '-e', '''
            CreateDataSource(Name: 'with_secret', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode',
                ConnectionProperties: [envType: 'Dev', username: 'u', password: 'hunter2-secret', url: 'jdbc:mysql://h/d'])
            ListProjects()
        ''')
        dwx.run('--sandbox', '-e', 'DeleteProject(Id: 10002)')
        def file = home.resolve('.local/state/dwx/audit.jsonl')
        def lines = Files.readAllLines(file).collect { new JsonSlurper().parseText(it) as Map }

        then:
        Files.readString(file).contains('CreateDataSource')
        Files.readString(file).contains('DeleteProject')
        !Files.readString(file).contains('ListProjects')
        !Files.readString(file).contains('hunter2')
        lines*.result == ['sent', 'ok', 'refused']
        lines[0].call == lines[1].call
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
    }
}
