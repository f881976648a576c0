package dev.dwx.dsl

import dev.dwx.dsl.sandbox.SandboxControl
import dev.dwx.safety.AuditLog
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.safety.UndoStore
import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class VerbsSpec extends LanguageSpec {
    @TempDir Path directory
    List shown = []

    SessionParts parts() {
        super.parts().policy(ConfirmationPolicy.YES).sandbox({ command, settings -> settings } as SandboxControl)
                .audit(new AuditLog(directory.resolve('audit.jsonl'), clock, { null }))
                .undo(new UndoStore(directory.resolve('undo'), clock), { 'k' }).shower({ form, value -> shown << [form, value]; null } as Shower)
    }

    def setup() {
        begin(parts())
        caller.on('ListProjects') { a -> a.PageNumber == 1 || a.PageNumber == null ? '''{"RequestId":"r","PagingInfo":{"TotalCount":2,"Projects":[
                {"Id":10001,"Name":"orders_dw"},{"Id":10002,"Name":"risk_dw"}]}}''' : '{"PagingInfo":{"Projects":[]}}' }
        caller.on('ListTaskInstances', '{"PagingInfo":{"TotalCount":2,"TaskInstances":[{"Id":1,"TaskName":"dwd_orders","Status":"Success"},{"Id":2,"TaskName":"ads_gmv","Status":"Success"}]}}')
        caller.on('GetTaskInstance', '{"TaskInstance":{"Status":"Success"}}')
        caller.on('GetPipelineRun', '{"Pipeline":{"Status":"Success"}}')
        caller.on('GetWorkflowInstance', '{"WorkflowInstance":{"Status":"Success"}}')
        caller.on('GetJobStatus', '{"JobStatus":{"Status":"Success","Completed":"True"}}')
        caller.on('GetNode', JsonOutput.toJson([Node: [Spec: '{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"n"}]}}']]))
        caller.on('GetDIJob', '{"PagingInfo":{"JobStatus":"Running"}}')
        caller.on('GetDeploymentPackage', '{"Success":true,"Data":{"Deployment":{"Status":1}}}')
        caller.on('ListWorkflowDefinitions', '{"PagingInfo":{"TotalCount":1,"WorkflowDefinitions":[{"Id":"7","Name":"daily_orders"}]}}')
        caller.on('CreatePipelineRun', '{"Id":"run-1"}')
        caller.on('GetProject', '{"Project":{"Id":10001,"Name":"orders_dw","Owner":"1"}}')
        caller.on('ListDataSources', '{"PagingInfo":{"TotalCount":1,"DataSources":[{"Name":"orders_odps","Type":"odps"}]}}')
        caller.on('ListResourceGroups', '{"PagingInfo":{"TotalCount":1,"ResourceGroupList":[{"Id":"Serverless_res_group_1_2","Name":"g"}]}}')
        caller.on('ExecuteAdhocWorkflowInstance', '{"WorkflowInstanceId":3}')
        caller.on('ListTasks', '{"PagingInfo":{"TotalCount":1,"Tasks":[{"Id":5,"Name":"dwd_orders"}]}}')
        caller.on('CreateWorkflowInstances', '{"OperationId":"o"}')
        caller.on('GetCreateWorkflowInstancesResult', '{"Result":{"Status":"Created","WorkflowTaskInstanceIds":[1]}}')
        caller.on('GetTaskInstanceLog', '{"TaskInstanceLog":"done"}')
    }

    def "the example of every verb runs, in a cell, in a closure and in a method"() {
        given:
        def here = Files.writeString(directory.resolve('udf.jar'), 'x')

        expect:
        Verbs.all().each { verb ->
            def example = verb.example().replace('build/ca.pem', here.toString()).replace('build/orders_dw', directory.resolve('ws').toString())
                    .replace('build/projects.csv', directory.resolve('projects.csv').toString())
            evaluator.runFile(example, verb.name(), ['first'])
            evaluator.runFile("[1].each { $example }", verb.name(), ['first'])
            evaluator.runFile("def m() { $example }\nm()", verb.name(), ['first'])
        }
        Verbs.names().toSet().size() == Verbs.all().size()
        Verbs.all().every { !it.help().empty && it.example().contains(it.name()) }
    }

    def "the ways to show go to the shower"() {
        when:
        run("table([1]); json([a: 1]); csv ListProjects(); yaml 'x'")

        then:
        shown*.first() == ['table', 'json', 'csv', 'yaml']
        shown[2][1] instanceof ApiResult
    }

    def "dates are the project's"() {
        expect:
        run('yesterday').toString() == '2026-03-15'
        run('today').toString() == '2026-03-16'
        run("inRegion('us-west-1') { yesterday }").toString() == '2026-03-14'
        run("bizdate('20260315') == bizdate('2026-03-15') && bizdate(20260315) == bizdate('20260315')")
        run("(yesterday - 2..yesterday)*.format()") == ['20260313', '20260314', '20260315']
        run("use zone: 'UTC'; yesterday").toString() == '2026-03-14'
    }

    def "operations are searched and described"() {
        expect:
        run("apis('list projects')*.Name").contains('ListProjects')
        run("describe('ListProjects')").startsWith('ListProjects (2024-05-18)')
        run('describe ListProjects').startsWith('ListProjects (2024-05-18)')
        failure("describe('ListProject')").message.contains('ListProjects')
    }

    def "call reaches the service inside a closure, and Groovy's category blocks still work"() {
        when:
        run("[1].each { call('BrandNewApi', Id: it) }")

        then:
        caller.last.name == 'BrandNewApi'

        expect:
        run("class Shout { static String loud(String s) { s.toUpperCase() } }\nuse(Shout) { 'a'.loud() }") == 'A'
    }

    def "an unknown word is explained with what is near"() {
        expect:
        failure(source).message.contains(words)

        where:
        source               | words
        'yesterdy'           | 'Did you mean yesterday?'
        'ordrs = 1; orders'  | 'Did you mean ordrs?'
        'inProjct(1) { 2 }'  | 'Did you mean inProject?'
        'LstProjects'        | 'Did you mean ListProjects?'
        'table [1]'          | "'table' is a verb"
    }
}
