package dev.dwx.dsl.flow;

import dev.dwx.catalog.NearNames;
import dev.dwx.flowspec.build.SpecFields;
import dev.dwx.texts.Texts;
import groovy.lang.GroovyObject;
import groovy.lang.MetaClass;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * An object of a document: a read-only map whose keys are properties too. A name that neither the object nor FlowSpec has is an error,
 * since a misspelt one would be a silent {@code null}; a field that FlowSpec has and the object has not is {@code null}.
 */
class FlowMap extends AbstractMap<String, Object> implements GroovyObject {
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private transient MetaClass metaClass;

    FlowMap(Map<?, ?> raw) {
        raw.forEach((key, value) -> fields.put(String.valueOf(key), wrapped(value)));
    }

    private static Object wrapped(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new FlowMap(map);
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(wrapped(element)));
            return Collections.unmodifiableList(elements);
        }
        return value;
    }

    @Override
    public Object get(Object key) {
        return fields.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return fields.containsKey(key);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(fields).entrySet();
    }

    @Override
    public Object getProperty(String name) {
        if (fields.containsKey(name) || SpecFields.names().contains(name)) {
            return fields.get(name);
        }
        List<String> names = new ArrayList<>(fields.keySet());
        List<String> near = NearNames.of(name, names);
        throw new NoSuchField(name, getClass(), Texts.of("There is no {0} in {1}.{2}", name, label(), near.isEmpty() ? names.isEmpty()
                ? Texts.of(" It is empty.") : " It has: " + String.join(", ", names) + "." : Texts.of(" Did you mean {0}?",
                String.join(" or ", near))));
    }

    String label() {
        Object name = fields.get("name");
        return name == null ? Texts.of("this part of the document") : "'" + name + "'";
    }

    @Override
    public void setProperty(String name, Object value) {
        throw new UnsupportedOperationException("A document does not change; say it in its block: set '" + name + "', …");
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        return getMetaClass().invokeMethod(this, name, arguments);
    }

    @Override
    public MetaClass getMetaClass() {
        if (metaClass == null) {
            metaClass = InvokerHelper.getMetaClass(getClass());
        }
        return metaClass;
    }

    @Override
    public void setMetaClass(MetaClass value) {
        metaClass = value;
    }
}
