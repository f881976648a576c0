package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which ids the answers of this session gave, and of what they are. A call that fails with an id of something else is told
 * so: a task where an instance is wanted, an id of the API version before, an object of another project.
 */
final class KnownIds implements Guard {
    private static final int MOST = 5_000;
    private static final int DEEPEST = 6;

    private final TrapTools tools;
    private final Map<String, Map<String, Known>> ids = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Known>> eldest) {
            return size() > MOST;
        }
    };

    KnownIds(TrapTools tools) {
        this.tools = tools;
    }

    /**
     * An id that was seen.
     *
     * @param kind {@code TaskInstance}
     * @param name of the object, or {@code null}
     * @param operation whose answer it was in
     * @param project the project of that call, or {@code null}
     */
    private record Known(String kind, String name, String operation, Long project) {
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        synchronized (ids) {
            gather(call, answer.body(), noun(call.operation()), 0);
        }
    }

    private void gather(PlannedCall call, Object value, String kind, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                gather(call, element, kind, depth + 1);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, held) -> {
                String name = String.valueOf(key);
                if (held instanceof Map || held instanceof List) {
                    gather(call, held, isWrapper(name) ? kind : singular(name), depth + 1);
                } else if (held != null && (name.equals("Id") || name.endsWith("Id") && !name.equals("RequestId")) && isId(held.toString())) {
                    boolean own = name.equals("Id");
                    String of = own ? kind : kind(call.operation().version(), name.substring(0, name.length() - 2));
                    Object called = own ? map.get("Name") != null ? map.get("Name") : map.get(kind + "Name") != null ? map.get(kind + "Name") : map.get("TaskName")
                            : map.get(name.substring(0, name.length() - 2) + "Name");
                    remember(held.toString(), new Known(of, Answers.text(called), call.operation().name(), call.context().projectId()), own);
                }
            });
        }
    }

    private void remember(String id, Known known, boolean own) {
        Map<String, Known> kinds = ids.computeIfAbsent(id, key -> new LinkedHashMap<>(2));
        Known before = kinds.get(known.kind());
        if (before == null || own || before.name() == null) {
            kinds.put(known.kind(), known);
        }
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        if (failure.stage() != ApiException.Stage.REFUSED) {
            return failure;
        }
        for (Map.Entry<String, Object> argument : call.arguments().entrySet()) {
            String name = argument.getKey();
            String wanted = name.equals("Id") || name.equals("Ids") ? noun(call.operation())
                    : name.endsWith("Ids") ? kind(call.operation().version(), name.substring(0, name.length() - 3))
                    : name.endsWith("Id") ? kind(call.operation().version(), name.substring(0, name.length() - 2)) : null;
            if (wanted == null || call.filled().containsKey(name)) {
                continue;
            }
            for (Object value : argument.getValue() instanceof List<?> list ? list : List.of(String.valueOf(argument.getValue()))) {
                ApiException told = explained(call, failure, name, String.valueOf(value), wanted);
                if (told != failure) {
                    return told;
                }
            }
        }
        return failure;
    }

    private ApiException explained(PlannedCall call, ApiException failure, String parameter, String id, String wanted) {
        boolean toldAlready = failure.why() != null && failure.why().contains(id);
        if (!isId(id) || toldAlready) {
            return failure;
        }
        Map<String, Known> kinds;
        synchronized (ids) {
            Map<String, Known> found = ids.get(id);
            kinds = found == null ? Map.of() : new LinkedHashMap<>(found);
        }
        Known same = kinds.get(wanted);
        if (same != null) {
            Long here = call.context().projectId();
            boolean elsewhere = same.project() != null && here != null && !same.project().equals(here);
            return elsewhere ? failure.explained(Texts.of("{0} was seen in project {1}, and this call is about project {2}", id, same.project(), here),
                    "project " + same.project()) : failure;
        }
        Known other = kinds.isEmpty() ? probed(call, failure, id, wanted) : kinds.values().iterator().next();
        if (other == null) {
            return failure;
        }
        String what = other.name() == null ? Texts.of("{0} is the id of a {1}, and this call wants the id of a {2}", id, words(other.kind()), words(wanted))
                : Texts.of("{0} is the id of the {1} {2}, and this call wants the id of a {3}", id, words(other.kind()), other.name(), words(wanted));
        return failure.explained(what, next(id, other.kind(), wanted, parameter));
    }

    /** Task or instance of a task: one read tells, where nothing is known of an id that was not found. */
    private Known probed(PlannedCall call, ApiException failure, String id, String wanted) {
        String said = (failure.code() + " " + failure.serviceMessage()).toLowerCase(java.util.Locale.ROOT);
        boolean absent = said.contains("not exist") || said.contains("notexist") || said.contains("not found") || said.contains("notfound") || said.contains("不存在");
        String kind = wanted.equals("TaskInstance") ? "Task" : wanted.equals("Task") ? "TaskInstance" : null;
        if (!absent || kind == null || id.length() > 15 || !Answers.isDigits(id)) {
            return null;
        }
        Object body = tools.read(call.context(), ApiCatalog.V2024, "Get" + kind, "Id", Long.valueOf(id));
        Object found = Answers.at(body, kind);
        return found == null ? null : new Known(kind, Answers.text(found, kind.equals("Task") ? "Name" : "TaskName"), "Get" + kind, null);
    }

    private static String next(String id, String kind, String wanted, String parameter) {
        String pair = kind + " " + wanted;
        return switch (pair) {
            case "Task TaskInstance" -> "ListTaskInstances(TaskId: " + id + ", Bizdate: yesterday)*.Id";
            case "TaskInstance Task" -> parameter + ": GetTaskInstance(Id: " + id + ").TaskInstance.TaskId";
            case "Node Task" -> parameter + ": GetNode(Id: '" + id + "').Node.TaskId";
            case "File Node", "File Task" -> "v2020.GetFile(FileId: " + id + ")";
            case "Task Node" -> "GetTask(Id: " + id + ")";
            default -> "Get" + kind + "(Id: " + (id.length() > 15 || !Answers.isDigits(id) ? "'" + id + "'" : id) + ")";
        };
    }

    /** What an operation is about: {@code GetTaskInstance} and {@code ListTaskInstances} are about {@code TaskInstance}. */
    private static String noun(ApiOperation operation) {
        String name = operation.name();
        int end = 1;
        while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
            end++;
        }
        return kind(operation.version(), singular(name.substring(end)));
    }

    /** One word for one kind: what the version before calls a node is the scheduler's task, and its instance is a task's. */
    private static String kind(String version, String noun) {
        if (!version.equals(ApiCatalog.V2020)) {
            return noun;
        }
        return noun.equals("Node") ? "Task" : noun.equals("Instance") ? "TaskInstance" : noun;
    }

    private static boolean isWrapper(String name) {
        return name.equals("PagingInfo") || name.equals("Data") || name.equals("Result");
    }

    private static String singular(String name) {
        return name.endsWith("ies") ? name.substring(0, name.length() - 3) + "y"
                : name.endsWith("s") && !name.endsWith("ss") && !name.endsWith("us") ? name.substring(0, name.length() - 1) : name;
    }

    /** {@code TaskInstance} as {@code task instance}. */
    private static String words(String kind) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < kind.length(); i++) {
            char c = kind.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(kind.charAt(i - 1));
            words.append(begins ? " " : "").append(i + 1 < kind.length() && Character.isUpperCase(kind.charAt(i + 1)) && Character.isUpperCase(c) ? c
                    : Character.toLowerCase(c));
        }
        return words.toString();
    }

    /** An id that means something by itself: long enough not to be a count. */
    private static boolean isId(String text) {
        return text.length() >= 5 && text.length() <= 64 && text.indexOf(' ') < 0;
    }
}
