package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.Schema;
import dev.dwx.texts.Texts;
import groovy.lang.GroovyObject;
import groovy.lang.MetaClass;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * An object of an answer: a read-only map in the service's order and spelling, with exact numbers. {@code map.Name} is as
 * {@code map['Name']}, but a name that neither the answer nor the operation's description knows is an error that says which
 * names there are, since a misspelt name would otherwise be a silent {@code null}.
 */
final class AnswerMap extends AbstractMap<String, Object> implements GroovyObject {
    private final Map<String, Object> raw;
    private final ApiOperation operation;
    private final Schema schema;
    private final String path;
    private transient MetaClass metaClass;

    private AnswerMap(Map<String, Object> raw, ApiOperation operation, Schema schema, String path) {
        this.raw = raw;
        this.operation = operation;
        this.schema = schema;
        this.path = path;
    }

    /**
     * A value of an answer as the language sees it.
     *
     * @param operation whose answer it is; {@code null} for JSON that was held in a string
     * @param schema form of the value, or {@code null}
     * @param path the way to it from the top of the answer, for messages
     */
    @SuppressWarnings("unchecked")
    static Object wrap(Object value, ApiOperation operation, Schema schema, String path) {
        if (value instanceof AnswerMap || value instanceof AnswerList) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Schema resolved = schema == null || operation == null ? null : operation.resolve(schema);
            return new AnswerMap((Map<String, Object>) map, operation, resolved, path);
        }
        if (value instanceof List<?> list) {
            Schema resolved = schema == null || operation == null ? null : operation.resolve(schema);
            return new AnswerList(list, operation, resolved == null ? null : resolved.items(), path);
        }
        if (value instanceof String text && JsonText.looksLikeJson(text)) {
            return new JsonText(text, path);
        }
        return value;
    }

    private Object wrapped(String key, Object value) {
        Schema field = schema == null ? null : schema.properties().get(key);
        if (field == null && schema != null) {
            field = schema.additionalProperties();
        }
        return wrap(value, operation, field, path.isEmpty() ? key : path + "." + key);
    }

    @Override
    public Object get(Object key) {
        Object value = raw.get(key);
        return value == null ? null : wrapped((String) key, value);
    }

    @Override
    public boolean containsKey(Object key) {
        return raw.containsKey(key);
    }

    @Override
    public int size() {
        return raw.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                Iterator<Entry<String, Object>> entries = raw.entrySet().iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Entry<String, Object> next() {
                        Entry<String, Object> entry = entries.next();
                        return new SimpleImmutableEntry<>(entry.getKey(), wrapped(entry.getKey(), entry.getValue()));
                    }
                };
            }

            @Override
            public int size() {
                return raw.size();
            }
        };
    }

    /** The same as it came: plain maps, lists, strings and numbers. */
    Map<String, Object> raw() {
        return raw;
    }

    @Override
    public Object getProperty(String name) {
        Object value = get(name);
        if (value != null || raw.containsKey(name)) {
            return value;
        }
        if (schema != null && schema.properties().containsKey(name) || schema != null && schema.additionalProperties() != null) {
            return null;
        }
        if (schema == null || schema.properties().isEmpty()) {
            // JSON of free form: an absent key is an ordinary thing.
            return knownNear(name) == null ? null : fail(name);
        }
        return fail(name);
    }

    private String knownNear(String name) {
        for (String key : raw.keySet()) {
            if (key.equalsIgnoreCase(name)) {
                return key;
            }
        }
        return null;
    }

    private Object fail(String name) {
        List<String> names = new java.util.ArrayList<>(raw.keySet());
        if (schema != null) {
            schema.properties().keySet().forEach(key -> {
                if (!names.contains(key)) {
                    names.add(key);
                }
            });
        }
        throw new NoSuchFieldInAnswer(name, path, names, NearNames.of(name, names));
    }

    @Override
    public void setProperty(String name, Object value) {
        throw new UnsupportedOperationException(Texts.of("An answer cannot be changed; make a map of your own: [*: it, {0}: …]", name));
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        return getMetaClass().invokeMethod(this, name, arguments);
    }

    @Override
    public MetaClass getMetaClass() {
        if (metaClass == null) {
            metaClass = InvokerHelper.getMetaClass(AnswerMap.class);
        }
        return metaClass;
    }

    @Override
    public void setMetaClass(MetaClass value) {
        metaClass = value;
    }
}
