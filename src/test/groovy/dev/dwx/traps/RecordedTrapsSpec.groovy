package dev.dwx.traps

import dev.dwx.client.ApiException
import dev.dwx.json.ExactJson
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.traps.TrapTable

/** Traps whose cause lies outside what the sandbox plays, or on a certain day: the service's answer is put down, the language is real. */
class RecordedTrapsSpec extends LanguageSpec {
    private static Closure refuse(String operation, String code, String message, String version = '2024-05-18') {
        return { throw ApiException.of(ApiException.Stage.REFUSED, operation, version).code(code).serviceMessage(message).build() }
    }

    def "a business date is sent as the project's midnight, and a day without runs is echoed with date and zone"() {
        given:
        caller.on('ListTaskInstances', '{"PagingInfo":{"TotalCount":0,"TaskInstances":[]}}')

        when:
        run("2.times { ListTaskInstances(Bizdate: bizdate('20260314')) }")

        then:
        caller.last.arguments.Bizdate == 1773417600000L
        notes.findAll { it.contains('nothing for business date') } ==
                ['ListTaskInstances: nothing for business date 2026-03-14 (sent as 1773417600000, midnight in Asia/Shanghai); its runs are those of the day after']

        when:
        run('ListTaskInstances(Bizdate: today)')

        then:
        notes.last().contains('write Bizdate: yesterday')
    }

    def "a number that is no midnight of the project is remarked on, and one that is no time is not sent"() {
        when:
        run('ListTaskInstances(Bizdate: 1773446400000)')

        then:
        notes.any { it.contains('2026-03-14 08:00') && it.contains("bizdate('20260314')") }

        expect:
        refusal('ListTaskInstances(Bizdate: 20260314)').next() == "Bizdate: bizdate('20260314')"
        refusal('ListTaskInstances(Bizdate: 1773417600)').message.contains('reads like seconds')
    }

    def "BizDate of an ad hoc run and Bizdate of instances are two things, and what was sent is said"() {
        when:
        run("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', BizDate: yesterday, Tasks: [[Name: 't', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")

        then:
        notes.any { it.contains('is sent as 1773504000000; sources disagree about its form') }

        when:
        run("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', BizDate: 20260314, Tasks: [[Name: 't', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")

        then:
        caller.last.arguments.BizDate == 20260314L

        when:
        run("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', BizDate: 1773446400000, Tasks: [[Name: 't', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")

        then:
        notes.any { it.contains('neither a day') }
    }

    def "the type of an ad hoc task in other letters is not sent: #type"() {
        expect:
        refusal("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', Tasks: [[Name: 't', Type: '$type', RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")
                .message.contains(words)
        caller.calls.empty

        where:
        type           | words
        'hologres_sql' | "'hologres_sql' is spelled HOLOGRES_SQL"
        'odps-sql'     | 'is spelled ODPS_SQL'
        'Spark Thing'  | 'types are capitals with underscores'
    }

    def "owner and code of a task that were given are kept, and so are both over tries of the same call"() {
        when:
        run("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', Tasks: [[Name: 't', Type: 'NEW_TYPE', Owner: '2', ClientUniqueCode: 'mine', RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")

        then:
        caller.last.arguments.Tasks[0].subMap('Owner', 'ClientUniqueCode') == [Owner: '2', ClientUniqueCode: 'mine']
        notes.empty
    }

    def "a misspelt name inside a map is remarked on with the right one"() {
        when:
        run("CreateDataQualityRule(Name: 'r', TemplateCode: 'x', Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.a.b', Type: 'Table'], " +
                "CheckingConfig: [Threshold: [Expected: [Operator: '>', Value: '0']]])")

        then:
        notes.any { it.contains('CheckingConfig.Threshold is not known; did you mean Thresholds?') }
        caller.last.arguments.CheckingConfig == [Threshold: [Expected: [Operator: '>', Value: '0']]]
    }

    def "a package that a check has blocked is told with the way out, which nobody takes by himself"() {
        given:
        caller.on('GetDeploymentPackage', '{"Success":true,"Data":{"Deployment":{"Status":0,"CheckingStatus":7,"ErrorMessage":"naming rule"}}}')

        when:
        run('GetDeploymentPackage(DeploymentId: 5)')

        then:
        notes.any { it.contains('CheckingStatus 7 (naming rule)') && it.contains('SkipAllDeployFileExtensions: true') }

        when:
        run('SubmitFile(FileId: 7)')

        then:
        !caller.last.arguments.containsKey('SkipAllDeployFileExtensions')
    }

    def "MaxCompute is no source of a synchronisation job"() {
        expect:
        refusal("CreateDIJob(Name: 'j', SourceDataSourceType: 'MaxCompute', DestinationDataSourceType: 'Hologres')").with {
            message.contains('cannot read from MaxCompute') && next().contains("command: 'DI', commandTypeId: 23")
        }
        caller.calls.empty
    }

