package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lists of {@code inputs} and {@code outputs}. Their names are read without regard to case and to the last {@code s}, as the
 * vendor's toolkit does; version 1.0.0 calls the list of node outputs {@code outputs}.
 */
final class SpecPorts {
    private SpecPorts() {
    }

    /** The elements of one list, {@code nodeOutputs}, {@code tables} or {@code variables}; none where it is missing. */
    static List<?> of(Map<String, Object> node, String side, String list) {
        return JsonWalk.list(node, side, key(node, side, list));
    }

    /** The name under which a list stands in a document; the usual one where it is missing. */
    static String key(Map<String, Object> node, String side, String list) {
        for (Map.Entry<String, Object> entry : SpecMaps.map(node, side).entrySet()) {
            if (entry.getValue() instanceof List && list.equals(list(entry.getKey()))) {
                return entry.getKey();
            }
        }
        return list;
    }

    /** The usual name of a list: {@code outputs} and {@code nodeoutput} are {@code nodeOutputs}; any other key stays. */
    static String list(String key) {
        String plain = key.endsWith("s") || key.endsWith("S") ? key.substring(0, key.length() - 1) : key;
        if (plain.equalsIgnoreCase("nodeOutput") || plain.equalsIgnoreCase("output")) {
            return "nodeOutputs";
        }
        return plain.equalsIgnoreCase("table") ? "tables" : plain.equalsIgnoreCase("variable") ? "variables" : key;
    }

    /** The names of the node outputs of a side. */
    static List<String> data(Map<String, Object> node, String side) {
        List<String> data = new ArrayList<>();
        for (Object port : of(node, side, "nodeOutputs")) {
            String name = data(port);
            if (name != null) {
                data.add(name);
            }
        }
        return data;
    }

    /** The name of a node output, which may stand there alone. */
    static String data(Object port) {
        return port instanceof Map ? JsonWalk.text(port, "data") : port instanceof String whole ? SpecReferences.bare(whole) : null;
    }
}
