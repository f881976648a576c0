package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class OperationSearchSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()
    @Shared OperationSearch all = new OperationSearch(catalog.list())

    static ApiSummary summary(Map facts = [:], String name) {
        new ApiSummary(facts.version ?: ApiCatalog.V2024, name, facts.summary, facts.category, facts.categoryZh,
            facts.deprecated ?: false)
    }

    static List<String> names(List<ApiSummary> found) {
        found*.name()
    }

    @Shared OperationSearch few = new OperationSearch([
        summary('Node'), summary('NodeOwner'), summary('ListNodes'), summary('GetDatanode'),
        summary('SetOwner', category: 'Node care'), summary('GetLog', summary: 'Reads what a node wrote.'),
        summary('NodeOld', deprecated: true), summary('ListNoodles'), summary('GetThing', categoryZh: '数据节点'),
    ])

    def 'the exact name comes first, then its beginning, words of it, parts, category, summary, and the deprecated last'() {
        expect:
        names(few.find('node')) ==
            ['Node', 'NodeOwner', 'ListNodes', 'GetDatanode', 'SetOwner', 'GetLog', 'NodeOld']
    }

    def 'the exact name of something deprecated still comes first'() {
        expect:
        names(few.find('nodeold')) == ['NodeOld']
        names(new OperationSearch([summary('AThingMore'), summary('AThing', deprecated: true)]).find('AThing')) ==
            ['AThing', 'AThingMore']
    }

    def 'slips are looked for only when nothing else is found'() {
        expect:
        names(few.find('noodel')) == ['ListNoodles']
        names(few.find('nodee')).first() == 'Node'
        !names(few.find('node')).contains('ListNoodles')
    }

    def 'what a person types finds what they mean: #query'() {
        expect:
        names(all.find(query)).take(expected.size()) == expected

        where:
        query                  | expected
        'ListProjects'         | ['ListProjects', 'ListProjects']
        'listprojects'         | ['ListProjects', 'ListProjects']
        'list projects'        | ['ListProjects', 'ListProjects']
        'List Project'         | ['ListProjects', 'ListProjects', 'ListProjectIds']
        'projects list'        | ['ListProjects', 'ListProjects']
        'LTI'                  | ['ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'lti'                  | ['ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'LiTaIn'               | ['ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'task instance stop'   | ['StopTaskInstances']
        'entity def meta list' | ['ListMetaEntityDefs']
        'ListProjcts'          | ['ListProjects', 'ListProjects']
        'DIJob create'         | ['CreateDIJob', 'CreateDIJob']
        'di jobs'              | ['GetDIJob', 'GetDIJob']
    }

    def 'category titles are found in English and Chinese'() {
        expect:
        all.find(query).every { category(it) } && all.find(query).size() > 5

        where:
        query              | category
        '空间管理'         | { it.categoryZh() == '空间管理' }
        '运维'             | { it.categoryZh().contains('运维') }
        'operation center' | { it.category() == 'Operation Center' }
    }

    def 'of equally good ones the newer version comes first'() {
        expect:
        all.find('GetNode').take(2)*.version() == [ApiCatalog.V2024, ApiCatalog.V2020]
    }

    def 'nothing is found for nothing known, everything for nothing asked'() {
        expect:
        all.find(query).size() == count

        where:
        query            | count
        'xyzzy'          | 0
        'project xyzzy'  | 0
        'qqq'            | 0
        '!'              | 0
        ''               | 673
        '  '             | 673
    }

    def 'every operation is found first by its own name'() {
        expect:
        catalog.list().each { assert all.find(it.name()).first().name() == it.name() }
    }

    def 'operations without summary and category are found by name'() {
        expect:
        names(new OperationSearch([summary('BrandNewThing')]).find('brand thing')) == ['BrandNewThing']
    }
}
