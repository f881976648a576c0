package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.BlockWords;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Optional;

/** What help says of blocks: an example, and every word that may stand in one. */
public final class BlockPages {
    private static final int COLUMN = 16;

    private static final String FLOW = """
            A block describes a workflow. Its value is a FlowSpec document for any Spec; nothing is sent before.

              wf = flow('daily_orders') {
                  cron daily: '02:00'
                  params region: 'eu'
                  sql('ods_orders') { script file: 'sql/ods_orders.sql'; params bizdate: '${yyyymmdd}' }
                  sql('dwd_orders') { script 'insert …'; after 'ods_orders'; timeout '2h'; rerun times: 3, every: '2m' }
              }
              ImportWorkflowDefinition(Spec: wf)      the workflow with its nodes
              wf.spec.workflows[0].nodes*.name        what was built

            What nobody says is derived: ids, paths, outputs, the root of the project, types. Texts for the scheduler
            stand in single quotes: '${bizdate}', '$[yyyymmdd-1]'.
            """;
    private static final String NODE = """
            Inside flow, a word for the type begins a node; at the top, node('name') { type 'ODPS_SQL' … } is a document.

              n = node('dwd_orders') { type 'ODPS_SQL'; script 'insert …'; after 'shop.ods_orders'; cron daily: '02:30' }
              CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: n)
            """;

    private BlockPages() {
    }

    /** The page of a word that begins a block, or of all node words ({@code nodes}); empty when it is none. */
    public static Optional<String> page(String topic) {
        if (topic.equals("nodes")) {
            return Optional.of(Texts.of("Words for nodes:\n\n{0}", rows(BlockWords.nodes(), false)));
        }
        List<BlockWords.Word> words = BlockWords.in(topic).orElse(null);
        if (words == null || topic.equals("end")) {
            return Optional.empty();
        }
        boolean flow = topic.equals("flow") || topic.equals("manualFlow") || topic.equals("triggerFlow");
        StringBuilder page = new StringBuilder();
        page.append(flow ? Texts.of(FLOW) : topic.equals("node") ? Texts.of(NODE) : NodeWords.named(topic).map(word -> word.name() + "('name') { … }: "
                + Texts.listed(word.help()) + " (" + word.command() + ")\n").orElse(""));
        page.append(page.length() == 0 ? "" : "\n").append(Texts.of("Words in its block:")).append("\n\n");
        words = words.stream().filter(word -> NodeWords.named(word.name()).isEmpty() || topic.equals("sqlComponent")).toList();
        page.append(rows(words, true));
        return Optional.of(page.append(flow ? "\n" + Texts.of("And the words for nodes: help nodes, or help sql, help di …") + "\n" : "").toString());
    }

    private static String rows(List<BlockWords.Word> words, boolean examples) {
        StringBuilder rows = new StringBuilder();
        for (BlockWords.Word word : words) {
            rows.append("  ").append(word.name()).append(" ".repeat(Math.max(1, COLUMN + (examples ? 0 : 4) - word.name().length())))
                    .append(word.help()).append('\n');
            if (examples) {
                rows.append(" ".repeat(COLUMN + 2)).append(word.example()).append('\n');
            }
        }
        return rows.toString();
    }
}
