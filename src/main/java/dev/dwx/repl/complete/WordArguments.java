package dev.dwx.repl.complete;

import dev.dwx.flowspec.build.BlockWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the language's own words take: one table of what stands in which argument. {@code 0} is the first argument without a name, {@code *}
 * any of those.
 */
final class WordArguments {
    /** What kind of thing an argument is. */
    enum Kind {
        NODE, TASK, WORKFLOW, PUBLISHED, PROJECT, DATASOURCE, RESOURCE_GROUP, OWNER, INSTANCE, REGION, OPERATION, DATE, LENGTH, TRUTH, FILE, FOLDER,
        NODE_TYPE, LANGUAGE, DOCUMENT_KIND, SIBLING, ANY
    }

    /** Words at the top: word, then argument and kind in turn; a kind that begins with {@code =} lists the values. */
    private static final String[] VERBS = {
        "logs|0 TASK|bizdate DATE|follow TRUTH|run ANY|timeout LENGTH",
        "why|0 TASK|bizdate DATE",
        "deploy|0 PUBLISHED|timeout LENGTH|replace TRUTH|scene ANY|studio ANY|skipExtensions TRUTH",
        "undeploy|0 PUBLISHED|timeout LENGTH|delete TRUTH|replace TRUTH|studio ANY",
        "runSql|datasource DATASOURCE|resourceGroup RESOURCE_GROUP|type NODE_TYPE|bizdate DATE|params ANY|owner OWNER|timeout LENGTH|name ANY|"
            + "environment =Prod,Dev|cu ANY",
        "smokeTest|0 TASK|bizdate DATE|timeout LENGTH|name ANY",
        "backfill|0 TASK|from DATE|to DATE|dates DATE|parallel ANY|downstream ANY|timeout LENGTH|name ANY|plan TRUTH|force TRUTH",
        "rerunFailed|bizdate DATE|name TASK|owner OWNER|wait TRUTH|timeout LENGTH|comment ANY|latest TRUTH",
        "project|0 PROJECT",
        "inProject|0 PROJECT",
        "inRegion|0 REGION",
        "use|region REGION|project PROJECT|version =2024-05-18,2020-05-18|environment =Prod,Dev|owner OWNER|zone =Asia/Shanghai,UTC|"
            + "output =table,json,csv,yaml|readOnly TRUTH",
        "describe|0 OPERATION",
        "call|0 OPERATION|version =2024-05-18,2020-05-18|method =POST,GET",
        "audit|since LENGTH|operation OPERATION|failed TRUTH|verify TRUTH",
        "undo|0 =last|force TRUTH",
        "preImage|0 =last",
        "confirm|most ANY|only NODE",
        "preview|bizdate DATE|at ANY|zone =Asia/Shanghai,UTC",
        "resolve|bizdate DATE|at ANY",
        "cron|zone =Asia/Shanghai,UTC",
        "graph|0 WORKFLOW|bizdate DATE|all TRUTH|from ANY|to ANY|around NODE|depth ANY|width ANY|ascii TRUTH",
        "toDsl|dir FOLDER|clean TRUTH|force TRUTH",
        "export|0 PROJECT|1 FOLDER",
        "file|0 FILE",
        "new File|0 FILE",
        "new FileReader|0 FILE",
        "plan|0 FOLDER",
        "waitFor|timeout LENGTH|every LENGTH|what ANY|failOnBad TRUTH",
        "waitForTaskInstance|0 INSTANCE|timeout LENGTH|every LENGTH",
        "waitForWorkflowInstance|timeout LENGTH|every LENGTH",
        "waitForPipelineRun|timeout LENGTH|every LENGTH",
        "waitForDeployment|timeout LENGTH|every LENGTH",
        "waitForJob|timeout LENGTH|every LENGTH",
        "waitForDIJob|timeout LENGTH|every LENGTH",
        "lint|off ANY",
    };
    /** Words in blocks, beside what the table of those words says itself. */
    private static final String[] BLOCKS = {
        "type|0 NODE_TYPE",
        "language|0 LANGUAGE",
        "command|0 NODE_TYPE",
        "kind|0 DOCUMENT_KIND",
        "version|0 =1.1.0,1.2.0",
        "after|* SIBLING|self TRUTH|children TRUTH|crossCycle SIBLING",
        "inputs|* SIBLING",
        "when|to SIBLING|describe ANY|output ANY|of SIBLING|status ANY",
        "cron|daily ='02:00'|weekly =MON,TUE,WED,THU,FRI,SAT,SUN|monthly =last|hourly ANY|every =5m,10m,15m,30m,1h,2h|at ='02:00'|from ='00:00'|to ='23:59'",
        "rerun|0 =Allowed,FailureAllowed,Denied|times ANY|every =2m,5m,10m,30m|mode =Allowed,FailureAllowed,Denied",
        "timeout|0 LENGTH",
        "zone|0 =Asia/Shanghai,UTC",
        "datasource|0 DATASOURCE|type ANY|name DATASOURCE|subType ANY",
        "resourceGroup|0 RESOURCE_GROUP",
        "owner|0 OWNER",
        "project|0 PROJECT",
        "runs|0 WORKFLOW",
        "script|file FILE",
        "reader|datasource DATASOURCE|table ANY|columns ANY|partition ANY",
        "writer|datasource DATASOURCE|table ANY|columns ANY|writeMode =insert,replace,update",
        "speed|concurrent ANY|throttle TRUTH",
        "output|isDefault TRUTH",
        "component|version ANY|inputs ANY|outputs ANY",
    };

    private WordArguments() {
    }

    /** Whether a word is known to take arguments, in a block or at the top. */
    static boolean knows(String word, String block) {
        return !of(word, block).isEmpty() || inBlock(word, block);
    }

    /** Kinds by argument; a text that begins with {@code =} lists values. Empty for a word that is not in the table. */
    static Map<String, String> of(String word, String block) {
        if (inBlock(word, block)) {
            return Table.BLOCK_WORDS.getOrDefault(word, Map.of());
        }
        return Table.AT_THE_TOP.getOrDefault(word, Map.of());
    }

    static boolean inBlock(String word, String block) {
        if (block == null) {
            return false;
        }
        for (BlockWords.Word one : BlockWords.in(block).orElse(java.util.List.of())) {
            if (one.name().equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Read when it is first asked. */
    private static final class Table {
        static final Map<String, Map<String, String>> AT_THE_TOP = read(VERBS);
        static final Map<String, Map<String, String>> BLOCK_WORDS = read(BLOCKS);

        private static Map<String, Map<String, String>> read(String[] rows) {
            Map<String, Map<String, String>> table = new HashMap<>();
            for (String row : rows) {
                String[] cells = row.split("\\|");
                Map<String, String> kinds = new LinkedHashMap<>();
                for (int i = 1; i < cells.length; i++) {
                    int blank = cells[i].indexOf(' ');
                    kinds.put(cells[i].substring(0, blank), cells[i].substring(blank + 1));
                }
                table.put(cells[0], kinds);
            }
            return table;
        }
    }
}
