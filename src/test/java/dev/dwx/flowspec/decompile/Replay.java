package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Draft;
import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a document from statements, as the language does. */
final class Replay {
    private Replay() {
    }

    static Map<String, Object> of(Statement root, Surroundings around) {
        Place place = java.util.Arrays.stream(Place.values()).filter(one -> one.word().equals(root.word())).findFirst().orElseThrow();
        Draft draft = Draft.of(place, (String) root.arguments().get(0), around);
        say(root, draft);
        return draft.build().map();
    }

    private static void say(Statement block, Draft draft) {
        for (Statement statement : block.block()) {
            if (statement.block() != null) {
                say(statement, draft.node(statement.word(), statement.arguments().isEmpty() ? statement.word()
                        : (String) statement.arguments().get(0)));
                continue;
            }
            List<Object> given = new ArrayList<>(statement.arguments());
            if (!statement.named().isEmpty()) {
                given.add(0, new LinkedHashMap<>(statement.named()));
            }
            draft.say(statement.word(), given, null);
        }
    }
}
