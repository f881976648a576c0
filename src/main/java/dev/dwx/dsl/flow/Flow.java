package dev.dwx.dsl.flow;

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

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return document.map().entrySet();
    }

    @Override
    public String toString() {
        return document.toString();
    }
}
