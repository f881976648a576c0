package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every rule that documents are checked by; one table for help and for the checks themselves. Read when it is first asked. */
public final class LintRules {
    private static final String ROWS = """
            json|the text is JSON, and an object|[version: '1.1.0', kind: 'Node', spec: [ … ]]
            version|version is there, a text, and one that is known|version: '1.1.0'
            version-flat|the body stands below spec, not beside version as in 1.0.0|spec: [nodes: [ … ]]
            kind|kind is there and goes with the call|kind: 'Node'
            body|the list that the call reads is there and holds objects|spec: [nodes: [[name: … ]]]
            body-flat|the nodes of a scheduled workflow stand in workflows[0]|workflows: [[name: …, nodes: [ … ]]]
            first-only|one document describes one thing: only the first counts|one call for each
            nodes-ignored|the call makes the nodes, too|ImportWorkflowDefinition(Spec: …)
            too-many-nodes|a workflow has at most 400 nodes, and better 100|part it into workflows
            invented|keys of other systems: apiVersion, schedule, type of a node|script: [runtime: [command: 'ODPS_SQL']]
            misspelt-key|a key that is nearly a known one is dropped without a word|argumentsDescription: '…'
            reference|{{class.id}} has the right form and finds something|{{scripts.s1}}
            value|numbers are numbers, lists are lists, objects are objects|timeout: 3600
            word|values of fixed lists are spelled as the list has them|recurrence: 'Skip'
            name|the name is there, and has no / in it|name: 'dwd_orders'
            name-twice|two nodes have no name in common|name: 'dwd_orders_2'
            id|ids are texts, agree with the call, and are meant when they are the service's|id: '1'
            id-twice|two nodes have no id in common|id: 'b'
            path|script.path is there and ends with the name|path: 'Business_flow/shop/MaxCompute/dwd_orders'
            command|the type of the node is there, and is one of nodes|script: [runtime: [command: 'ODPS_SQL']]
            command-unknown|the type is one that is known|command: 'ODPS_SQL'
            command-type|commandTypeId agrees with command, and is there where it must be|commandTypeId: 23
            language|script.language goes with the type|language: 'hologres-sql'
            datasource|the data source is there where it must be, and goes with the type|datasource: [name: 'shop_holo', type: 'holo']
            cu|compute units are a number, and are there for Hologres|cu: '0.25'
            trigger|the trigger is there and goes with the kind|trigger: [type: 'Scheduler', cron: '00 30 06 * * ?']
            cron|six fields, each in its range, seconds 00|cron: '00 30 06 * * ?'
            cron-days|one of day of the month and day of the week is ?; the week goes from 1 to 7|cron: '00 30 06 ? * 1'
            cron-often|5 minutes or more between two runs|cron: '00 */5 * * * ?'
            cron-early|a daily run is at 00:05 or later|cron: '00 05 00 * * ?'
            cycle-type|cycleType agrees with the cron expression|cycleType: 'Daily'
            trigger-time|startTime and endTime have their form, and the first is earlier|startTime: '1970-01-01 00:00:00'
            timezone|the time zone is one|timezone: 'Asia/Shanghai'
            rerun-mode|Allowed, Denied or FailureAllowed; other calls have other words|rerunMode: 'Allowed'
            rerun-times|at most 10 times again, and only where it may run again|rerunTimes: 3
            rerun-interval|milliseconds, at most 1800000|rerunInterval: 120000
            timeout|the time limit has a unit and makes sense|timeout: 2, timeoutUnit: 'HOURS'
            ports|inputs and outputs are objects of lists, and outputs have names|outputs: [nodeOutputs: [[data: 'shop.dwd_orders']]]
            outputs|a node has an output|outputs: [nodeOutputs: [[data: 'shop.dwd_orders']]]
            output-twice|an output belongs to one node|data: 'shop.dwd_orders_2'
            inputs|a scheduled node waits for something, if only for the root|inputs: [nodeOutputs: [[data: 'shop_root']]]
            root|the root is the project's own|data: 'shop_root'
            lineage|tables are named in full|guid: 'odps.shop.dwd_orders'
            dependency-node|nodeId is a node of the document: the one that waits|nodeId: 'dwd_orders'
            dependency-output|a dependency says what is waited for|output: 'shop.ods_orders'
            dependency-type|a dependency has a type|type: 'Normal'
            dependency-lost|dependencies that are dropped without a word|output: 'shop.ods_orders'
            dependency-unknown|an output that is nearly one of the document's|output: 'shop.ods_orders'
            dependency-kinds|last cycles of children and of another node do not go together|type: 'CrossCycleDependsOnSelf'
            dependency-cycle|nodes do not wait for each other in a circle|type: 'CrossCycleDependsOnSelf'
            variable|variables have name, type and scope, and the right ones|type: 'System', scope: 'NodeParameter'
            variable-value|the value is a text, without blanks and = in parameters|value: '$bizdate'
            variable-twice|two variables have no name in common|name: 'day2'
            positions|parameters by number go from 1 without a gap, up to 9|name: '1'
            parameter-missing|what the code uses is a parameter|parameters: [[name: 'bizdate', … ]]
            parameter-unused|what is a parameter is used by the code|${bizdate}
            parameter-form|PyODPS takes parameters by args|args['bizdate']
            binding|a value from another node is input, parameter and dependency, all three|referenceVariable: [name: 'outputs', … ]
            expression|scheduling expressions have their form|value: '$[add_months(yyyymmdd,-1)]'
            control|what a branch, join or loop does is there and goes with the type|branch: [branches: [ … ]]
            branch|each way of a branch has a condition and an output|[when: '${n} > 0', output: [data: '…']]
            branch-output|the outputs of the ways are outputs of the node|outputs: [nodeOutputs: [[data: '…']]]
            join|branches with names and ends, all of them in the expression|logic: [expression: 'b_1 and b_2']
            loop|a loop has its begin and its end, and at most 1024 rounds|maxIterations: 128
            assignment|an assignment declares its outputs|outputs: [variables: [[name: 'outputs', … ]]]
            component|the parameters of a component and its code know of each other|@@{src}
            resource-reference|resources that the code names are the node's|fileResources: [[name: 'lib.py']]
            resource-type|type, command and ending of a resource agree|name: 'lib.py', type: 'python'
            function|a function names its class and where its code is|className: 'mask.Phone'
            sync-content|a synchronisation is a JSON text with a reader and a writer|steps: [[category: 'reader', … ], [category: 'writer', … ]]
            sync-columns|reader and writer have as many columns|column: ['id', 'amount']
            sync-step|a step has a data source, and words that are known|datasource: 'shop_mc'
            partition-quotes|values of partitions are quoted|partition: ["dt='20260315'"]
            split-mode|splitMode is record or partition, and no switch|splitMode: 'record'
            error-limit|errorLimit says what a bad record leads to|errorLimit: [record: '0', strategy: 'stop']
            resource-group|the resource group is an id, not a name|resourceGroup: 'Serverless_res_group_…'
            """;

