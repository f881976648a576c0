package dev.dwx.repl.complete

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.repl.live.LiveValues
import spock.lang.Shared
import spock.lang.Specification

/** Members of values; the cursor is the mark {@code ¦}. */
class MemberSpec extends Specification {
    @Shared
    SnapshotCatalog catalog = SnapshotCatalog.bundled()

    private List<String> at(String marked, Map<String, Object> variables = [:]) {
        return CandidatesSpec.proposals(marked, variables, LiveValues.NONE, catalog)*.text()
    }

    def 'fields are known from what a call answers'() {
        expect:
        at(marked) == texts

        where:
        marked                                             || texts
        'ListNodes().Pag¦'                                 || ['PagingInfo']
        'ListNodes(PageSize: 1).PagingInfo.¦'              || ['Nodes', 'PageNumber', 'PageSize', 'TotalCount']
        'r = ListNodes()\nr.it¦'                           || ['items']
        'r = ListNodes(); r.items[0].Cre¦'                 || ['CreateTime']
        'r = ListNodes()\ns = r.items\ns[0].Cre¦'          || ['CreateTime']
        'r = ListNodes()\nr = GetProject(Id: 1)\nr.Pro¦'   || ['Project']
        'GetNode(Id: 1).Node.Sp¦'                          || ['Spec']
        'GetNode(Id: 1).Node.Spec.¦'                       || ['version', 'kind', 'metadata', 'spec']
        'GetNode(Id: 1).Node.Spec.spec.nodes[0].rec¦'      || ['recurrence']
        'ListNodes()*.Cre¦'                                || ['CreateTime']
        'ListNodes()?.Pag¦'                                || ['PagingInfo']
        'ListNodes().each { it.Cre¦'                       || ['CreateTime']
        'ListNodes().each { n -> n.Cre¦'                   || ['CreateTime']
        'ListNodes.all(PageSize: 2).findAll { it.Cre¦'     || ['CreateTime']
        'ListNodes().findAll { it.Id }.collect { it.Cre¦'  || ['CreateTime']
        'ListNodes().items.find { it.Id == "a" }.Cre¦'     || ['CreateTime']
        'ListNodes()\n  .findAll { it.Id }\n  .fi¦'        || ['findAll { ', 'find { ']
        'for (n in ListNodes()) { n.Cre¦'                  || ['CreateTime']
        'v2020.ListFiles().Da¦'                            || ['Data']
        'v2020.ListFiles().Data.Fi¦'                       || ['Files']
        'Nope().x¦'                                        || []
        'ListNodes().nope.x¦'                              || []
        '1.¦'                                              || []
        '"a".¦'                                            || []
    }

    def 'fields are known from what a variable holds'() {
        given:
        def variables = [nodes: [[Id: 1L, Name: 'a'], [Id: 2L, 'x-y': [deep: 1]]], Out: [3: [a: [b: 1]]], _: [count: 1]]

        expect:
        at(marked, variables) == texts

        where:
        marked                     || texts
        'nodes[0].¦'               || ['Id', 'Name']
        'nodes[1].¦'               || ['Id', "'x-y'"]
        'nodes*.¦'                 || ['Id', 'Name', "'x-y'"]
        'nodes.each { it.N¦'       || ['Name']
        "nodes[1].'x-y'.¦"         || []
        "nodes[1]['x-y'].¦"        || ['deep']
        'Out[3].a.¦'               || ['b']
        '_.¦'                      || ['count']
        'nodes[99].I¦'             || ['Id']
        'nodes[i].I¦'              || ['Id']
        'nobody.¦'                 || []
    }

    def 'looking at a value runs nothing'() {
        given: 'values that would notice'
        def ran = []
        def variables = [
                defaults: [:].withDefault { ran << it; 1 },
                wrapped: Collections.synchronizedMap([:].withDefault { ran << it; 1 }),
                sorted: new TreeMap({ a, b -> ran << a; 0 } as Comparator),
                getter: new Expando(getName: { -> ran << 'getter' }),
                own: new AbstractMap() {
                    Set entrySet() {
                        ran << 'entries'
                        [] as Set
                    }
                },
                lazy: new Iterable() {
                    Iterator iterator() {
                        ran << 'read'
                        [].iterator()
                    }
                }]

        expect:
        ['', '.a', '[0]', "['a']", '*', '.first()', '.each { it'].each { way ->
            variables.keySet().each { assert at("$it${way}.¦".toString(), variables) == [] }
        }
        ran == []
    }
}
