package dev.dwx.flowspec.build;

import dev.dwx.flowspec.build.SpecWord.Form;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The setting words: one table for building, telling, completing and explaining. */
public final class SpecWords {
    private static final Set<Place> NODE = Set.of(Place.NODE);
    private static final Set<Place> RESOURCE = Set.of(Place.RESOURCE);
    private static final Set<Place> FUNCTION = Set.of(Place.FUNCTION);
    private static final Set<Place> COMPONENT = Set.of(Place.COMPONENT);
    private static final Set<Place> CODED = Set.of(Place.NODE, Place.COMPONENT);
    private static final Set<Place> FLOWS = Set.of(Place.FLOW, Place.MANUAL_FLOW, Place.TRIGGER_FLOW);
    private static final Set<Place> RUNNING = Set.of(Place.NODE, Place.FLOW, Place.MANUAL_FLOW, Place.TRIGGER_FLOW);
    private static final Set<Place> EVERYWHERE = EnumSet.allOf(Place.class);

    private SpecWords() {
    }

    /** Every word, in the order in which help shows them. */
    public static List<SpecWord> all() {
        return Table.ALL;
    }

    /** The words that may stand in a place. */
    public static List<SpecWord> in(Place place) {
        List<SpecWord> words = new ArrayList<>();
        for (SpecWord word : Table.ALL) {
            if (word.places().contains(place)) {
                words.add(word);
            }
        }
        return words;
    }

