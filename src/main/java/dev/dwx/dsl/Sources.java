package dev.dwx.dsl;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pieces of source of a session, so that an error in a method of an earlier cell shows that cell's line. */
final class Sources {
    private static final int KEPT = 1000;

    private final Map<String, Source> byId = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
            return size() > KEPT;
        }
    };
    private int count;

    synchronized Source add(String text, String name) {
        // What follows the dot is an extension to the compiler: the class has the same name every time.
        String id = GroovyEvaluator.SOURCE + ++count;
        String plain = !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
        Source source = new Source(id, name, plain.startsWith("#!") ? "//" + plain.substring(2) : plain);
        byId.put(id, source);
        return source;
    }

    synchronized Source find(String id) {
        return id == null ? null : byId.get(id);
    }
}
