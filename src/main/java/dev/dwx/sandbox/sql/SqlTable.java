package dev.dwx.sandbox.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a warehouse: what it looks like, and for one that was there from the start what it holds.
 *
 * @param project whose it is
 * @param name in small letters
 * @param comment may be empty
 * @param columns those that are no partition keys, in order
 * @param keys the partition keys, in order; none where the table has no partitions
 * @param partitions the partitions that it has, each {@code dt=20260314} or with a slash between several keys
 * @param daily whether a new partition comes with every business date, because a task of the seeded plan fills it
 * @param transactional whether single rows may be changed
 */
public record SqlTable(String project, String name, String comment, List<SqlColumn> columns, List<SqlColumn> keys,
        List<String> partitions, boolean daily, boolean transactional) {

    /** Copies its lists. */
    public SqlTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        partitions = List.copyOf(partitions);
    }

    /** Every column, the partition keys last, as {@code select *} shows them. */
    public List<SqlColumn> all() {
        List<SqlColumn> all = new ArrayList<>(columns);
        all.addAll(keys);
        return all;
    }

    /** The name with its project. */
    public String path() {
        return project + "." + name;
    }

    SqlTable withColumns(List<SqlColumn> changed) {
        return new SqlTable(project, name, comment, changed, keys, partitions, daily, transactional);
    }

    SqlTable withPartitions(List<String> changed) {
        return new SqlTable(project, name, comment, columns, keys, changed, daily, transactional);
    }

    SqlTable named(String changed) {
        return new SqlTable(project, changed, comment, columns, keys, partitions, false, transactional);
    }

    SqlTable in(String other) {
        return new SqlTable(other, name, comment, columns, keys, partitions, daily, transactional);
    }

    /** The name as the embedded database takes it. */
    String sql() {
        return SqlToken.quoted(project) + "." + SqlToken.quoted(name);
    }
}
