package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who answers which operation: a written behaviour, a derived family, or nobody who keeps state. */
final class Dispatch {
    /** How far the world stands behind an answer. */
    enum Reach {
        /** Kept and found again by a family derived from the catalog. */
        STATEFUL,
        /** Done by a behaviour written for it. */
        BEHAVED,
        /** Answered in the right shape only; nothing is remembered. */
        SHAPED
    }

    /** How an operation is answered; no handler means in shape only. */
    record Entry(Reach reach, Handler handler) {
    }

    private static final Entry SHAPE = new Entry(Reach.SHAPED, null);

    private final Families families;
    private final Store.Founder seeds;
    private final List<Behaviours> parts;
    private final Map<String, Entry> entries = new HashMap<>();

    Dispatch(Families families, Store.Founder seeds, List<Behaviours> parts) {
        this.families = families;
        this.seeds = seeds;
        this.parts = parts;
    }

    Entry entry(ApiOperation operation) {
        String id = operation.version() + " " + operation.name();
        Entry entry = entries.get(id);
        if (entry == null) {
            entry = derive(operation);
            entries.put(id, entry);
        }
        return entry;
    }

    private Entry derive(ApiOperation operation) {
        boolean legacy = ApiCatalog.V2020.equals(operation.version());
        for (Behaviours part : parts) {
            Handler handler = part.find(legacy, operation.name());
            if (handler != null) {
                return new Entry(Reach.BEHAVED, handler);
            }
        }
        String kind = families.kind(operation.version(), operation.name());
        boolean founded = seeds.group(kind) != null;
        for (Behaviours part : parts) {
            founded |= part.makes().contains(kind);
        }
        boolean made = families.has(kind, "Create") || families.has(kind, "Import");
        boolean seen = families.has(kind, "Get") || families.has(kind, "List");
        Handler handler = !seen || !founded && !made ? null : family(operation, kind);
        return handler == null ? SHAPE : new Entry(Reach.STATEFUL, handler);
    }

    private Handler family(ApiOperation operation, String kind) {
        switch (Families.verb(operation.name())) {
            case "Create":
            case "Import":
                return scene -> Crud.create(scene, kind);
            case "Get":
                return reader(operation, kind);
            case "List":
                return ListPlace.of(operation) == null ? null : scene -> Listing.list(scene, kind);
            case "Update":
                return named(operation, kind) ? scene -> Crud.update(scene, kind) : null;
            case "Delete":
                return named(operation, kind) ? scene -> Crud.delete(scene, kind) : null;
            default:
                return null;
        }
    }

    private Handler reader(ApiOperation operation, String kind) {
        ListPlace place = ListPlace.of(operation);
        boolean bare = place != null && place.path().isEmpty() && place.holdsObjects();
        if (place != null && place.holdsObjects() && (bare || place.paged() && place.path().size() == 1)) {
            return scene -> Listing.list(scene, kind);
        }
        return Families.single(operation) != null && named(operation, kind) ? scene -> Crud.get(scene, kind) : null;
    }

    /** Whether the operation's parameters can name one object of the kind. */
    private boolean named(ApiOperation operation, String kind) {
        for (String key : families.of(kind).keys()) {
            if (operation.parameters().stream().noneMatch(
                    parameter -> families.field(operation, kind, parameter.name()).equals(key))) {
                return false;
            }
        }
        return true;
    }
}
