package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import dev.dwx.time.TimeEncoding;
import dev.dwx.dsl.check.NotYetKnown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the arguments of a call with what its operation takes, and turns them into what the client sends. Every problem is
 * found, not the first only. Documented values are advice, since the service may know more than its description; ranges, lengths
 * and types are not.
 */
final class ArgumentCheck {
    private final ApiOperation operation;
    private final ValueCheck values;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problemsOf = new ArrayList<>();
    private final List<String> notesOf = new ArrayList<>();

    private ArgumentCheck(ApiOperation operation, TimeEncoding times) {
        this.operation = operation;
        values = new ValueCheck(operation, times, problems, notes);
    }

    static CheckedArguments check(ApiOperation operation, Map<String, Object> arguments, TimeEncoding times) {
        return new ArgumentCheck(operation, times).run(arguments);
    }

    private CheckedArguments run(Map<String, Object> arguments) {
        List<String> names = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            names.add(parameter.name());
        }
        for (String name : arguments.keySet()) {
            if (!names.contains(name)) {
                problems.add(unknown(name, names, arguments));
                about(name);
            }
        }
        Map<String, Object> sent = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            Object given = arguments.get(parameter.name());
            if (given == null) {
                if (parameter.required() && !nearMissGiven(parameter.name(), arguments, names)) {
                    problems.add(Texts.of("{0} is missing ({1})", parameter.name(), TypeWords.of(operation, parameter.schema())));
                    about(parameter.name());
                }
                continue;
            }
            Object value = values.parameter(parameter, given);
            if (value != null) {
                sent.put(parameter.name(), value);
                if (parameter.schema().deprecated()) {
                    notes.add(Texts.of("{0} is deprecated", parameter.name()));
                }
            }
            about(parameter.name());
        }
        return new CheckedArguments(sent, List.copyOf(problems), List.copyOf(notes), List.copyOf(problemsOf),
                List.copyOf(notesOf));
    }

    /** Puts down which parameter the latest problems and notes are about. */
    private void about(String parameter) {
        while (problemsOf.size() < problems.size()) {
            problemsOf.add(parameter);
        }
        while (notesOf.size() < notes.size()) {
            notesOf.add(parameter);
        }
    }

    /** With {@code projectid} given, saying that ProjectId is missing as well would be noise. */
    private static boolean nearMissGiven(String name, Map<String, Object> arguments, List<String> names) {
        for (String given : arguments.keySet()) {
            if (given.equalsIgnoreCase(name) && !names.contains(given)) {
                return true;
            }
        }
        return false;
    }

    private static String unknown(String name, List<String> names, Map<String, Object> arguments) {
        for (String known : names) {
            if (known.equalsIgnoreCase(name)) {
                return Texts.of("{0} is spelled {1}", name, known);
            }
        }
        List<String> near = new ArrayList<>(NearNames.of(name, names));
        near.removeIf(known -> arguments.containsKey(known) && arguments.get(known) != NotYetKnown.VALUE);
        if (!near.isEmpty()) {
            return Texts.of("there is no parameter {0}; did you mean {1}?", name, String.join(Texts.of(" or "), near));
        }
        return Texts.of("there is no parameter {0}{1}", name,
                names.isEmpty() ? Texts.of("; it takes none") : names.size() <= 12 ? Texts.of("; it takes {0}", String.join(", ", names)) : "");
    }
}
