package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.OperationName;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.traps.Traps;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Finds the operation that a name means: the context's version first, then the other, then the live sources, once. */
final class OperationNames {
    private final Supplier<ApiCatalog> catalog;
    private final OperationLookup lookup;
    private final Notes notes;
    private final Set<String> lookedUp = ConcurrentHashMap.newKeySet();
    private final Set<String> noted = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, ApiOperation> found = new ConcurrentHashMap<>();

    OperationNames(Supplier<ApiCatalog> catalog, OperationLookup lookup, Notes notes) {
        this.catalog = catalog;
        this.lookup = lookup;
        this.notes = notes;
    }

    ApiCatalog catalog() {
        return catalog.get();
    }

    /** What the catalog or an earlier look-up knows; nothing is asked. */
    Optional<ApiOperation> known(String version, String name) {
        Optional<ApiOperation> listed = catalog.get().find(version, name);
        return listed.isPresent() ? listed : Optional.ofNullable(found.get(version + "/" + name));
    }

    /**
     * The operation of that name.
     *
     * @param pinned the version that the call names, or {@code null} for a bare name
     * @param ask whether the live sources may be asked
     */
    Optional<ApiOperation> find(String pinned, String preferred, String name, boolean ask) {
        if (pinned != null) {
            Optional<ApiOperation> operation = known(pinned, name);
            return operation.isPresent() || !ask ? operation : live(pinned, name);
        }
        Optional<ApiOperation> operation = known(preferred, name);
        if (operation.isPresent()) {
            return operation;
        }
        String other = other(preferred);
        Optional<ApiOperation> elsewhere = known(other, name);
        if (elsewhere.isPresent()) {
            if (noted.add(name)) {
                notes.note(Texts.of("{0} is only in {1}; used from there", name, other));
            }
            return elsewhere;
        }
        if (!ask || wrongCase(name) != null) {
            return Optional.empty();
        }
        Optional<ApiOperation> fresh = live(preferred, name);
        return fresh.isPresent() ? fresh : live(other, name);
    }

    private Optional<ApiOperation> live(String version, String name) {
        if (!isOperationName(name) || !lookedUp.add(version + "/" + name)) {
            return Optional.empty();
        }
        Optional<ApiOperation> fresh = lookup.find(version, name);
        fresh.ifPresent(operation -> {
            found.put(version + "/" + name, operation);
            notes.note(Texts.of("{0} ({1}) is new: found in the live sources", name, version));
        });
        return fresh;
    }

    /** A name that differs from a known one in its case only, or {@code null}. */
    String wrongCase(String name) {
        for (ApiSummary summary : catalog.get().list()) {
            if (summary.name().equalsIgnoreCase(name) && !summary.name().equals(name)) {
                return summary.name();
            }
        }
        return null;
    }

    /** Known names near a misspelt one, of both versions. */
    List<String> near(String name) {
        List<String> names = new ArrayList<>();
        for (ApiSummary summary : catalog.get().list()) {
            names.add(summary.name());
        }
        return NearNames.ofOperation(name, names);
    }

    /** The refusal of a name that nothing knows. */
    ApiException unknown(String pinned, String preferred, String name) {
        String version = pinned != null ? pinned : preferred;
        String right = wrongCase(name);
        ApiException.Details details = ApiException.of(ApiException.Stage.NOT_SENT, name, version)
                .code("dwx.UnknownOperation");
        if (right != null) {
            return details.why(Texts.of("names are case-sensitive: it is spelled {0}", right)).next(Texts.of("write {0}(…)", right)).build();
        }
        if (pinned != null && known(other(pinned), name).isPresent()) {
            return details.why(Texts.of("it is not in {0}, only in {1}", pinned, other(pinned)))
                    .next(Texts.of("write {0}.{1}(…)", handle(other(pinned)), name)).build();
        }
        String now = Traps.renamed(name);
        if (now != null) {
            return details.why(Texts.of("it was renamed, and takes and gives the same under the new name")).next(Texts.of("write {0}(…)", now)).build();
        }
        List<String> near = near(name);
        return details.why(Texts.of("no operation of that name is known in {0}", pinned != null ? pinned : Texts.of("either version")))
                .next(near.isEmpty() ? Texts.of("search with apis('words'), or send it unchecked: call('{0}', …)", name)
                        : Texts.of("did you mean {0}?", String.join(Texts.of(" or "), near))).build();
    }

    static String other(String version) {
        return ApiCatalog.V2020.equals(version) ? ApiCatalog.V2024 : ApiCatalog.V2020;
    }

    /** {@code v2024} for {@code 2024-05-18}. */
    static String handle(String version) {
        return "v" + version.substring(0, 4);
    }

    /** Whether a name could be an operation's; one of endless length could not, and is not looked for. */
    static boolean isOperationName(String name) {
        return name.length() <= 100 && OperationName.isSpelledSo(name);
    }
}
