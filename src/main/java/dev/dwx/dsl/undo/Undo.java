package dev.dwx.dsl.undo;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.impact.ObjectReader;
import dev.dwx.dsl.impact.Seen;
import dev.dwx.json.ExactJson;
import dev.dwx.safety.AuditQuery;
import dev.dwx.safety.UndoStore;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What was written, and the way back: what the service allows is restored through ordinary calls, which are asked about, logged and
 * kept for undo themselves; what it does not allow is said, with the object as it was.
 */
public final class Undo {
    private static final int SHOWN = 20;
    private static final int IMAGE = 2000;
    /** The field of a write whose undo was sent and has no answer. */
    private static final String UNSURE = "undoing";

    private final Session session;
    private final UndoStore store;
    private final Supplier<String> who;

    public Undo(Session session, UndoStore store, Supplier<String> who) {
        this.session = session;
        this.store = store;
        this.who = who;
    }

    /** The last writes, the newest first: one row each, with what would take it back. */
    public List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (WriteRecord record : records(SHOWN)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Undo", record.id());
            row.put("When", record.text("when") == null ? null : AuditQuery.seconds(record.text("when")));
            row.put("Operation", record.operation());
            row.put("What", record.what());
            UndoPlan plan = planner().plan(record);
            String way = plan.possible() ? plan.steps().get(0).operation().name() : Texts.of("not possible: {0}", String.join(Texts.of("; "), plan.cannot()));
            row.put("Way back", record.text("undone") != null ? Texts.of("undone {0}", record.text("undone"))
                    : record.text("undoes") != null ? Texts.of("{0} (was the undo of {1})", way, record.text("undoes"))
                    : WriteRecord.OK.equals(record.text("state")) ? way : way + " (" + record.text("state") + ")");
            rows.add(row);
        }
        return rows;
    }

    /**
     * A write as it was kept: what was sent, and the objects as they were before.
     *
     * @param id the six digits of {@link #rows}, or {@code last}
     */
    public Map<String, Object> image(String id) {
        return new LinkedHashMap<>(find(id).fields());
    }

    /**
     * Takes a write back.
     *
     * @param id the six digits of {@link #rows}, or {@code last} for the newest that is not undone
     * @param force also when the object has changed since
     * @return what was done and what was not
     * @throws ApiException {@code dwx.CannotUndo} when it cannot be taken back, or should not
     */
    public Map<String, Object> perform(String id, boolean force) {
        WriteRecord record = find(id);
        UndoPlan plan = planner().plan(record);
        if (!plan.possible()) {
            throw refusal(record).why(String.join("; ", plan.cannot())).serviceMessage(shownImage(record))
                    .next(Texts.of("preImage('{0}') has all that was kept", record.id())).build();
        }
        Context context = session.context();
        String other = !Objects.equals(record.text("region"), context.region()) ? Texts.of("in region {0}", record.text("region"))
                : !Objects.equals(record.text("endpoint"), context.endpoint()) ? Texts.of("at {0}", record.text("endpoint")) : null;
        if (other != null) {
            throw refusal(record).why(Texts.of("it was made {0}, and calls go elsewhere now", other)).next(Texts.of("go back there first")).build();
        }
        if (record.text("undone") != null && !force) {
            throw refusal(record).why(Texts.of("it was undone already, {0}", record.text("undone")))
                    .next(Texts.of("undo('{0}', force: true) does it once more", record.id())).build();
        }
        if (record.text(UNSURE) != null && !force) {
            throw refusal(record).why(Texts.of("an undo of it was sent already, {0}, and its answer was lost", record.text(UNSURE)))
                    .next(Texts.of("look whether it is as it was; if not, undo('{0}', force: true) sends it once more", record.id())).build();
        }
        List<String> same = new ArrayList<>();
        if (!force) {
            check(record, plan, context, same);
        }
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("Undone", record.operation() + " " + record.what());
        if (!same.isEmpty() && same.size() == changes(record, plan)) {
            done.put("Restored", same.size() == 1
                    ? Texts.of("nothing: {0} is as before already", same.get(0))
                    : Texts.of("nothing: {0} are as before already", String.join(", ", same)));
            return done;
        }
        for (UndoPlan.Step step : plan.steps()) {
            session.note(Texts.of("undo: {0} with {1}", step.operation().name(), String.join(", ", step.arguments().keySet())));
            Set<String> known = new HashSet<>(names());
            ApiResult result;
            try {
                result = session.call(step.operation(), step.arguments(), false);
            } catch (ApiException e) {
                if (e.stage() == ApiException.Stage.UNKNOWN_OUTCOME) {
                    // Whoever types it again must not do it twice without having looked.
                    mark(record, UNSURE);
                    markOwn(record, step, known);
                }
                throw e;
            }
            if (context.rehearsal() != null) {
                done.put("Restored", Texts.of("nothing: in a rehearsal no write is sent"));
                return done;
            }
            markOwn(record, step, known);
            done.put("Restored", Texts.of("with {0}: {1}", step.operation().name(), String.join(", ", restored(record, step))));
            Object body = result.answer().body();
            Object made = plan.newId() && body instanceof Map<?, ?> map ? map.get("Id") == null ? map.get("Data") : map.get("Id") : null;
            if (plan.newId()) {
                done.put("NewId", made == null ? Texts.of("another than before") : made);
            }
        }
        if (!plan.cannot().isEmpty()) {
            done.put("NotRestored", plan.cannot());
        }
        mark(record, "undone");
        return done;
    }

    private static List<String> restored(WriteRecord record, UndoPlan.Step step) {
        List<String> names = new ArrayList<>();
        step.arguments().forEach((name, value) -> {
            if (!step.operation().name().equals(record.operation()) || !UndoPlanner.isIdentity(step.operation(), record, name)) {
                names.add(name);
            }
        });
        return names;
    }

    private static int changes(WriteRecord record, UndoPlan plan) {
        return restored(record, plan.steps().get(0)).size();
    }

    /** What the write left must still be there; what is as before needs no restoring. */
    private void check(WriteRecord record, UndoPlan plan, Context context, List<String> same) {
        List<Seen> before = record.before(read -> known(record, read));
        ApiOperation step = plan.steps().get(0).operation();
        if (before.isEmpty() || !before.get(0).found() || before.get(0).by() == null) {
            return;
        }
        boolean back = step.name().equals(record.operation());
        boolean again = step.name().startsWith("Create");
        if (!back && !again) {
            return;
        }
        Seen now = new ObjectReader(session.lookups()).again(before.get(0), context);
        if (again) {
            if (now.found()) {
                throw changed(record, Texts.of("it is there: it was not deleted, or made again since"));
            }
            return;
        }
        if (!now.found()) {
            throw refusal(record).why(before.get(0).noun() + " " + before.get(0).id() + " " + now.trouble())
                    .serviceMessage(shownImage(record)).build();
        }
        for (String name : restored(record, plan.steps().get(0))) {
            Object present = FormerValue.field(now.fields(), name);
            if (FormerValue.agrees(plan.steps().get(0).arguments().get(name), present)) {
                same.add(name);
            } else if (!name.equals("Path") && !FormerValue.agrees(record.arguments().get(name), present)) {
                throw changed(record, Texts.of("{0} is no longer what {1} made it: somebody changed it since", name, record.operation()));
            }
        }
    }

    private static ApiException changed(WriteRecord record, String why) {
        return refusal(record).why(why).next(Texts.of("look at it; undo('{0}', force: true) restores all the same", record.id())).build();
    }

    private ApiOperation known(WriteRecord record, String name) {
        return session.known(record.version(), name).orElse(null);
    }

    private UndoPlanner planner() {
        return new UndoPlanner(session::known);
    }

    private void mark(WriteRecord record, String how) {
        try {
            WriteRecord undone = record.with(how, session.clock().instant().toString());
            store.keep(undone.name(), undone.fields());
        } catch (IOException e) {
            session.note(Texts.of("that it is undone could not be kept: {0}", e.getMessage()));
        }
    }

    /** The write that undid another one is kept, too, and is not what {@code last} means. */
    private void markOwn(WriteRecord record, UndoPlan.Step step, Set<String> known) {
        for (String name : names()) {
            try {
                Optional<Map<String, Object>> document = known.contains(name) ? Optional.empty() : store.read(name);
                if (document.isPresent() && step.operation().name().equals(document.get().get("operation"))) {
                    store.keep(name, new WriteRecord(name, document.get()).with("undoes", record.id()).fields());
                    return;
                }
            } catch (IOException e) {
                session.note(Texts.of("that {0} was an undo could not be kept: {1}", step.operation().name(), e.getMessage()));
            }
        }
    }

    private List<String> names() {
        try {
            return store.names();
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("what was kept for undo cannot be read: {0}", e.getMessage()), e);
        }
    }

    private WriteRecord find(String id) {
        for (WriteRecord record : records(UndoStore.MOST)) {
            if (id.equals("last") ? record.text("undone") == null && record.text("undoes") == null : record.id().equals(id)) {
                return record;
            }
        }
        throw ApiException.of(ApiException.Stage.NOT_SENT, "undo", "dwx").code("dwx.CannotUndo")
                .why(id.equals("last") ? Texts.of("no write is kept") : Texts.of("no write is kept under {0}", id))
                .next(Texts.of("type undo to see what is")).build();
    }

    private List<WriteRecord> records(int most) {
        try {
            List<WriteRecord> records = new ArrayList<>();
            // What one account wrote is not shown to another, and not undone by it.
            String account = who.get();
            for (String name : store.names()) {
                Optional<Map<String, Object>> document = store.read(name);
                if (document.isPresent() && document.get().get("operation") != null && records.size() < most
                        && Objects.equals(document.get().get("who"), account)) {
                    records.add(new WriteRecord(name, document.get()));
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("what was kept for undo cannot be read: {0}", e.getMessage()), e);
        }
    }

    private static ApiException.Details refusal(WriteRecord record) {
        return ApiException.of(ApiException.Stage.NOT_SENT, "undo of " + record.operation(), record.version()).code("dwx.CannotUndo");
    }

    private static String shownImage(WriteRecord record) {
        Object before = record.fields().get("before");
        if (!(before instanceof List<?> list) || list.isEmpty()) {
            return null;
        }
        String text = ExactJson.write(list.size() == 1 ? list.get(0) instanceof Map<?, ?> map ? map.get("fields") : list : list);
        return Texts.of("as it was: {0}", text.length() > IMAGE ? text.substring(0, IMAGE) + "…" : text);
    }
}
