package dev.dwx.dsl

/** An id of 64 bits keeps its last digit, or the call is refused. */
class ExactIdsSpec extends LanguageSpec {
    def setup() {
        begin(parts())
    }

    def "an id arrives with every digit: #source"() {
        when:
        run(source)

        then:
        caller.last.arguments[name].toString() == sent

        where:
        source                                                                             | name     || sent
        'GetNode(Id: 9007199254740993)'                                                    | 'Id'     || '9007199254740993'
        'GetNode(Id: 9223372036854775807)'                                                 | 'Id'     || '9223372036854775807'
        'GetNode(Id: 9223372036854775807G)'                                                | 'Id'     || '9223372036854775807'
        'def x = 9007199254740993; GetNode(Id: "${x}")'                                    | 'Id'     || '9007199254740993'
        'GetNode(Id: 1e18)'                                                                | 'Id'     || '1000000000000000000'
        'GetProject(Id: 9007199254740993.0)'                                               | 'Id'     || '9007199254740993'
        "GetProject(Id: '9007199254740993')"                                               | 'Id'     || '9007199254740993'
        "RerunTaskInstances(Ids: [9007199254740993, '9007199254740993', 9007199254740993.0])" | 'Ids' || '[9007199254740993, 9007199254740993, 9007199254740993]'
        "RerunTaskInstances(Ids: '[9007199254740993]')"                                    | 'Ids'    || '[9007199254740993]'
        "project 9007199254740993; ListNodes()"                                            | 'ProjectId' || '9007199254740993'
        "inProject('9007199254740993') { ListNodes() }"                                    | 'ProjectId' || '9007199254740993'
        "call('GetNode', Id: [a: 1e18, b: 9007199254740993])"                              | 'Id'     || '[a:1000000000000000000, b:9007199254740993]'
    }

    def "a number whose last digits are lost already is refused before anything is sent: #source"() {
        expect:
        failure(source).message.contains('its last digits are lost already')
        caller.calls.empty

        where:
        source << ['GetNode(Id: 9007199254740993d)', 'GetNode(Id: 1e18d)', 'GetNode(Id: 16777217f)', 'def x = 9007199254740993d; GetNode(Id: "${x}")',
                'GetProject(Id: 9007199254740993d)', 'GetProject(Id: 16777217f)', 'GetProject(Id: -9007199254740993d)',
                'RerunTaskInstances(Ids: [9007199254740993d])', "call('GetNode', Id: 9007199254740993d)", "call('GetNode', Id: [a: [9007199254740993d]])",
                "UpdateNode(Id: '1', Spec: [spec: [nodes: [[id: 9007199254740993d]]]])", 'project 9007199254740993d', 'ListNodes(ProjectId: 9007199254740993d)']
    }

    def "a floating number that holds all it was given is taken"() {
        when:
        run("GetProject(Id: 9007199254740991d); GetNode(Id: 16777215f)")

        then:
        caller.calls*.arguments*.Id == [9007199254740991L, '16777215']
    }
}
