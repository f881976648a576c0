package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes one description of an operation from those of several sources: for each field the best source that knows
 * it. The basis is the best source from which alone a call could be built.
 */
final class OperationMerge {
    private static final List<String> RISKS = List.of("read", "readAndWrite", "write");

    private final List<FoundOperation> ranked;
    private final FoundTitle title;
    private final FoundOperation basis;

    /**
     * @param ranked descriptions, best source first; not empty
     * @param title the help overview's row, or {@code null}
     */
    OperationMerge(List<FoundOperation> ranked, FoundTitle title) {
        this.ranked = ranked;
        this.title = title;
        this.basis = ranked.stream().filter(FoundOperation::callable).findFirst().orElse(ranked.get(0));
    }

    /** A description that was looked up, with the group and text that a list gave for the bare name. */
    static ApiOperation complete(ApiOperation described, ApiOperation nameOnly) {
        String group = nameOnly.categoryZh() == null ? nameOnly.category() : nameOnly.categoryZh();
        String text = nameOnly.summary() == null ? "" : nameOnly.summary();
        OperationKey key = OperationKey.of(described);
        return new OperationMerge(
                List.of(new FoundOperation(described, Fact.ALL), new FoundOperation(nameOnly, Fact.of())),
                new FoundTitle(key.version(), key.name(), group, null, text)).merge(key, true);
    }

    /** @param listed what the result says of the newest lists */
    ApiOperation merge(OperationKey key, boolean listed) {
        ApiOperation base = basis.operation();
        FoundOperation answered = answered();
        Provenance from = base.provenance();
        return new ApiOperation(key.version(), key.name(),
                methods(),
                firstFilled(ApiOperation::schemes),
                operationType(),
                Names.line(otherTitle()),
                Names.line(text()),
                Names.line(category()),
                Names.line(categoryZh()),
                deprecated(),
                first(ApiOperation::replacedBy),
                any(ApiOperation::streaming),
                parameters(),
                answered.operation().response(),
                errorCodes(),
                components(answered),
                new Provenance(from.source(), from.location(), from.fetched(), listed));
    }

    private List<String> methods() {
        if (basis.knows(Fact.METHOD) && !basis.operation().methods().isEmpty()) {
            return basis.operation().methods();
        }
        for (FoundOperation found : ranked) {
            if (found.knows(Fact.METHOD) && !found.operation().methods().isEmpty()) {
                return found.operation().methods();
            }
        }
        return basis.operation().methods();
    }

    /**
     * Whose form of the answer is taken: of the basis, if it has one. Documents are also published with their answers
     * stripped, and then the next source's is better than none.
     */
    private FoundOperation answered() {
        if (saysAnswer(basis)) {
            return basis;
        }
        for (FoundOperation found : ranked) {
            if (saysAnswer(found)) {
                return found;
            }
        }
        return basis;
    }

    private static boolean saysAnswer(FoundOperation found) {
        Schema response = found.operation().response();
        return found.knows(Fact.RESPONSE) && (response.ref() != null || response.items() != null
                || response.additionalProperties() != null || !response.properties().isEmpty());
    }

    private <T> T first(Function<ApiOperation, T> field) {
        for (FoundOperation found : ranked) {
            T value = field.apply(found.operation());
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private List<String> firstFilled(Function<ApiOperation, List<String>> field) {
        for (FoundOperation found : ranked) {
            if (!field.apply(found.operation()).isEmpty()) {
                return field.apply(found.operation());
            }
        }
        return List.of();
    }

    private boolean any(Predicate<ApiOperation> field) {
        return ranked.stream().anyMatch(found -> field.test(found.operation()));
    }

    /** The gravest that any source says: metadata may make an operation look more dangerous, never less. */
    private String operationType() {
        String gravest = null;
        for (FoundOperation found : ranked) {
            String type = found.operation().operationType();
            if (type != null && (gravest == null || RISKS.indexOf(type) > RISKS.indexOf(gravest))) {
                gravest = type;
            }
        }
        return gravest;
    }

    private String text() {
        return title != null && !title.text().isBlank() ? title.text() : first(ApiOperation::summary);
    }

    /** Keeps a described title, or what the help page's text has pushed aside. */
    private String otherTitle() {
        String own = first(ApiOperation::title);
        return own != null || title == null || title.text().isBlank() ? own : first(ApiOperation::summary);
    }

    private String category() {
        if (title != null && title.group() != null && !Names.isChinese(title.group())) {
            return title.group();
        }
        String label = null;
        for (FoundOperation found : ranked) {
            String category = found.operation().category();
            if (category != null && !found.operation().provenance().source().startsWith("mcp")) {
                return category;
            }
            label = SchemaMerge.either(label, category);
        }
        return label;
    }

    private String categoryZh() {
        return title != null && Names.isChinese(title.group()) ? title.group() : first(ApiOperation::categoryZh);
    }

    private boolean deprecated() {
        return any(ApiOperation::deprecated)
                || title != null && (speaksOfDeprecation(title.group()) || speaksOfDeprecation(title.parentGroup()));
    }

    private static boolean speaksOfDeprecation(String heading) {
        return heading != null
                && (heading.contains("废弃") || heading.toLowerCase(Locale.ROOT).contains("deprecated"));
    }

    private Map<String, Map<String, String>> errorCodes() {
        for (FoundOperation found : ranked) {
            if (!found.operation().errorCodes().isEmpty()) {
                return found.operation().errorCodes();
            }
        }
        return Map.of();
    }

    /** Those of the basis and those that the answer's form names, should it come from elsewhere. */
    private Map<String, Schema> components(FoundOperation answered) {
        if (answered == basis) {
            return basis.operation().components();
        }
        Map<String, Schema> components = new LinkedHashMap<>(answered.operation().components());
        components.putAll(basis.operation().components());
        return components;
    }

    private List<ApiParameter> parameters() {
        List<ApiParameter> merged = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ApiParameter parameter : basis.operation().parameters()) {
            names.add(parameter.name());
            merged.add(merged(parameter));
        }
        if (!basis.knows(Fact.COMPLETE)) {
            for (FoundOperation found : ranked) {
                for (ApiParameter parameter : found.operation().parameters()) {
                    if (names.add(parameter.name())) {
                        merged.add(parameter);
                    }
                }
            }
        }
        return merged;
    }

    private ApiParameter merged(ApiParameter parameter) {
        Schema schema = parameter.schema();
        Style style = parameter.style();
        boolean limits = !basis.knows(Fact.RANGE);
        boolean required = !basis.knows(Fact.REQUIRED);
        boolean styled = basis.knows(Fact.STYLE);
        for (FoundOperation found : ranked) {
            ApiParameter other = found == basis ? null : found.operation().parameter(parameter.name()).orElse(null);
            if (other == null) {
                continue;
            }
            boolean decides = required && found.knows(Fact.REQUIRED);
            schema = SchemaMerge.fill(schema, other.schema(), limits, decides);
            required &= !decides;
            if (!styled && found.knows(Fact.STYLE)) {
                style = other.style();
                styled = true;
            }
        }
        return new ApiParameter(parameter.name(), parameter.in(), style, schema);
    }
}
