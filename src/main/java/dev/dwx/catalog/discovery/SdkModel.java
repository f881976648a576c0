package dev.dwx.catalog.discovery;

import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Schema;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the declarations of an SDK's model class say. Annotations are told by their simple names, since the SDKs'
 * generations have them in different packages and none of these is a library of this program.
 */
final class SdkModel {
    private static final int MAX_DEPTH = 20;

    /**
     * A field of a model.
     *
     * @param fieldName name in the class
     * @param wireName name in a request or answer
     * @param placement where a request has it, as far as annotated
     * @param schema its form
     */
    record Member(String fieldName, String wireName, Placement placement, Schema schema) {
    }

    private SdkModel() {
    }

    static List<Member> members(Class<?> model) {
        return members(model, 0);
    }

    static Schema object(Class<?> model) {
        return object(model, 0);
    }

    private static List<Member> members(Class<?> model, int depth) {
        List<Member> members = new ArrayList<>();
        for (Field field : model.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            Annotation name = annotation(field, "NameInMap");
            String wire = name == null ? field.getName() : String.valueOf(value(name, "value"));
            members.add(new Member(field.getName(), wire, placement(field),
                    validated(schema(field.getGenericType(), depth + 1), field)));
        }
        return members;
    }

    private static Schema object(Class<?> model, int depth) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        if (depth < MAX_DEPTH) {
            for (Member member : members(model, depth)) {
                properties.put(member.wireName(), member.schema());
            }
        }
        return Schema.of("object").toBuilder().properties(properties).build();
    }

    private static Schema schema(Type type, int depth) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            Type[] arguments = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw) && arguments.length == 1) {
                return Schema.of("array").toBuilder().items(schema(arguments[0], depth + 1)).build();
            }
            if (Map.class.isAssignableFrom(raw) && arguments.length == 2) {
                return Schema.of("object").toBuilder().additionalProperties(schema(arguments[1], depth + 1)).build();
            }
            return Schema.of("any");
        }
        if (!(type instanceof Class<?> plain)) {
            return Schema.of("any");
        }
        Schema scalar = scalar(plain);
        if (scalar != null) {
            return scalar;
        }
        if (Collection.class.isAssignableFrom(plain) || plain.isArray()) {
            return Schema.of("array").toBuilder().items(Schema.of("any")).build();
        }
        if (Map.class.isAssignableFrom(plain)) {
            return Schema.of("object").toBuilder().additionalProperties(Schema.of("any")).build();
        }
        return plain.getName().startsWith("java.") ? Schema.of("any") : object(plain, depth);
    }

    private static Schema scalar(Class<?> type) {
        if (type == String.class || type == byte[].class || CharSequence.class.isAssignableFrom(type)) {
            return Schema.of("string");
        }
        if (type == Long.class || type == long.class) {
            return number("integer", "int64");
        }
        if (type == Integer.class || type == int.class || type == Short.class || type == short.class) {
            return number("integer", "int32");
        }
        if (type == Boolean.class || type == boolean.class) {
            return Schema.of("boolean");
        }
        if (type == Double.class || type == double.class) {
            return number("number", "double");
        }
        if (type == Float.class || type == float.class) {
            return number("number", "float");
        }
        if (InputStream.class.isAssignableFrom(type)) {
            return Schema.of("string").toBuilder().fileUrl(true).build();
        }
        return type == Object.class ? Schema.of("any") : null;
    }

    private static Schema number(String type, String format) {
        return Schema.of(type).toBuilder().format(format).build();
    }

    /** In an RPC request the body is a form. */
    private static Placement placement(Field field) {
        for (Annotation annotation : field.getAnnotations()) {
            switch (annotation.annotationType().getSimpleName()) {
                case "Body" -> {
                    return Placement.FORM_DATA;
                }
                case "Host" -> {
                    return Placement.HOST;
                }
                case "Path" -> {
                    return Placement.PATH;
                }
                case "Header" -> {
                    return Placement.HEADER;
                }
                default -> {
                }
            }
        }
        return Placement.QUERY;
    }

    private static Schema validated(Schema schema, Field field) {
        Annotation validation = annotation(field, "Validation");
        if (validation == null) {
            return schema;
        }
        return schema.toBuilder()
                .required(Boolean.TRUE.equals(stated(validation, "required")))
                .pattern(stated(validation, "pattern") instanceof String text && !text.isEmpty() ? text : null)
                .minLength(count(stated(validation, "minLength")))
                .maxLength(count(stated(validation, "maxLength")))
                .minimum(limit(stated(validation, "minimum")))
                .maximum(limit(stated(validation, "maximum")))
                .build();
    }

    private static Integer count(Object value) {
        return value instanceof Number number ? (Integer) number.intValue() : null;
    }

    private static BigDecimal limit(Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return null;
        }
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static Annotation annotation(Field field, String simpleName) {
        for (Annotation annotation : field.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals(simpleName)) {
                return annotation;
            }
        }
        return null;
    }

    /** An annotation's value where it is not the default one. */
    private static Object stated(Annotation annotation, String member) {
        try {
            Method method = annotation.annotationType().getMethod(member);
            Object value = method.invoke(annotation);
            return value.equals(method.getDefaultValue()) ? null : value;
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }

    private static Object value(Annotation annotation, String member) {
        try {
            return annotation.annotationType().getMethod(member).invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("annotation " + annotation + " has no " + member, e);
        }
    }
}
