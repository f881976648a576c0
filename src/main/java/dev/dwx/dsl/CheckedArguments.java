package dev.dwx.dsl;

import java.util.List;
import java.util.Map;

/**
 * What became of a call's arguments.
 *
 * @param arguments by parameter name, as the client wants them, in the order in which the operation lists them
 * @param problems why the call must not be sent; empty when it may
 * @param notes worth knowing, and no reason not to send
 * @param problemsOf the parameter that each problem is about
 * @param notesOf the parameter that each note is about
 */
record CheckedArguments(Map<String, Object> arguments, List<String> problems, List<String> notes, List<String> problemsOf,
        List<String> notesOf) {
}
