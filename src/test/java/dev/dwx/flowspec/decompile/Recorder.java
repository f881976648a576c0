package dev.dwx.flowspec.decompile;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Takes down what statements of Groovy say, whatever their words mean. */
final class Recorder {
    final List<Statement> seen = new ArrayList<>();

    Closure<Object> closure() {
        return new Closure<Object>(this) {
            private static final long serialVersionUID = 1L;

            @SuppressWarnings("unused")
            public Object doCall(Object... given) {
                List<Object> arguments = new ArrayList<>(given == null ? Collections.singletonList(null) : Arrays.asList(given));
                List<Statement> block = null;
                if (!arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Closure<?> code) {
                    arguments.remove(arguments.size() - 1);
                    List<Statement> outer = new ArrayList<>(seen);
                    seen.clear();
                    code.call();
                    block = new ArrayList<>(seen);
                    seen.clear();
                    seen.addAll(outer);
                }
                seen.add(new Statement("word", arguments, Map.of(), block));
                return null;
            }
        };
    }
}
