/** Faults of FlowSpec documents as the language shows them. */
package dev.dwx.dsl.lint;
