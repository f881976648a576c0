package org.codehaus.groovy.vmplugin.v9;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Stands in for Groovy's class of this name, which is left out of the jar. Before the first piece of source is compiled, Groovy walks
 * through every class file of the JDK's base module and of the jar that it lies in, to have a table of the classes in the packages that
 * are imported by default. The table saves look-ups in long compilations and nothing else: a name that it lacks is looked for in these
 * packages, one after the other, when a source says it. Making it took a fifth of the time of a one-liner.
 */
public final class ClassFinder {
    private ClassFinder() {
    }

    /** An empty table. */
    public static Map<String, Set<String>> find(URI place, String path) {
        return Map.of();
    }

    /** An empty table. */
    public static Map<String, Set<String>> find(URI place, String path, boolean recursive) {
        return Map.of();
    }
}
