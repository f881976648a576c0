package dev.dwx.sandbox.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a seeded table holds: the same rows for the same table, partition and column, so that tables fit together by their ids. */
final class SeedRows {
    private static final int ROWS = 8;
    private static final String[] STATUSES = {"paid", "shipped", "done", "cancelled"};

    private SeedRows() {
    }

    /** The rows of a partition, in the order of all columns. */
    static List<Object[]> of(SqlTable table, String partition) {
        List<SqlColumn> columns = table.all();
        String[] values = partition.isEmpty() ? new String[0] : partition.split("/");
        List<Object[]> rows = new ArrayList<>();
        for (int number = 1; number <= ROWS; number++) {
            Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                int key = i - table.columns().size();
                row[i] = key >= 0 ? values[key].substring(values[key].indexOf('=') + 1)
                        : value(columns.get(i), number, partition);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(SqlColumn column, int number, String partition) {
        int mixed = Math.floorMod((column.name() + partition).hashCode() * 31 + number * 7919, 100_003);
        String type = column.type();
        if (type.startsWith("decimal") || type.equals("double") || type.equals("float")) {
            return BigDecimal.valueOf(mixed % 50_000 + 100, 2);
        }
        switch (type) {
            case "bigint", "int", "smallint", "tinyint":
                return column.name().equals("id") ? number : column.name().endsWith("_id") ? mixed % 20 + 1 : mixed % 100;
            case "boolean":
                return mixed % 2 == 0;
            case "datetime", "timestamp":
                return day(partition).plusSeconds(mixed % 86_400);
            case "date":
                return day(partition).toLocalDate();
            default:
                return column.name().equals("status") ? STATUSES[mixed % STATUSES.length] : column.name() + "_" + number;
        }
    }

    private static LocalDateTime day(String partition) {
        int sign = partition.indexOf('=');
        String digits = sign < 0 || partition.length() < sign + 9 ? "" : partition.substring(sign + 1, sign + 9);
        boolean date = digits.length() == 8 && digits.chars().allMatch(Character::isDigit);
        return (date ? LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE) : LocalDate.of(2026, 1, 1)).atStartOfDay();
    }
}
