package dev.dwx.sandbox.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where objects outlive the process. What is written becomes lasting at the next commit, all of it or nothing. */
interface Rows extends AutoCloseable {
    /** The stored objects of a kind, the oldest first. */
    List<Thing> load(String kind);

    void write(Thing thing);

    void delete(String kind, String key);

    String fact(String name);

    void setFact(String name, String value);

    void commit();

    /** Removes everything, at once and lastingly. */
    void clear();

    @Override
    void close();

    /** Keeps nothing: a world in memory ends with the process. */
    static Rows none() {
        return new Rows() {
            private final Map<String, String> facts = new HashMap<>();

            @Override
            public List<Thing> load(String kind) {
                return List.of();
            }

            @Override
            public void write(Thing thing) {
            }

            @Override
            public void delete(String kind, String key) {
            }

            @Override
            public String fact(String name) {
                return facts.get(name);
            }

            @Override
            public void setFact(String name, String value) {
                facts.put(name, value);
            }

            @Override
            public void commit() {
            }

            @Override
            public void clear() {
                facts.clear();
            }

            @Override
            public void close() {
            }
        };
    }
}
