package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Draft;
import dev.dwx.flowspec.build.Surroundings;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says to a draft what the parts say, and so finds out what document that makes. */
final class Rebuild {
    private Rebuild() {
    }

    /**
     * The document of what is said. Statements that their words refuse are taken back.
     *
     * @return {@code null} where the statements do not go together
     */
    static Map<String, Object> of(Part root, Surroundings around) {
        Draft draft = Draft.of(root.place(), root.name(), around);
        say(root, draft);
        try {
            FlowDocument document = draft.build();
            return document.map();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void say(Part part, Draft draft) {
        for (Iterator<List<Statement>> words = part.said().values().iterator(); words.hasNext();) {
            if (!words.next().stream().allMatch(statement -> accepted(draft, statement))) {
                words.remove();
            }
        }
        part.changes().removeIf(statement -> !accepted(draft, statement));
        for (Part node : part.nodes()) {
            say(node, draft.node(node.word(), node.name()));
        }
    }

    private static boolean accepted(Draft draft, Statement statement) {
        List<Object> given = new ArrayList<>(statement.arguments());
        if (!statement.named().isEmpty()) {
            given.add(0, new LinkedHashMap<>(statement.named()));
        }
        try {
            draft.say(statement.word(), given, null);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
