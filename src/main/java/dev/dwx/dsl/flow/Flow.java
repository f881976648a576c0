package dev.dwx.dsl.flow;

import dev.dwx.dsl.Session;
import dev.dwx.dsl.graph.GraphView;
import dev.dwx.dsl.graph.Graphs;
import dev.dwx.dsl.schedule.PreviewReport;
import dev.dwx.dsl.schedule.Schedules;
import dev.dwx.dsl.workspace.Difference;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * A FlowSpec document as the language sees it: a read-only map, so that it goes into every call's {@code Spec}, with what can be
 * asked of it as methods.
 */
public final class Flow extends AbstractMap<String, Object> {
    private final FlowDocument document;
    /** What reads from the service for it; {@code null} where it was made outside any. */
    private final Session session;

    public Flow(FlowDocument document) {
        this(document, null);
    }

    /** @param session in whose zone its times are, and by which its instances are read */
    public Flow(FlowDocument document, Session session) {
        this.document = document;
        this.session = session;
    }

    public FlowDocument document() {
        return document;
    }

    /**
     * What has to be done to this document to make it mean what another means.
     *
     * @param other a document in any form: a flow, a map, JSON, a file, an answer
     */
    public Difference diff(Object other) {
        return Difference.of(this, other);
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
    public Set<Map.Entry<String, Object>> entrySet() {
        return document.map().entrySet();
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
