package dev.dwx.repl.complete

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.repl.live.LiveValues
import spock.lang.Shared
import spock.lang.Specification

/** Completion over all that dwx knows of the service; the cursor is the mark {@code ¦}. */
class RealCatalogSpec extends Specification {
    @Shared
    SnapshotCatalog catalog = SnapshotCatalog.bundled()

    @Shared
    LiveValues live = { operation, parameter, given ->
        parameter in ['Id', 'ProjectId'] ? [new LiveValues.Value('7421', 'dwd_orders'), new LiveValues.Value('7422', 'ods_orders')]
                : parameter == 'Name' ? [new LiveValues.Value("o'hara", null)] : []
    } as LiveValues

    private List<Proposal> proposals(String marked) {
        return CandidatesSpec.proposals(marked, [:], live, catalog)
    }

    private List<String> at(String marked) {
        return proposals(marked)*.text()
    }

    def 'operations are found by their names, initials, with a slip, and by what they do'() {
        expect:
        at(marked).take(texts.size()) == texts

        where:
        marked               || texts
        'ListTaskI¦'         || ['ListTaskInstanceOperationLogs(', 'ListTaskInstances(']
        'ListNodes¦'         || ['ListNodes(', 'ListNodesByBaseline(']
        'LTI¦'               || ['ListTaskInstances(', 'ListUpstreamTaskInstances(']
        'lti¦'               || ['ListTaskInstances(']
        'ListTaks¦'          || ['ListTasks(', 'ListTaskInstances(']
        'LsitNodes¦'         || ['ListNodes(']
        'crnod¦'             || ['CreateNode(']
        'rerun task¦'        || ['RerunTaskInstances(']
        'failed instances¦'  || ['GetTaskInstance(', 'ListTaskInstances(']
        '重跑实例¦'              || ['RerunTaskInstances(']
        '数据源¦'               || ['GetDataSource(']
        '删除 节点¦'             || ['DeleteNode(']
    }

    def 'what is deprecated, or only in the version before, comes later and is marked'() {
        given:
        def found = proposals('ListNode¦')

        expect:
        found*.text().indexOf('ListNodes(') < found*.text().indexOf('ListNodeIO(')
        !found.find { it.text() == 'ListNodes(' }.note().startsWith('(')
        found.find { it.text() == 'ListNodeIO(' }.note().startsWith('(2020-05-18, deprecated) ')
        found.find { it.text() == 'ListNodesByOutput(' }.note().startsWith('(2020-05-18) ')
    }

    def 'keys inside of parameters, those that are required first, those that are there not again'() {
        expect:
        at(marked).take(texts.size()) == texts

        where:
        marked                                                                          || texts
        'CreateAlertRule(Notification: [¦'                                              || ['Channels: ', 'Receivers: ', 'IntervalInMinutes: ']
        'CreateAlertRule(Notification: [Channels: [], ¦'                                || ['Receivers: ', 'IntervalInMinutes: ']
        'CreateAlertRule(Notification: [Max¦'                                           || ['Maximum: ']
        'CreateAlertRule(Notification: [Receivers: [[¦'                                 || ['Extension: ', 'ReceiverType: ', 'ReceiverValues: ']
        "CreateAlertRule(Notification: [Receivers: [[ReceiverType: 'O', ¦]]])"          || ['Extension: ', 'ReceiverValues: ']
        'CreateNode(Spec: [¦'                                                           || ['version: ', 'kind: ']
        'CreateNode(Spec: [spec: [nodes: [[¦'                                           || ['id: ', 'name: ']
        "CreateNode(Spec: [spec: [nodes: [[name: 'a', script: [run¦"                    || ['runtime: ']
    }

    def 'values that are known, in quotes and without, closed or not'() {
        expect:
        at(marked).take(texts.size()) == texts

        where:
        marked                                                                || texts
        'ListProjects(Status: ¦'                                              || ["'Available'", "'Initializing'"]
        "ListProjects(Status: 'in¦"                                           || ["'Initializing'", "'InitFailed'"]
        "ListProjects(Status: 'in¦')"                                         || ["'Initializing", "'InitFailed"]
        "CreateAlertRule(Notification: [Receivers: [[ReceiverType: 'T¦"       || ["'TaskOwner'"]
        'CreateNode(Spec: [version: ¦'                                        || ["'1.1.0'", "'1.2.0'"]
        "CreateNode(Spec: [kind: 'Cy¦"                                        || ["'CycleWorkflow'"]
        'CreateNode(Spec: [spec: [nodes: [[recurrence: ¦'                     || ["'Normal'", "'Pause'", "'Skip'"]
        "CreateNode(Spec: [spec: [nodes: [[trigger: [type: '¦"                || ["'Scheduler'", "'Manual'"]
        "CreateNode(Spec: [spec: [nodes: [[script: [runtime: [command: 'ODPS_SQ¦']]]]]])" || ["'ODPS_SQL"]
        'ListTaskInstances(Bizdate: ¦'                                        || ['yesterday', 'today', "bizdate('"]
        'ListTaskInstances(Bizdate: to¦'                                      || ['today']
        "ListTaskInstances(Bizdate: 'y¦"                                      || []
    }

