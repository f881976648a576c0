package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class NearNamesSpec extends Specification {
    @Shared List<String> operations = SnapshotCatalog.bundled().list()*.name().toUnique()

    def 'near operations are suggested: #wrong'() {
        expect:
        NearNames.ofOperation(wrong, operations) == near

        where:
        wrong                  | near
        'listprojects'         | ['ListProjects']
        'LISTPROJECTS'         | ['ListProjects']
        'ListProject'          | ['ListProjects']
        'ListProjcts'          | ['ListProjects']
        'LsitProjects'         | ['ListProjects']
        'GetTaskInstanc'       | ['GetTaskInstance']
        'ListTask'             | ['ListTasks']
        'DeleteNodes'          | ['DeleteNode']
        'RemoveNode'           | ['DeleteNode', 'MoveNode', 'RenameNode']
        'ShowProjects'         | ['GetProject', 'ListProjects']
        'QueryTables'          | ['GetTable', 'ListTables']
        'DescribeNode'         | ['GetNode', 'ListNodes']
        'KillWorkflowInstance' | ['StopWorkflowInstances']
        'ModifyProject'        | ['UpdateProject']
    }

    def 'nothing is suggested where nothing is near: #wrong'() {
        expect:
        NearNames.ofOperation(wrong, operations) == []

        where:
        wrong << ['println', 'Foo', 'help', 'x', '', 'List', 'Get', 'Delete', 'LaunchRocket', 'SendMail', '项目',
                  'ListUnicorns', 'String', 'BigDecimal', 'Thread', 'node']
    }

    def 'near parameters are suggested: #wrong'() {
        expect:
        NearNames.of(wrong, candidates) == near

        where:
        wrong                | candidates                                                  | near
        'projectId'          | ['ProjectId', 'ProjectEnv', 'PageSize']                     | ['ProjectId']
        'ProjctId'           | ['ProjectId', 'ProjectEnv', 'PageSize']                     | ['ProjectId']
        'Pagesize'           | ['PageNumber', 'PageSize']                                  | ['PageSize']
        'PageNum'            | ['PageNumber', 'PageSize']                                  | ['PageNumber']
        'RuleIds'            | ['ProjectId', 'DataQualityEvaluationTaskId', 'DataQualityRuleIds'] | ['DataQualityRuleIds']
        'EvaluationTaskId'   | ['ProjectId', 'DataQualityEvaluationTaskId', 'DataQualityRuleIds'] | ['DataQualityEvaluationTaskId']
        'NodeId'             | ['Id', 'ProjectId']                                         | ['Id']
        'Id'                 | ['NodeId', 'ProjectEnv']                                    | ['NodeId']
        'NodeName'           | ['Name', 'Owner', 'Scene']                                  | ['Name']
        'StartDate'          | ['startDate', 'endDate']                                    | ['startDate']
        'Nmae'               | ['Name', 'Owner']                                           | ['Name']
    }

    def 'nothing is suggested for a parameter that is far from all: #wrong'() {
        expect:
        NearNames.of(wrong, ['ProjectId', 'Name', 'Owner', 'PageSize', 'Spec']) == []

        where:
        wrong << ['Foo', 'Colour', 'Timeout', 'a', '', 'X-Acs', 'Size2024']
    }

    def 'near values are suggested: #wrong'() {
        expect:
        NearNames.of(wrong, values) == near

        where:
        wrong        | values                                          | near
        'PROD'       | ['Prod', 'Dev']                                 | ['Prod']
        'Production' | ['Prod', 'Dev']                                 | ['Prod']
        'Fail'       | ['Success', 'Failure', 'Running']               | ['Failure']
        'Sucess'     | ['Success', 'Failure', 'Running']               | ['Success']
        'Pro'        | ['Prod', 'Dev']                                 | ['Prod']
        'Staging'    | ['Prod', 'Dev']                                 | []
        'asc'        | ['ASC', 'DESC']                                 | ['ASC']
        '3'          | ['1', '2']                                      | []
        '10'         | ['1', '2']                                      | []
        'Wait'       | ['WaitTime', 'WaitResource', 'WaitTrigger', 'WaitX'] | ['WaitX']
    }

    def 'there are never more than three, the nearest and then the earlier first'() {
        expect:
        NearNames.of('abcdefgh', ['abcdefgx', 'abcdefgy', 'abcdefgz', 'abcdefg', 'abcdxxgh']) ==
            ['abcdefgx', 'abcdefgy', 'abcdefgz']
        NearNames.of('abcdefgh', ['abcdxxgh', 'abcdefgx']) == ['abcdefgx', 'abcdxxgh']
        NearNames.of('aBc', ['ABC', 'abc', 'Abc', 'abC']).size() == 3
    }

    def 'letters added, lost, replaced and swapped each count one'() {
        expect:
        EditDistance.of(a, b, 3) == distance

        where:
        a        | b         || distance
        'node'   | 'node'    || 0
        'node'   | 'nodes'   || 1
        'node'   | 'ode'     || 1
        'node'   | 'mode'    || 1
        'node'   | 'ndoe'    || 1
        'node'   | 'dnoe'    || 2
        ''       | 'abc'     || 3
        'node'   | 'project' || Integer.MAX_VALUE
    }
}
