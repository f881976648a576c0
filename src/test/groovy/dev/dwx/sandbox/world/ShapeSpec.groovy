package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class ShapeSpec extends Specification {
    @Shared
    @AutoCleanup
    Caller caller = new Caller()

    def "answers of #version have only fields and types of the response schema, whatever is asked"() {
        given:
        def wrong = []
        def answered = 0

        when:
        Caller.CATALOG.list().findAll { it.version() == version }.each { summary ->
            def operation = Caller.CATALOG.find(version, summary.name()).get()
            [true, false].each { onlyRequired ->
                def args = Arguments.of(operation, 1, onlyRequired, known(operation))
                try {
                    def answer = caller.call(version, summary.name(), args)
                    answered++
                    assert answer.RequestId
                } catch (ServiceFault fault) {
                    if (!fault.code() || !(fault.status() in [400, 403, 404])) {
                        wrong << "$summary.name: $fault"
                    }
                } catch (RuntimeException broken) {
                    wrong << "$summary.name: $broken at ${broken.stackTrace.find { it.className.startsWith('dev.dwx') }}"
                }
            }
        }

        then:
        wrong == []
        answered > 150

        where:
        version << ['2024-05-18', '2020-05-18']
    }

    private static Map known(ApiOperation operation) {
        def name = operation.name()
        def id = name.contains('TaskInstance') ? 900020526000L : name =~ /Task|Node/ ? 700000000010L : name.contains('DIJob') ? 10501L :
                name.contains('Project') ? 10001L : name.contains('DataSource') ? 20002L : null
        (id == null ? [:] : [Id: operation.parameter('Id').map { it.schema().isString() ? id.toString() : id }.orElse(id)]) +
                [TableGuid: 'odps.orders_dw.dwd_orders', BizDate: '2026-03-14', Bizdate: 'x', StartBizDate: '2026-03-14', EndBizDate: '2026-03-14',
                 BeginDate: '2026-03-10', EndDate: '2026-03-14', FileId: 505000001L, NodeId: 700000000010L, InstanceId: 900020526000L,
                 BaselineId: 1000L, DIJobId: 10501L, MetaCollectionId: 'x'].findAll { k, v ->
                    operation.parameter(k).map { it.schema().isInteger() == (v instanceof Long) }.orElse(false)
                }
    }
}
