package dev.dwx.dsl.settle;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import dev.dwx.client.ApiAnswer;
import dev.dwx.json.ExactJson;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Puts the answer together that was lost, as far as it can be known: in the form that the operation's description gives it. */
final class MadeAnswer {
    private static final Set<String> ENVELOPE = Set.of("RequestId", "ErrorCode", "ErrorMessage", "HttpStatusCode", "Code", "Message",
            "DynamicErrorCode", "DynamicErrorMessage", "AccessDeniedDetail");
    private static final int DEEPEST = 4;

    private final ApiOperation operation;
    private final Set<String> idFields;
    private final Object id;
    private final Map<String, Object> row;
    private String missing;

    private MadeAnswer(ApiOperation operation, Set<String> idFields, Object id, Map<String, Object> row) {
        this.operation = operation;
        this.idFields = idFields;
        this.id = id;
        this.row = row;
    }

    /**
     * The answer, or the name of an id in it that nobody can know.
     *
     * @param answer {@code null} when a field is missing
     * @param missing that field, or {@code null}
     */
    record Made(ApiAnswer answer, String missing) {
    }

    /**
     * @param id the id of the thing that was made, or {@code null} where the call made none
     * @param row what is known of the thing
     */
    static Made of(ApiOperation operation, Set<String> idFields, Object id, Map<String, Object> row, Duration elapsed) {
        MadeAnswer made = new MadeAnswer(operation, idFields, id, row);
        Map<String, Object> body = made.fields(operation.resolve(operation.response()), 0);
        if (made.missing != null) {
            return new Made(null, made.missing);
        }
        return new Made(new ApiAnswer(operation, body, ExactJson.write(body), ApiAnswer.LOOKED_UP, Map.of(), null, elapsed), null);
    }

    private Map<String, Object> fields(Schema schema, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            String name = field.getKey();
            if (ENVELOPE.contains(name)) {
                continue;
            }
            Schema type = operation.resolve(field.getValue());
            Object value = row.get(name);
            if (name.equals("Success") || name.equals("Data") && type.isBoolean()) {
                map.put(name, true);
            } else if (type.isObject() && !type.properties().isEmpty()) {
                if (depth < DEEPEST) {
                    map.put(name, fields(type, depth + 1));
                }
            } else if (id != null && (idFields.contains(name) || name.equals("Data") && !type.isArray())) {
                map.put(name, typed(type, id));
            } else if (value != null) {
                map.put(name, value);
            } else if (name.equals("Id") || name.endsWith("Id") || name.equals("Data")) {
                missing = missing == null ? name : missing;
            }
        }
        return map;
    }

    private static Object typed(Schema type, Object id) {
        if (type.isString()) {
            return id.toString();
        }
        if (type.isInteger() && id instanceof CharSequence text && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            BigInteger number = new BigInteger(text.toString());
            return number.bitLength() < 64 ? (Object) number.longValue() : number;
        }
        return id;
    }
}
