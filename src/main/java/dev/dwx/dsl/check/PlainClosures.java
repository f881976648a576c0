package dev.dwx.dsl.check;

import java.util.Set;

/**
 * Methods that call a closure as it was written. Whatever is not here may have given the closure another object to call, as
 * {@code with} and every builder do, and what stands in it cannot be judged for sure.
 */
final class PlainClosures {
    private static final Set<String> TAKERS = Set.of("each", "eachWithIndex", "reverseEach", "eachEntry", "eachLine", "eachFile",
            "eachFileRecurse", "eachFileMatch", "eachDir", "eachByte", "eachMatch", "collect", "collectMany", "collectEntries",
            "collectNested", "find", "findAll", "findIndexOf", "findIndexValues", "findLastIndexOf", "findResult", "findResults",
            "any", "every", "groupBy", "countBy", "count", "sort", "toSorted", "min", "max", "sum", "average", "inject", "injectAll",
            "times", "upto", "downto", "step", "unique", "toUnique", "split", "takeWhile", "dropWhile", "takeRight", "withIndex",
            "indexed", "withDefault", "withEagerDefault", "withLazyDefault", "computeIfAbsent", "computeIfPresent", "compute",
            "merge", "forEach", "map", "mapToLong", "mapToInt", "filter", "flatMap", "anyMatch", "allMatch", "noneMatch", "reduce",
            "iterate", "generate", "sorted", "peek", "ifPresent", "ifPresentOrElse", "orElseGet", "removeIf", "removeAll",
            "retainAll", "replaceAll", "replaceFirst", "withReader", "withWriter", "withInputStream", "withOutputStream",
            "withPrintWriter", "withWriterAppend", "withCloseable", "splitEachLine", "filterLine", "transformLine", "grep", "retry",
            "start", "startDaemon", "submit", "execute", "runAsync", "supplyAsync", "thenApply", "thenAccept", "schedule",
            "addShutdownHook", "eachParallel", "collectParallel", "collectMaps", "chop", "eachPermutation", "eachCombination",
            "combinations", "partitionPoint", "minus", "intersect", "tokenize", "collectReplacements", "curry", "rcurry", "memoize",
            "groupByMany", "println", "print", "call", "add", "leftShift", "put", "assertTrue", "printf");

    private PlainClosures() {
    }

    /** Whether a method of something leaves its closures as they are. */
    static boolean has(String method) {
        return method != null && TAKERS.contains(method);
    }
}