    def "a file's type may be said by its word; two numbers that are often mistaken are told apart"() {
        when:
        run("CreateFile(FileName: 'a', FileType: 'dide_shell', AutoParsing: false)")

        then:
        caller.last.arguments.FileType == 6

        when:
        run("CreateFile(FileName: 'a', FileType: 20); CreateFile(FileName: 'b', FileType: 30); CreateFile(FileName: 'c', FileType: 4711)")

        then:
        notes.any { it.contains('shell node is 6') }
        notes.any { it.contains('1322 (PYTHON)') }
        notes.any { it.contains('4711 is none that dwx knows') }
        refusal("CreateFile(FileName: 'a', FileType: 'PYODPS4')").message.contains('did you mean PYODPS')
    }

    def "content is not overwritten in passing: parsing is asked about, and that the change is in development is said"() {
        when:
        2.times { run("UpdateFile(FileId: 7, Content: 'select 1')") }

        then:
        notes.count { it.contains('AutoParsing is not given') } == 1
        notes.count { it.contains('the change is in development') && it.contains('DeployFile') } == 1
        !caller.last.arguments.containsKey('AutoParsing')
    }

    def "a known trouble in a log is said beside it: #topic"() {
        given:
        caller.on('GetTaskInstanceLog', ExactJson.write([TaskInstanceLog: "2026-03-15 start\n$line\nend".toString()]))
        caller.on('GetInstanceLog', ExactJson.write([Success: true, Data: line]))

        when:
        run('GetTaskInstanceLog(Id: 1); GetTaskInstanceLog(Id: 1)')
        run("GetInstanceLog(InstanceId: 1, ProjectEnv: 'PROD')")

        then:
        notes.findAll { it.startsWith('GetTaskInstanceLog: it says: ') && it.contains(remedy) }.size() == 1
        notes.any { it.startsWith('GetInstanceLog: it says: ') && it.contains(remedy) }

        where:
        topic                  | line                                                    | remedy
        'table not found'      | 'ODPS-0130131:[1,15] Table not found - table a.b cannot be resolved' | 'made in the other environment'
        'target table missing' | 'ERROR: can not found table "public"."t"'               | 'run the create table first: ExecuteAdhocWorkflowInstance'
        'partition'            | '分区信息没有配置,请检查'                                 | "dt='20260315'"
        'not collected'        | '表（holo.inst.db.t）不存在'                              | 'CreateCrawler'
        'partition range'      | '分区表orders的数据范围必须设置'                           | 'PartitionSpec'
    }

    def "why instances could not be made is read out of the result"() {
        given:
        caller.on('GetCreateWorkflowInstancesResult', '{"Result":{"Status":"CreateFailure","FailureMessage":"node not found: 5"}}')

        when:
        run("GetCreateWorkflowInstancesResult(OperationId: 'x')")

        then:
        notes.any { it.contains('node not found: 5') && it.contains('CreatePipelineRun') }
    }

    def "the lineage of a table whose name is not whole is remarked on"() {
        when:
        run("UpdateNode(Id: '1', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '1', outputs: [tables: [[guid: 'orders']]]]]]])")

        then:
        notes.any { it.contains("'orders' names no table in full") && it.contains('odps.<project>.<table>') }
        caller.last.name == 'UpdateNode'
    }

    def "a status that nobody knows is said and is no end; a text that says False is said"() {
        given:
        caller.on('GetTaskInstance', '{"TaskInstance":{"Id":1,"Status":"Frozen"}}')
        caller.on('GetPipelineRun', '{"Pipeline":{"Status":"Cancel","Stages":[{"Status":"Success"}]}}')
        caller.on('GetJobStatus', '{"JobStatus":{"Status":"Running","Completed":"False"}}')

        when:
        run("GetTaskInstance(Id: 1); GetPipelineRun(Id: 'x'); GetJobStatus(JobId: 'j')")

        then:
        notes.any { it.contains("'Frozen' is none that dwx knows") }
        notes.any { it.contains('ended with Cancel, which is no success') }
        notes.any { it.contains("JobStatus.Completed == 'True'") }
    }

    def "every documented status passes without a remark: #status"() {
        given:
        caller.on('GetTaskInstance', "{\"TaskInstance\":{\"Id\":1,\"Status\":\"$status\"}}")

        when:
        run('GetTaskInstance(Id: 1)')

        then:
        notes.empty

        where:
        status << ['NotRun', 'WaitTime', 'WaitResource', 'CheckingCondition', 'Running', 'Checking', 'Success', 'Failure']
    }

