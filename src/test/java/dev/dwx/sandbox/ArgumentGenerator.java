package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes arguments for any operation from its schema, valid by types and limits; the same seed gives the same arguments.
 * Values are {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, {@code List}, ordered {@code Map}.
 */
public final class ArgumentGenerator {
    private static final String[] TEXTS = {"orders", "dwd_orders", "a b", "中文 a+b*c~d/e", "x=1&y=2", "100%", "😀", "'q\"",
        "line\nbreak", "${bizdate}"};

    private final long seed;

    public ArgumentGenerator(long seed) {
        this.seed = seed;
    }

    /** Every parameter, required or not. */
    public Map<String, Object> all(ApiOperation operation) {
        return generate(operation, 1.0);
    }

    /** Only what is required. */
    public Map<String, Object> required(ApiOperation operation) {
        return generate(operation, 0.0);
    }

    /** What is required and about half of the rest. */
    public Map<String, Object> some(ApiOperation operation) {
        return generate(operation, 0.5);
    }

    private Map<String, Object> generate(ApiOperation operation, double share) {
        Random random = new Random(seed * 31 + operation.label().hashCode());
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            boolean sent = parameter.in() == Placement.QUERY || parameter.in() == Placement.FORM_DATA;
            boolean chosen = random.nextDouble() < share;
            if (sent && (parameter.required() || chosen)) {
                arguments.put(parameter.name(),
                        value(operation, parameter.name(), parameter.schema(), random, share, 0));
            }
        }
        return arguments;
    }

    private Object value(ApiOperation operation, String name, Schema declared, Random random, double share, int depth) {
        Schema schema = operation.resolve(declared);
        if (schema.isArray()) {
            List<Object> list = new ArrayList<>();
            Schema items = schema.items() == null ? Schema.ANY : schema.items();
            int least = schema.minItems() == null ? 1 : Math.max(1, schema.minItems());
            int most = schema.maxItems() == null ? least + 1 : Math.max(least, Math.min(schema.maxItems(), least + 1));
            int size = least + (depth > 4 ? 0 : random.nextInt(most - least + 1));
            for (int i = 0; i < size; i++) {
                list.add(value(operation, name, items, random, share, depth + 1));
            }
            return list;
        }
        if (schema.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
                if (field.getValue().required() || depth < 5 && random.nextDouble() < share) {
                    map.put(field.getKey(),
                            value(operation, field.getKey(), field.getValue(), random, share, depth + 1));
                }
            }
            // An object without a field cannot be said in the Name.1.Field form.
            if (map.isEmpty() && !schema.properties().isEmpty()) {
                Map.Entry<String, Schema> first = schema.properties().entrySet().iterator().next();
                map.put(first.getKey(), value(operation, first.getKey(), first.getValue(), random, share, depth + 1));
            }
            if (schema.additionalProperties() != null) {
                map.put("k1", value(operation, name, schema.additionalProperties(), random, share, depth + 1));
            }
            return map;
        }
        if (schema.isBoolean()) {
            return random.nextBoolean();
        }
        if (schema.isInteger()) {
            return integer(name, schema, random);
        }
        if (schema.isNumber()) {
            BigDecimal number = BigDecimal.valueOf(random.nextInt(1000), 1);
            return schema.minimum() != null && number.compareTo(schema.minimum()) < 0 ? schema.minimum()
                    : schema.maximum() != null && number.compareTo(schema.maximum()) > 0 ? schema.maximum() : number;
        }
        return text(name, schema, random, depth);
    }

    private static Long integer(String name, Schema schema, Random random) {
        long least = schema.minimum() == null ? 1 : schema.minimum().longValue();
        long most = schema.maximum() != null ? schema.maximum().longValue()
                : schema.isInt64() && name.endsWith("Id") ? Long.MAX_VALUE : Math.max(least, 20L);
        if (most == Long.MAX_VALUE) {
            return 8_604_388_726_201_130_001L + random.nextInt(100);
        }
        return least + (long) (random.nextDouble() * Math.min(most - least + 1, 1000));
    }

    private static String text(String name, Schema schema, Random random, int depth) {
        if (schema.fileUrl()) {
            return "https://files.example.com/" + random.nextInt(1_000_000) + ".jar";
        }
        if (!schema.enumeration().isEmpty()) {
            return schema.enumeration().get(random.nextInt(schema.enumeration().size()));
        }
        // A comma-joined list cannot carry an element with a comma; none of these has one.
        String text = name.endsWith("Id") ? "7421" + (100_000_000_000_000L + random.nextInt(1_000_000))
                : TEXTS[random.nextInt(TEXTS.length)];
        int length = text.codePointCount(0, text.length());
        if (schema.minLength() != null && length < schema.minLength()) {
            text = text + "x".repeat(schema.minLength() - length);
        }
        if (schema.maxLength() != null && length > schema.maxLength()) {
            text = "x".repeat(schema.maxLength());
        }
        return text;
    }
}
