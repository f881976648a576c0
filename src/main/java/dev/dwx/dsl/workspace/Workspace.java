package dev.dwx.dsl.workspace;

import dev.dwx.dsl.Session;
import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.texts.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The verbs that hold documents against what the service has: {@code plan}, {@code apply}, {@code export}. */
public final class Workspace {
    private static final String FORMS = "Write plan wf, plan([wf, other]), plan('orders_dw'), each with delete: true where what no document "
            + "names is to go.";

    private final Session session;
    private final Function<Path, Object> script;

    /** @param script runs a file of the language without sending what changes something, and gives its last value */
    public Workspace(Session session, Function<Path, Object> script) {
        this.session = session;
        this.script = script;
    }

    /**
     * What would have to be done so that the service holds what documents say; only reads are made.
     *
     * @param given options in a map that is no document ({@code delete: true} for what no document names to be deleted), then
     *     documents, lists of them, files, folders
     * @throws IllegalArgumentException when something else is given
     */
    public Plan plan(Object... given) {
        List<Object> values = given == null ? new ArrayList<>() : new ArrayList<>(Arrays.asList(given));
        boolean delete = !values.isEmpty() && values.get(0) instanceof Map<?, ?> first && isOptions(first) && delete((Map<?, ?>) values.remove(0));
        List<FlowDocument> documents = documents(values);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("There is no document to plan. {0}", Texts.of(FORMS)));
        }
        boolean folder = values.size() == 1 && folder(values.get(0)).isPresent();
        return new Planning(session).plan(documents, delete, delete && folder);
    }

    private static boolean isOptions(Map<?, ?> map) {
        return !GivenDocument.isDocument(map) && !map.containsKey("Spec");
    }

    /** The documents of values, folders and lists opened. */
    private List<FlowDocument> documents(Iterable<?> given) {
        List<FlowDocument> all = new ArrayList<>();
        for (Object value : given) {
            Optional<Path> folder = folder(value);
            if (folder.isPresent()) {
                all.addAll(new WorkspaceFolder(folder.get()).read(this::made));
            } else if (value instanceof Iterable<?> list && !(value instanceof Path) && !(value instanceof ApiResult)) {
                all.addAll(documents(list));
            } else {
                Optional<Path> file = GivenDocument.path(value).filter(path -> WorkspaceFolder.isScript(path) && Files.isRegularFile(path));
                all.add(file.isPresent() ? made(file.get()) : GivenDocument.of("plan", value));
            }
        }
        return all;
    }

    /** The document that a script ends with. */
    private FlowDocument made(Path file) {
        return GivenDocument.find(script.apply(file)).orElseThrow(() -> new IllegalArgumentException(Texts.of("The script {0} ends with no document; a"
                + " script of a folder ends with flow('…') { … }, node('…') { … } and the like.", file)));
    }

    private static Optional<Path> folder(Object given) {
        return GivenDocument.path(given).filter(Files::isDirectory);
    }

    private static boolean delete(Map<?, ?> options) {
        for (Map.Entry<?, ?> option : options.entrySet()) {
            if (!"delete".equals(option.getKey()) || !(option.getValue() instanceof Boolean)) {
                throw new IllegalArgumentException(Texts.of("plan has no option {0}: {1}. {2}", option.getKey(), option.getValue(), Texts.of(FORMS)));
            }
        }
        return Boolean.TRUE.equals(options.get("delete"));
    }

    /**
     * Does what a plan says, when the service still holds what was planned on.
     *
     * @return one map for each call that was made
     * @throws dev.dwx.client.ApiException {@code dwx.PlanStale} when something changed in between
     */
    public List<Map<String, Object>> apply(Object given) {
        if (!(given instanceof Plan plan)) {
            throw new IllegalArgumentException(Texts.of("apply takes a plan that somebody has seen: p = plan wf; apply p"));
        }
        return new Applying(session).apply(plan);
    }

    /** Writes a whole project into a folder; gives one map for each file. */
    public List<Map<String, Object>> export(Object project, Object folder) {
        Path path = folder instanceof Path own ? own : Path.of(String.valueOf(folder));
        return session.within(session.context(), () -> {
            if (project != null) {
                session.useProject(project);
            }
            return new Export(session, new WorkspaceFolder(path)).all();
        });
    }
}
