package dev.dwx.safety

import dev.dwx.catalog.SnapshotCatalog
import spock.lang.Shared
import spock.lang.Specification

class RiskRulesSpec extends Specification {
    @Shared
    def catalog = SnapshotCatalog.bundled()

    /** Reviewed by hand: what takes something away or stops it. A new name here is a decision, not a formality. */
    static final DESTRUCTIVE = ['2024-05-18': '''
AbolishPipelineRun BatchDeleteMetaEntities CancelAgentSession DeleteAgent DeleteAlertRule DeleteBusiness DeleteCertificate
DeleteComponent DeleteComputeResource DeleteCrawler DeleteCustomAttribute DeleteDIAlarmRule DeleteDIJob DeleteDataAssetTag
DeleteDataQualityAlertRule DeleteDataQualityEvaluationTask DeleteDataQualityRule DeleteDataQualityRuleTemplate
DeleteDataQualityScan DeleteDataQualityTemplate DeleteDataSource DeleteDataSourceSharedRule DeleteDataset
DeleteDatasetVersion DeleteFile DeleteFolder DeleteFunction DeleteLineageRelationship DeleteMcpServer DeleteMetaCollection
DeleteMetaEntityDef DeleteNetwork DeleteNode DeleteParameter DeleteProcessDefinition DeleteProject DeleteProjectMember
DeleteProjectRole DeleteResource DeleteResourceGroup DeleteRoute DeleteSecurityStrategy DeleteSemanticJob DeleteSkill
DeleteTask DeleteWorkflow DeleteWorkflowDefinition DetachDataQualityRulesFromEvaluationTask DisableProcessDefinition
DissociateProjectFromImage DissociateProjectFromResourceGroup KillSemanticJob RemoveEntityFromMetaCollection
RemoveTaskInstanceDependencies RevokeMemberProjectRoles StopCrawler StopDIJob StopProcessInstance StopTaskInstances
StopWorkflowInstances SuspendTaskInstances UnTagDataAssets''', '2020-05-18': '''
AbolishDataServiceApi DeleteBaseline DeleteBusiness DeleteConnection DeleteDIAlarmRule DeleteDIJob DeleteDISyncTask
DeleteDataServiceApi DeleteDataServiceApiAuthority DeleteDataSource DeleteFile DeleteFolder DeleteFromMetaCategory
DeleteLineageRelation DeleteMetaCategory DeleteMetaCollection DeleteMetaCollectionEntity DeleteProjectMember
DeleteQualityEntity DeleteQualityFollower DeleteQualityRelativeNode DeleteQualityRule DeleteRecognizeRule DeleteRemind
DeleteTable DeleteTableLevel DeleteTableTheme DsgDesensPlanDelete DsgScenedDeleteScene DsgStopSensIdentify
DsgUserGroupDelete DsgWhiteListDeleteList OfflineNode RemoveEntityTags RemoveProjectMemberFromRole RevokeTablePermission
StopDIJob StopDISyncInstance StopInstance SuspendInstance TerminateDISyncInstance''']

    def "the destructive operations are exactly these"() {
        expect:
        catalog.list().findAll { it.version() == version && RiskRules.of(catalog.find(version, it.name()).get(), [:]) == Risk.DESTRUCTIVE }*.name() as Set ==
                (DESTRUCTIVE[version].trim().split(/\s+/) as Set)

        where:
        version << ['2024-05-18', '2020-05-18']
    }

    def "every operation that is not a read by its first word is at least a write, and reads are reads"() {
        given:
        def risks = catalog.list().collectEntries { ["${it.version()}/${it.name()}".toString(), RiskRules.of(catalog.find(it.version(), it.name()).get(), [:])] }

        expect:
        risks.size() == 673
        risks.findAll { it.value == Risk.READ }.keySet().every { key ->
            key.split('/')[1] ==~ /(Get|List|Query|Describe|Search|Find|Check|Preview|Download|Load|Top|Scan|Desensitize|Export|Dsg).*/
        }
        risks.findAll { it.key.split('/')[1] ==~ /(Get|List|Query|Search|Describe)[A-Z].*/ }.findAll { it.value != Risk.READ } == [:]
        risks.findAll { it.key.split('/')[1] ==~ /Dsg.*/ && it.value == Risk.READ }.keySet()*.split('/')*.getAt(1) as Set ==
                ['DsgDesensPlanQueryList', 'DsgGetVisitDetail', 'DsgGetVisitStat', 'DsgPlatformQueryProjectsAndSchemaFromMeta',
                 'DsgQueryDefaultTemplates', 'DsgQueryDesensStatusList', 'DsgQueryDetails', 'DsgQueryRowDetail', 'DsgQuerySensResult',
                 'DsgSceneQuerySceneListByName', 'DsgUserGroupGetOdpsRoleGroups', 'DsgUserGroupQueryList', 'DsgUserGroupQueryUserList',
                 'DsgWhiteListQueryList'] as Set
    }

