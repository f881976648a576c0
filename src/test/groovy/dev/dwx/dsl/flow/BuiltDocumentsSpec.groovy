package dev.dwx.dsl.flow

import dev.dwx.dsl.lifecycle.LifecycleSandbox
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What blocks build is taken by the calls that it is for. */
class BuiltDocumentsSpec extends Specification {
    @Shared
    @TempDir
    Path kept
    @Shared
    @AutoCleanup
    LifecycleSandbox sandbox

    def setupSpec() {
        sandbox = new LifecycleSandbox(kept)
    }

    def "a workflow with all that it may have is imported as it was described"() {
        given:
        kept.resolve('dwd.sql').toFile().text = 'insert overwrite table dwd_orders select 1;'
        def group = sandbox.run('ListResourceGroups().items[0].Id')

        when:
        sandbox.run("""
            wf = flow('built_daily') {
                description 'Orders of a day'; owner '1001'
                cron weekly: ['MON', 'FRI'], at: '03:00'
                params region: 'eu'
                resourceGroup '$group'; datasource 'orders_odps'; datasource 'orders_holo', type: 'holo'
                sql('ods_built') { script 'select \\'\${bizdate}\\''; params bizdate: '\${yyyymmdd}' }
                sql('dwd_built') { script file: '${kept.resolve('dwd.sql')}'; after 'ods_built'; timeout '2h'; rerun times: 3, every: '2m'; table 'dwd_orders' }
                assign('count') { language 'odps'; script 'select count(*) from dwd_orders'; after 'dwd_built' }
                branch('by_size') { inputs n: 'count.outputs'; when '\${n} > 1000', to: 'big', describe: 'many'; when '\${n} <= 1000', to: 'small' }
                sql('big') { script 'select 1' }
                holo('small') { script 'select 1' }
                join('both') { when of: 'big', status: ['SUCCESS', 'FAILURE']; when of: 'small'; logic 'b_1 or b_2' }
                doWhile('again', most: 5) { shell('try') { script 'echo \${dag.loopTimes}' }; end { language 'python'; script 'print 0' } }
                forEach('each', over: 'count.outputs') { shell('one') { script 'echo \${dag.foreach.current}' } }
                combined('two') { sql('b1') { script 'select 1' }; sql('b2') { script 'select 2'; after 'b1' } }
                paramHub('hub') { params region: 'eu'; inputs n: 'count' }
                di('to_holo') {
                    reader 'odps', datasource: 'orders_odps', table: 'dwd_orders', columns: ['id'], partition: "dt='\\\${bizdate}'"
                    writer 'holo', datasource: 'orders_holo', table: 'public.orders', columns: ['id'], writeMode: 'insert'
                    params bizdate: '\$bizdate'; errorLimit 0, strategy: 'stop'; after 'both'
                }
                virtual('done'); node('odd') { type 'SSH'; script 'ls'; set 'script.runtime.cu', '0.25'; after 'done', self: true }
            }
        """)
        def job = sandbox.run('ImportWorkflowDefinition(Spec: wf)')

        then:
        job.AsyncJob.Id
        sandbox.run("waitForJob('${job.AsyncJob.Id}')")
        sandbox.notes.findAll { it.contains('spec') } == []

        when:
        def there = sandbox.run("ListWorkflowDefinitions(Type: 'CycleWorkflow').find { it.Name == 'built_daily' }")
        def nodes = sandbox.run("ListNodes.all(ContainerId: '$there.Id').collect { GetNode(Id: it.Id).Node.Spec.spec.nodes[0] }")
        def built = sandbox.run('wf.spec.workflows[0].nodes')

        then:
        nodes*.name as Set == built*.name as Set
        built.every { node -> nodes.find { it.name == node.name }.script.content == node.script.content }
    }

    def "#call takes what #source builds"() {
        expect:
        sandbox.run(call.replace('SPEC', source)).toString().contains('Id"')

        where:
        call                                                                  | source
        "CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: SPEC)"                  | "node('built_top') { type 'ODPS_SQL'; script 'select 1'; datasource 'orders_odps'; cron daily: '02:30' }"
        "CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: SPEC)"                  | "node('built_mysql') { type 'MYSQL'; script 'select 1'; datasource 'orders_mysql', type: 'mysql' }"
        "CreateNode(Scene: 'DATAWORKS_MANUAL_TASK', Spec: SPEC)"              | "node('built_by_hand') { kind 'ManualNode'; type 'DIDE_SHELL'; script 'ls' }"
        "CreateWorkflowDefinition(Spec: SPEC)"                                | "flow('built_empty') { }"
        "ImportWorkflowDefinition(Spec: SPEC)"                                | "manualFlow('built_tool') { params day: '20250101'; sql('a') { script 'select 1' }; sql('b') { script 'select 2'; after 'a' } }"
        "ImportWorkflowDefinition(Spec: SPEC)"                                | "triggerFlow('built_upload') { sql('a') { script 'select 1' } }"
        "CreateResource(Spec: SPEC)"                                          | "resource('built.py') { datasource 'orders_odps' }"
        "CreateFunction(Spec: SPEC)"                                          | "function('built_mask') { type 'string'; className 'mask.PhoneMask'; uses 'built.py'; datasource 'orders_odps' }"
        "CreateComponent(Spec: SPEC)"                                         | "component('built_top_n') { script 'SELECT * FROM @@{src}'; input 'src', type: 'string' }"
    }
}
