package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the parts that a document declares once and names by id ({@code "{{scripts.s1}}"}, {@code "{{s1}}"}, {@code "s1"}) where they are
 * used, so that every check sees whole entities, and leads what is found there back to where it stands. Documents that the service
 * gives out have none of it.
 */
final class References {
    /** Keys whose value is an entity, or where a list of entities stands, and the entity's class. */
    private static final Map<String, String> CLASSES = Map.ofEntries(Map.entry("script", "script"), Map.entry("trigger", "trigger"),
            Map.entry("runtimeResource", "runtimeResource"), Map.entry("datasource", "datasource"), Map.entry("file", "file"),
            Map.entry("array", "variable"), Map.entry("referenceVariable", "variable"), Map.entry("while", "node"),
            Map.entry("nodes", "node"), Map.entry("nodeOutputs", "output"), Map.entry("tables", "table"),
            Map.entry("variables", "variable"), Map.entry("parameters", "variable"), Map.entry("fileResources", "fileResource"),
            Map.entry("functions", "function"), Map.entry("scripts", "script"), Map.entry("triggers", "trigger"),
            Map.entry("runtimeResources", "runtimeResource"), Map.entry("datasources", "datasource"));
    /** For these a name that is no id is easily meant for the thing itself. */
    private static final Map<String, String> OWN_KEYS = Map.of("output", "data", "fileResource", "name", "function", "name",
            "datasource", "name", "runtimeResource", "resourceGroup");
    /** Parts may name parts; one that names itself comes to an end. */
    private static final int DEEPEST = 4;
    private static final Set<String> FREE = Set.of("metadata", "runtime", "storage", "config");

    private final Findings findings;
    private final Map<String, Target> targets = new HashMap<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final Object document;
    private boolean indexed;
    private int depth;

    private record Target(Object value, String path) {
    }

    private record Alias(String from, String to) {
    }

