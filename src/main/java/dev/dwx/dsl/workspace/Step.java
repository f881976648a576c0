package dev.dwx.dsl.workspace;

import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.flowspec.diff.SpecChange;
import dev.dwx.flowspec.diff.SpecDiff;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan means to do with one object.
 *
 * @param wanted the document; {@code null} for what is to be deleted
 * @param held what the service has; {@code null} for what is to be created
 * @param diff what the document asks of what the service has, without nodes that only the service has; {@code null} but for updates
 * @param extra nodes that only the service has
 * @param delete whether these are to be deleted
 */
record Step(Action action, ObjectKind kind, String name, FlowDocument wanted, Held held, SpecDiff diff, List<String> extra, boolean delete) {
    /** What is done with an object. */
    enum Action { CREATE, UPDATE, DELETE, UNCHANGED }

    static Step create(ObjectKind kind, FlowDocument wanted) {
        return new Step(Action.CREATE, kind, wanted.name().orElse(""), wanted, null, null, List.of(), false);
    }

    static Step delete(Held held) {
        return new Step(Action.DELETE, held.kind(), held.name(), null, held, null, List.of(), true);
    }

    static Step compared(Held held, FlowDocument wanted, boolean delete) {
        SpecDiff whole = SpecDiff.wanted(held.document(), wanted);
        Set<String> extra = new LinkedHashSet<>();
        for (SpecChange change : whole.changes()) {
            if (change.kind() == SpecChange.Kind.REMOVED && change.wholeNode()) {
                extra.add(change.node());
            }
        }
        SpecDiff rest = whole.only(change -> change.node() == null || !extra.contains(change.node()));
        boolean same = rest.isEmpty() && (extra.isEmpty() || !delete);
        return new Step(same ? Action.UNCHANGED : Action.UPDATE, held.kind(), held.name(), wanted, held, rest, List.copyOf(extra), delete);
    }

    /** Names of nodes that change, those that are new included. */
    List<String> changedNodes() {
        Set<String> names = new LinkedHashSet<>();
        diff.changes().forEach(change -> names.add(change.node()));
        return new ArrayList<>(names);
    }
}
