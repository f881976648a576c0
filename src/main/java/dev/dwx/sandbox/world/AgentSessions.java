package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sessions with data agents, in the JSON-RPC envelope that these operations wear. */
final class AgentSessions implements Behaviours {
    private static final String SESSION = "AgentSession";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "CreateAgentSession":
                return this::create;
            case "PromptAgentSession":
                return this::prompt;
            case "LoadAgentSession":
                return this::load;
            case "CancelAgentSession":
                return this::cancel;
            case "ListAgentSessions":
                return this::list;
            case "ListAgents":
                return this::agents;
            case "GetAgentSessionTokenUsage":
                return scene -> {
                    session(scene);
                    return result(scene, Values.of("TotalTokens", 0L, "PromptTokens", 0L, "CompletionTokens", 0L,
                            "CachedTokens", 0L, "ThoughtsTokens", 0L));
                };
            case "ListAgentSessionArtifacts":
                return scene -> {
                    session(scene);
                    return envelope(scene, Listing.page(scene, ListPlace.of(scene.operation), List.of(), List.of()));
                };
            default:
                return null;
        }
    }

    private static Map<String, Object> result(Scene scene, Map<String, Object> result) {
        return scene.success("JsonRpcResponse", Values.of("Id", scene.text("Id"), "Jsonrpc", "2.0",
                "Result", result));
    }

    private static Map<String, Object> envelope(Scene scene, Map<String, Object> body) {
        Map<String, Object> response = Values.map(body.get("JsonRpcResponse"));
        response.putAll(Values.of("Id", scene.text("Id"), "Jsonrpc", "2.0"));
        body.put("JsonRpcResponse", response);
        return body;
    }

    private static Object parameter(Scene scene, String... path) {
        return Values.at(scene.argument("Params"), path);
    }

    private static Thing session(Scene scene) throws Refusal {
        return scene.need(SESSION, parameter(scene, "SessionId"));
    }

    private Map<String, Object> create(Scene scene) {
        String id = scene.realm.ids.uuid(SESSION, scene.realm.ids.count(SESSION));
        scene.store.add(SESSION, id, Values.of("SessionId", id, "SessionTitle", "", "SessionDescription", "",
                "SessionCreatedAt", scene.now(), "SessionUpdatedAt", scene.now(),
                "AgentName", parameter(scene, "Meta", "Agent", "AgentName"),
                "Meta", Values.of("SessionStatus", "Idle",
                        "SessionSource", parameter(scene, "Meta", "Config", "SessionSource"),
                        "SessionTagList", parameter(scene, "Meta", "Config", "SessionTags"))));
        return result(scene, Values.of("SessionId", id));
    }

    /** The agent of the sandbox repeats what it was told, some words at a time. The form of the events is our choice. */
    private Map<String, Object> prompt(Scene scene) throws Refusal {
        Thing session = session(scene);
        List<Object> history = new ArrayList<>(Values.list(session.get("History")));
        List<Object> answer = new ArrayList<>();
        for (Object part : Values.list(parameter(scene, "Prompt"))) {
            Object text = Values.at(part, "Text");
            if (text == null) {
                continue;
            }
            history.add(update(scene, session, "UserMessage", text));
            String[] words = ("You said: " + text).split("(?<= )");
            for (int i = 0; i < words.length; i += 3) {
                answer.add(update(scene, session, "AgentMessage",
                        String.join("", List.of(words).subList(i, Math.min(words.length, i + 3)))));
            }
        }
        history.addAll(answer);
        scene.store.put(session.with(Values.of("History", history, "SessionUpdatedAt", scene.now())));
        return events(scene, answer, Values.of("StopReason", "EndTurn"));
    }

    private Map<String, Object> load(Scene scene) throws Refusal {
        Thing session = session(scene);
        return events(scene, Values.list(session.get("History")), Values.of("SessionId", session.key()));
    }

    private static Map<String, Object> update(Scene scene, Thing session, String kind, Object text) {
        return Values.of("Jsonrpc", "2.0", "Method", "SessionUpdate", "Timestamp", scene.now(),
                "Params", Values.of("SessionId", session.key(), "Update", Values.of("Type", kind, "Text", text)));
    }

    /** The updates, each under the call's id, and the result that ends them. */
    private static Map<String, Object> events(Scene scene, List<?> updates, Map<String, Object> result) {
        List<Object> events = new ArrayList<>();
        for (Object each : updates) {
            Map<String, Object> event = Values.of("RequestId", scene.requestId(), "Id", scene.text("Id"));
            event.putAll(Values.map(each));
            events.add(event);
        }
        events.add(Values.of("RequestId", scene.requestId(), "Id", scene.text("Id"), "Jsonrpc", "2.0",
                "Timestamp", scene.now(), "Result", result));
        return Values.of("Events", events);
    }

    private Map<String, Object> cancel(Scene scene) throws Refusal {
        Thing session = session(scene);
        Map<String, Object> meta = Specs.merge(Values.map(session.get("Meta")), Values.of("SessionStatus", "Cancelled"));
        scene.store.put(session.with(Values.of("Meta", meta, "SessionUpdatedAt", scene.now())));
        return result(scene, Values.of("SessionId", session.key()));
    }

    private Map<String, Object> list(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing session : scene.store.all(SESSION)) {
            boolean fits = true;
            for (String name : List.of("AgentName", "SessionId")) {
                Object wanted = parameter(scene, name);
                fits &= wanted == null || Values.same(session.get(name), wanted);
            }
            if (fits) {
                items.add(session.fields());
                keys.add(session.key());
            }
        }
        return envelope(scene, Listing.page(scene, ListPlace.of(scene.operation), items, keys));
    }

    private Map<String, Object> agents(Scene scene) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing agent : scene.store.all("Agent")) {
            if (parameter(scene, "AgentName") == null || Values.contains(agent.get("Name"), parameter(scene, "AgentName"))) {
                items.add(Values.of("AgentName", agent.get("Name")));
                keys.add(agent.key());
            }
        }
        return envelope(scene, Listing.page(scene, ListPlace.of(scene.operation), items, keys));
    }
}
