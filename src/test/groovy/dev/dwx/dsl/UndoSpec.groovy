package dev.dwx.dsl

import dev.dwx.client.ApiException
import dev.dwx.json.ExactJson
import dev.dwx.safety.AuditLog
import dev.dwx.safety.UndoStore
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.TempDir

class UndoSpec extends LanguageSpec {
    @TempDir
    Path directory
    String who = 'LTAI…9x7Q'
    /** What the service holds, by id. */
    Map<String, Map> nodes = [:]

    SessionParts parts() {
        super.parts().guards([]).undo(new UndoStore(directory.resolve('undo'), clock), { who })
    }

    def setup() {
        begin(parts())
        nodes['7421'] = [Id: '7421', Name: 'dwd_orders', Owner: '1001', ProjectId: 10001, ModifyTime: 1, Spec: ExactJson.write([
                version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '7421', owner: '1001', timeout: 5, script: [path: 'flow/dwd_orders']]]]])]
        caller.on('GetNode') { a ->
            def node = nodes[a.Id as String]
            if (node == null) {
                throw ApiException.of(ApiException.Stage.REFUSED, 'GetNode', '2024-05-18').code('NotFound').build()
            }
            ExactJson.write([RequestId: 'g', Node: node])
        }
        caller.on('UpdateNode') { a ->
            def sent = ExactJson.parse(a.Spec as String).spec.nodes[0] as Map
            def spec = ExactJson.parse(nodes['7421'].Spec as String) as Map
            spec.spec.nodes[0].putAll(sent)
            nodes['7421'] = nodes['7421'] + [Spec: ExactJson.write(spec)]
            '{"RequestId":"u","Success":true}'
        }
        caller.on('RenameNode') { a -> nodes['7421'] = nodes['7421'] + [Name: a.Name]; '{"RequestId":"r","Success":true}' }
        caller.on('DeleteNode') { a -> nodes.remove(a.Id); '{"RequestId":"d","Success":true}' }
        caller.on('CreateNode') { a -> '{"RequestId":"c","Id":"8000000000000000001"}' }
    }

    static final String UPDATE = "UpdateNode(Id: '7421', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '7421', owner: '999']]]])"

    Map node() { ExactJson.parse(nodes['7421'].Spec as String).spec.nodes[0] as Map }

    List<Path> kept() { Files.list(directory.resolve('undo')).withCloseable { it.toList() } }

    def "an update goes back with the former values of exactly the fields that were sent"() {
        when:
        run(UPDATE)

        then:
        node().owner == '999'

        when:
        nodes['7421'] = nodes['7421'] + [Name: 'renamed_by_another']
        def done = run("undo 'last'")

        then:
        node().owner == '1001'
        ExactJson.parse(caller.calls.findAll { it.name == 'UpdateNode' }.last().arguments.Spec as String) ==
                [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '7421', owner: '1001']]]]
        nodes['7421'].Name == 'renamed_by_another'
        done.Restored == 'with UpdateNode: Spec'
    }

    def "what was kept is readable by its owner only, and holds the object as it was"() {
        given:
        run(UPDATE)

        expect:
        kept().size() == 1
        PosixFilePermissions.toString(Files.getPosixFilePermissions(kept()[0])) == 'rw-------'
        run("preImage('last').before[0].fields.Name") == 'dwd_orders'
        with(run('undo')[0]) {
            Operation == 'UpdateNode'
            What == 'dwd_orders'
            it['Way back'] == 'UpdateNode'
        }
    }

    def "what somebody changed since is not overwritten unless told"() {
        given:
        run(UPDATE)
        def spec = ExactJson.parse(nodes['7421'].Spec as String) as Map
        spec.spec.nodes[0].owner = '555'
        nodes['7421'] = nodes['7421'] + [Spec: ExactJson.write(spec)]

        when:
        def e = refusal("undo 'last'")

        then:
        e.code() == 'dwx.CannotUndo'
        e.why().contains('somebody changed it since')
        node().owner == '555'

        when:
        run("undo('last', force: true)")

        then:
        node().owner == '1001'
    }

    def "what is as before already needs nothing, and what is undone is not undone again"() {
        given:
        run("RenameNode(Id: '7421', Name: 'other')")
        nodes['7421'] = nodes['7421'] + [Name: 'dwd_orders']

        expect:
        run("undo 'last'").Restored.startsWith('nothing: Name is as before')

        when:
        nodes['7421'] = nodes['7421'] + [Name: 'other']
        def id = run('undo')[0].Undo
        run("undo '$id'")

        then:
        nodes['7421'].Name == 'dwd_orders'
        refusal("undo '$id'").why().contains('undone already')
        refusal("undo 'last'").why() == 'no write is kept'
    }

    def "a delete comes back as a new object, and that is said"() {
        given:
        run("confirm('gone') { DeleteNode(Id: '7421') }")

        when:
        def done = run("undo 'last'")

        then:
        caller.last.name == 'CreateNode'
        caller.last.arguments.ProjectId == 10001L
        caller.last.arguments.Scene == 'DATAWORKS_PROJECT'
        ExactJson.parse(caller.last.arguments.Spec as String).spec.nodes[0].owner == '1001'
        done.NewId == '8000000000000000001'
        done.NotRestored.any { it.contains('former id (7421)') }
        done.NotRestored.any { it.startsWith('ContainerId is not shown') }
    }

    def "a create is taken back by a delete, which asks as ever"() {
        given:
        session.call(catalog.find('2024-05-18', 'CreateNode').get(), [Scene: 'DATAWORKS_PROJECT', Spec: '{}'], false)

        when:
        def failure = failure("undo 'last'")

        then:
        failure.cause instanceof dev.dwx.safety.NotConfirmedException

        when:
        run("confirm('made by mistake') { undo 'last' }")

        then:
        caller.last.name == 'DeleteNode'
        caller.last.arguments.Id == '8000000000000000001'
    }

    def "verbs have opposites, with the arguments of the call: #call"() {
        given:
        run("confirm('x') { $call }")

        when:
        run("confirm('x') { undo 'last' }")

        then:
        caller.last.name == opposite
        caller.last.arguments.subMap(arguments.keySet()) == arguments

        where:
        call                                                                                                      || opposite                                 | arguments
        'SuspendTaskInstances(Ids: [1, 2])'                                                                       || 'ResumeTaskInstances'                    | [Ids: [1L, 2L]]
        'ResumeTaskInstances(Ids: [1])'                                                                           || 'SuspendTaskInstances'                   | [Ids: [1L]]
        'StartDIJob(Id: 5)'                                                                                       || 'StopDIJob'                              | [Id: 5L]
        'StopWorkflowInstances(Ids: [3])'                                                                         || 'StartWorkflowInstances'                 | [Ids: [3L]]
        'DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 6, DataQualityRuleIds: [7])'       || 'AttachDataQualityRulesToEvaluationTask' | [DataQualityRuleIds: [7L], ProjectId: 10001L]
        "AssociateProjectToResourceGroup(ResourceGroupId: 'g')"                                                   || 'DissociateProjectFromResourceGroup'     | [ResourceGroupId: 'g']
        "RevokeMemberProjectRoles(UserId: '8', RoleCodes: ['r'])"                                                 || 'GrantMemberProjectRoles'                | [UserId: '8', RoleCodes: ['r']]
        "AddEntityIntoMetaCollection(Id: 'e', MetaCollectionId: 'm')"                                             || 'RemoveEntityFromMetaCollection'         | [Id: 'e', MetaCollectionId: 'm']
    }

    def "what cannot be taken back says so, why, and how the object was"() {
        given:
        caller.on('GetTaskInstance', '{"TaskInstance":{"Id":1,"TaskName":"ods","Status":"Running"}}')
        run("confirm('x') { StopTaskInstances(Ids: [1]) }")

        when:
        def e = refusal("undo 'last'")

        then:
        e.code() == 'dwx.CannotUndo'
        e.why().contains('does not go on where it was')
        e.serviceMessage().contains('"TaskName":"ods"')
        e.next().contains('preImage(')
    }

    def "a secret is never kept, and what it would take to restore it is said"() {
        given:
        caller.on('GetDataSource', '{"DataSource":{"Id":5,"Name":"db","Type":"mysql","ConnectionPropertiesMode":"UrlMode","ProjectId":10001,"ConnectionProperties":{"password":"hunter2","url":"u"}}}')
        run("confirm('x') { DeleteDataSource(Id: 5) }")

        expect:
        !Files.readString(kept()[0]).contains('hunter2')
        refusal("undo 'last'").why().contains('holds a secret')
    }

    def "a write that the service refused is not kept; one whose outcome nobody knows is"() {
        given:
        caller.on('RenameNode') { throw ApiException.of(stage, 'RenameNode', '2024-05-18').code('X').build() }
        failure("RenameNode(Id: '7421', Name: 'other')")

        expect:
        run('undo').size() == rows

        where:
        stage                                | rows
        ApiException.Stage.REFUSED           | 0
        ApiException.Stage.NOT_SENT          | 0
    }

    def "what another account wrote is not shown and not undone"() {
        given:
        run(UPDATE)
        who = 'LTAI…other'

        expect:
        run('undo') == []
        refusal("undo 'last'").why() == 'no write is kept'
    }

    def "a script sends no write that cannot be logged; the prompt says it loudly"() {
        given:
        def inTheWay = directory.resolve('audit')
        inTheWay.toFile().text = ''
        begin(parts().audit(new AuditLog(inTheWay.resolve('log.jsonl'), clock, { null })).context(session.context().withStrict(strict)))

        when:
        def failed = null
        try {
            run(UPDATE)
        } catch (ScriptFailure e) {
            failed = e.cause
        }

        then:
        caller.calls.any { it.name == 'UpdateNode' } == !strict
        strict ? failed.code() == 'dwx.NoAudit' : notes.any { it.startsWith('NOT IN THE AUDIT LOG: UpdateNode') }
        run('undo').size() == (strict ? 0 : 1)

        where:
        strict << [true, false]
    }

    def "only so many are kept, the oldest go first"() {
        given:
        def store = new UndoStore(directory.resolve('many'), clock)
        (1..(UndoStore.MOST + 45)).each { store.keep(String.format('%013d-%06x', clock.millis() + it, it), [operation: 'X']) }

        expect:
        store.names().size() <= UndoStore.MOST + 20
        store.names()[0].endsWith('0000f5')
    }

    def "an undo inside a rehearsal restores nothing and is not taken for one"() {
        given:
        run(UPDATE)

        when:
        def report = run("dryRun { undo 'last' }")

        then:
        report.result.Restored == 'nothing: in a rehearsal no write is sent'
        node().owner == '999'

        when:
        run("undo 'last'")

        then:
        node().owner == '1001'
    }

    def "an undo whose answer was lost is not sent a second time before somebody has looked"() {
        given:
        run("confirm('test') { DeleteNode(Id: '7421') }")
        caller.on('CreateNode') {
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'CreateNode', '2024-05-18').code('dwx.ConnectionLost').build()
        }

        when:
        run("lint(off: 'all') { undo 'last' }")

        then:
        thrown(ScriptFailure)

        when:
        def e = refusal("lint(off: 'all') { undo 'last' }")

        then:
        e.code() == 'dwx.CannotUndo'
        e.why().startsWith('an undo of it was sent already')
        e.next().contains('force: true')
        caller.calls.count { it.name == 'CreateNode' } == 1

        when:
        caller.on('CreateNode') { a -> '{"RequestId":"c","Id":"8000000000000000001"}' }
        def id = run('undo').find { it.Operation == 'DeleteNode' }.Undo
        run("lint(off: 'all') { undo('$id', force: true) }")

        then:
        caller.calls.count { it.name == 'CreateNode' } == 2
    }
}
