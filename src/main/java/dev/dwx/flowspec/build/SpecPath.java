package dev.dwx.flowspec.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The way to a value in maps and lists: {@code inputs.nodeOutputs[0].data}; a key with dots stands in brackets and quotes:
 * {@code script.runtime.sparkConf['spark.executor.memory']}.
 */
public final class SpecPath {
    private final String text;
    private final List<Object> steps;

    private SpecPath(String text, List<Object> steps) {
        this.text = text;
        this.steps = steps;
    }

    /** @throws SpecFault when it is no path */
    public static SpecPath of(String text) {
        List<Object> steps = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = text.indexOf(']', at);
                String inside = end < 0 ? "" : text.substring(at + 1, end);
                if (inside.length() > 1 && (inside.charAt(0) == '\'' || inside.charAt(0) == '"')) {
                    end = text.indexOf(inside.charAt(0) + "]", at + 2);
                    steps.add(end < 0 ? "" : text.substring(at + 2, end));
                    end = end < 0 ? end : end + 1;
                } else if (!inside.isEmpty() && inside.length() < 7 && inside.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    steps.add(Integer.valueOf(inside));
                } else {
                    end = -1;
                }
                if (end < 0) {
                    throw wrong(text);
                }
                at = end + 1;
            } else {
                int start = text.charAt(at) == '.' && at > 0 ? at + 1 : at;
                int quote = start < text.length() && text.charAt(start) == '\'' ? text.indexOf('\'', start + 1) : -1;
                if (quote > 0) {
                    steps.add(text.substring(start + 1, quote));
                    at = quote + 1;
                    continue;
                }
                int end = start;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == start) {
                    throw wrong(text);
                }
                steps.add(text.substring(start, end));
                at = end;
            }
        }
        if (steps.isEmpty()) {
            throw wrong(text);
        }
        return new SpecPath(text, steps);
    }

    private static SpecFault wrong(String text) {
        return new SpecFault(text, "'" + text + "' is no path. Write it like 'script.runtime.cu', 'inputs.nodeOutputs[0].data' or "
                + "'script.runtime.sparkConf[\\'spark.executor.memory\\']'.");
    }

    /** A path of one key, whatever is in the key. */
    public static String key(String key) {
        boolean plain = !key.isEmpty() && key.indexOf('.') < 0 && key.indexOf('[') < 0;
        return plain ? key : "['" + key + "']";
    }

    /** One step further, to a key. */
    SpecPath then(String key) {
        List<Object> further = new ArrayList<>(steps);
        further.add(key);
        return new SpecPath(text + "['" + key + "']", further);
    }

    /** The value there, or {@code null}. */
    public Object get(Object root) {
        Object here = root;
        for (Object step : steps) {
            here = step instanceof Integer index
                    ? here instanceof List<?> list && index < list.size() ? list.get(index) : null
                    : here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    /**
     * Puts a value there; maps on the way are made where there are none, a list grows by one at its end.
     *
     * @throws SpecFault when something else stands in the way
     */
    public void set(Map<String, Object> root, Object value) {
        Object here = root;
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            Object fresh = last ? value : steps.get(i + 1) instanceof Integer ? new ArrayList<>() : new LinkedHashMap<>();
            here = put(here, steps.get(i), last, fresh);
        }
    }

    @SuppressWarnings("unchecked")
    private Object put(Object here, Object step, boolean last, Object fresh) {
        if (step instanceof Integer index && here instanceof List<?> raw && index <= raw.size()) {
            List<Object> list = (List<Object>) raw;
            if (index == list.size()) {
                list.add(fresh);
            } else if (last || list.get(index) == null) {
                list.set(index, fresh);
            }
            return list.get(index);
        }
        if (step instanceof String key && here instanceof Map<?, ?> raw) {
            Map<String, Object> map = (Map<String, Object>) raw;
            if (last || map.get(key) == null) {
                map.put(key, fresh);
            }
            return map.get(key);
        }
        throw new SpecFault(text, "'" + text + "' leads nowhere: at " + step + " there is "
                + (here instanceof List<?> list ? "a list of " + list.size() : here instanceof Map ? "an object" : "'" + here + "'") + ".");
    }

    /** Takes away what is there; nothing happens where nothing is. */
    public void remove(Map<String, Object> root) {
        Object here = steps.size() == 1 ? root : new SpecPath(text, steps.subList(0, steps.size() - 1)).get(root);
        Object step = steps.get(steps.size() - 1);
        if (step instanceof Integer index && here instanceof List<?> list && index < list.size()) {
            list.remove(index.intValue());
        } else if (here instanceof Map<?, ?> map) {
            map.remove(step);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
