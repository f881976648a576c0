package dev.dwx.repl.line.source;

/** What a piece of typed text is; the first ones are told by the text alone, the last ones by what is known besides. */
public enum Kind {
    /** Blanks, operators, punctuation. */
    PLAIN,
    /** A name that says nothing by itself. */
    WORD,
    KEYWORD,
    NUMBER,
    STRING,
    /** {@code ${…}} and {@code $name} that Groovy fills in. */
    INTERPOLATION,
    /** {@code ${yyyymmdd-1}}, {@code $[hh24]}, {@code $bizdate}: filled in by the scheduler. */
    EXPRESSION,
    COMMENT,
    SQL_KEYWORD,
    SQL_STRING,
    SQL_COMMENT,
    OPEN,
    CLOSE,
    /** A closing bracket that nothing opened. */
    STRAY,
    OPERATION,
    /** An operation that takes something away. */
    DESTRUCTIVE,
    /** A call, a parameter or a command that there is none of. */
    UNKNOWN,
    PARAMETER,
    VERB,
    /** A word that describes something in a block of FlowSpec. */
    BLOCK_WORD,
    COMMAND;

    /** Whether it is outside of strings and comments and says something. */
    boolean isCode() {
        return this == WORD || this == KEYWORD || this == NUMBER || this == OPEN || this == CLOSE || this == STRAY || compareTo(OPERATION) >= 0;
    }
}
