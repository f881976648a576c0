package dev.dwx.repl.live

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.ResponseShape
import dev.dwx.catalog.SecretNames
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import spock.lang.Shared
import spock.lang.Specification

class FeedsSpec extends Specification {
    /** Names of parameters that say which thing is meant. */
    static final NAMING = ~/.*(Ids?|Names?|Guids?|Owner|Uuids?|Codes?|Identifier|QualifiedName)/

    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    Feeds feeds = new Feeds({ catalog })
    @Shared
    List<ApiOperation> operations = catalog.list().collect { catalog.find(it.version(), it.name()).get() }

    Optional<Feed> feed(String version, String operation, String parameter) {
        feeds.of(catalog.find(version, operation).get(), parameter)
    }

    def "three quarters of all parameters that name a thing are fed; most others name something new"() {
        given:
        def naming = operations.collectMany { operation -> operation.parameters()*.name().findAll { it ==~ NAMING }.collect { [operation, it] } }
        def fed = naming.count { operation, parameter -> feeds.of(operation, parameter).present }
        println "${fed} of ${naming.size()} parameters that name a thing are fed with live values"

        expect:
        naming.size() > 1300
        fed >= 1050
    }

    def "every feed is a read that answers with a list, whose items have the value and the note, and no secret"() {
        given:
        def all = operations.collectMany { operation -> operation.parameters()*.name().collect { feeds.of(operation, it).orElse(null) } }.findAll().toSet()

        expect:
        all.size() > 80
        all.each { Feed feed ->
            assert catalog.find(feed.list().version(), feed.list().name()).present
            assert RiskRules.of(feed.list(), [:]) == Risk.READ: feed.list().label()
            def shape = ResponseShape.of(feed.list())
            assert shape.list
            assert Feeds.scalar(feed.list(), shape.itemSchema(), feed.value()): feed
            assert feed.note() == null || Feeds.scalar(feed.list(), shape.itemSchema(), feed.note()): feed
            assert !SecretNames.isSecret(feed.value())
            assert new Columns(feed.list(), feeds.table()).of(feed.value()) >= 0: "the column of $feed is not kept"
        }
    }

    def "a listing can be asked with what is known: the project, its own arguments, and what the call at the prompt can say"() {
        expect:
        operations.each { operation ->
            operation.parameters()*.name().each { parameter ->
                feeds.of(operation, parameter).ifPresent { feed ->
                    def told = ['ProjectId', 'RegionId'] + feed.fixed().keySet() + feed.needed()
                    assert Feeds.required(feed.list()).every { it in told }: feed
                    assert feed.needed().every { operation.parameter(it).present && it != parameter }
                    assert feed.fixed().keySet().every { feed.list().parameter(it).present }: feed
                }
            }
        }
    }

    def "every row of the table names what exists and is used"() {
        expect:
        feeds.table().rows().findAll { row ->
            !operations.any { row.fits(it.version(), it.name()) && it.parameter(row.parameter()).present
                    && (row.list() == null || feeds.of(it, row.parameter()).present) }
        } == []
        feeds.table().warm().size() == feeds.warm().size()
        feeds.table().listsWithArguments().every { pinned -> operations.any { "${it.version()[0..3]}:${it.name()}" == pinned } }
    }

    def "names tell most of it, the table the rest"() {
        expect:
        with(feed(version, operation, parameter).get()) {
            it.list().label() == list
            it.value() == value
            it.note() == note
        }

        where:
        version      | operation            | parameter         | list                                | value           | note
        '2024-05-18' | 'GetNode'            | 'Id'              | 'ListNodes (2024-05-18)'            | 'Id'            | 'Name'
        '2024-05-18' | 'GetTaskInstanceLog' | 'Id'              | 'ListTaskInstances (2024-05-18)'    | 'Id'            | 'TaskName'
        '2024-05-18' | 'ListDownstreamTasks'| 'Id'              | 'ListTasks (2024-05-18)'            | 'Id'            | 'Name'
        '2020-05-18' | 'GetNode'            | 'NodeId'          | 'ListNodes (2020-05-18)'            | 'NodeId'        | 'NodeName'
        '2020-05-18' | 'GetBaseline'        | 'BaselineId'      | 'ListBaselines (2020-05-18)'        | 'BaselineId'    | 'BaselineName'
        '2024-05-18' | 'ListNodes'          | 'ProjectId'       | 'ListProjects (2024-05-18)'         | 'Id'            | 'Name'
        '2024-05-18' | 'ListTasks'          | 'Owner'           | 'ListProjectMembers (2024-05-18)'   | 'UserId'        | 'UserName'
        '2024-05-18' | 'GetDataSource'      | 'Id'              | 'ListDataSources (2024-05-18)'      | 'DataSource.Id' | 'Name'
        '2024-05-18' | 'CreateNetwork'      | 'ResourceGroupId' | 'ListResourceGroups (2024-05-18)'   | 'Id'            | 'Name'
        '2024-05-18' | 'GetTable'           | 'Id'              | 'ListTables (2024-05-18)'           | 'Id'            | 'Name'
        '2020-05-18' | 'GetMetaTableBasicInfo' | 'TableGuid'    | 'GetMetaDBTableList (2020-05-18)'   | 'TableGuid'     | 'TableName'
    }

    def "what is new, a secret, or no name of a thing is fed by nothing"() {
        expect:
        feed(version, operation, parameter).empty

        where:
        version      | operation          | parameter
        '2024-05-18' | 'CreateFunction'   | 'Name'
        '2024-05-18' | 'CreateDataSource' | 'Name'
        '2020-05-18' | 'CreateProject'    | 'ProjectName'
        '2024-05-18' | 'ListProjects'     | 'PageSize'
        '2024-05-18' | 'ListTasks'        | 'NoSuchParameter'
        '2024-05-18' | 'ListNodeDependencies' | 'ProjectEnv'
    }

    def "a line of the table that is none is refused"() {
        when:
        FeedTable.of(line)

        then:
        thrown(IllegalArgumentException)

        where:
        line << ['feed 2024 Id', 'fed * A 2024:ListNodes Id Name', 'list 2024:ListNodes Id', 'warm']
    }
}
