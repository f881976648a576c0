package dev.dwx.sandbox.sql;

/**
 * A column of a table.
 *
 * @param name in small letters
 * @param type as the warehouse writes it: {@code bigint}, {@code decimal(18,2)}
 * @param comment what it holds, may be empty
 */
public record SqlColumn(String name, String type, String comment) {
}