    def "a delete that is sent by GET is destructive, a read that is sent by POST is a read"() {
        given:
        def delete = catalog.find('2024-05-18', 'DeleteDataSource').get()
        def list = catalog.find('2024-05-18', 'ListProjects').get()

        expect:
        delete.methods() == ['GET']
        RiskRules.of(delete, [:]) == Risk.DESTRUCTIVE
        list.methods() == ['POST']
        RiskRules.of(list, [:]) == Risk.READ
    }

    def "names nobody has seen yet are judged by their verb, and feared without one"() {
        expect:
        RiskRules.ofName(name) == risk

        where:
        name                   || risk
        'ListNewThings'        || Risk.READ
        'GetDeletedThings'     || Risk.READ
        'ListStopReasons'      || Risk.READ
        'TerminateThing'       || Risk.DESTRUCTIVE
        'UnbindThing'          || Risk.DESTRUCTIVE
        'UnregisterThing'      || Risk.DESTRUCTIVE
        'UntagThing'           || Risk.DESTRUCTIVE
        'BatchStopThings'      || Risk.DESTRUCTIVE
        'BatchGetThings'       || Risk.READ
        'PurgeThing'           || Risk.DESTRUCTIVE
        'FrobnicateThing'      || Risk.WRITE
        'X'                    || Risk.WRITE
        ''                     || Risk.WRITE
    }

    def "metadata raises a risk and never lowers it"() {
        given:
        def base = catalog.find('2024-05-18', name).get()
        def operation = new dev.dwx.catalog.ApiOperation(base.version(), base.name(), base.methods(), base.schemes(), type, null, null, null,
                null, false, null, false, base.parameters(), base.response(), [:], [:], base.provenance())

        expect:
        RiskRules.of(operation, [:]) == risk

        where:
        name         | type           || risk
        'GetProject' | 'write'        || Risk.WRITE
        'GetProject' | 'readAndWrite' || Risk.WRITE
        'GetProject' | 'read'         || Risk.READ
        'GetProject' | null           || Risk.READ
        'DeleteNode' | 'read'         || Risk.DESTRUCTIVE
        'UpdateNode' | 'read'         || Risk.WRITE
    }

    def "side effects are warned of"() {
        expect:
        RiskRules.warning(catalog.find(version, name).get(), [:]) != null

        where:
        name                      | version
        'SetSuccessTaskInstances' | '2024-05-18'
        'RerunWorkflowInstances'  | '2024-05-18'
        'RestartInstance'         | '2020-05-18'
        'RollbackParameter'       | '2024-05-18'
        'MoveNode'                | '2024-05-18'
        'RenameNode'              | '2024-05-18'
        'DeployFile'              | '2020-05-18'
        'UpdateWorkflow'          | '2024-05-18'
    }

    def "a name that no catalog has is judged by what it may do: #name"() {
        expect:
        RiskRules.ofName(name) == risk

        where:
        name                   || risk
        'DeleteBrandNew'       || Risk.DESTRUCTIVE
        'Deletenode'           || Risk.DESTRUCTIVE
        'DELETENODE'           || Risk.DESTRUCTIVE
        'GetAndDeleteNode'     || Risk.DESTRUCTIVE
        'ListOrRemoveThings'   || Risk.DESTRUCTIVE
        'UmountDirectory'      || Risk.DESTRUCTIVE
        'MountDirectory'       || Risk.WRITE
        'RevokeColumnPermission' || Risk.DESTRUCTIVE
        'GetBrandNew'          || Risk.READ
        'ListDeletedNodes'     || Risk.READ
        'Getaway'              || Risk.WRITE
    }

    def "a publication is warned of: #name"() {
        expect:
        RiskRules.warning(catalog.find(version, name).get(), [:]).contains(words)

        where:
        version      | name                    || words
        '2024-05-18' | 'DeployFile'            || 'production'
        '2020-05-18' | 'PublishDataServiceApi' || 'production'
        '2020-05-18' | 'DeployDISyncTask'      || 'production'
        '2020-05-18' | 'UpdateNodeRunMode'     || 'freeze'
    }
}
