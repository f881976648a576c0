package dev.dwx.dsl.flow;

import dev.dwx.dsl.Session;
import dev.dwx.dsl.graph.GraphView;
import dev.dwx.dsl.graph.Graphs;
import dev.dwx.dsl.lint.Lint;
import dev.dwx.dsl.lint.LintReport;
import dev.dwx.dsl.schedule.PreviewReport;
import dev.dwx.dsl.schedule.Schedules;
import dev.dwx.dsl.workspace.Difference;
import dev.dwx.flowspec.decompile.Telling;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.texts.Texts;
import java.util.Map;

/**
 * A FlowSpec document as the language sees it: a read-only map, so that it goes into every call's {@code Spec}, with what can be
 * asked of it as methods. {@code wf.spec.workflows[0].name} walks it; {@code wf.name} is the name of what it describes.
 */
public final class Flow extends FlowMap {
    private final FlowDocument document;
    /** What reads from the service for it; {@code null} where it was made outside any. */
    private final Session session;

    public Flow(FlowDocument document) {
        this(document, null);
    }

    /** @param session in whose zone its times are, and by which its instances are read */
    public Flow(FlowDocument document, Session session) {
        super(document.map());
        this.document = document;
        this.session = session;
    }

    public FlowDocument document() {
        return document;
    }

    /** What it describes, in a few words: {@code CycleWorkflow daily_orders, 3 nodes}. */
    public String summary() {
        int nodes = document.nodes().size();
        return document.workflow().isEmpty() && nodes < 2 ? document.toString()
                : nodes == 1 ? Texts.of("{0}, 1 node", document) : Texts.of("{0}, {1} nodes", document, nodes);
    }

    /** One line of JSON, as calls send it. */
    public String json() {
        return document.json();
    }

    /**
     * What has to be done to this document to make it mean what another means.
     *
     * @param other a document in any form: a flow, a map, JSON, a file, an answer
     */
    public Difference diff(Object other) {
        return Difference.of(this, other);
    }

    /** The words that build it; see {@link ToDsl}. */
    public String dsl() {
        return Telling.of(document).text();
    }

    /** What is wrong with it, or doubtful; {@code wf.lint().fix()} mends what a machine can. */
    public LintReport lint() {
        return Lint.of(this);
    }

    /** It with every fault mended that a machine can mend. */
    public Flow fixed() {
        return lint().fix();
    }

    /** What its nodes would run with today. */
    public PreviewReport preview() {
        return preview(Map.of());
    }

    /** What they would run with on {@code bizdate: '20260315'}, at the scheduled time {@code at: '02:00'}. */
    public PreviewReport preview(Map<String, Object> options) {
        return Schedules.preview(session, options, this);
    }

    /** Its nodes in layers. */
    public GraphView graph() {
        return graph(Map.of());
    }

    /** {@code all: true}, {@code around: 'dwd_orders'}, {@code bizdate: yesterday} …; see {@link Graphs}. */
    public GraphView graph(Map<String, Object> options) {
        return new Graphs(session).graph(options, this);
    }

    /** For Graphviz. */
    public String dot() {
        return graph().dot();
    }

    /** For a Markdown page. */
    public String mermaid() {
        return graph().mermaid();
    }

    /** Writes an image of it; gives the path. */
    public String svg(CharSequence file) {
        return graph().svg(file);
    }

    @Override
    public Object getProperty(String name) {
        return name.equals("name") && !containsKey(name) ? document.name().orElse(null) : super.getProperty(name);
    }

    @Override
    String label() {
        return document.toString();
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
