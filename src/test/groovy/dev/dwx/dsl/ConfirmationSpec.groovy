package dev.dwx.dsl

import dev.dwx.client.ApiException
import dev.dwx.json.ExactJson
import dev.dwx.safety.AuditLog
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.safety.ConfirmationRequest
import dev.dwx.safety.Confirmer
import dev.dwx.safety.NotConfirmedException
import java.nio.file.Path
import spock.lang.TempDir

class ConfirmationSpec extends LanguageSpec {
    @TempDir
    Path directory
    List<ConfirmationRequest> asked = []
    String typed

    SessionParts parts() {
        super.parts().guards([]).confirmer({ asked << it; typed } as Confirmer)
                .audit(new AuditLog(directory.resolve('audit/log.jsonl'), clock, { 'LTAI5tExampleKeyId9x7Q' }))
    }

    def setup() {
        caller.on('GetNode', '{"RequestId":"g","Node":{"Id":"7421","Name":"dwd_orders","Owner":"1001"}}')
        begin(parts())
    }

    List<Map> log() {
        def file = directory.resolve('audit/log.jsonl').toFile()
        file.exists() ? file.readLines().collect { ExactJson.parse(it) } : []
    }

    def "a delete shows what it is about and wants the name"() {
        given:
        typed = 'dwd_orders'

        when:
        run("use environment: 'Prod'; DeleteNode(Id: '7421')")

        then:
        caller.calls*.name == ['GetNode', 'GetNode', 'DeleteNode']
        with(asked[0]) {
            operation == 'DeleteNode'
            what == ['Node dwd_orders (7421), owner 1001']
            region == 'cn-shanghai'
            project == 'orders_dw (10001)'
            environment == 'Prod'
            expected == 'dwd_orders'
            expectedIs == 'name'
            lines().last().contains('dwd_orders')
        }
        log()*.result == ['sent', 'ok']
        log()[0].allowed == 'typed name'
    }

    def "anything else that is typed leaves it, and so does nobody"() {
        given:
        typed = answer

        when:
        def e = failure("DeleteNode(Id: '7421')")

        then:
        e.cause instanceof NotConfirmedException
        e.message.contains(words)
        !caller.calls*.name.contains('DeleteNode')
        log()*.result == ['refused']

        where:
        answer  | words
        null    | 'run with --yes, or write confirm'
        ''      | 'nothing was typed'
        'dwd'   | 'is not the name dwd_orders'
        'y'     | 'is not the name'
        'yes'   | 'is not the name'
    }

    def "without a matching read, or when it fails, the id is wanted and the failure is told"() {
        given:
        caller.on('GetNode') { throw ApiException.of(ApiException.Stage.REFUSED, 'GetNode', '2024-05-18').code('NoPermission').build() }
        typed = '7421'

        when:
        run("DeleteNode(Id: '7421')")

        then:
        asked[0].what == ['Node 7421 could not be looked up with GetNode: NoPermission']
        asked[0].expected == '7421'
        caller.last.name == 'DeleteNode'
    }

    def "several are looked up one by one, shown as a table with a count, and the count must be typed"() {
        given:
        caller.on('GetTaskInstance') { a -> "{\"TaskInstance\":{\"Id\":${a.Id},\"TaskName\":\"t${a.Id}\",\"Owner\":\"1001\",\"ProjectEnv\":\"Prod\"}}" }
        typed = 'stop 2'

        when:
        run('StopTaskInstances(Ids: [1, 2])')

        then:
        asked[0].what*.replaceAll(/ +/, ' ') == ['2 task instances:', ' Id Name Owner Environment Downstream', ' 1 t1 1001 Prod 0', ' 2 t2 1001 Prod 0']
        asked[0].environment == 'Prod'
        asked[0].expected == 'stop 2'
        caller.last.name == 'StopTaskInstances'
        caller.last.arguments.Ids == [1, 2]
        log()[0].allowed == 'typed words stop 2'
    }

