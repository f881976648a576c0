/**
 * The warehouses behind the sandbox: SQL that tasks run is really run, on an embedded database in memory that no statement
 * can leave. The engine is loaded with the first statement, not before.
 */
package dev.dwx.sandbox.sql;
