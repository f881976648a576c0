package dev.dwx.dsl.parallel;

import dev.dwx.dsl.Parallel;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;

/**
 * What every {@code Iterable} can do in the language beside Groovy's own methods. Groovy finds these by
 * {@code META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule}.
 */
public final class IterableExtensions {
    private IterableExtensions() {
    }

    /** {@code list.eachParallel(4) { … }}: the block for each item, four at once; gives the list back. */
    public static <T> Object eachParallel(Iterable<T> self, int threads, Closure<?> block) {
        return eachParallel(self, Map.of(), threads, block);
    }

    /** With {@code errors: 'all'} it goes on after an error, and gives what failed. */
    public static <T> Object eachParallel(Iterable<T> self, Map<String, Object> options, int threads, Closure<?> block) {
        Parallel parallel = Parallel.of(block);
        BatchResult result = parallel.each("eachParallel", self, options, threads, block);
        return parallel.gathers(options) ? result : self;
    }

    /** {@code list.collectParallel(4) { … }}: what the block gives for each item, in the items' order, four at once. */
    public static <T> List<Object> collectParallel(Iterable<T> self, int threads, Closure<?> block) {
        return collectParallel(self, Map.of(), threads, block);
    }

    /** With {@code errors: 'all'} it goes on after an error; {@code result.failures} has what failed. */
    public static <T> List<Object> collectParallel(Iterable<T> self, Map<String, Object> options, int threads, Closure<?> block) {
        return Parallel.of(block).each("collectParallel", self, options, threads, block);
    }
}
