package dev.dwx.dsl.pages

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.PagingStyle
import dev.dwx.catalog.ResponseShape
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.dsl.Context
import dev.dwx.dsl.Session
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import dev.dwx.sandbox.ArgumentGenerator
import spock.lang.Shared
import spock.lang.Specification

/** Every list operation of both versions, over all of its pages, while things come and go. */
class EveryListSpec extends Specification {
    @Shared ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared List<ApiOperation> lists = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
            .findAll { ResponseShape.of(it).isList() && RiskRules.of(it, [:]) == Risk.READ }

    private List walk(ApiOperation operation, ListServer server, Map more = [:]) {
        def session = Session.with({ catalog }, server).context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withStrict(true)).begin()
        def shape = ResponseShape.of(operation)
        def arguments = new LinkedHashMap(new ArgumentGenerator(5).required(operation))
        [shape.paging().pageParameter(), shape.paging().sizeParameter(), shape.paging().tokenParameter()].findAll().each { arguments.remove(it[0]) }
        session.handle(operation.version(), operation.name()).get().all(arguments + more).toList()
    }

    private static List keys(List items) { items.collect { it instanceof Map ? new LinkedHashMap(it) : it } }

    def "there are as many list operations as the service documents"() {
        expect:
        lists.size() > 180
        lists.count { ResponseShape.of(it).paging().style() != PagingStyle.NONE } > 140
    }

    def "a listing of #count items gives each of them once, in order"() {
        expect:
        lists.every { operation ->
            def server = new ListServer()
            server.fill(operation, count)
            def got = walk(operation, server)
            assert keys(got) == server.items: operation.label()
            def style = ResponseShape.of(operation).paging().style()
            assert style == PagingStyle.NONE || server.calls <= count / server.sizes[0] + 2: operation.label()
            true
        }

        where:
        count << [0, 1, 100, 101, 1000]
    }

    def "what was there all the time is there once when others come (#added) and go (#removed) between pages of #count"() {
        expect:
        lists.findAll { ResponseShape.of(it).paging().style() != PagingStyle.NONE }.every { operation ->
            def server = new ListServer(largest: 40)
            server.fill(operation, count)
            def stays = server.items.drop(removed)
            server.after[2] = {
                removed.times { server.items.remove(0) }
                added.times { server.addFirst(operation) }
            }
            def counted = ResponseShape.of(operation).totalPath() != null
            def got = keys(walk(operation, server))
            def different = new HashSet(got)
            def doubles = got.size() - different.size()
            assert doubles == 0: operation.label()
            def missing = counted || removed == 0 ? stays.findAll { !different.contains(it) }.size() : 0
            assert missing == 0: operation.label()
            assert server.calls < 4 * (count / 20 + 3)
            true
        }

        where:
        count | added | removed
        101   | 3     | 0
        101   | 0     | 3
        101   | 2     | 5
        1000  | 45    | 0
        1000  | 1     | 45
    }

    def "the largest page that the schema allows is asked for, and the one that the caller names is kept"() {
        given:
        def operation = catalog.find(version, name).get()
        def server = new ListServer()
        server.fill(operation, 5)

        when:
        walk(operation, server)
        walk(operation, server, [PageSize: 20])

        then:
        server.sizes.unique() == [size, 20].unique()

        where:
        version          | name                        | size
        ApiCatalog.V2024 | 'ListNodes'                 | 100
        ApiCatalog.V2024 | 'ListDataQualityRules'      | 200
        ApiCatalog.V2024 | 'ListWorkflowInstances'     | 100
        ApiCatalog.V2020 | 'ListQualityResultsByRule'  | 20
        ApiCatalog.V2020 | 'GetMetaDBTableList'        | 1000
        ApiCatalog.V2020 | 'ListRefDISyncTasks'        | 1000
    }
}