    def 'keys and values in a JSON text, with the quotes of JSON'() {
        expect:
        at(marked).take(texts.size()) == texts
        !texts.empty || at(marked).empty

        where:
        marked                                                                               || texts
        "CreateNode(Spec: '{¦"                                                               || ['"version": ', '"kind": ']
        "CreateNode(Spec: '{¦}')"                                                            || ['"version": ', '"kind": ']
        "CreateNode(Spec: '{\"ver¦"                                                          || ['"version": ']
        "CreateNode(Spec: '{\"ver¦\"')"                                                      || ['"version']
        "CreateNode(Spec: '{ki¦"                                                             || ['"kind": ']
        "CreateNode(Spec: '{\"version\": \"¦"                                                || ['"1.1.0"', '"1.2.0"']
        "CreateNode(Spec: '{\"version\": ¦"                                                  || ['"1.1.0"', '"1.2.0"']
        "CreateNode(Spec: '{\"version\": \"2.0.0\", ¦"                                       || ['"kind": ']
        "CreateNode(Spec: '{\"kind\": \"Cy¦"                                                 || ['"CycleWorkflow"']
        "CreateNode(Spec: '{\"kind\":\"Cy¦\"}')"                                             || ['"CycleWorkflow']
        "CreateNode(Spec: '{\"spec\": {\"nodes\": [{¦"                                       || ['"id": ', '"name": ']
        "CreateNode(Spec: '''{\n  \"spec\": {\n    \"nodes\": [{\"recurrence\": \"¦"         || ['"Normal"', '"Pause"', '"Skip"']
        "CreateNode(Spec: '{\"spec\":{\"nodes\":[{\"id\":\"a\"},{\"trigger\":{\"type\":\"¦"    || ['"Scheduler"', '"Manual"']
        "CreateNode(Spec: '{\"spec\":{\"nodes\":[{\"script\":{\"runtime\":{\"command\":\"ODPS_SQ¦" || ['"ODPS_SQL"']
        "CreateNode(ProjectId: 1, Spec: '{\"a\": \"x, {\\\"\", \"ver¦"                        || ['"version": ']
        "CreateNode(Spec: '{\"spec\": {\"nodes\": [¦"                                        || []
        "CreateNode(Spec: '{\"version\": \"1.1.0\" ¦"                                        || []
        "CreateNode(Spec: '{\"version\" ¦"                                                   || []
        "CreateNode(Spec: '{}¦"                                                              || []
        "CreateNode(Spec: 'x¦"                                                               || []
        "CreateNode(Name: '{\"ver¦"                                                          || []
        "print(Spec: '{\"ver¦"                                                               || []
    }

    def 'what is there now is found by its id and by its name, and an id takes the place of the name'() {
        expect:
        at(marked) == texts

        where:
        marked                               || texts
        "GetNode(Id: '¦"                     || ["'7421'", "'7422'"]
        "GetNode(Id: 'dwd¦"                  || ["'7421'"]
        'GetNode(Id: dwd¦'                   || ["'7421'"]
        'GetNode(Id: 7422¦'                  || ["'7422'"]
        'GetNode(Id: orders¦'                || ["'7421'", "'7422'"]
        "GetNode(Id: 'ods¦')"                || ["'7422"]
        'ListNodes(ProjectId: ods¦'          || ['7422']
        "ListNodes(ProjectId: 'ods¦"         || ['7422']
        "ListNodes(ProjectId: 'ods¦')"       || ["'7422"]
        'ListNodes(Name: ¦'                  || ["'o\\'hara'"]
        'ListNodes(Name: "¦'                 || ['"o\'hara"']
        "ListProjects(Names: ['¦"            || []
        "project '¦"                         || ["'dwd_orders'", "'ods_orders'"]
        'inProject("o¦") {}'                 || ['"ods_orders']
        "logs '74¦"                          || ["'dwd_orders'", "'ods_orders'"]
        "why('dwd¦"                          || ["'dwd_orders'"]
        "runSql 'select 1', datasource: 'o¦" || ["'ods_orders'"]
        "confirm('x', only: ['d¦"            || ["'dwd_orders'"]
    }

    def 'the source of what is there now is told the arguments that are typed already'() {
        given:
        def asked = []
        LiveValues recording = { operation, parameter, given ->
            asked << [operation.name(), parameter, given]
            []
        } as LiveValues

        when:
        CandidatesSpec.proposals(marked, [:], recording, catalog)

        then:
        asked == [expected]

        where:
        marked                                                         || expected
        "ListNodes(ProjectId: 12, Scene: 'S', Name: '¦"                || ['ListNodes', 'Name', [ProjectId: '12', Scene: 'S']]
        "ListNodes(ProjectId: p.Id, Name: '¦', Recurrence: 'Skip')"    || ['ListNodes', 'Name', [Recurrence: 'Skip']]
        'x = ListNodes ProjectId: 900020778113, Name: \'¦'             || ['ListNodes', 'Name', [ProjectId: '900020778113']]
        "ListProjects(Names: ['a', '¦"                                 || ['ListProjects', 'Names', [:]]
    }

    def 'with ten thousand values that are there, no more are handed on than anybody looks through, and the right one is among them'() {
        given:
        def many = (1..10_000).collect { new LiveValues.Value(String.valueOf(900_020_770_000L + it), "ods_table_$it".toString()) }
        LiveValues live = { operation, parameter, given -> many } as LiveValues

        expect:
        CandidatesSpec.proposals("GetNode(Id: '¦", [:], live, catalog).size() == 200
        CandidatesSpec.proposals("GetNode(Id: 'ods_table_9999¦", [:], live, catalog)*.text() == ["'900020779999'"]
        CandidatesSpec.proposals("GetNode(Id: 'table_77¦", [:], live, catalog)*.shown().containsAll(['900020770077', '900020777777'])
        CandidatesSpec.proposals("GetNode(Id: 'nowhere¦", [:], live, catalog) == []
    }
}
