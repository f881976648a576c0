package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One name for one thing. The two API versions, and operations within one version, call the same field by several
 * names ({@code NodeId}, {@code Id}; {@code GmtCreate}, {@code CreateTime}); objects keep it under one.
 */
final class Vocabulary {
    /** Where a named field is kept, and in which form. */
    record Field(String name, Codec codec) {
    }

    /** Names that mean the same wherever they stand. */
    private static final String SYNONYMS = """
            CreateTime=GmtCreate,CreatedTime,CreateTimeStamp,CreateTimestamp,GmtCreateTime
            ModifyTime=GmtModified,ModifiedTime,ModifiedTimeStamp,GmtModifiedTime,UpdateTime,UpdatedTime,\
            LastModifiedTime,LastEditTime
            CreateUser=Creator,CreatorId,CreatedUid,CreatedUser,Founder
            ModifyUser=Modifier,ModifierId,UpdateUser,Updater,UpdatedUid,OperatorId,Operator,OpUser,LastEditUser,\
            LastOperatorId
            Owner=OwnerId,OwnerUid,OwnerBaseId
            ProjectEnv=EnvType
            """;

    /** Nouns of the previous version for things that the current one calls otherwise. */
    private static final String NOUNS_2020 = """
            Node=Task Instance=TaskInstance Connection=DataSource Deployment=DeploymentPackage
            MetaCollectionDetail=MetaCollection ProjectDetail=Project ExportMigration=Migration
            ImportMigration=Migration MigrationSummary=Migration Dag=WorkflowInstance ResourceFile=File UdfFile=File
            BaselineConfig=Baseline ResourceGroup=ResourceGroup NodeTypeListInfo=FileType
            """;

    private static final String NOUNS_2024 = """
            ResourceFile=File UdfFile=File CustomAgent=Agent
            """;

    /** Field names of one kind in one version that no rule explains: {@code theirs=ours}, or {@code theirs=ours/form}. */
    private static final String FIELDS = """
            2020 Project ProjectIdentifier=Name ProjectName=DisplayName ProjectOwnerBaseId=Owner \
            ProjectStatusCode=Status/SNAKE DisableDevelopment=DevEnvironmentEnabled/NOT Status=LegacyStatus \
            ProjectStatus=LegacyStatus ResourceManagerResourceGroupId=AliyunResourceGroupId Tags=AliyunResourceTags
            2020 ProjectMember Nick=UserName ProjectMemberId=UserId ProjectMemberName=UserName \
            ProjectMemberType=MemberType ProjectRoleList=LegacyRoles
            2020 ProjectRole ProjectRoleCode=Code ProjectRoleName=Name ProjectRoleType=Type ProjectRoleId=Number
            2020 DataSource EnvType=EnvType/ENVIRONMENT Content=ConnectionProperties ConnectionType=Type \
            DataSourceType=Type Status=Enablement
            2024 DataSource EnvType=EnvType
            2024 ComputeResource EnvType=EnvType
            2020 ResourceGroup ResourceGroupType=LegacyType Id=Number Identifier=Id Status=LegacyStatus \
            Tags=AliyunResourceTags ResourceManagerResourceGroupId=AliyunResourceGroupId
            2024 ResourceGroup DefaultVswicthId=DefaultVswitchId ResourceGroupType=ResourceGroupType \
            ResourceGroupTypes=ResourceGroupTypes
            2020 Task CronExpress=Cron ProgramType=Type OwnerId=Owner ParamValues=ScriptParameters \
            ResGroupIdentifier=ResourceGroupId SchedulerType=SchedulerType Connection=DataSourceName \
            ProjectEnv=ProjectEnv/SNAKE Repeatability=Repeatable RepeatMode=RerunMode/REPEAT \
            RepeatInterval=RerunInterval BizName=BusinessName DeployDate=ModifyTime
            2020 TaskInstance NodeId=TaskId NodeName=TaskName Status=Status/SNAKE DagId=WorkflowInstanceId \
            DagType=DagType BeginRunningTime=StartedTime FinishTime=FinishedTime CycTime=TriggerTime \
            BeginWaitTimeTime=WaitingTriggerTime BeginWaitResTime=WaitingResourceTime ProjectEnv=ProjectEnv/SNAKE \
            Connection=DataSourceName ParamValues=ScriptParameters TaskRerunTime=RunNumber ProgramType=TaskType \
            TaskType=LegacyType BizName=BusinessName
            2024 TaskInstance EnvType=ProjectEnv RuntimeResource=RuntimeResource
            2020 WorkflowInstance Status=Status/SNAKE StartTime=StartedTime FinishTime=FinishedTime Bizdate=BizDate \
            Gmtdate=RunDate Type=Type/SNAKE ProjectEnv=EnvType/SNAKE
            2024 WorkflowInstance EnvType=EnvType
            2024 Workflow EnvType=EnvType
            2020 MetaCollection QualifiedName=Id CollectionType=Type/SNAKE ParentQualifiedName=ParentId \
            Comment=Description
            2020 MetaCategory ParentCategoryId=ParentId
            2020 Migration Description=Description
            2020 Baseline UseFlag=Enabled Enable=Enabled OvertimeSettings=OverTimeSettings
            2020 Remind RobotUrls=RobotUrls UseFlag=Useflag
            2020 DeploymentPackage CreatorId=CreateUser HandlerId=Executor
            2024 DeploymentPackage CreatorId=CreateUser HandlerId=Executor DeploymentId=Id
            2020 QualityRule Checker=Checker CheckerId=Checker
            2020 DataServiceApi ApiDescription=Description
            2020 FileVersion FileVersion=FileVersion
            2024 FileVersion FileVersion=FileVersion
            2020 DIJob StartedUid=StartUser
            2020 Business BusinessName=Name
            2020 Topic TopicName=TopicName TopicStatus=Status
            2020 FileType NodeTypeName=NodeTypeName
            2024 Parameter EnvType=EnvType
            2024 Table TableGuid=Guid
            2024 DataAsset EnvType=EnvType
            2024 Crawler EnvType=EnvType
            2024 DataSourceSharedRule EnvType=EnvType
            2020 QualityEntity EnvType=EnvType
            2020 QualityRelativeNode EnvType=EnvType
            """;

