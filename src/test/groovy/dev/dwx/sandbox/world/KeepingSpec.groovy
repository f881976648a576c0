package dev.dwx.sandbox.world

import dev.dwx.sandbox.ServiceFault
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

class KeepingSpec extends Specification {
    @TempDir
    Path directory

    private static List story(Caller caller) {
        [caller.v2024('ListNodes', ProjectId: 10001, PageSize: 100),
         caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: LifeCycleSpec.YESTERDAY, PageSize: 500),
         caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: LifeCycleSpec.node('n')),
         caller.v2024('CreateAlertRule', Name: 'a', Owner: '1', Enabled: true, TriggerCondition: [Type: 'Error']),
         caller.v2024('ListTables', ParentMetaEntityId: 'maxcompute-project:::orders_dw', PageSize: 100),
         caller.v2020('ListFiles', ProjectId: 10001, NeedContent: true)]
    }

    def "two worlds of the same seed and clock are equal; another seed gives other ids"() {
        given:
        def one = new Caller(seed: 3)
        def same = new Caller(seed: 3)
        def other = new Caller(seed: 4)

        expect:
        story(one) == story(same)
        one.v2024('ListNodes', ProjectId: 10001).PagingInfo.Nodes*.Id != other.v2024('ListNodes', ProjectId: 10001).PagingInfo.Nodes*.Id

        cleanup:
        [one, same, other]*.close()
    }

    def "what was done before a world was closed is there when it is opened again"() {
        given:
        def first = new Caller(directory: directory.resolve('deep/data'))
        def nodes = first.v2024('ListNodes', ProjectId: 10001)
        def made = first.v2024('CreateDataSource', ProjectId: 10001, Name: 'kept', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: '{"envType":"Dev"}').Id
        first.v2024('DeleteAlertRule', Id: 149001)
        def run = first.v2024('CreateDIJob', ProjectId: 10001, Name: 'moving').Id
        first.v2024('StartDIJob', Id: run)
        first.close()

        when:
        def second = new Caller(directory: directory.resolve('deep/data'), seed: 99)

        then:
        second.v2024('ListNodes', ProjectId: 10001) .PagingInfo == nodes.PagingInfo
        second.v2024('GetDataSource', Id: made).DataSource.Name == 'kept'
        second.v2024('ListAlertRules', PageNumber: 1, PageSize: 10).PagingInfo.AlertRules*.Id == [149002]
        second.v2024('GetDIJob', Id: run).PagingInfo.JobStatus == 'Starting'

        when:
        second.later(Duration.ofSeconds(10))

        then:
        second.v2024('GetDIJob', Id: run).PagingInfo.JobStatus == 'Running'
        second.v2024('CreateDataSource', ProjectId: 10001, Name: 'next', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: '{}').Id > made

        cleanup:
        second?.close()
    }

    def "a directory that is in use is refused with what to do about it"() {
        given:
        def first = new Caller(directory: directory)

        when:
        new Caller(directory: directory)

        then:
        def refused = thrown(IOException)
        refused.message.contains('in use by another process')
        refused.message.contains('--data')

        cleanup:
        first.close()
    }

    def "a directory that cannot be one is refused"() {
        given:
        def file = Files.writeString(directory.resolve('file'), 'x')

        when:
        new Caller(directory: file)

        then:
        def refused = thrown(IOException)
        refused.message.contains('--data')
    }

    def "a call that is refused half way leaves nothing behind"() {
        given:
        def caller = new Caller()
        def sources = '[{"Name":"good","DataSourceType":"mysql","EnvType":1},{"DataSourceType":"mysql"}]'

        when:
        caller.v2020('ImportDataSources', ProjectId: 10001, DataSources: sources)

        then:
        thrown(ServiceFault)
        caller.v2020('ListDataSources', ProjectId: 10001, Name: 'good').Data.TotalCount == 0

        cleanup:
        caller.close()
    }

    def "many threads make things at once and every one is there, with an id of its own"() {
        given:
        def caller = new Caller()
        def pool = Executors.newFixedThreadPool(2)

        when:
        def ids = pool.invokeAll((1..2).collect { thread ->
            { -> (1..60).collect { caller.v2024('CreateSecurityStrategy', Name: "s${thread}_$it".toString(), SchemaName: 'x', ControlModule: 'm', ControlSubModule: 's', ControlDwScope: 'w', Content: [Name: 'c']).Id } } as Callable
        })*.get(20, TimeUnit.SECONDS).flatten()

        then:
        ids.unique(false).size() == 120
        new Pages(caller, Caller.CATALOG.find('2024-05-18', 'ListSecurityStrategies').get(), [:], 50).all()*.Name as Set ==
                [1, 2].collectMany { thread -> (1..60).collect { "s${thread}_$it".toString() } } as Set

        cleanup:
        pool.shutdownNow()
        caller.close()
    }
}