    def "a confirm block allows exactly the calls inside it, with its reason in the log"() {
        when:
        run("confirm('retired in March') { DeleteNode(Id: '7421') }")

        then:
        asked.empty
        log()[0].allowed == 'confirm: retired in March'

        expect:
        failure("DeleteNode(Id: '7421')").cause instanceof NotConfirmedException
        failure("c = null; confirm('why') { c = { DeleteNode(Id: '7421') } }; c()").cause instanceof NotConfirmedException
        failure("confirm('') { DeleteNode(Id: '7421') }").message.contains('needs a reason')
        failure("confirm { DeleteNode(Id: '7421') }").message.contains('needs a reason')
    }

    def "a thread that outlives its confirm block is not allowed any more"() {
        given:
        def go = new java.util.concurrent.CountDownLatch(1)
        evaluator.variables().go = go

        when:
        run('''confirm('why') { worker = Thread.start { go.await(); try { DeleteNode(Id: '1') } catch (Throwable e) { seen = e } } }
            go.countDown(); worker.join()''')

        then:
        evaluator.variables().seen instanceof NotConfirmedException
    }

    def "--yes allows, and says so in the log"() {
        given:
        begin(parts().policy(ConfirmationPolicy.YES))

        when:
        run("DeleteNode(Id: '7421')")

        then:
        asked.empty
        log()[0].allowed == '--yes'
    }

    def "a delete that is sent by GET is asked about too, a read that is sent by POST is not"() {
        expect:
        failure('DeleteDataSource(Id: 5)').cause instanceof NotConfirmedException
        run('ListProjects()') != null
        log()*.operation == ['DeleteDataSource']
    }

    def "taking offline is destructive by its argument"() {
        expect:
        failure("CreatePipelineRun(Type: 'Offline', ObjectIds: ['1'])").cause instanceof NotConfirmedException
        run("CreatePipelineRun(Type: 'Online', ObjectIds: ['1'])") != null
        log().findAll { it.result != 'sent' }*.risk == ['destructive', 'write']
    }

    def "what a pipeline takes offline is shown as what it is: #kind"() {
        given:
        def other = { throw ApiException.of(ApiException.Stage.REFUSED, 'Get', '2024-05-18').code('NotFound').build() }
        ['WorkflowDefinition', 'Node', 'Resource', 'Function'].each { caller.on("Get$it".toString(), other) }
        caller.on("Get$kind".toString(), """{"$kind":{"Id":"77","Name":"the_thing","Owner":"1001"}}""".toString())

        when:
        failure("CreatePipelineRun(Type: 'Offline', ObjectIds: ['77'])")

        then:
        asked[0].what()[0] == "$kind the_thing (77), owner 1001".toString()
        asked[0].expected() == 'the_thing'

        where:
        kind << ['WorkflowDefinition', 'Node', 'Resource', 'Function']
    }

    def "the log holds who, when, what, where and how it ended, and no secret"() {
        given:
        caller.on('CreateDataSource') { throw ApiException.of(ApiException.Stage.REFUSED, 'CreateDataSource', '2024-05-18').code('Invalid.Param').requestId('RQ').build() }
        caller.on('UpdateNode') { throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'UpdateNode', '2024-05-18').code('dwx.Timeout').build() }

        when:
        failure("CreateDataSource(Name: 'd', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: [url: 'jdbc:mysql://u:hunter2@h/db', password: 'hunter2', n: 1])")
        failure("UpdateNode(Id: '1', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '1']]]])")
        run("ListProjects()")

