package dev.dwx.dsl.workspace;

import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.flowspec.model.FlowDocument;

/**
 * An object as the service holds it.
 *
 * @param id about 19 digits
 * @param document with the nodes of a workflow and their code in it
 */
record Held(ObjectKind kind, String id, String name, FlowDocument document) {
}