    /** The word of a name in a place. */
    public static Optional<SpecWord> named(Place place, String name) {
        for (SpecWord word : Table.ALL) {
            if (word.name().equals(name) && word.places().contains(place)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Read when the first draft is made. */
    private static final class Table {
        static final List<SpecWord> ALL = List.of(
                field("description", EVERYWHERE, Form.TEXT, "description", "description", "what it is for", "description 'Orders of a day'"),
                field("owner", EVERYWHERE, Form.TEXT, "owner", "owner", "account id of the owner", "owner '1001'"),
                field("id", EVERYWHERE, Form.TEXT, "id", "id", "an id of the document, or the service's own; its name otherwise", "id 'dwd'"),
                own("project", EVERYWHERE, "name of the project, where the session has none", "project 'shop'"),
                own("folder", EVERYWHERE, "the folder that it lies in; the path ends with the name", "folder 'Business_flow/shop'"),
                field("path", EVERYWHERE, Form.TEXT, "script.path", "script.path", "the whole path, which ends with the name",
                        "path 'Business_flow/shop/MaxCompute/dwd'"),
                own("type", NODE, "the node's type, where its word does not say it", "type 'ODPS_SQL'"),
                own("script", CODED, "the code, as text or from a file beside the script", "script file: 'sql/dwd.sql'"),
                field("language", CODED, Form.TEXT, "script.language", null, "the language of the code", "language 'odps-sql'"),
                own("params", RUNNING, "values for the code; of a flow, for all its nodes", "params day: '$[yyyymmdd-1]', region: 'eu'"),
                own("paramText", NODE, "all parameters as one text, passed on as it is", "paramText '-p\"-Dday=$bizdate\"'"),
                own("cron", Set.of(Place.NODE, Place.FLOW), "when it runs", "cron daily: '02:00'"),
                field("zone", RUNNING, Form.TEXT, "trigger.timezone", "trigger.timezone", "the time zone of its schedule",
                        "zone 'Asia/Shanghai'"),
                field("starts", RUNNING, Form.TEXT, "trigger.startTime", "trigger.startTime", "from when on it is scheduled",
                        "starts '2026-01-01 00:00:00'"),
                field("ends", RUNNING, Form.TEXT, "trigger.endTime", "trigger.endTime", "until when it is scheduled",
                        "ends '2026-12-31 00:00:00'"),
                field("delay", RUNNING, Form.NUMBER, "trigger.delaySeconds", "trigger.delaySeconds",
                        "seconds that it starts after the time of its schedule", "delay 300"),
                own("after", RUNNING, "what it waits for: a node of the flow, an output, a Flow; self, children, crossCycle",
                        "after 'ods_orders', self: true"),
                own("inputs", NODE, "outputs that it waits for; with names, values that it takes from nodes before it",
                        "inputs day: 'find_day.outputs'"),
                own("output", Set.of(Place.NODE, Place.FLOW, Place.TRIGGER_FLOW),
                        "the output that stands for it, where it is not the project's name and its own",
                        "output 'shop.dwd_orders_v2', isDefault: true"),
                own("outputs", NODE, "further outputs; with names, values that nodes after it may take",
                        "outputs 'shop.dwd_done', rows: '${outputs}'"),
                own("table", NODE, "a table that it writes, for lineage", "table 'dwd_orders'"),
                own("reads", NODE, "a table that it reads, for lineage", "reads 'ods_orders'"),
                own("uses", Set.of(Place.NODE, Place.FUNCTION), "file resources that its code uses", "uses 'score_lib.py'"),
                own("functions", NODE, "functions that its code uses", "functions 'mask_phone'"),
                own("datasource", EVERYWHERE, "the data source it runs on; of a flow, for its nodes", "datasource 'shop_mc'"),
                own("resourceGroup", EVERYWHERE, "where it runs; of a flow, for its nodes",
                        "resourceGroup 'Serverless_res_group_1_2'"),
                field("cu", NODE, Form.TEXT, "script.runtime.cu", null, "compute units that it takes", "cu '0.25'"),
                own("rerun", RUNNING, "whether it is run again, how often, how soon", "rerun times: 3, every: '2m'"),
                own("timeout", RUNNING, "how long it may take, with the unit", "timeout '2h'"),
                field("priority", RUNNING, Form.NUMBER, "priority", "strategy.priority", "larger is more urgent", "priority 5"),
                choice("recurrence", NODE, "recurrence", null, List.of("Normal", "Pause", "Skip"),
                        "Normal runs, Skip succeeds without running, Pause fails without running", "recurrence 'Skip'"),
                choice("instanceMode", RUNNING, "instanceMode", "strategy.instanceMode", List.of("T+1", "Immediately"),
                        "whether a change counts from tomorrow or at once", "instanceMode 'Immediately'"),
                field("ignoreBranch", NODE, Form.FLAG, "ignoreBranchConditionSkip", null, "runs though its branch was not chosen",
                        "ignoreBranch true"),
                field("autoParse", NODE, Form.FLAG, "autoParse", null, "whether inputs and outputs are read off the SQL", "autoParse true"),
                choice("onFailure", FLOWS, null, "strategy.failureStrategy", List.of("Continue", "Break"),
                        "whether the rest goes on when a node has failed", "onFailure 'Break'"),
                own("when", NODE, "a branch: a condition and the node that it leads to; in a join, a branch that is waited for",
                        "when 'n > 1000', to: 'big', describe: 'many'").only("branch", "join"),
                field("logic", NODE, Form.TEXT, "join.logic.expression", null, "how the branches of a join go together",
                        "logic 'b_1 or b_2'").only("join"),
                own("most", NODE, "the most rounds of a loop", "most 10").only("doWhile", "forEach"),
                own("over", NODE, "the list that a loop goes over: a value of a node before it", "over 'regions.outputs'").only("forEach"),
                own("runs", NODE, "the workflow that runs as this node", "runs 'clean_up'").only("subflow"),
                own("component", NODE, "the component that it uses, with values for its parameters",
                        "component 'top_n', version: '3', inputs: [src: 'orders'], outputs: [out: 'top']").only("sqlComponent"),
                own("reader", NODE, "where data comes from", "reader 'odps', datasource: 'mc', table: 'orders', columns: ['id'], "
                        + "partition: \"dt='\\${day}'\"").only("di"),
                own("writer", NODE, "where data goes", "writer 'holo', datasource: 'holo', table: 'orders', columns: ['id'], "
                        + "writeMode: 'insert'").only("di"),
                own("speed", NODE, "how fast data is copied", "speed concurrent: 2, throttle: false").only("di"),
                own("errorLimit", NODE, "how many records may be wrong", "errorLimit 0").only("di"),
                field("sparkConf", NODE, Form.MAP, "script.runtime.sparkConf", null, "settings of Spark",
                        "sparkConf 'spark.executor.memory': '2g'"),
                field("emrConf", NODE, Form.MAP, "script.runtime.emrJobConfig", null, "settings of an EMR job", "emrConf queue: 'default'"),
                field("flinkConf", NODE, Form.MAP, "script.runtime.flinkConf", null, "settings of Flink", "flinkConf 'parallelism': 2"),
                field("maxComputeConf", NODE, Form.MAP, "script.runtime.maxComputeConf", null, "settings of MaxCompute",
                        "maxComputeConf 'odps.sql.type.system.odps2': 'true'"),
                choice("type", RESOURCE, "type", null, List.of("python", "jar", "archive", "file"), "what the file is", "type 'python'"),
                choice("type", FUNCTION, "type", null, List.of("math", "aggregate", "string", "date", "analytic", "other"),
                        "what the function is for", "type 'string'"),
                field("command", Set.of(Place.RESOURCE, Place.FUNCTION, Place.COMPONENT), Form.TEXT, "script.runtime.command", null,
                        "the command, where the type does not say it", "command 'EMR_JAR'"),
                field("file", RESOURCE, Form.MAP, "file", null, "where the bytes lie",
                        "file path: 'libs/mask.py', storage: [type: 'oss', bucket: 'shop']"),
                field("className", FUNCTION, Form.TEXT, "className", null, "the class that is called", "className 'mask.PhoneMask'"),
                own("code", FUNCTION, "code of its own, with what it is written in", "code 'def evaluate(x): …', type: 'python3'"),
                field("usage", FUNCTION, Form.TEXT, "usageDescription", null, "how it is used", "usage 'hides digits'"),
                field("arguments", FUNCTION, Form.TEXT, "argumentsDescription", null, "what its arguments are", "arguments 'phone: STRING'"),
                field("returns", FUNCTION, Form.TEXT, "returnValueDescription", null, "what it gives", "returns 'STRING'"),
                field("example", FUNCTION, Form.TEXT, "usageExample", null, "how it is called", "example 'SELECT mask_phone(p);'"),
                own("input", COMPONENT, "a parameter", "input 'src', type: 'string', describe: 'table to read', value: 'orders'"),
                own("output", COMPONENT, "a parameter that it writes", "output 'out', type: 'string'"),
                field("metadata", EVERYWHERE, Form.MAP, "metadata", "metadata", "free additions", "metadata team: 'sales'"),
                own("set", EVERYWHERE, "any field by its path", "set 'script.runtime.cu', '0.25'"),
                own("unset", EVERYWHERE, "leaves out a field that is derived", "unset 'inputs'"),
                own("derive", EVERYWHERE, "false: nothing stands in the document but what is said", "derive false"),
                own("version", EVERYWHERE, "version of the form, 1.1.0 otherwise", "version '1.2.0'"),
                own("kind", EVERYWHERE, "kind of the document", "kind 'ManualNode'"));

        private static SpecWord field(String name, Set<Place> places, Form form, String path, String flowPath, String help, String example) {
            return new SpecWord(name, places, form, path, flowPath, List.of(), List.of(), help, example);
        }

        private static SpecWord choice(String name, Set<Place> places, String path, String flowPath, List<String> choices, String help,
                String example) {
            return new SpecWord(name, places, Form.TEXT, path, flowPath, choices, List.of(), help, example);
        }

        private static SpecWord own(String name, Set<Place> places, String help, String example) {
            return new SpecWord(name, places, Form.OWN, null, null, List.of(), List.of(), help, example);
        }
    }
}
