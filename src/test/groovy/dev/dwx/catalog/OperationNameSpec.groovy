package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class OperationNameSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()

    def 'a name is taken apart into words, verb and noun'() {
        given:
        def taken = OperationName.of(name)

        expect:
        taken.words().join(' ') == words
        taken.prefix() == prefix
        taken.verb() == verb
        taken.noun() == noun
        taken.singular() == singular

        where:
        name                               | words                                | prefix  | verb     | noun               | singular
        'ListProjects'                     | 'List Projects'                      | ''      | 'List'   | 'Projects'         | 'Project'
        'BatchUpdateTasks'                 | 'Batch Update Tasks'                 | 'Batch' | 'Update' | 'Tasks'            | 'Task'
        'BatchDeleteMetaEntities'          | 'Batch Delete Meta Entities'         | 'Batch' | 'Delete' | 'MetaEntities'     | 'MetaEntity'
        'CreateDIJob'                      | 'Create DI Job'                      | ''      | 'Create' | 'DIJob'            | 'DIJob'
        'GetDDLJobStatus'                  | 'Get DDL Job Status'                 | ''      | 'Get'    | 'DDLJobStatus'     | 'DDLJobStatus'
        'ListNodeIO'                       | 'List Node IO'                       | ''      | 'List'   | 'NodeIO'           | 'NodeIO'
        'GetMetaDBTableList'               | 'Get Meta DB Table List'             | ''      | 'Get'    | 'MetaDBTableList'  | 'MetaDBTableList'
        'ListUDFs'                         | 'List UDFs'                          | ''      | 'List'   | 'UDFs'             | 'UDF'
        'ListDQRules'                      | 'List DQ Rules'                      | ''      | 'List'   | 'DQRules'          | 'DQRule'
        'GetACLsOfTable'                   | 'Get ACLs Of Table'                  | ''      | 'Get'    | 'ACLsOfTable'      | 'ACLsOfTable'
        'CreateUdfFile'                    | 'Create Udf File'                    | ''      | 'Create' | 'UdfFile'          | 'UdfFile'
        'UnTagDataAssets'                  | 'UnTag Data Assets'                  | ''      | 'UnTag'  | 'DataAssets'       | 'DataAsset'
        'ListBusiness'                     | 'List Business'                      | ''      | 'List'   | 'Business'         | 'Business'
        'GetNodeChildren'                  | 'Get Node Children'                  | ''      | 'Get'    | 'NodeChildren'     | 'NodeChild'
        'ListBaselineStatuses'             | 'List Baseline Statuses'             | ''      | 'List'   | 'BaselineStatuses' | 'BaselineStatus'
        'ListDataServiceApis'              | 'List Data Service Apis'             | ''      | 'List'   | 'DataServiceApis'  | 'DataServiceApi'
        'ListV2Things'                     | 'List V2 Things'                     | ''      | 'List'   | 'V2Things'         | 'V2Thing'
        'DsgDesensPlanDelete'              | 'Dsg Desens Plan Delete'             | 'Dsg'   | 'Delete' | 'DesensPlan'       | 'DesensPlan'
        'DsgQueryDefaultTemplates'         | 'Dsg Query Default Templates'        | 'Dsg'   | 'Query'  | 'DefaultTemplates' | 'DefaultTemplate'
        'DsgStopSensIdentify'              | 'Dsg Stop Sens Identify'             | 'Dsg'   | 'Stop'   | 'SensIdentify'     | 'SensIdentify'
        'TopTenElapsedTimeInstance'        | 'Top Ten Elapsed Time Instance'      | ''      | 'Top'    | 'TenElapsedTimeInstance' | 'TenElapsedTimeInstance'
        'Offline'                          | 'Offline'                            | ''      | 'Offline' | ''                | ''
        'listProjects'                     | 'list Projects'                      | ''      | 'list'   | 'Projects'         | 'Project'
        ''                                 | ''                                   | ''      | ''       | ''                 | ''
    }

    def 'a list that a name speaks of is not taken for the verb'() {
        expect:
        OperationName.of(name).verbs() == verbs

        where:
        name                      | verbs
        'DsgWhiteListDeleteList'  | ['Delete']
        'DsgWhiteListQueryList'   | ['Query']
        'DsgWhiteListAddOrUpdate' | ['Add', 'Update']
        'DsgUserGroupAddOrUpdate' | ['Add', 'Update']
        'DsgPlanList'             | ['List']
    }

    def 'every operation has a verb that is known, two rankings excepted'() {
        expect:
        catalog.list()*.name().toUnique().findAll { !OperationName.of(it).knownVerb() } ==
            ['TopTenElapsedTimeInstance', 'TopTenErrorTimesInstance']
    }

    def 'the words of every operation make up its name'() {
        expect:
        catalog.list().every { OperationName.of(it.name()).words().join('') == it.name() }
    }

    def 'acronyms stay together in every operation'() {
        expect:
        catalog.list().collectMany { OperationName.of(it.name()).words() }.findAll { it.size() == 1 } == []
    }
}
