package dev.dwx.dsl;

import groovy.lang.Binding;
import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that pieces of a session have declared: the newest piece that fits a call answers it. */
final class CellMethods {
    private final Map<String, Deque<DwxScript>> byName = new ConcurrentHashMap<>();
    private final Map<DwxScript, List<Class<?>>> pieces = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * Takes up the methods of a piece; says whether it has any. Pieces whose methods are all replaced by these are let go.
     *
     * @param types the classes of the piece
     */
    boolean add(DwxScript script, Binding binding, List<Class<?>> types) {
        boolean any = false;
        List<DwxScript> replaced = new ArrayList<>();
        for (Method method : script.getClass().getDeclaredMethods()) {
            String name = method.getName();
            if (method.isSynthetic() || name.indexOf('$') >= 0
                    || method.getParameterCount() == 0 && name.equals("run") || name.equals("main")) {
                continue;
            }
            any = true;
            Deque<DwxScript> scripts = byName.computeIfAbsent(name, key -> new ArrayDeque<>());
            synchronized (scripts) {
                if (scripts.peekFirst() != script) {
                    scripts.removeIf(older -> isReplaced(older, method) && replaced.add(older));
                    scripts.addFirst(script);
                }
            }
            // A method written later than a closure of the same name is the one that is meant.
            if (binding.hasVariable(name) && binding.getVariable(name) instanceof Closure) {
                binding.getVariables().remove(name);
            }
        }
        if (any) {
            pieces.put(script, types);
        }
        replaced.forEach(this::letGo);
        return any;
    }

    private void letGo(DwxScript older) {
        for (Deque<DwxScript> scripts : byName.values()) {
            synchronized (scripts) {
                if (scripts.contains(older)) {
                    return;
                }
            }
        }
        List<Class<?>> types = pieces.remove(older);
        if (types != null) {
            SessionLoader.release(types);
        }
    }

    private static boolean isReplaced(DwxScript older, Method newer) {
        int sameName = 0;
        boolean same = false;
        for (Method method : older.getClass().getDeclaredMethods()) {
            if (method.getName().equals(newer.getName()) && !method.isSynthetic()) {
                sameName++;
                same |= java.util.Arrays.equals(method.getParameterTypes(), newer.getParameterTypes());
            }
        }
        return same && sameName == 1;
    }

    Optional<DwxScript> find(String name, Object[] arguments, Object caller) {
        Deque<DwxScript> scripts = byName.get(name);
        if (scripts == null) {
            return Optional.empty();
        }
        synchronized (scripts) {
            for (DwxScript script : scripts) {
                if (script != caller && !script.getMetaClass().respondsTo(script, name, arguments).isEmpty()) {
                    return Optional.of(script);
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that answer a call now, {@code twice(Object n)}; the newest of a name first. */
    List<String> signatures() {
        Set<String> lines = new LinkedHashSet<>();
        byName.forEach((name, scripts) -> {
            synchronized (scripts) {
                for (DwxScript script : scripts) {
                    for (Method method : script.getClass().getDeclaredMethods()) {
                        if (method.getName().equals(name) && !method.isSynthetic()) {
                            lines.add(signature(method));
                        }
                    }
                }
            }
        });
        List<String> sorted = new ArrayList<>(lines);
        sorted.sort(null);
        return sorted;
    }

    private static String signature(Method method) {
        StringJoiner parameters = new StringJoiner(", ", method.getName() + "(", ")");
        for (Parameter parameter : method.getParameters()) {
            parameters.add(parameter.isNamePresent() ? parameter.getType().getSimpleName() + " " + parameter.getName()
                    : parameter.getType().getSimpleName());
        }
        return parameters.toString();
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }
}
