package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.SandboxServer
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** A program that is killed while it publishes, and the one after it. */
class LifecycleE2E extends Specification {
    @TempDir Path home

    def "a deploy that was killed is gone on with by the next one: one workflow, one run"() {
        given:
        def server = new SandboxServer(new DwxProcess(home))
        def dwx = new DwxProcess(home).against(server.endpoint)
        String flow = "wf = flow('killed_daily') { cron daily: '02:00'; sql('killed_one') { script 'select 1'; after 'orders_dw_root' } }\n"
        def first = Files.writeString(home.resolve('first.dwx'), flow + 'deploy wf\n')
        def second = Files.writeString(home.resolve('second.dwx'), 'sandbox.clock.leap()\n' + flow + '''
            println deploy(wf).Status
            id = ListWorkflowDefinitions.all(Name: 'killed_daily')*.Id
            println "${id.size()} ${ListPipelineRuns.all(ObjectId: id[0]).count()}"
            '''.stripIndent())

        when: 'it is killed once the workflow is there'
        def process = dwx.builder([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '-p', 'orders_dw', 'run', first.toString()]).start()
        def errors = new BufferedReader(new InputStreamReader(process.errorStream, StandardCharsets.UTF_8))
        String line = errors.readLine()
        while (line != null && !line.startsWith('Made workflow')) {
            line = errors.readLine()
        }
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS)

        then:
        line != null

        when:
        def run = dwx.run('-p', 'orders_dw', 'run', second.toString())

        then:
        run.code == 0
        run.out.readLines() == ['Success', '1 1']

        cleanup:
        process?.destroyForcibly()
        server?.close()
    }
}
