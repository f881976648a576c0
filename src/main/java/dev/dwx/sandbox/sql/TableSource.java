package dev.dwx.sandbox.sql;

import java.util.Collection;

/** The tables that are in a warehouse before anybody has run a statement. */
public interface TableSource {
    /** Those of a project; asked once, when its first statement runs. */
    Collection<SqlTable> tables(String project);

    /** Whether there is such a project at all. */
    boolean exists(String project);
}