    private LintRules() {
    }

    /** Every rule, from the outermost part of a document to the innermost. */
    public static List<LintRule> all() {
        return List.copyOf(Table.RULES);
    }

    /** The rule of a code. */
    public static Optional<LintRule> of(String code) {
        return Optional.ofNullable(Table.BY_CODE.get(code));
    }

    static boolean isRule(String code) {
        return Table.BY_CODE.containsKey(code);
    }

    /** A page of all rules for people. */
    public static String page() {
        StringBuilder page = new StringBuilder(Texts.of("Rules of FlowSpec documents: code, what is checked, and an example of what"
                + " mends it\n\n"));
        for (LintRule rule : Table.RULES) {
            page.append("  ").append(rule.code()).append(" ".repeat(Math.max(1, 20 - rule.code().length()))).append(Texts.listed(rule.text())).append('\n')
                    .append(" ".repeat(22)).append(rule.remedy()).append('\n');
        }
        return page.toString();
    }

    private static final class Table {
        static final List<LintRule> RULES = new ArrayList<>();
        static final Map<String, LintRule> BY_CODE = new HashMap<>();

        static {
            int from = 0;
            for (int end = ROWS.indexOf('\n'); end >= 0; end = ROWS.indexOf('\n', from)) {
                String row = ROWS.substring(from, end);
                from = end + 1;
                int text = row.indexOf('|');
                int remedy = row.indexOf('|', text + 1);
                LintRule rule = new LintRule(row.substring(0, text), row.substring(text + 1, remedy), row.substring(remedy + 1));
                RULES.add(rule);
                BY_CODE.put(rule.code(), rule);
            }
        }
    }
}
