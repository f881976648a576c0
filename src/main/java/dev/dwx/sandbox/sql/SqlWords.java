package dev.dwx.sandbox.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words a statement may hold. Functions are those that are known to be harmless and nothing else, so that whatever
 * the embedded database can do with files, classes or other machines has no name here; its own rights come on top, since
 * statements run as a user who is no administrator.
 */
final class SqlWords {
    /** Never, whatever stands around it. */
    private static final Set<String> DENIED = Set.of("csvread", "csvwrite", "file_read", "file_write", "link_schema",
            "runscript", "script", "backup", "alias", "trigger", "linked", "shutdown", "information_schema", "pg_catalog",
            "java_object", "database_path", "cancel_session", "abort_session", "session_id", "memory_free", "memory_used",
            "h2version", "lock_mode", "lock_timeout", "autocommit", "system_range", "read_only", "geometry", "truncate_value",
            "table_name_of", "disk_space_used", "encrypt", "decrypt", "compress", "expand", "secure_rand", "estimated_envelope",
            "array_max_cardinality", "db_object_sql", "db_object_id", "xmltext", "json_array", "json_object");
    /** Words before a bracket that call nothing. */
    private static final Set<String> BRACKETED = Set.of("in", "and", "or", "not", "exists", "select", "from", "where", "on",
            "having", "by", "as", "values", "over", "when", "then", "else", "case", "between", "like", "any", "all", "some",
            "union", "join", "using", "limit", "distinct", "regexp", "rlike", "except", "intersect", "minus", "with", "group",
            "filter", "end", "is", "offset", "decimal", "numeric", "varchar", "char", "timestamp", "float", "bit", "set", "ilike");
    private static final Set<String> FUNCTIONS = Set.of("count", "sum", "avg", "min", "max", "stddev", "stddev_pop",
            "stddev_samp", "variance", "var_pop", "var_samp", "median", "row_number", "rank", "dense_rank", "percent_rank",
            "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value", "coalesce", "nullif", "greatest",
            "least", "abs", "round", "floor", "ceil", "ceiling", "mod", "power", "pow", "sqrt", "exp", "ln", "log10", "sign",
            "sin", "cos", "tan", "asin", "acos", "atan", "pi", "degrees", "radians", "rand", "random", "upper", "lower",
            "trim", "ltrim", "rtrim", "length", "char_length", "octet_length", "substr", "substring", "replace", "instr",
            "locate", "position", "left", "right", "lpad", "rpad", "repeat", "reverse", "ascii", "chr", "initcap", "translate",
            "regexp_replace", "regexp_substr", "regexp_like", "string_agg", "listagg", "array_agg", "extract", "year", "quarter",
            "month", "day", "hour", "minute", "second", "dayofmonth", "dayofyear", "day_of_week", "week", "date_trunc",
            "last_day", "cast", "concat", "concat_ws", "nvl", "if", "decode", "to_char", "to_date", "to_timestamp", "getdate",
            "now", "current_timestamp", "localtimestamp", "dateadd", "datediff", "date_add", "date_sub", "wm_concat", "md5",
            "uuid", "lastday", "weekday", "date", "tolower", "toupper", "bool_and",
            "bool_or", "bit_and", "bit_or", "any_value", "datepart", "datetrunc", "isdate", "current_date", "log2");
    /** What the service knows and a sandbox does not play, by the word and, where that alone is harmless, the one behind it. */
    private static final Map<String, Set<String>> UNPLAYED = Map.ofEntries(Map.entry("lateral", Set.of()),
            Map.entry("semi", Set.of("join")), Map.entry("anti", Set.of("join")), Map.entry("full", Set.of("outer", "join")),
            Map.entry("distribute", Set.of("by")), Map.entry("cluster", Set.of("by")), Map.entry("sort", Set.of("by")),
            Map.entry("grouping", Set.of("sets")), Map.entry("cube", Set.of("(")), Map.entry("rollup", Set.of("(")),
            Map.entry("recursive", Set.of()), Map.entry("tablesample", Set.of()), Map.entry("transform", Set.of("(")),
            Map.entry("unix_timestamp", Set.of("(")), Map.entry("from_unixtime", Set.of("(")), Map.entry("split_part", Set.of("(")),
            Map.entry("explode", Set.of("(")), Map.entry("collect_set", Set.of("(")), Map.entry("collect_list", Set.of("(")),
            Map.entry("array", Set.of("(", "<")), Map.entry("map", Set.of("(", "<")), Map.entry("struct", Set.of("(", "<")),
            Map.entry("named_struct", Set.of("(")), Map.entry("get_json_object", Set.of("(")),
            Map.entry("regexp_extract", Set.of("(")), Map.entry("[", Set.of()));

    private SqlWords() {
    }

    /** Refuses a statement that holds what none may hold, or what is not played. */
    static void check(List<SqlToken> statement) throws SqlFailure {
        for (int i = 0; i < statement.size() - 1; i++) {
            SqlToken token = statement.get(i);
            if (token.isName() && DENIED.contains(token.name())) {
                throw SqlFailure.semantic(token, "function or view '" + token.name() + "' cannot be resolved");
            }
            Set<String> behind = token.kind() == SqlToken.Kind.QUOTED || token.kind() == SqlToken.Kind.TEXT ? null
                    : UNPLAYED.get(token.text());
            if (behind != null && (behind.isEmpty() || behind.contains(statement.get(i + 1).text()))) {
                throw SqlFailure.unplayed(token, behind.isEmpty() || behind.contains("(") ? token.text()
                        : token.text() + " " + statement.get(i + 1).text());
            }
        }
    }

    /** Whether a word before a bracket is no function at all. */
    static boolean isBracketed(SqlToken word) {
        return word.kind() == SqlToken.Kind.WORD && BRACKETED.contains(word.text());
    }

    /** Refuses a function that is not known. */
    static void function(SqlToken name) throws SqlFailure {
        if (name.kind() != SqlToken.Kind.WORD || !FUNCTIONS.contains(name.text())) {
            throw SqlFailure.semantic(name, "function or view '" + name.name() + "' cannot be resolved");
        }
    }
}
