package dev.dwx.dsl.settle;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Context;
import dev.dwx.flowspec.decompile.GroovyText;
import java.util.Map;

/**
 * A read that can tell what became of a write.
 *
 * @param operation what is asked
 * @param arguments by parameter name
 * @param said those of them that a user would type; the rest fills itself in or is about pages
 */
record Look(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> said) {

    /** As it is typed in this context: {@code ListNodes(Name: 'dwd_orders')}. */
    String text(Context context) {
        StringBuilder text = new StringBuilder();
        if (!operation.version().equals(context.version())) {
            text.append('v').append(operation.version(), 0, 4).append('.');
        }
        text.append(operation.name()).append('(');
        String comma = "";
        for (Map.Entry<String, Object> entry : said.entrySet()) {
            text.append(comma).append(entry.getKey()).append(": ").append(literal(entry.getValue()));
            comma = ", ";
        }
        return text.append(')').toString();
    }

    private static String literal(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Iterable<?> many) {
            StringBuilder list = new StringBuilder("[");
            String comma = "";
            for (Object each : many) {
                list.append(comma).append(literal(each));
                comma = ", ";
            }
            return list.append(']').toString();
        }
        return GroovyText.quoted(String.valueOf(value));
    }
}
