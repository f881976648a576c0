/** The commands of the prompt: one table that parsing, help, completion and documentation are read from. */
package dev.dwx.repl.command;
