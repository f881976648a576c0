package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiCatalog
import dev.dwx.sandbox.ServiceFault
import dev.dwx.sandbox.ShapedBehaviour
import spock.lang.AutoCleanup
import spock.lang.Specification

class ClientTokensSpec extends Specification {
    @AutoCleanup
    Caller caller = new Caller()

    def "the same token with the same arguments makes nothing twice and answers the same"() {
        given:
        def spec = '{"datasets":[],"rules":[]}'
        def scans = { caller.v2024('ListDataQualityScans', [ProjectId: 10001]).PageInfo.TotalCount as int }
        def before = scans()
        def make = { Map more = [:] ->
            caller.v2024('CreateDataQualityScan', [ProjectId: 10001, Name: 'orders', Spec: spec, ClientToken: 'one'] + more)
        }

        when:
        def first = make()
        def second = make()

        then:
        first.Id == second.Id
        first.RequestId != second.RequestId
        scans() == before + 1

        when:
        make(Name: 'other')

        then:
        def fault = thrown(ServiceFault)
        fault.code() == 'IdempotentParameterMismatch'
        fault.status() == 400
        scans() == before + 1

        and: 'another token makes another'
        make(ClientToken: 'two').Id != first.Id
    }

    def "a call that was refused may be sent again with its token"() {
        given:
        def make = { project -> caller.v2024('CreateDataQualityScan', [ProjectId: project, Name: 's', Spec: '{}', ClientToken: 't']) }

        when:
        make(999)

        then:
        thrown(ServiceFault)

        and:
        make(10001).Id
    }

    def "a token has at most 64 characters"() {
        when:
        caller.v2024('CreateDataQualityScan', [ProjectId: 10001, Name: 's', Spec: '{}', ClientToken: 't' * 65])

        then:
        thrown(ServiceFault)
    }

    def "the codes of a one-off run's tasks serve as its token"() {
        given:
        def group = caller.v2024('ListResourceGroups', [ProjectId: 10001]).PagingInfo.ResourceGroupList[0].Id
        def run = { code, sql ->
            caller.v2024('ExecuteAdhocWorkflowInstance', [ProjectId: 10001, Name: 'n', Owner: '1', BizDate: 1773417600000, EnvType: 'Prod',
                    Tasks: [[Name: 't', Type: 'ODPS_SQL', Owner: '1', ClientUniqueCode: code,
                             Script: [Content: sql], RuntimeResource: [ResourceGroupId: group]]]])
        }

        expect:
        run('a', 'select 1').WorkflowInstanceId == run('a', 'select 1').WorkflowInstanceId
        run('b', 'select 1').WorkflowInstanceId != run('a', 'select 1').WorkflowInstanceId

        when:
        run('a', 'select 2')

        then:
        thrown(ServiceFault)
    }

    def "an operation that keeps no state answers the same too"() {
        given:
        def operation = Caller.CATALOG.find(ApiCatalog.V2020, 'CreateDISyncTask').get()
        assert operation.parameter('ClientToken').present

        expect:
        World.open(WorldOptions.of(Caller.CATALOG).withOtherwise(new ShapedBehaviour())).withCloseable { world ->
            def call = { id, name -> world.answer(new dev.dwx.sandbox.SandboxCall(operation,
                    [ProjectId: 10001L, TaskName: name, TaskType: 'DI_OFFLINE', TaskContent: '{}', ClientToken: 'x'] as LinkedHashMap, '1', id, Caller.START)) }
            def first = call('A', 'n')
            def second = call('B', 'n')
            assert first - [RequestId: 'A'] == second - [RequestId: 'B'] && second.RequestId == 'B'
            try {
                call('C', 'other')
                assert false
            } catch (ServiceFault fault) {
                assert fault.code() == 'IdempotentParameterMismatch'
            }
            true
        }
    }
}
