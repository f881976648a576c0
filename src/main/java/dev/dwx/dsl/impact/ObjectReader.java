package dev.dwx.dsl.impact;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Paging;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Reads the objects that a call is about, with the read that matches its name: {@code GetNode} for {@code DeleteNode}; where there is
 * none, the list of the same things is searched.
 */
public final class ObjectReader {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 3;
    /** Reads whose noun is not in the name of the call. */
    private static final Map<String, String> OTHER_NOUNS =
            Map.of("MemberProjectRole", "ProjectMember", "PipelineRun", "PipelineRun", "QualityRule", "QualityRule");

    private static final String OBJECTS = "ObjectIds";
    private static final List<String> PUBLISHED = List.of("WorkflowDefinition", "Node", "Resource", "Function");

    private final Lookups lookups;

    public ObjectReader(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * Reads one object again, or for the first time.
     *
     * @return what was found, or why nothing was; empty when no read matches, or one that wants what the call does not say
     */
    public Optional<Seen> read(ApiOperation operation, Map<String, ?> arguments, Subjects subjects, Object id,
            Context context) {
        if (OBJECTS.equals(subjects.parameter())) {
            return published(operation, arguments, id, context);
        }
        Optional<Seen> got = get(operation, arguments, subjects, id, context);
        return got.isPresent() ? got : search(operation, arguments, subjects, id, context);
    }

    /** What a pipeline publishes or takes offline may be of several kinds, and its id does not tell of which. */
    private Optional<Seen> published(ApiOperation operation, Map<String, ?> arguments, Object id, Context context) {
        Optional<Seen> last = Optional.empty();
        for (String noun : PUBLISHED) {
            Optional<Seen> got = get(operation, arguments, new Subjects(noun, "Id", id == null ? List.of() : List.of(id)), id, context);
            if (got.isPresent() && got.get().found()) {
                return got;
            }
            last = got.isPresent() ? got : last;
        }
        return last;
    }

    /** Reads the objects of a call, the first so many of them, in the order of the ids; those that no read shows are left out. */
    public List<Seen> all(PlannedCall call, Subjects subjects, int most) {
        List<Callable<Optional<Seen>>> work = new ArrayList<>();
        List<Object> ids = new ArrayList<>(subjects.ids());
        if (ids.isEmpty()) {
            ids.add(null);
        }
        for (Object id : ids.subList(0, Math.min(most, ids.size()))) {
            work.add(() -> read(call.operation(), call.arguments(), subjects, id, call.context()));
        }
        List<Seen> seen = new ArrayList<>();
        for (Optional<Seen> one : ParallelReads.all(work)) {
            one.ifPresent(seen::add);
        }
        return seen;
    }

    /** Asks a read once more, with the same question. */
    public Seen again(Seen seen, Context context) {
        if (seen.by() == null) {
            return seen;
        }
        if (seen.by().name().startsWith("List")) {
            return search(seen.by(), seen.question(), new Subjects(seen.noun(), "Id", List.of(seen.id())), seen.id(), seen.by(), context);
        }
        return ask(seen.by(), seen.question(), seen.noun(), seen.id(), context);
    }

    private Optional<Seen> get(ApiOperation operation, Map<String, ?> arguments, Subjects subjects, Object id,
            Context context) {
        for (String noun : nouns(subjects)) {
            Optional<ApiOperation> getter = lookups.operation(operation.version(), "Get" + noun);
            if (getter.isPresent()) {
                Map<String, Object> question = question(getter.get(), arguments, id, noun, subjects, context);
                if (question != null) {
                    return Optional.of(ask(getter.get(), question, noun, id, context));
                }
            }
        }
        return Optional.empty();
    }

    /** The call's own noun, the one that its parameter names, and shorter ones: the instance of {@code TaskInstanceDependencies}. */
    private static Set<String> nouns(Subjects subjects) {
        Set<String> nouns = new LinkedHashSet<>();
        nouns.add(OTHER_NOUNS.getOrDefault(subjects.noun(), subjects.noun()));
        if (subjects.parameter() != null && Subjects.isId(subjects.parameter())) {
            nouns.add(Subjects.without(subjects.parameter()));
        }
        List<String> words = OperationName.split(subjects.noun());
        for (int end = words.size() - 1; end > 0; end--) {
            nouns.add(String.join("", words.subList(0, end)));
        }
        nouns.remove("");
        return nouns;
    }

    private Seen ask(ApiOperation getter, Map<String, Object> question, String noun, Object id, Context context) {
        try {
            Object body = lookups.ask(getter, question, context).body();
            Object found = ResponseShape.at(body, ResponseShape.of(getter).objectPath());
            Map<String, Object> fields = fields(found instanceof Map<?, ?> ? found : body);
            return new Seen(id, noun, getter, question, fields, fields.isEmpty() ? Texts.of("{0} shows nothing", getter.name()) : null);
        } catch (ApiException e) {
            return new Seen(id, noun, getter, question, Map.of(),
                    Texts.of("could not be looked up with {0}: {1}", getter.name(), Redactor.text(e.code())));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The arguments of the read; {@code null} when it wants something that nobody said. */
    private static Map<String, Object> question(ApiOperation getter, Map<String, ?> arguments, Object id, String noun,
            Subjects subjects, Context context) {
        Map<String, Object> question = new LinkedHashMap<>();
        boolean named = false;
        for (ApiParameter parameter : getter.parameters()) {
            String name = parameter.name();
            boolean own = id != null && isIdOf(name, noun, subjects);
            Object value = own ? id : arguments.get(name);
            if (value == null) {
                value = common(parameter, getter.version(), context);
            }
            boolean fits = value != null && !(value instanceof Iterable) && !(value instanceof Map);
            if (fits) {
                named |= own || arguments.get(name) != null && !name.equals("ProjectId") && !name.startsWith("ProjectEnv");
                question.put(name, parameter.schema().isString() ? value.toString() : value);
            } else if (parameter.required()) {
                return null;
            }
        }
        return named ? question : null;
    }

    /** Whether a read's parameter takes what the call's parameter holds. */
    private static boolean isIdOf(String name, String noun, Subjects subjects) {
        String from = subjects.parameter();
        if (from == null || name.equals(from)) {
            return from != null;
        }
        boolean whole = noun.equals(subjects.noun()) || OTHER_NOUNS.containsKey(subjects.noun());
        boolean ids = Subjects.isId(from);
        String kind = ids ? Subjects.without(from) : "";
        // What is plain Id in the call is not the id of anything else than its own noun, or of what that noun begins with.
        return ids && (name.equals("Id") || name.equals(noun + "Id"))
                && (kind.isEmpty() ? whole || subjects.noun().startsWith(noun) : whole || noun.endsWith(kind));
    }

    /** What reads take beside the id: the project, the region, the environment. */
    static Object common(ApiParameter parameter, String version, Context context) {
        return switch (parameter.name()) {
            case "ProjectId" -> context.projectId();
            case "RegionId" -> context.region();
            case "ProjectEnv", "EnvType" -> {
                if (parameter.schema().isInteger() || !parameter.required() && context.environment() == null) {
                    yield null;
                }
                yield Context.spelled(context.environment() == null ? Environments.PROD : context.environment(), parameter, version);
            }
            default -> null;
        };
    }

    private Optional<Seen> search(ApiOperation operation, Map<String, ?> arguments, Subjects subjects, Object id,
            Context context) {
        if (id == null) {
            return Optional.empty();
        }
        for (String noun : nouns(subjects)) {
            for (String plural : OperationName.plurals(noun)) {
                Optional<ApiOperation> list = lookups.operation(operation.version(), "List" + plural)
                        .filter(found -> ResponseShape.of(found).isList());
                if (list.isPresent()) {
                    Seen seen = search(operation, arguments, subjects, id, list.get(), context);
                    if (seen != null) {
                        return Optional.of(seen);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Seen search(ApiOperation operation, Map<String, ?> arguments, Subjects subjects, Object id, ApiOperation list,
            Context context) {
        Map<String, Object> question = new LinkedHashMap<>();
        Paging paging = ResponseShape.of(list).paging();
        String page = only(paging.pageParameter());
        String size = only(paging.sizeParameter());
        for (ApiParameter parameter : list.parameters()) {
            String name = parameter.name();
            boolean own = name.equals("Id") || name.equals(subjects.parameter()) && parameter.schema().isArray();
            Object value = name.equals(page) ? Integer.valueOf(1) : name.equals(size) ? Integer.valueOf(PAGE)
                    : own ? null : arguments.get(name) != null && !(arguments.get(name) instanceof Iterable)
                    ? arguments.get(name) : common(parameter, list.version(), context);
            if (value != null) {
                question.put(name, parameter.schema().isString() ? value.toString() : value);
            } else if (parameter.required()) {
                return null;
            }
        }
        try {
            for (int number = 1; number <= MOST_PAGES; number++) {
                if (number > 1) {
                    question.put(page, number);
                }
                List<?> items = items(list, lookups.ask(list, question, context).body());
                for (Object item : items) {
                    Map<String, Object> fields = fields(item);
                    if (isIt(fields, subjects, id)) {
                        question.remove(page);
                        if (page != null) {
                            question.put(page, 1);
                        }
                        return new Seen(id, subjects.noun(), list, question, fields, null);
                    }
                }
                if (page == null || items.size() < PAGE) {
                    break;
                }
            }
            return new Seen(id, subjects.noun(), list, question, Map.of(), Texts.of("is not in what {0} shows", list.name()));
        } catch (ApiException e) {
            return new Seen(id, subjects.noun(), list, question, Map.of(),
                    Texts.of("could not be looked up with {0}: {1}", list.name(), Redactor.text(e.code())));
        }
    }

    private static boolean isIt(Map<String, Object> fields, Subjects subjects, Object id) {
        List<String> keys = new ArrayList<>(List.of("Id", subjects.noun() + "Id"));
        if (subjects.parameter() != null) {
            keys.add(subjects.parameter());
        }
        for (String key : keys) {
            if (fields.get(key) != null && fields.get(key).toString().equals(id.toString())) {
                return true;
            }
        }
        // ListProjectMembers of 2020-05-18 gives ProjectMemberId for UserId, others an id of another name.
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (field.getKey().endsWith("Id") && !field.getKey().endsWith("ProjectId") && field.getValue() != null
                    && id.toString().length() > 4 && field.getValue().toString().equals(id.toString())) {
                return true;
            }
        }
        return false;
    }

    /** The list's elements; a list of groups (data sources of one name) is opened. */
    static List<?> items(ApiOperation list, Object body) {
        Object items = ResponseShape.at(body, ResponseShape.of(list).listPath());
        List<Object> all = new ArrayList<>();
        if (items instanceof List<?> some) {
            for (Object item : some) {
                all.add(item);
                for (Object inner : fields(item).values()) {
                    if (inner instanceof List<?> held && !held.isEmpty() && held.get(0) instanceof Map) {
                        all.addAll(held);
                    }
                }
            }
        }
        return all;
    }

    private static String only(List<String> path) {
        return path == null || path.size() != 1 ? null : path.get(0);
    }
}