    private final Map<String, String> synonyms = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Field> known = new HashMap<>();

    Vocabulary() {
        for (String line : SYNONYMS.split("\n")) {
            int sign = line.indexOf('=');
            for (String name : line.substring(sign + 1).split(",")) {
                synonyms.put(name.trim(), line.substring(0, sign).trim());
            }
        }
        nouns("2020 ", NOUNS_2020);
        nouns("2024 ", NOUNS_2024);
        for (String line : FIELDS.split("\n")) {
            String[] words = line.trim().split("\\s+");
            for (int i = 2; i < words.length; i++) {
                int sign = words[i].indexOf('=');
                int slash = words[i].indexOf('/');
                String ours = words[i].substring(sign + 1, slash < 0 ? words[i].length() : slash);
                Codec codec = slash < 0 ? Codec.SAME : Codec.valueOf(words[i].substring(slash + 1));
                fields.put(words[0] + " " + words[1] + " " + words[i].substring(0, sign), new Field(ours, codec));
            }
        }
    }

    /** What kind of thing an operation's noun (singular) names in a version. */
    String kind(String version, String noun) {
        return kinds.getOrDefault(year(version) + " " + noun, noun);
    }

    /** Where a kind keeps what a version calls by this name. */
    Field field(String version, String kind, String name) {
        String id = year(version) + " " + kind + " " + name;
        Field field = known.get(id);
        if (field == null) {
            field = derive(id, version, kind, name);
            known.put(id, field);
        }
        return field;
    }

    private Field derive(String id, String version, String kind, String name) {
        Field exact = fields.get(id);
        if (exact != null) {
            return exact;
        }
        String bare = synonyms.getOrDefault(name, name);
        if (bare.equals(name)) {
            bare = withoutNoun(version, kind, name);
            bare = synonyms.getOrDefault(bare, bare);
        }
        return new Field(bare, Codec.SAME);
    }

    private String withoutNoun(String version, String kind, String name) {
        for (String noun : List.of(kind, foreign(version, kind))) {
            for (String ending : Names.endings(noun)) {
                if (name.length() > ending.length() && name.startsWith(ending)
                        && Character.isUpperCase(name.charAt(ending.length()))) {
                    return name.substring(ending.length());
                }
            }
        }
        return name;
    }

    private String foreign(String version, String kind) {
        if (ApiCatalog.V2020.equals(version)) {
            switch (kind) {
                case "Task":
                    return "Node";
                case "TaskInstance":
                    return "Instance";
                case "WorkflowInstance":
                    return "Dag";
                case "DataSource":
                    return "Connection";
                case "DeploymentPackage":
                    return "Deployment";
                default:
                    return kind;
            }
        }
        return kind;
    }

    private void nouns(String year, String pairs) {
        for (String pair : pairs.trim().split("\\s+")) {
            int sign = pair.indexOf('=');
            kinds.put(year + pair.substring(0, sign), pair.substring(sign + 1));
        }
    }

    private static String year(String version) {
        return version.substring(0, 4);
    }
}
