package dev.dwx.flowspec.build;

import java.util.Set;

/** The names of all fields that FlowSpec has, wherever they stand. */
public final class SpecFields {
    private SpecFields() {
    }

    /** Every name. */
    public static Set<String> names() {
        return Names.ALL;
    }

    private static final class Names {
        static final Set<String> ALL = Set.of((
                "version kind metadata spec id name type owner description nodes workflows flow variables scripts triggers runtimeResources "
                + "artifacts files fileResources functions components datasources dqcRules dependencies strategy recurrence priority timeout "
                + "timeoutUnit instanceMode rerunMode rerunTimes rerunInterval ignoreBranchConditionSkip autoParse datasource datasets script "
                + "trigger runtimeResource inputs outputs reference branch join do-while for-each doWhile foreach paramHub combined subflow "
                + "param-hub component path language extension content runtime parameters command commandTypeId engine cu template "
                + "emrJobConfig cdhJobConfig sparkConf flinkConf streamJobConfig adbJobConfig lindormJobConfig paiflowConf maxComputeConf "
                + "container cron cycleType startTime endTime timezone delaySeconds calendarId identifier scope value artifactType node "
                + "referenceVariable inputName nodeOutputs tables data refTableName isDefault sourceType guid ddl hasPartition isVisible "
                + "calcEngine nodeId depends output branches when desc logic expression assertion field in maxIterations while array file "
                + "storage resourceType embeddedCodeType embeddedCode className armResource usageDescription argumentsDescription "
                + "returnValueDescription usageExample defaultValue args resourceGroup resourceGroupId resourceGroupName subType config "
                + "failureStrategy priorityWeightStrategy maxInternalConcurrency recurrenceType citable").split(" "));
    }
}