    def "a data source that is not found is compared with those that there are"() {
        given:
        caller.on('ListDataSources', '{"PagingInfo":{"DataSources":[{"Name":"orders_holo","DataSource":[{"Id":1}]},{"Name":"orders_odps","DataSource":[{"Id":2}]}]}}')
        caller.on('ExecuteAdhocWorkflowInstance', refuse('ExecuteAdhocWorkflowInstance', 'Invalid.Tenant.ConnectionNotExists', '数据源不存在: order_holo'))

        when:
        def failure = refusal("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', Tasks: [[Name: 't', Type: 'HOLOGRES_SQL', DataSource: [Name: 'order_holo'], RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")

        then:
        failure.why().contains("'order_holo' is not among the project's data sources; did you mean orders_holo?")
    }

    def "times show as dates, and an elapsed time of something that still runs is no number out of nothing"() {
        given:
        caller.on('GetTaskInstance', '{"TaskInstance":{"Id":1,"Status":"Running","StartedTime":1773417600000}}')

        expect:
        run('GetTaskInstance(Id: 1).TaskInstance.FinishedTime') == null
        run('GetTaskInstance(Id: 1).TaskInstance.StartedTime') == 1773417600000L
        failure('t = GetTaskInstance(Id: 1).TaskInstance; t.FinishedTime - t.StartedTime').message.contains('Nothing (null)')
    }

    def "forms that examples show and nobody takes are answered with the right ones: #source"() {
        expect:
        refusal(source).next().contains(right)
        caller.calls.empty

        where:
        source                                                   | right
        "GetDeployment(Id: 'x')"                                 | 'GetPipelineRun(Id:'
        "CreateWorkflowDefinition(Name: 'w', Description: 'd')"  | 'CycleWorkflow'
        "GetTable(DatabaseType: 'odps', TableGuid: 'odps.a.b')"  | 'maxcompute-table:::'
        "CreateDataQualityScan(RuleId: 1)"                       | 'ClientToken'
        "CreateDataQualityScanRun(Id: 1)"                        | 'DataQualityScanId'
        "CreateDataQualityEvaluationTask(Name: 'n', DataSourceId: 1, Target: [DatabaseType: 'maxcompute', TableGuid: 'x'], Trigger: [Type: 'BySchedule'])" | 'ByScheduledTaskInstance'
        "CreateDeployment(Type: 'Online')"                       | 'CreatePipelineRun'
        "ExecDeploymentStage(Id: 'x')"                           | 'ExecPipelineRunStage'
    }

    def "what is published late in the evening takes effect late, which is said"() {
        given:
        clock = java.time.Clock.fixed(java.time.Instant.parse('2026-03-15T15:40:00Z'), java.time.ZoneOffset.UTC)
        begin(parts())

        when:
        run("CreatePipelineRun(Type: 'Online', ObjectIds: ['8604388726201130001'])")

        then:
        notes.any { it.contains('third day') }
    }

    def "a remark comes once for an operation and a cause, and again for another cause"() {
        when:
        run("3.times { CreateFile(FileName: 'a', FileType: 20) }; CreateFile(FileName: 'a', FileType: 30)")

        then:
        notes.findAll { it.contains('FileType') }.size() == 2
    }

    def "a node that Data Studio does not have is not said to be missing in production"() {
        given:
        caller.on('GetNode', refuse('GetNode', 'X', 'node not found'))

        expect:
        refusal("GetNode(Id: '8604388726201130001')").why().startsWith('Data Studio of this project has no node 8604388726201130001')
    }

    def "a guard that cannot look anything up leaves the failure as it is"() {
        given:
        caller.on('ListDataSources', refuse('ListDataSources', 'Forbidden.RAM', 'no'))
        caller.on('ExecuteAdhocWorkflowInstance', refuse('ExecuteAdhocWorkflowInstance', 'X', '数据源不存在: y'))

        expect:
        refusal("ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1', Tasks: [[Name: 't', Type: 'A_B', DataSource: [Name: 'y'], RuntimeResource: [ResourceGroupId: 'g_res_group_1']]])")
                .serviceMessage() == '数据源不存在: y'
    }

    def "help shows the traps of an operation, all from one table, and every operation in it exists"() {
        expect:
        run('CreatePipelineRun.help()').contains('Watch out\n  - A pipeline run publishes one object')
        run("describe('ListTaskInstances')").contains('midnight that begins the day before the run')
        !run('ListProjects.help()').contains('Watch out')
        run('CreateDIJob.help()').contains('\${bizdate} is the day before the run')
        TrapTable.all().every { trap -> TrapTable.page().contains(trap.name()) && trap.operations().every { name ->
            catalog.find('2024-05-18', name).present || catalog.find('2020-05-18', name).present || { throw new AssertionError(name) }()
        } }
        dev.dwx.dsl.LanguagePages.page('traps').get() == TrapTable.page()
        TrapTable.all()*.name().toSet().size() == TrapTable.all().size()
    }

    def "an unchecked call is left alone"() {
        when:
        run("call('CreateNode', Spec: 'anything', ProjectId: 1)")

        then:
        caller.last.arguments.Spec == 'anything'
    }
}
