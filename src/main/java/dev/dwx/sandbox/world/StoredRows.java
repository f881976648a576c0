package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Objects as JSON rows in one H2 store file; one map per kind, one commit per call. */
final class StoredRows implements Rows {
    private static final String FILE = "world.mv.db";

    private final MVStore store;
    private final MVMap<String, String> facts;

    /**
     * Opens the file in a directory, which is made when it is missing.
     *
     * @throws IOException when another process has it open, or it cannot be read or written
     */
    StoredRows(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new IOException("The sandbox cannot keep its data in " + directory + ": it is no directory that can"
                    + " be made. Name another one with --data.", e);
        }
        try {
            store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open();
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IOException("The sandbox data in " + directory + " is in use by another process; only one"
                        + " sandbox at a time can have it open. Stop the other one, or name another directory with"
                        + " --data.", e);
            }
            throw new IOException("The sandbox data in " + file + " cannot be read: " + e.getMessage()
                    + ". Move the file away to begin with a fresh world.", e);
        }
        facts = store.openMap("facts");
    }

    @Override
    public List<Thing> load(String kind) {
        List<Thing> things = new ArrayList<>();
        for (Map.Entry<String, String> row : map(kind).entrySet()) {
            Map<String, Object> cells = Values.object(row.getValue());
            if (cells == null) {
                throw new IllegalStateException("row " + row.getKey() + " of " + kind + " is damaged");
            }
            List<Thing.Step> steps = new ArrayList<>();
            for (Object step : Values.list(cells.get("steps"))) {
                steps.add(new Thing.Step(Values.number(Values.at(step, "at")),
                        Values.map(Values.at(step, "changes"))));
            }
            things.add(new Thing(kind, row.getKey(), Values.number(cells.get("sequence")),
                    Values.map(cells.get("fields")), steps));
        }
        things.sort((left, right) -> Long.compare(left.sequence(), right.sequence()));
        return things;
    }

    @Override
    public void write(Thing thing) {
        List<Object> steps = new ArrayList<>();
        for (Thing.Step step : thing.steps()) {
            steps.add(Values.of("at", step.at(), "changes", step.changes()));
        }
        map(thing.kind()).put(thing.key(), JsonText.write(Values.of(
                "sequence", thing.sequence(), "fields", thing.fields(), "steps", steps)));
    }

    @Override
    public void delete(String kind, String key) {
        map(kind).remove(key);
    }

    @Override
    public String fact(String name) {
        return facts.get(name);
    }

    @Override
    public void setFact(String name, String value) {
        if (!value.equals(facts.get(name))) {
            facts.put(name, value);
        }
    }

    @Override
    public void commit() {
        store.commit();
    }

    @Override
    public void clear() {
        for (String name : new ArrayList<>(store.getMapNames())) {
            store.openMap(name).clear();
        }
        store.commit();
    }

    @Override
    public void close() {
        store.close();
    }

    private MVMap<String, String> map(String kind) {
        return store.openMap("things." + kind);
    }
}
