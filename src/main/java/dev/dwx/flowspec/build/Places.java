package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import java.util.Map;

/** Where something runs and what it reads. */
final class Places {
    private Places() {
    }

    static void datasource(Draft draft, Arguments arguments) {
        arguments.allow("type", "name", "subType");
        Object given = arguments.named().get("name") != null ? arguments.named().get("name")
                : new Arguments(arguments.word(), Map.of(), arguments.plain(), arguments.example()).only();
        Object type = arguments.named().get("type");
        Map<String, Object> source = Values.map("name", arguments.text(given));
        if (type != null) {
            source.put("type", arguments.text(type));
        }
        if (arguments.named().get("subType") != null) {
            source.put("subType", arguments.text(arguments.named().get("subType")));
        }
        if (draft.place().isFlow()) {
            // A workflow runs on nothing itself.
            draft.defaults.put("datasource:" + (type == null ? "odps" : type), source);
        } else {
            draft.entity.put("datasource", source);
        }
    }

    static void resourceGroup(Draft draft, Arguments arguments) {
        String group = arguments.text(arguments.only());
        if (draft.place().isFlow()) {
            draft.defaults.put("resourceGroup", group);
        } else {
            SpecPath.parse("runtimeResource.resourceGroup").set(draft.entity, group);
        }
    }
}
