package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.check.NotYetKnown;
import dev.dwx.dsl.check.Vocabulary;
import dev.dwx.dsl.traps.Traps;
import dev.dwx.time.BizDate;
import dev.dwx.time.TimeEncoding;
import groovy.lang.Closure;
import groovy.lang.MetaClassImpl;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What a script may say in a session: its catalog, its context, its variables; by the very rules that hold at run time. */
final class SessionVocabulary implements Vocabulary {
    /** What calls are filled in with where they do not say it; see {@link ContextFill}. */
    private static final List<String> FILLED = List.of("ProjectId", "RegionId", "ProjectEnv", "Owner");
    /** Bare words that every script understands. */
    private static final Set<String> WORDS = Set.of("yesterday", "today", "context", "limits", "sandbox", "undo", "audit", "duration", "instances", "v2024", "v2020", "args", "binding",
            "class", "metaClass", "out", "this", "super", "it", "property");

    private final OperationNames names;
    private final Context context;
    private final Set<String> variables;
    private final boolean ask;

    /**
     * @param variables names of the session's variables and methods
     * @param ask whether a name in no catalog is looked up in the live sources, as the run itself would do
     */
    SessionVocabulary(OperationNames names, Context context, Set<String> variables, boolean ask) {
        this.names = names;
        this.context = context;
        this.variables = variables;
        this.ask = ask;
    }

    @Override
    public Optional<ApiOperation> operation(String pinned, String name) {
        return names.find(pinned, context.version(), name, ask);
    }

    @Override
    public ApiException unknown(String pinned, String name) {
        return names.unknown(pinned, context.version(), name);
    }

    @Override
    public List<Problem> problems(ApiOperation operation, Map<String, Object> arguments, Given given, boolean contextChanges) {
        Map<String, Object> known = new LinkedHashMap<>(arguments);
        for (String name : FILLED) {
            if (operation.parameter(name).isPresent() && !known.containsKey(name) && mayFill(name, contextChanges)) {
                known.put(name, NotYetKnown.VALUE);
            }
        }
        // A project may be given by its name.
        if (known.get("ProjectId") instanceof String) {
            known.put("ProjectId", NotYetKnown.VALUE);
        }
        if (given == Given.ALL_PAGES) {
            Paging paging = ResponseShape.of(operation).paging();
            turn(known, paging.pageParameter());
            turn(known, paging.sizeParameter());
            turn(known, paging.tokenParameter());
        }
        List<Problem> problems = new ArrayList<>();
        try {
            known = Traps.expected(operation, known, context, NotYetKnown.VALUE);
        } catch (ApiException e) {
            problems.add(new Problem("", e.serviceMessage(), true));
            return problems;
        }
        CheckedArguments checked = ArgumentCheck.check(operation, known, new TimeEncoding(context.timeZone(), context.timeForms()));
        for (int i = 0; i < checked.problems().size(); i++) {
            String parameter = checked.problemsOf().get(i);
            // What is not there may come with what only the run will know.
            if (given != Given.SOME || known.get(parameter) != null) {
                problems.add(new Problem(parameter, checked.problems().get(i), true));
            }
        }
        for (int i = 0; i < checked.notes().size(); i++) {
            String parameter = checked.notesOf().get(i);
            boolean asGiven = String.valueOf(known.get(parameter)).equals(String.valueOf(checked.arguments().get(parameter)));
            // That a date is sent in another form is no flaw of the script.
            if (asGiven || known.get(parameter) instanceof Map || known.get(parameter) instanceof List) {
                problems.add(new Problem(parameter, checked.notes().get(i), false));
            }
        }
        return problems;
    }

    private boolean mayFill(String name, boolean contextChanges) {
        return contextChanges || !context.strict() || switch (name) {
            case "ProjectId" -> context.projectId() != null || context.projectName() != null;
            case "RegionId" -> true;
            case "ProjectEnv" -> context.environment() != null;
            default -> context.owner() != null;
        };
    }

    private static void turn(Map<String, Object> known, List<String> path) {
        if (path != null && path.size() == 1) {
            known.putIfAbsent(path.get(0), NotYetKnown.VALUE);
        }
    }

    @Override
    public ApiException refusal(ApiOperation operation, List<String> problems) {
        return CallLine.refusal(operation, problems, null);
    }

    @Override
    public List<String> handleMethods() {
        Set<String> methods = new TreeSet<>();
        for (Method method : OperationHandle.class.getMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                methods.add(method.getName());
            }
        }
        methods.addAll(List.of("with", "tap", "asBoolean", "is", "inspect", "dump", "respondsTo", "hasProperty", "asType", "each",
                "in", "iterator"));
        return List.copyOf(methods);
    }

    @Override
    public boolean isMethod(String name) {
        return variables.contains(name) || responds(DwxScript.class, name) || responds(Closure.class, name);
    }

    private static boolean responds(Class<?> type, String name) {
        return InvokerHelper.getMetaClass(type) instanceof MetaClassImpl meta && !meta.respondsTo(null, name).isEmpty();
    }

    @Override
    public boolean isName(String name) {
        return variables.contains(name) || WORDS.contains(name);
    }

    @Override
    public List<String> verbs() {
        return Verbs.names();
    }

    @Override
    public String wrongCase(String name) {
        return names.wrongCase(name);
    }

    @Override
    public String dateProblem(String text) {
        try {
            BizDate.parse(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }
}
