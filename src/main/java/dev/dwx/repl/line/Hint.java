package dev.dwx.repl.line;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.DocText;
import dev.dwx.catalog.Schema;
import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.flowspec.build.BlockWords;
import dev.dwx.render.StyledText;
import dev.dwx.repl.line.source.CallAt;
import dev.dwx.repl.line.source.KnownWords;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What the call at the cursor takes, in two lines at most: its parameters, the required ones with a star, the given ones dim; then
 * the one at the cursor. Words of the language and of blocks have their one-line help and an example.
 */
final class Hint {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle DIM = PLAIN.faint();
    private static final int ENUMERATED = 8;

    private final KnownWords known;
    private final ReadSource source;
    private Map<String, Verb> words;

    /** @param source as it was read for its colours */
    Hint(KnownWords known, ReadSource source) {
        this.known = known;
        this.source = source;
    }

    /** The lines; none when there is nothing to tell. */
    List<AttributedString> at(String text, int cursor, int width) {
        if (text.isBlank() || text.stripLeading().startsWith(":") || width < 10) {
            return List.of();
        }
        CallAt call = source.again(text, cursor).call(cursor);
        if (call == null) {
            return List.of();
        }
        if (Character.isUpperCase(call.name().charAt(0))) {
            return known.operation(call.name(), call.pin()).map(operation -> ofOperation(operation, call, width)).orElse(List.of());
        }
        Verb word = known.isOwn(call.name()) ? null : word(call.name());
        return word == null ? List.of() : List.of(
                cut(new AttributedStringBuilder().append(word.name(), PLAIN.bold()).append("  ").append(DocText.plain(Texts.listed(word.help()))), width),
                cut(new AttributedStringBuilder().append("  ").append(word.example(), DIM), width));
    }

    private Verb word(String name) {
        if (words == null) {
            words = new HashMap<>();
            for (String block : new String[] {"flow", "node", "resource", "function", "component"}) {
                BlockWords.in(block).ifPresent(all -> all.forEach(
                        word -> words.putIfAbsent(word.name(), new Verb(word.name(), word.help(), word.example()))));
            }
            Verbs.all().forEach(verb -> words.put(verb.name(), verb));
        }
        return words.get(name);
    }

    private static List<AttributedString> ofOperation(ApiOperation operation, CallAt call, int width) {
        List<ApiParameter> parameters = sorted(operation);
        ApiParameter current = current(parameters, call);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(signature(operation, parameters, current, call, width));
        if (current != null) {
            lines.add(cut(facts(operation, current), width));
        } else if (operation.summary() != null) {
            lines.add(cut(new AttributedStringBuilder().append("  ").append(oneLine(operation.summary()), DIM), width));
        }
        return lines;
    }

    private static List<ApiParameter> sorted(ApiOperation operation) {
        List<ApiParameter> sorted = new ArrayList<>(operation.parameters());
        sorted.sort((one, other) -> Boolean.compare(other.required(), one.required()));
        return sorted;
    }

    private static ApiParameter current(List<ApiParameter> parameters, CallAt call) {
        if (call.current() == null || call.current().isEmpty()) {
            return null;
        }
        ApiParameter begun = null;
        int fits = 0;
        for (ApiParameter parameter : parameters) {
            if (parameter.name().equals(call.current())) {
                return parameter;
            }
            if (parameter.name().startsWith(call.current())) {
                begun = parameter;
                fits++;
            }
        }
        return fits == 1 ? begun : null;
    }

    private static AttributedString signature(
            ApiOperation operation, List<ApiParameter> parameters, ApiParameter current, CallAt call, int width) {
        String head = operation.name() + "(";
        int from = 0;
        int at = current == null ? -1 : parameters.indexOf(current);
        while (from < at && columns(parameters, from, at) + head.length() + (from > 0 ? 2 : 0) >= width) {
            from++;
        }
        AttributedStringBuilder line = new AttributedStringBuilder().append(head, DIM).append(from > 0 ? "… " : "");
        for (int i = from; i < parameters.size(); i++) {
            ApiParameter parameter = parameters.get(i);
            AttributedStyle style = i == at ? PLAIN.bold() : call.given().contains(parameter.name()) ? DIM : PLAIN;
            line.append(parameter.name() + (parameter.required() ? "*" : ""), style).append(i + 1 < parameters.size() ? ", " : "", DIM);
        }
        return cut(line.append(")", DIM), width);
    }

    private static int columns(List<ApiParameter> parameters, int from, int to) {
        int columns = 0;
        for (int i = from; i <= to; i++) {
            columns += parameters.get(i).name().length() + (parameters.get(i).required() ? 3 : 2);
        }
        return columns;
    }

    private static AttributedStringBuilder facts(ApiOperation operation, ApiParameter parameter) {
        Schema schema = operation.resolve(parameter.schema());
        AttributedStringBuilder line = new AttributedStringBuilder().append("  ").append(parameter.name(), PLAIN.bold())
                .append("  ").append(type(operation, schema));
        if (parameter.required()) {
            line.append(" · ").append(Texts.of("required"));
        }
        List<String> values = schema.enumeration();
        if (!values.isEmpty()) {
            line.append(" · ").append(String.join(" | ", values.subList(0, Math.min(ENUMERATED, values.size()))))
                    .append(values.size() > ENUMERATED ? " | …" : "");
        }
        if (schema.description() != null && !schema.description().isBlank()) {
            line.append(" · ", DIM).append(oneLine(schema.description()), DIM);
        }
        return line;
    }

    private static String type(ApiOperation operation, Schema schema) {
        if (schema.isArray()) {
            return Texts.of("list");
        }
        return schema.isObject() ? Texts.of("map")
                : schema.isString() ? Texts.of("text")
                : schema.isInteger() ? Texts.of("whole number")
                : schema.isNumber() ? Texts.of("number")
                : schema.isBoolean() ? Texts.of("true or false") : Texts.of("any value");
    }

    private static String oneLine(String text) {
        String plain = DocText.plain(text).strip();
        int end = plain.indexOf('\n');
        return end < 0 ? plain : plain.substring(0, end).strip();
    }

    /** A line that never reaches the last column, where some terminals begin a new one. */
    private static AttributedString cut(AttributedStringBuilder built, int width) {
        return StyledText.cut(built.toAttributedString(), width - 1);
    }
}
