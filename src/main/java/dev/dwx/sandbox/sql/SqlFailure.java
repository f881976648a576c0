package dev.dwx.sandbox.sql;

/** Why a statement fails, as the log of a task says it: {@code ODPS-0130131:[1,15] Table not found - …}. */
final class SqlFailure extends Exception {
    static final String SYNTAX = "ODPS-0130161";
    static final String TABLE = "ODPS-0130131";
    static final String SEMANTIC = "ODPS-0130071";
    static final String EXISTS = "ODPS-0130211";
    static final String VALUE = "ODPS-0121095";
    static final String SYSTEM = "ODPS-0010000";
    private static final long serialVersionUID = 1L;

    SqlFailure(String message) {
        super(message, null, false, false);
    }

    static SqlFailure at(String code, SqlToken token, String text) {
        return new SqlFailure(code + ":[" + token.line() + "," + token.column() + "] " + text);
    }

    static SqlFailure syntax(SqlToken token) {
        return at(SYNTAX, token, token.kind() == SqlToken.Kind.END ? "Parse exception - invalid token '<EOF>'"
                : "Parse exception - invalid token '" + token.text() + "'");
    }

    static SqlFailure semantic(SqlToken token, String text) {
        return at(SEMANTIC, token, "Semantic analysis exception - " + text);
    }

    static SqlFailure noTable(SqlToken token, String name) {
        return at(TABLE, token, "Table not found - table " + name + " cannot be resolved");
    }

    /** What the service does and a sandbox does not; said as such, so that nobody looks for a mistake of his own. */
    static SqlFailure unplayed(SqlToken token, String what) {
        return semantic(token, what + " is not played by the sandbox, though the service may know it");
    }
}
