package dev.dwx.sandbox.world;

import java.util.HashMap;
import java.util.Map;

/** The account as it was before the first call: which part of it makes which kinds. */
final class Seeds implements Store.Founder {
    private static final String GROUPS = """
            workspace Project ProjectMember ProjectRole ResourceGroup DataSource ComputeResource CalcEngine
            studio Node WorkflowDefinition Resource Function
            scheduler Task Workflow TaskInstance WorkflowInstance
            datamap Catalog Database Schema Table Column Partition LineageRelationship MetaCategory
            files File FileVersion Folder Business DeploymentPackage
            quality DataQualityRuleTemplate DataQualityEvaluationTask DataQualityRule DataQualityResult \
            DataQualityEvaluationTaskInstance
            operations AlertRule Baseline Remind Topic AlertMessage
            integration DIJob DIAlarmRule
            platform Image Extension FileType Parameter
            """;

    private final Map<String, String> groups = new HashMap<>();
    private final Workspace workspace;
    private final StudioSeed studio;
    private final SchedulerSeed scheduler;
    private final DataMapSeed dataMap;
    private final OldFilesSeed files;
    private final PlatformSeed platform;

    Seeds(WorldOptions options, Ids ids, long born) {
        for (String line : GROUPS.split("\n")) {
            String[] words = line.split(" +");
            for (int i = 1; i < words.length; i++) {
                groups.put(words[i], words[0]);
            }
        }
        workspace = new Workspace(options, ids, born);
        studio = new StudioSeed(workspace);
        scheduler = new SchedulerSeed(workspace, options.zone());
        dataMap = new DataMapSeed(workspace, options.zone());
        files = new OldFilesSeed(workspace);
        platform = new PlatformSeed(workspace);
    }

    @Override
    public String group(String kind) {
        return groups.get(kind);
    }

    @Override
    public void found(String group, Store store) {
        switch (group) {
            case "workspace" -> workspace.found(store);
            case "studio" -> studio.found(store);
            case "scheduler" -> scheduler.found(store);
            case "datamap" -> dataMap.found(store);
            case "files" -> files.found(store);
            case "quality" -> platform.quality(store);
            case "operations" -> platform.operations(store);
            case "integration" -> platform.integration(store);
            case "platform" -> platform.platform(store);
            default -> throw new IllegalStateException(group);
        }
    }

    /** Adds what time alone brings: the instances of days that have begun. */
    void catchUp(Store store, long now) {
        scheduler.catchUp(store, now);
    }
}
