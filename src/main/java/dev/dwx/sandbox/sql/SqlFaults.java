package dev.dwx.sandbox.sql;

import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;

/** What the embedded database refuses, in the words of the warehouse, with the place in the script. */
final class SqlFaults {
    private SqlFaults() {
    }

    static SqlFailure of(SQLException fault, List<SqlToken> statement, String project) {
        String message = String.valueOf(fault.getMessage());
        String what = quoted(message);
        SqlToken token = find(statement, what);
        switch (fault.getErrorCode()) {
            case ErrorCode.SYNTAX_ERROR_1, ErrorCode.SYNTAX_ERROR_2:
                return SqlFailure.syntax(marked(message, statement));
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1, ErrorCode.SCHEMA_NOT_FOUND_1,
                    ErrorCode.DATABASE_NOT_FOUND_1:
                return SqlFailure.noTable(token, path(statement, token, project));
            case ErrorCode.COLUMN_NOT_FOUND_1:
                return SqlFailure.semantic(token, "column " + what + " cannot be resolved");
            case ErrorCode.AMBIGUOUS_COLUMN_NAME_1:
                return SqlFailure.semantic(token, "column " + what + " is ambiguous");
            case ErrorCode.FUNCTION_NOT_FOUND_1, ErrorCode.ADMIN_RIGHTS_REQUIRED:
                return SqlFailure.semantic(token, "function or view '" + what + "' cannot be resolved");
            case ErrorCode.MUST_GROUP_BY_COLUMN_1:
                return SqlFailure.semantic(token, "column reference " + what + " should appear in GROUP BY key");
            case ErrorCode.COLUMN_COUNT_DOES_NOT_MATCH:
                return SqlFailure.semantic(statement.get(0), "the numbers of columns do not match");
            case ErrorCode.DATA_CONVERSION_ERROR_1, ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1,
                    ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2, ErrorCode.INVALID_DATETIME_CONSTANT_2, ErrorCode.DIVISION_BY_ZERO_1,
                    ErrorCode.VALUE_TOO_LONG_2:
                return new SqlFailure(SqlFailure.VALUE + ":Invalid argument - " + plain(message));
            case ErrorCode.STATEMENT_WAS_CANCELED, ErrorCode.LOCK_TIMEOUT_1:
                return new SqlFailure(SqlFailure.SYSTEM
                        + ":System internal error - the statement took longer than the sandbox lets one run, and was cancelled");
            default:
                return SqlFailure.semantic(token, plain(message));
        }
    }

    /** The first thing in quotes that a message names. */
    private static String quoted(String message) {
        int open = message.indexOf('"');
        int close = message.indexOf('"', open + 1);
        String found = open < 0 || close < 0 ? "" : message.substring(open + 1, close);
        return found.substring(found.lastIndexOf('.') + 1);
    }

    /** Without the statement that the database repeats behind its message. */
    private static String plain(String message) {
        int end = message.indexOf("; SQL statement:");
        String text = (end < 0 ? message : message.substring(0, end)).replace('\n', ' ');
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static SqlToken find(List<SqlToken> statement, String name) {
        for (SqlToken token : statement) {
            if (token.isName() && token.name().equalsIgnoreCase(name)) {
                return token;
            }
        }
        return statement.get(0);
    }

    private static String path(List<SqlToken> statement, SqlToken token, String project) {
        int at = statement.indexOf(token);
        if (at > 1 && statement.get(at - 1).is(".")) {
            return statement.get(at - 2).name() + "." + token.name();
        }
        return at + 2 < statement.size() && statement.get(at + 1).is(".") ? token.name() + "." + statement.get(at + 2).name()
                : project + "." + token.name();
    }

    /** The word that a mark in the repeated statement stands before: the one that occurs as often before it. */
    private static SqlToken marked(String message, List<SqlToken> statement) {
        int open = message.indexOf('"');
        int mark = message.indexOf("[*]");
        SqlToken end = statement.get(statement.size() - 1);
        if (open < 0 || mark < open) {
            return end;
        }
        String before = message.substring(open + 1, mark).replace("\"\"", "\"");
        String[] behind = words(message.substring(mark + 3).replace("\"\"", "\""));
        if (behind.length == 0) {
            return end;
        }
        int times = 0;
        for (String word : words(before)) {
            times += word.equalsIgnoreCase(behind[0]) ? 1 : 0;
        }
        for (SqlToken token : statement) {
            if (token.text().equalsIgnoreCase(behind[0]) && times-- == 0) {
                return token;
            }
        }
        return end;
    }

    private static String[] words(String text) {
        String[] words = text.strip().split("\\s+|(?<=[(),=*+<>-])|(?=[(),=*+<>-])");
        return words.length == 1 && words[0].isEmpty() || text.startsWith("\"") ? new String[0] : words;
    }
}
