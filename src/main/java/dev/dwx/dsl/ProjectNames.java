package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.NearNames;
import dev.dwx.client.ApiException;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns a project's name into its id, and knows the name of an id that it has seen. Asks once per region and name. */
final class ProjectNames {
    private static final String LIST = "ListProjects";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    /** A project of one region. */
    record Project(long id, String name) {
    }

    private final Lookups lookups;
    private final Map<String, Project> known = new ConcurrentHashMap<>();

    ProjectNames(Lookups lookups) {
        this.lookups = lookups;
    }

    /**
     * The project of that name or display name in the context's region.
     *
     * @throws ApiException when there is none, or several, or the service could not be asked
     */
    Project find(String name, Context context) {
        Project cached = known.get(context.region() + "/" + name);
        if (cached != null) {
            return cached;
        }
        ApiOperation list = lookups.operation(ApiCatalog.V2024, LIST).orElseThrow(() -> refusal(name)
                .why(Texts.of("ListProjects is not in the catalog")).next(Texts.of("give the project's id")).build());
        List<Project> all = new ArrayList<>();
        List<Project> displayed = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("PageNumber", page);
            arguments.put("PageSize", PAGE);
            Object body = lookups.ask(list, arguments, context).body();
            List<Object> items = Listing.of(list, body).items();
            for (Object item : items) {
                Map<?, ?> fields = (Map<?, ?>) item;
                Project project = new Project(Long.parseLong(fields.get("Id").toString()),
                        String.valueOf(fields.get("Name")));
                all.add(project);
                if (project.name().equals(name)) {
                    known.put(context.region() + "/" + name, project);
                    return project;
                }
                if (name.equals(fields.get("DisplayName"))) {
                    displayed.add(project);
                }
            }
            if (items.size() < PAGE) {
                break;
            }
        }
        if (displayed.size() == 1) {
            known.put(context.region() + "/" + name, displayed.get(0));
            return displayed.get(0);
        }
        throw missing(name, context, all, displayed);
    }

    /**
     * A context with another project.
     *
     * @param project its id, or its name, which is looked up
     * @throws IllegalArgumentException for a number that can be no id
     * @throws ApiException as {@link #find} does
     */
    Context chosen(Object project, Context context) {
        String text = String.valueOf(project).strip();
        NumberCheck.Outcome id = NumberCheck.whole(project instanceof Number ? project : text, "int64");
        if (id.number() != null) {
            return context.withProject(id.number().longValue(), null);
        }
        if (id.problem() != null) {
            throw new IllegalArgumentException(Texts.of("The project {0}.", id.problem()));
        }
        Project found = find(text, context);
        return context.withProject(found.id(), found.name());
    }

    private static ApiException missing(String name, Context context, List<Project> all, List<Project> displayed) {
        if (!displayed.isEmpty()) {
            List<String> labels = new ArrayList<>();
            displayed.forEach(project -> labels.add(project.name() + " (" + project.id() + ")"));
            return refusal(name).why(Texts.of("several projects are displayed as '{0}': {1}", name, String.join(", ", labels)))
                    .next(Texts.of("use the name or the id")).build();
        }
        List<String> labels = new ArrayList<>();
        all.forEach(project -> labels.add(project.name()));
        List<String> near = NearNames.of(name, labels);
        String next = !near.isEmpty() ? Texts.of("did you mean {0}?", String.join(Texts.of(" or "), near))
                : all.isEmpty() ? Texts.of("use another region with inRegion('…') { … } or use region: '…'")
                : all.size() <= 10 ? Texts.of("there are {0}", String.join(", ", labels)) : Texts.of("see ListProjects()");
        return refusal(name).why(Texts.of("there is no project '{0}' in {1} that this account can see", name, context.region())).next(next).build();
    }

    private static ApiException.Details refusal(String name) {
        return ApiException.of(ApiException.Stage.NOT_SENT, Texts.of("project '{0}'", name), ApiCatalog.V2024)
                .code("dwx.UnknownProject");
    }
}
