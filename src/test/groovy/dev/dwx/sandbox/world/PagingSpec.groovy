package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiOperation
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class PagingSpec extends Specification {
    @Shared
    @AutoCleanup
    Caller shared = new Caller().tap { strict = false }
    @AutoCleanup
    Caller caller = new Caller()
    @Shared
    Families families = new Families(Caller.CATALOG, new Vocabulary())

    /** List operations that a derived family answers. */
    static List<List> lists() {
        def coverage = Coverage.of(Caller.CATALOG)
        Caller.CATALOG.versions().collectMany { version ->
            coverage.names(version, 'stateful').findAll { it.startsWith('List') }.collect { [version, it] }
        }
    }

    def "#name (#version) pages through any number of items without doubles, in its own style"() {
        given:
        shared.v2024('ListProjects')
        def list = Caller.CATALOG.find(version, name).get()
        def kind = families.kind(version, name)
        def base = Arguments.of(list, 1, true).findAll { k, v -> !(k in ['PageNumber', 'PageSize']) }

        expect:
        [0, 1, 14, 15, 101].every { count ->
            fill(list, kind, base, count)
            [count in [14, 15] ? 7 : 100].every { size ->
                def items = new Pages(shared, list, base, size).all()
                def rows = items.collectMany { item -> item instanceof Map && item.values().any { it instanceof List && it && it[0] instanceof Map && it[0].Id } && !item.Id ?
                        item.values().find { it instanceof List } : [item] }
                assert rows.size() == count: "$count items of $kind in pages of $size"
                assert rows.unique(false).size() == count
                true
            }
        }

        where:
        [version, name] << lists()
    }

    private Map template

    /** Puts exactly so many things of the kind there, each fitting what the list requires. */
    private void fill(ApiOperation list, String kind, Map base, int count) {
        def store = shared.world.land(null).realm.store
        def family = families.of(kind)
        store.begin(shared.now.toEpochMilli())
        store.all(kind).findAll { kind != 'Project' || it.key() != '10001' }.each { store.remove(it) }
        def place = ListPlace.of(list)
        if (!template) {
            template = [ProjectEnv: 'Prod', EnvType: 'Prod']
            place.item().properties().findAll { !(it.key in ['EnvType', 'ProjectEnv']) }.each { name, schema ->
                template[families.field(list, kind, name)] = Arguments.value(list, schema, name, 1, 0)
            }
        }
        int first = kind == 'Project' ? 1 : 0
        for (int number = first; number < count; number++) {
            def fields = new LinkedHashMap(template)
            fields += [Id: 500000L + number, Name: "name_$number".toString(), Type: "type_$number".toString(), NodeType: (long) number]
            for (key in family.keys()) { fields[key] = fields[key] instanceof Long || key == 'Id' ? 500000L + number : "key_$number".toString() }
            base.each { name, value -> fields[families.field(list, kind, name)] = fieldValue(list, kind, name, value) }
            store.add(kind, number, fields + [Position: number, ResourceGroupType: 'CommonV2', ProjectIds: [10001L]])
        }
        if (kind == 'Project' && count == 0) { store.remove(store.find('Project', 10001)) }
        if (kind == 'Project' && count > 0 && !store.find('Project', 10001)) { store.add('Project', 10001, [Id: 10001L, Name: 'orders_dw']) }
        store.commit()
    }

    private Object fieldValue(ApiOperation list, String kind, String name, Object value) {
        shared.world.land(null).realm.vocabulary.field(list.version(), kind, name).codec().in(value)
    }

    def "a page larger than the operation allows, or before the first, is refused"() {
        when:
        caller.v2024('ListProjects', [(name): value])

        then:
        def fault = thrown(ServiceFault)
        fault.status() == 400
        fault.code() == 'InvalidParameter'
        fault.message.contains(name)

        where:
        name         | value
        'PageSize'   | 101
        'PageSize'   | 0
        'PageNumber' | 0
        'PageNumber' | -1
    }

    def "a token goes on after the last item seen, whatever has been added before it"() {
        given:
        (1..5).each { caller.v2024('CreateSkill', Name: "skill_$it".toString()) }

        when:
        def first = caller.v2024('ListSkills', MaxResults: 2).PagingInfo
        caller.v2024('CreateSkill', Name: 'newer')
        def second = caller.v2024('ListSkills', MaxResults: 3, NextToken: first.NextToken).PagingInfo

        then:
        first.Skills*.Name == ['skill_5', 'skill_4']
        second.Skills*.Name == ['skill_3', 'skill_2', 'skill_1']
        !second.NextToken
    }

    def "lists sort by what they are asked for: #given"() {
        expect:
        caller.v2024('ListTasks', [ProjectId: 10001, PageSize: 3] + given).PagingInfo.Tasks*.Name == names

        where:
        given                    | names
        [SortBy: 'Name Asc']     | ['ads_clicks_gmv_1h', 'ads_gmv', 'ads_logistics_sla']
        [SortBy: 'Name Desc']    | ['sync_gmv_holo', 'report_gmv', 'ods_users']
        [SortBy: 'Id Asc']       | ['ods_orders', 'ods_order_items', 'ods_users']
    }
}
