package dev.dwx.client.sdk;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of an SDK's model class by the names that travel. Both SDK families note these in an annotation called
 * {@code NameInMap}, each in one of its own.
 */
final class WireNames {
    private WireNames() {
    }

    /** Wire name to field, in the order of the class; empty for a class that is no model. */
    static Map<String, Field> of(Class<?> model) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Class<?> each = model; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                String name = Modifier.isStatic(field.getModifiers()) ? null : name(field);
                if (name != null) {
                    fields.putIfAbsent(name, field);
                }
            }
        }
        return fields;
    }

    private static String name(Field field) {
        for (Annotation annotation : field.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("NameInMap")) {
                try {
                    return (String) annotation.annotationType().getMethod("value").invoke(annotation);
                } catch (ReflectiveOperationException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
