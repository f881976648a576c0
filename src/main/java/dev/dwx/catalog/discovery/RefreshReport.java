package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a refresh brought.
 *
 * @param appeared operations that were not known before
 * @param changed operations that are called in another way than before
 * @param went operations that the newest lists no longer name; they stay callable
 * @param refused documents that were not taken because they have lost too much, one line each
 * @param notices what failed or is worth knowing, one line each
 * @param sources the state of each source after the refresh
 */
public record RefreshReport(
        List<ApiSummary> appeared,
        List<Change> changed,
        List<ApiSummary> went,
        List<String> refused,
        List<String> notices,
        List<SourceState> sources) {

    /**
     * An operation that is called in another way than before.
     *
     * @param version API version
     * @param name exact name
     * @param what the differences in words: {@code "parameter Owner added (required)"}
     */
    public record Change(String version, String name, List<String> what) {
        public Change {
            what = List.copyOf(what);
        }
    }

    public RefreshReport {
        appeared = List.copyOf(appeared);
        changed = List.copyOf(changed);
        went = List.copyOf(went);
        refused = List.copyOf(refused);
        notices = List.copyOf(notices);
        sources = List.copyOf(sources);
    }

    /** Whether the catalog is as it was. */
    public boolean unchanged() {
        return appeared.isEmpty() && changed.isEmpty() && went.isEmpty();
    }

    /** The whole report, one line for each thing. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (ApiSummary summary : appeared) {
            lines.add("+ " + summary.name() + " (" + summary.version() + ")"
                    + (summary.summary() == null ? "" : "  " + summary.summary()));
        }
        for (Change change : changed) {
            lines.add("~ " + change.name() + " (" + change.version() + ")  " + String.join("; ", change.what()));
        }
        for (ApiSummary summary : went) {
            lines.add(Texts.of("- {0} ({1})  not in the latest list; still callable", summary.name(), summary.version()));
        }
        if (unchanged()) {
            lines.add(Texts.of("Nothing has appeared, changed or gone."));
        }
        lines.addAll(refused);
        lines.addAll(notices);
        return lines;
    }

    static RefreshReport between(ApiCatalog before, ApiCatalog after, List<String> refused, List<String> notices,
            List<SourceState> sources) {
        Map<OperationKey, ApiSummary> known = new LinkedHashMap<>();
        if (before != after) {
            for (ApiSummary summary : before.list()) {
                known.put(new OperationKey(summary.version(), summary.name()), summary);
            }
        }
        List<ApiSummary> appeared = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<ApiSummary> went = new ArrayList<>();
        for (ApiSummary summary : before == after ? List.<ApiSummary>of() : after.list()) {
            ApiOperation now = after.find(summary.version(), summary.name()).orElseThrow();
            ApiOperation then = before.find(summary.version(), summary.name()).orElse(null);
            if (then == null) {
                appeared.add(summary);
                continue;
            }
            if (then.provenance().listed() && !now.provenance().listed()) {
                went.add(summary);
            }
            List<String> what = differences(then, now);
            if (!what.isEmpty()) {
                changed.add(new Change(summary.version(), summary.name(), what));
            }
        }
        return new RefreshReport(appeared, changed, went, refused, notices, sources);
    }

    static List<String> differences(ApiOperation then, ApiOperation now) {
        List<String> what = new ArrayList<>();
        if (!then.described()) {
            return now.described() ? List.of(Texts.of("how it is called is now known")) : what;
        }
        for (ApiParameter parameter : now.parameters()) {
            ApiParameter old = then.parameter(parameter.name()).orElse(null);
            if (old == null) {
                what.add(parameter.required() ? Texts.of("parameter {0} added (required)", parameter.name())
                        : Texts.of("parameter {0} added", parameter.name()));
            } else {
                compare(old, parameter, what);
            }
        }
        for (ApiParameter parameter : then.parameters()) {
            if (now.parameter(parameter.name()).isEmpty()) {
                what.add(Texts.of("parameter {0} removed", parameter.name()));
            }
        }
        if (!then.method().equals(now.method())) {
            what.add(Texts.of("method {0} is now {1}", then.method(), now.method()));
        }
        if (then.deprecated() != now.deprecated()) {
            what.add(now.deprecated() ? Texts.of("now deprecated") : Texts.of("no longer deprecated"));
        }
        if (!then.provenance().listed() && now.provenance().listed()) {
            what.add(Texts.of("in the latest list again"));
        }
        return what;
    }

    private static void compare(ApiParameter old, ApiParameter now, List<String> what) {
        if (old.required() != now.required()) {
            what.add(now.required() ? Texts.of("parameter {0} is now required", now.name())
                    : Texts.of("parameter {0} is now optional", now.name()));
        }
        String before = type(old);
        String after = type(now);
        if (!before.equals(after)) {
            what.add(Texts.of("parameter {0} is now {1} (was {2})", now.name(), after, before));
        }
        if (old.in() != now.in()) {
            what.add(Texts.of("parameter {0} now goes into {1}", now.name(), now.in().wireName()));
        }
        if (old.style() != now.style()) {
            what.add(Texts.of("parameter {0} is now sent as {1}", now.name(), now.style().wireName() == null ? Texts.of("plain values")
                    : now.style().wireName()));
        }
    }

    private static String type(ApiParameter parameter) {
        String type = parameter.schema().type() == null ? "any" : parameter.schema().type();
        return parameter.schema().format() == null ? type : type + " " + parameter.schema().format();
    }
}