    private References(Object document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    /** The references of a document, which {@link #resolved} takes out of it. */
    static References of(Map<String, Object> document, Findings findings) {
        return new References(document, findings);
    }

    /** The document with everything where it is used; the same one when nothing is referred to. */
    @SuppressWarnings("unchecked")
    Map<String, Object> resolved() {
        return (Map<String, Object>) resolve(document, "", "");
    }

    private Object resolve(Object value, String key, String path) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> changed = null;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = String.valueOf(entry.getKey());
                Object before = entry.getValue();
                if (FREE.contains(name) || !(before instanceof Map || before instanceof List || before instanceof String)) {
                    continue;
                }
                Object after = before instanceof String text ? one(text, name, SpecPath.key(path, name))
                        : resolve(before, name, SpecPath.key(path, name));
                if (after != before) {
                    changed = changed == null ? copy(map) : changed;
                    changed.put(name, after);
                }
            }
            return changed == null ? value : changed;
        }
        if (value instanceof List<?> list) {
            List<Object> changed = null;
            for (int i = 0; i < list.size(); i++) {
                Object before = list.get(i);
                String at = path + "[" + i + "]";
                Object after = before instanceof String text ? listed(text, key, at) : resolve(before, key, at);
                if (after != before) {
                    changed = changed == null ? new ArrayList<>(list) : changed;
                    changed.set(i, after);
                }
            }
            return changed == null ? value : changed;
        }
        return value;
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }

    private Object one(String text, String key, String path) {
        if (key.equals("nodeId") || key.equals("output")) {
            return plain(text, key, path);
        }
        boolean list = key.endsWith("s") && !key.equals("array");
        String kind = list ? null : CLASSES.get(key);
        return kind == null || kind.equals("node") && !key.equals("while") ? text : entity(text, kind, path);
    }

    private Object listed(String text, String key, String path) {
        String kind = key.endsWith("s") ? CLASSES.get(key) : null;
        return kind == null ? text : entity(text, kind, path);
    }

    /** {@code nodeId} and {@code output} take any text: what is not found stands for itself. */
    private Object plain(String text, String key, String path) {
        if (!text.startsWith("{{")) {
            return text;
        }
        String id = id(text, path);
        if (id == null) {
            return text;
        }
        Target target = key.equals("output") ? target("output", id) : null;
        String data = target == null ? null : SpecValues.text(target.value(), "data");
        return data == null ? id : data;
    }

    private Object entity(String text, String kind, String path) {
        String id = id(text, path);
        Target target = id == null ? null : target(kind, id);
        if (target != null) {
            aliases.add(new Alias(path, target.path()));
            if (depth >= DEEPEST) {
                return target.value();
            }
            depth++;
            Object whole = resolve(target.value(), kind, target.path());
            depth--;
            return whole;
        }
        String own = OWN_KEYS.get(kind);
        if (id == null || own == null) {
            if (id != null) {
                findings.error("reference", path, Texts.of("'{0}' is the id of no {1} of this document", text, kind), Texts.of("write the {0} itself there",
                        kind));
            }
            return text;
        }
        Map<String, Object> meant = new LinkedHashMap<>();
        meant.put(own, id);
        findings.error("reference", path, Texts.of("'{0}' is the id of no {1} of this document; a text there refers to one", text, kind),
                "[" + own + ": '" + id + "']", text.startsWith("{{") ? null : QuickFix.set(path, meant));
        return meant;
    }

    private String id(String text, String path) {
        if (!text.startsWith("{{")) {
            return text;
        }
        String inner = text.endsWith("}}") ? text.substring(2, text.length() - 2).strip() : "";
        String[] parts = inner.split("\\.", -1);
        String id = parts[parts.length - 1];
        if (parts.length > 2 || id.isEmpty() || inner.indexOf('{') >= 0 || inner.indexOf('}') >= 0) {
            boolean deep = parts.length > 2 && !id.isEmpty() && text.endsWith("}}");
            String right = deep ? "{{" + parts[0] + "." + id + "}}" : null;
            findings.error("reference", path, Texts.of("'{0}' is no reference, which has the form {{class.id}} with at most one dot",
                    text),
                    right == null ? Texts.of("write it like {{scripts.s1}}") : right, right == null ? null : QuickFix.set(path, right));
            return null;
        }
        return id;
    }

    private Target target(String kind, String id) {
        if (!indexed) {
            indexed = true;
            index(document, "", "");
        }
        return targets.get(kind + " " + id);
    }

    /** Of two entities with the same id the later one wins. */
    private void index(Object value, String key, String path) {
        if (value instanceof Map<?, ?> map) {
            String kind = CLASSES.get(key);
            String id = kind == null ? null : SpecValues.text(map, "id");
            if (id != null) {
                targets.put(kind + " " + id, new Target(map, path));
            }
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = String.valueOf(entry.getKey());
                if (!FREE.contains(name)) {
                    String plain = key.equals("artifacts") && name.equalsIgnoreCase("nodeoutputs") || key.equals("artifacts")
                            && name.equals("outputs") ? "nodeOutputs" : name;
                    index(entry.getValue(), plain, SpecPath.key(path, name));
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                index(list.get(i), key, path + "[" + i + "]");
            }
        }
    }

    /** Where what was found stands in the document as it was given. */
    Finding atHome(Finding finding) {
        String path = home(finding.path());
        QuickFix change = finding.quickFix();
        return path.equals(finding.path()) && change == null ? finding
                : finding.at(path, change == null ? null : change.at(home(change.path())));
    }

    private String home(String path) {
        String here = path;
        for (int round = 0; round < DEEPEST; round++) {
            String next = step(here);
            if (next.equals(here)) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private String step(String path) {
        Alias best = null;
        for (Alias alias : aliases) {
            int length = alias.from().length();
            boolean below = path.startsWith(alias.from()) && path.length() > length && ".[".indexOf(path.charAt(length)) >= 0;
            if (below && (best == null || length > best.from().length())) {
                best = alias;
            }
        }
        return best == null ? path : best.to() + path.substring(best.from().length());
    }
}
