package dev.dwx.dsl.flow;

import dev.dwx.dsl.workspace.Difference;
import dev.dwx.flowspec.model.FlowDocument;

/**
 * A FlowSpec document as the language sees it: a read-only map, so that it goes into every call's {@code Spec}, with what can be
 * asked of it as methods. {@code wf.spec.workflows[0].name} walks it; {@code wf.name} is the name of what it describes.
 */
public final class Flow extends FlowMap {
    private final FlowDocument document;

    public Flow(FlowDocument document) {
        super(document.map());
        this.document = document;
    }

    public FlowDocument document() {
        return document;
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
