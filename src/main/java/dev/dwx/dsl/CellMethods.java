package dev.dwx.dsl;

import groovy.lang.Binding;
import groovy.lang.Closure;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that pieces of a session have declared: the newest piece that fits a call answers it. */
final class CellMethods {
    private final Map<String, Deque<DwxScript>> byName = new ConcurrentHashMap<>();

    /** Takes up the methods of a piece; says whether it has any. */
    boolean add(DwxScript script, Binding binding) {
        boolean any = false;
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
                    scripts.removeIf(older -> isReplaced(older, method));
                    scripts.addFirst(script);
                }
            }
            // A method written later than a closure of the same name is the one that is meant.
            if (binding.hasVariable(name) && binding.getVariable(name) instanceof Closure) {
                binding.getVariables().remove(name);
            }
        }
        return any;
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

    boolean has(String name) {
        return byName.containsKey(name);
    }

    List<String> names() {
        return new ArrayList<>(byName.keySet());
    }
}
