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
                own("script", NODE, "the code, as text or from a file beside the script", "script file: 'sql/dwd.sql'"),
                field("language", NODE, Form.TEXT, "script.language", null, "the language of the code", "language 'odps-sql'"),
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
                own("after", RUNNING, "what it waits for: a node of the flow, an output of elsewhere, a Flow; self, children, crossCycle",
                        "after 'ods_orders', self: true"),
                own("inputs", NODE, "outputs that it waits for; with names, values that it takes from nodes before it",
                        "inputs day: 'find_day.outputs'"),
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
                own("set", EVERYWHERE, "any field by its path", "set 'script.runtime.cu', '0.25'"),
                own("unset", EVERYWHERE, "leaves out a field that is derived", "unset 'inputs'"),
                own("derive", EVERYWHERE, "false: nothing stands in the document but what is said", "derive false"),
                own("version", EVERYWHERE, "version of the form, 1.1.0 otherwise", "version '1.2.0'"),
                own("kind", EVERYWHERE, "kind of the document", "kind 'ManualNode'"));

        private static SpecWord field(String name, Set<Place> places, Form form, String path, String flowPath, String help, String example) {
            return new SpecWord(name, places, form, path, flowPath, List.of(), help, example);
        }

        private static SpecWord choice(String name, Set<Place> places, String path, String flowPath, List<String> choices, String help,
                String example) {
            return new SpecWord(name, places, Form.TEXT, path, flowPath, choices, help, example);
        }

        private static SpecWord own(String name, Set<Place> places, String help, String example) {
            return new SpecWord(name, places, Form.OWN, null, null, List.of(), help, example);
        }
    }
}