        then:
        log()*.result == ['sent', 'Invalid.Param', 'sent', 'unknown outcome']
        log()*.call.toSet().size() == 2
        log()[1].requestId == 'RQ' && log()[1].arguments == null
        with(log()[0]) {
            when == '2026-03-15T20:00:00Z'
            who == 'LTAI…9x7Q'
            operation == 'CreateDataSource'
            version == '2024-05-18'
            risk == 'write'
            region == 'cn-shanghai'
            project == 'orders_dw (10001)'
            call != null
            arguments.Name == 'd'
        }
        !directory.resolve('audit/log.jsonl').toFile().text.contains('hunter2')
    }

    def "a log that cannot be written is told loudly, and does not hide the outcome"() {
        given:
        directory.resolve('audit').toFile().text = 'in the way'

        when:
        def result = run("UpdateNode(Id: '1', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '1']]]])")

        then:
        result.requestId == 'R-1'
        notes.any { it.contains('audit log') && it.contains('could not be written') }
    }

    def "side effects worth a second look are said"() {
        when:
        run('RerunTaskInstances(Ids: [1])')

        then:
        notes.any { it.contains('RerunTaskInstances runs again') }
    }

    def "a write is in the log before it is sent, so that a killed process leaves a trace"() {
        given:
        def during = null
        caller.on('UpdateNode') { during = log(); '{"RequestId":"R","Success":true}' }

        when:
        run("UpdateNode(Id: '1', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '1']]]])")

        then:
        during*.result == ['sent']
        during[0].arguments.Id == '1'
        log()*.result == ['sent', 'ok']
        log()[1].call == during[0].call
    }

    def "what changed between the look and the answer is not taken away: #what"() {
        given:
        int looks = 0
        caller.on('GetNode') { looks++ == 0 ? '{"Node":{"Id":"7421","Name":"dwd_orders","Owner":"1001","ModifyTime":1}}' : later }
        typed = 'dwd_orders'

        when:
        def e = failure("DeleteNode(Id: '7421')")

        then:
        e.cause instanceof NotConfirmedException
        e.message.contains(words)
        !caller.calls*.name.contains('DeleteNode')
        log()*.result == ['refused']

        where:
        what      | later                                                                               || words
        'name'    | '{"Node":{"Id":"7421","Name":"dwd_x","Owner":"1001","ModifyTime":1}}'               || 'renamed since'
        'owner'   | '{"Node":{"Id":"7421","Name":"dwd_orders","Owner":"2002","ModifyTime":1}}'          || 'owner'
        'time'    | '{"Node":{"Id":"7421","Name":"dwd_orders","Owner":"1001","ModifyTime":2}}'          || 'changed by somebody since'
    }

    def "what runs may change while one looks, and is stopped all the same"() {
        given:
        int looks = 0
        caller.on('GetTaskInstance') { "{\"TaskInstance\":{\"Id\":1,\"TaskName\":\"t\",\"ModifyTime\":${looks++}}}" }
        typed = 't'

        expect:
        run('StopTaskInstances(Ids: [1])') != null
    }

    def "exactly what was shown is sent, whatever happens to the list meanwhile"() {
        given:
        caller.on('GetTaskInstance') { a -> "{\"TaskInstance\":{\"Id\":${a.Id},\"TaskName\":\"t${a.Id}\"}}" }
        evaluator.variables().ids = [1, 2]
        begin(parts().confirmer({ asked << it; evaluator.variables().ids << 3; 'stop 2' } as Confirmer))
        def ids = [1, 2]
        evaluator.variables().ids = ids

        when:
        run('StopTaskInstances(Ids: ids)')

        then:
        ids == [1, 2, 3]
        caller.last.arguments.Ids == [1, 2]
    }

    def "in development a yes is enough, once everything could be looked up; elsewhere it is the name"() {
        given:
        caller.on('GetNode', '{"Node":{"Id":"7421","Name":"dwd_orders","Owner":"1001"}}')
        typed = answer

        when:
        run("use environment: '$environment'; DeleteNode(Id: '7421')")

        then:
        asked[0].expected == answer
        asked[0].environment == environment

        where:
        environment | answer
        'Dev'       | 'yes'
        'Prod'      | 'dwd_orders'
    }

    def "of a list, those that cannot be looked up are told and lengthen what must be typed"() {
        given:
        caller.on('GetTaskInstance') { a ->
            if (a.Id == 2) {
                throw ApiException.of(ApiException.Stage.REFUSED, 'GetTaskInstance', '2024-05-18').code('NoPermission').build()
            }
            "{\"TaskInstance\":{\"Id\":${a.Id},\"TaskName\":\"t${a.Id}\"}}"
        }
        typed = 'stop 3 with 1 unseen'

        when:
        run('StopTaskInstances(Ids: [1, 2, 3])')

        then:
        asked[0].what.any { it.contains('could not be looked up with GetTaskInstance: NoPermission') }
        caller.last.arguments.Ids == [1, 2, 3]
    }

    def "of a long list all ids are shown, the first looked up, and the whole count must be typed"() {
        given:
        caller.on('GetTaskInstance') { a -> "{\"TaskInstance\":{\"Id\":${a.Id},\"TaskName\":\"t${a.Id}\"}}" }
        typed = 'stop 70 with 50 unseen'

        when:
        run('StopTaskInstances(Ids: (1..70).toList())')

        then:
        asked[0].what[0] == '70 task instances, of which 20 were looked up:'
        def shown = asked[0].what.join('\n')
        (1..70).every { shown =~ /\b$it\b/ }
        caller.last.arguments.Ids.size() == 70
    }

    def "what depends on it is found by the names of the reads"() {
        given:
        caller.on('GetTask', '{"Task":{"Id":5,"Name":"dwd","Owner":"1","ProjectEnv":"Prod"}}')
        caller.on('ListDownstreamTasks', '{"PagingInfo":{"TotalCount":2,"DownstreamTasks":[{"Task":{"Name":"ads_a"}},{"Task":{"Name":"ads_b"}}]}}')

        when:
        failure('DeleteTask(Id: 5)')

        then:
        asked[0].what.contains('2 downstream tasks: ads_a, ads_b')
        asked[0].environment == 'Prod'
    }

    def "the rules of an evaluation task are shown before it is deleted"() {
        given:
        caller.on('GetDataQualityEvaluationTask', '{"DataQualityEvaluationTask":{"Id":6,"Name":"check"}}')
        caller.on('ListDataQualityRules', '{"PagingInfo":{"TotalCount":2,"DataQualityRules":[{"Id":1,"Name":"r1"},{"Id":2,"Name":"r2"}]}}')

        when:
        failure('DeleteDataQualityEvaluationTask(Id: 6)')

        then:
        asked[0].what.contains('2 data quality rules: r1, r2')
        asked[0].what.last().contains('its rules stay behind')
    }

    def "a confirm block can be limited to so many objects, or to these"() {
        expect:
        run("confirm('x', most: 2) { 2.times { DeleteNode(Id: it as String) } }") != 0
        failure("confirm('x', most: 2) { 3.times { DeleteNode(Id: it as String) } }").message.contains('most: 2) allows 2 objects')
        failure("confirm('x', most: 2) { StopTaskInstances(Ids: [1, 2, 3]) }").message.contains('this call takes 3')
        failure("confirm('x', only: ['1']) { DeleteNode(Id: '2') }").message.contains('does not name 2')
        run("confirm('x', only: ['1', 2]) { DeleteNode(Id: '1'); DeleteNode(Id: '2') }") != null
        failure("confirm('x', least: 2) { }").message.contains('takes most and only')
        failure("confirm('x', most: 0) { }").message.contains('1 or more')
        notes.any { it == 'DeleteNode 0: allowed by confirm: x' }
    }

    def "--yes shows what it confirms"() {
        given:
        begin(parts().policy(ConfirmationPolicy.YES))

        when:
        run("DeleteNode(Id: '7421')")

        then:
        notes.any { it.contains('Node dwd_orders (7421), owner 1001') && it.contains('confirmed by --yes') }
    }

    def "questions of parallel work come one at a time"() {
        given:
        def now = new java.util.concurrent.atomic.AtomicInteger()
        def most = new java.util.concurrent.atomic.AtomicInteger()
        begin(parts().confirmer({
            most.accumulateAndGet(now.incrementAndGet(), Math::max)
            Thread.yield()
            now.decrementAndGet()
            'dwd_orders'
        } as Confirmer))

        when:
        def operation = catalog.find('2024-05-18', 'DeleteNode').get()
        (1..4).collect { n -> Thread.start { session.call(operation, [Id: '7421'], false) } }*.join()

        then:
        caller.calls.count { it.name == 'DeleteNode' } == 4
        most.get() == 1
    }
}
