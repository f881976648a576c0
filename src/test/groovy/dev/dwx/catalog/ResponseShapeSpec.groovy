package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class ResponseShapeSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()

    ResponseShape shape(String version, String name) {
        ResponseShape.of(catalog.find(version, name).orElseThrow())
    }

    static ResponseShape shapeOf(String name, String schema, String parameters = '') {
        def names = parameters.isEmpty() ? '' : parameters.split(' ').collect {
            """{"name":"$it","in":"query","schema":{"type":"string"}}""" }.join(',')
        def json = """{"apis":{"$name":{"methods":["get"],"parameters":[$names],"responses":{"200":{"schema":$schema}}}}}"""
        ResponseShape.of(new ApiDocsReader(Provenance.SNAPSHOT).read(json.getBytes('UTF-8')).operations()[0])
    }

    static String object(String fields) {
        """{"type":"object","properties":{$fields}}"""
    }

    static String path(List<String> path) {
        path?.join('.')
    }

    def 'lists of page numbers have list, total and the names of the request'() {
        given:
        def shape = shape(version, name)

        expect:
        path(shape.listPath()) == list
        path(shape.totalPath()) == total
        shape.paging().style() == PagingStyle.PAGE_NUMBER
        path(shape.paging().pageParameter()) == page
        path(shape.paging().sizeParameter()) == 'PageSize'
        path(shape.paging().pagePath()) == pagePath
        shape.objectPath() == null

        where:
        version          | name                        | list                              | total                         | page         | pagePath
        ApiCatalog.V2024 | 'ListProjects'              | 'PagingInfo.Projects'             | 'PagingInfo.TotalCount'       | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2024 | 'ListNodes'                 | 'PagingInfo.Nodes'                | 'PagingInfo.TotalCount'       | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2024 | 'ListResourceGroups'        | 'PagingInfo.ResourceGroupList'    | 'PagingInfo.TotalCount'       | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2024 | 'ListDataSources'           | 'PagingInfo.DataSources'          | 'PagingInfo.TotalCount'       | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2024 | 'ListDataQualityScans'      | 'PageInfo.DataQualityScans'       | 'PageInfo.TotalCount'         | 'PageNumber' | 'PageInfo.PageNumber'
        ApiCatalog.V2024 | 'ListFiles'                 | 'Data.Files'                      | 'Data.TotalCount'             | 'PageNumber' | 'Data.PageNumber'
        ApiCatalog.V2024 | 'ListBusiness'              | 'Data.Business'                   | 'Data.TotalCount'             | 'PageNumber' | 'Data.PageNumber'
        ApiCatalog.V2024 | 'ListDeploymentPackages'    | 'Data.Deployments'                | 'Data.TotalCount'             | 'PageNumber' | 'Data.PageNumber'
        ApiCatalog.V2024 | 'ListDownstreamTasks'       | 'PagingInfo.DownstreamTasks'      | 'PagingInfo.TotalCount'       | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2024 | 'ListUpstreamTaskInstances' | 'PagingInfo.UpstreamTaskInstances' | 'PagingInfo.TotalCount'      | 'PageNumber' | 'PagingInfo.PageNumber'
        ApiCatalog.V2020 | 'ListProjects'              | 'PageResult.ProjectList'          | 'PageResult.TotalCount'       | 'PageNumber' | 'PageResult.PageNumber'
        ApiCatalog.V2020 | 'ListDIJobs'                | 'DIJobPaging.DIJobs'              | 'DIJobPaging.TotalCount'      | 'PageNumber' | 'DIJobPaging.PageNumber'
        ApiCatalog.V2020 | 'ListDIAlarmRules'          | 'DIAlarmRulePaging.DIJobAlarmRules' | 'DIAlarmRulePaging.TotalCount' | 'PageNumber' | 'DIAlarmRulePaging.PageNumber'
        ApiCatalog.V2020 | 'ListInnerNodes'            | 'Paging.Nodes'                    | 'Paging.TotalCount'           | 'PageNumber' | 'Paging.PageNumber'
        ApiCatalog.V2020 | 'ListDataServiceFolders'    | 'FolderPagingResult.Folders'      | 'FolderPagingResult.TotalCount' | 'PageNumber' | 'FolderPagingResult.PageNumber'
        ApiCatalog.V2020 | 'ListDataServiceGroups'     | 'GroupPagingResult.Groups'        | 'GroupPagingResult.TotalCount' | 'PageNumber' | 'GroupPagingResult.PageNumber'
        ApiCatalog.V2020 | 'ListFileType'              | 'NodeTypeInfoList.NodeTypeInfo'   | 'NodeTypeInfoList.TotalCount' | 'PageNumber' | 'NodeTypeInfoList.PageNumber'
        ApiCatalog.V2020 | 'ListPermissionApplyOrders' | 'ApplyOrders.ApplyOrder'          | 'ApplyOrders.TotalCount'      | 'PageNum'    | 'ApplyOrders.PageNumber'
        ApiCatalog.V2020 | 'ListTableLevel'            | 'TableLevelInfo.LevelList'        | 'TableLevelInfo.TotalCount'   | 'PageNum'    | null
        ApiCatalog.V2020 | 'ListMetaDB'                | 'DatabaseInfo.DbList'             | 'DatabaseInfo.TotalCount'     | 'PageNum'    | null
        ApiCatalog.V2020 | 'ListRefDISyncTasks'        | 'Data.DISyncTasks'                | null                          | 'PageNumber' | null
        ApiCatalog.V2020 | 'GetMetaTableColumn'        | 'Data.ColumnList'                 | 'Data.TotalCount'             | 'PageNum'    | 'Data.PageNum'
        ApiCatalog.V2020 | 'DsgWhiteListQueryList'     | 'PageData.Data'                   | 'PageData.TotalCount'         | 'PageNumber' | 'PageData.PageNumber'
    }

    def 'lists of tokens have the token of answer and request'() {
        given:
        def shape = shape(version, name)

        expect:
        path(shape.listPath()) == list
        shape.paging().style() == PagingStyle.NEXT_TOKEN
        path(shape.paging().tokenPath()) == token
        path(shape.paging().tokenParameter()) == parameter
        path(shape.paging().sizeParameter()) == size
        path(shape.paging().morePath()) == more

        where:
        version          | name                          | list                               | token                              | parameter           | size                | more
        ApiCatalog.V2024 | 'ListSkills'                  | 'PagingInfo.Skills'                | 'PagingInfo.NextToken'             | 'NextToken'         | 'MaxResults'        | null
        ApiCatalog.V2024 | 'ListMetaEntities'            | 'PagingInfo.MetaEntities'          | 'PagingInfo.NextToken'             | 'NextToken'         | 'MaxResults'        | null
        ApiCatalog.V2024 | 'ListMyApplications'          | 'Data.Data'                        | 'Data.NextToken'                   | 'NextToken'         | 'PageSize'          | 'Data.HasMore'
        ApiCatalog.V2024 | 'ListResourceGroupMetricData' | 'MetricData.Metrics'               | 'MetricData.NextToken'             | 'NextToken'         | null                | null
        ApiCatalog.V2024 | 'ListAgents'                  | 'JsonRpcResponse.Result.Agents'    | 'JsonRpcResponse.Result.NextToken' | 'Params.NextToken'  | 'Params.MaxResults' | null
        ApiCatalog.V2020 | 'ListTables'                  | 'Data.TableEntityList'             | 'Data.NextToken'                   | 'NextToken'         | 'PageSize'          | null
        ApiCatalog.V2020 | 'ListLineage'                 | 'Data.DataEntityList'              | 'Data.NextToken'                   | 'NextToken'         | 'PageSize'          | null
        ApiCatalog.V2020 | 'GetMetaTableLineage'         | 'Data.DataEntityList'              | 'Data.NextPrimaryKey'              | 'NextPrimaryKey'    | 'PageSize'          | 'Data.HasNext'
    }

    def 'lists that come whole are found wherever they stand'() {
        given:
        def shape = shape(version, name)

        expect:
        path(shape.listPath()) == list
        shape.paging() == Paging.NONE

        where:
        version          | name                                 | list
        ApiCatalog.V2020 | 'ListResourceGroups'                 | 'Data'
        ApiCatalog.V2020 | 'ListProjectIds'                     | 'ProjectIds'
        ApiCatalog.V2020 | 'ListProjectRoles'                   | 'ProjectRoleList'
        ApiCatalog.V2020 | 'ListDags'                           | 'Data.Dags'
        ApiCatalog.V2020 | 'GetNodeChildren'                    | 'Data.Nodes'
        ApiCatalog.V2020 | 'ListShiftPersonnels'                | 'Paging.ShiftPersons'
        ApiCatalog.V2024 | 'ListCrawlerTypes'                   | 'CrawlerTypes'
        ApiCatalog.V2024 | 'ListResourceGroupAssociateProjects' | 'ProjectIdList'
        ApiCatalog.V2024 | 'GetSemanticJobLog'                  | 'Data'
    }

    def 'the answer proper is found without its envelope'() {
        given:
        def shape = shape(version, name)

        expect:
        !shape.list
        shape.objectPath()?.join('.') == object

        where:
        version          | name                        | object
        ApiCatalog.V2024 | 'GetProject'                | 'Project'
        ApiCatalog.V2024 | 'GetNode'                   | 'Node'
        ApiCatalog.V2024 | 'CreateNode'                | 'Id'
        ApiCatalog.V2024 | 'GetDIJob'                  | 'PagingInfo'
        ApiCatalog.V2024 | 'GetTask'                   | 'Task'
        ApiCatalog.V2024 | 'CreateDIAlarmRule'         | ''
        ApiCatalog.V2024 | 'ImportWorkflowDefinition'  | 'AsyncJob'
        ApiCatalog.V2024 | 'CreateWorkflowInstances'   | 'OperationId'
        ApiCatalog.V2024 | 'CreateAgentSession'        | 'JsonRpcResponse.Result'
        ApiCatalog.V2024 | 'DeleteProject'             | null
        ApiCatalog.V2024 | 'StopTaskInstances'         | null
        ApiCatalog.V2020 | 'GetNode'                   | 'Data'
        ApiCatalog.V2020 | 'CreateProject'             | 'Data'
        ApiCatalog.V2020 | 'TopTenErrorTimesInstance'  | 'InstanceErrorRank'
    }

    def 'a paged part of an object is a list, and the object is kept'() {
        given:
        def shape = shape(ApiCatalog.V2020, 'GetMetaTableFullInfo')

        expect:
        shape.listPath() == ['Data', 'ColumnList']
        shape.objectPath() == ['Data']
        shape.paging().pageParameter() == ['PageNum']
    }

    def 'the marks of success are seen'() {
        expect:
        shape(ApiCatalog.V2024, 'ListFiles').hasSuccess()
        !shape(ApiCatalog.V2024, 'ListProjects').hasSuccess()
        shape(ApiCatalog.V2024, 'StopTaskInstances').hasSuccessInfo()
        catalog.list().count { ResponseShape.of(catalog.find(it.version(), it.name()).get()).hasSuccessInfo() } == 9
    }

    def 'every operation that lists has its list, but for these'() {
        when:
        def without = catalog.list().findAll { summary ->
            def verb = OperationName.of(summary.name()).verb()
            def operation = catalog.find(summary.version(), summary.name()).get()
            def pages = operation.parameters().any { it.name() in ['PageNumber', 'PageNum', 'PageNo', 'NextToken'] }
            (verb in ['List', 'Search'] || pages) && !ResponseShape.of(operation).list
        }.collect { "${it.version()[0..3]} ${it.name()}".toString() }

        then: 'their answers are a text, a log, several lists, or of a form that is not described'
        without.sort() == [
            '2020 DsgGetVisitDetail', '2020 DsgGetVisitStat', '2020 DsgQueryDetails', '2020 DsgQueryRowDetail',
            '2020 DsgQuerySensResult', '2020 GetDataSourceMeta', '2020 GetOpRiskData', '2020 GetOpSensitiveData',
            '2020 GetSensitiveData', '2020 ListDIProjectConfig', '2020 ListSuccessInstanceAmount',
            '2020 QuerySensNodeInfo', '2020 SearchNodesByOutput', '2024 GetDIJobLog']
    }

    def 'every path leads to a field of the schema, and a list to an array'() {
        expect:
        catalog.list().each { summary ->
            def operation = catalog.find(summary.version(), summary.name()).get()
            def shape = ResponseShape.of(operation)
            def at = { List<String> path ->
                path.inject(operation.resolve(operation.response())) { schema, field ->
                    assert schema.properties().containsKey(field): "$summary: $path"
                    operation.resolve(schema.properties()[field])
                }
            }
            if (shape.list) {
                assert at(shape.listPath()).isArray()
            }
            def paging = shape.paging()
            [shape.totalPath(), shape.objectPath(), paging.pagePath(), paging.sizePath(), paging.tokenPath(),
             paging.morePath()].findAll { it != null }.each { at(it) }
            [paging.pageParameter(), paging.sizeParameter(), paging.tokenParameter()].findAll { it != null }.each {
                assert operation.parameter(it[0]).present
            }
        }
    }

    def 'the pages that the service counts in are found in full'() {
        when:
        def lists = catalog.list().findAll { it.name().startsWith('List') }.collect {
            [it.version(), ResponseShape.of(catalog.find(it.version(), it.name()).get())] }
        def count = { String version, String container ->
            lists.count { it[0] == version && it[1].listPath()?.first() == container }
        }

        then:
        count(ApiCatalog.V2024, 'PagingInfo') == 67
        count(ApiCatalog.V2024, 'PageInfo') == 4
        lists.findAll { it[1].paging().style() == PagingStyle.NEXT_TOKEN }
            .countBy { it[1].listPath().first() } == [PagingInfo: 4, Data: 8, MetricData: 1, JsonRpcResponse: 3]
    }

    def 'a root array is the list'() {
        given:
        def shape = shapeOf('ListThings', '{"type":"array","items":{"type":"string"}}')

        expect:
        shape.listPath() == []
        shape.itemSchema().isString()
        ResponseShape.at([1, 2], shape.listPath()) == [1, 2]
    }

    def 'an answer that is not described has no list and no object'() {
        expect:
        with(shapeOf('GetThing', '{}')) {
            !list
            objectPath() == null
            paging() == Paging.NONE
        }
    }

    def 'of two arrays beside each other the newer, the one of objects, or the one of the noun is the list'() {
        expect:
        shapeOf('ListThings', object('"TotalCount":{"type":"integer"},' + fields)).listPath() == [list]

        where:
        fields                                                                                        | list
        '"A":{"type":"array","deprecated":true},"B":{"type":"array"}'                                 | 'B'
        '"A":{"type":"array","items":{"type":"string"}},"B":{"type":"array","items":{"type":"object"}}' | 'B'
        '"A":{"type":"array","items":{"type":"object"}},"Things":{"type":"array"}'                    | 'Things'
        '"A":{"type":"array"},"B":{"type":"array"}'                                                   | 'A'
    }

    def 'an object with lists of its own is no list'() {
        expect:
        !shapeOf('GetThing', object('"Thing":' + object('"Name":{"type":"string"},"Tags":{"type":"array"}'))).list
        shapeOf('ListThings', object('"Thing":' + object('"Name":{"type":"string"},"Tags":{"type":"array"}'))).list
    }

    def 'reading at a path that leads nowhere gives nothing'() {
        expect:
        ResponseShape.at(body, path) == value

        where:
        body             | path       | value
        [A: [B: [1]]]    | ['A', 'B'] | [1]
        [A: [B: [1]]]    | ['A', 'C'] | null
        [A: 'text']      | ['A', 'B'] | null
        [A: null]        | ['A', 'B'] | null
        [A: 1]           | null       | null
        [A: 1]           | []         | [A: 1]
    }
}
