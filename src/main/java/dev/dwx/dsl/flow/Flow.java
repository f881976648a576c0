package dev.dwx.dsl.flow;

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

    public Flow(FlowDocument document) {
        this.document = document;
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

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return document.map().entrySet();
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
