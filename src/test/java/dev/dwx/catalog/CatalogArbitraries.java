package dev.dwx.catalog;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated schemas, operations and documents: every fact present or absent, any text, components that recur. */
final class CatalogArbitraries {
    private static final Provenance PROVENANCE = Provenance.SNAPSHOT;

    private CatalogArbitraries() {
    }

    static Arbitrary<String> text() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("任务ab\"\\\n{}").ofMaxLength(8), Arbitraries.just("9223372036854775808"));
    }

    static Arbitrary<String> name() {
        return Arbitraries.strings().withChars("ABCdef").ofMinLength(1).ofMaxLength(6);
    }

    private static Arbitrary<String> title() {
        return Arbitraries.strings().withChars("abc -").ofMinLength(1).ofMaxLength(6).map(t -> "T" + t);
    }

    private static Arbitrary<String> chinese() {
        return Arbitraries.strings().withChars("任务实例空间").ofMinLength(1).ofMaxLength(4);
    }

    private static Arbitrary<BigDecimal> number() {
        return Arbitraries.oneOf(Arbitraries.bigDecimals().between(new BigDecimal("-1e20"), new BigDecimal("1e20")),
                Arbitraries.bigIntegers().between(BigInteger.TWO.pow(62), BigInteger.TWO.pow(65)).map(BigDecimal::new));
    }

    static Arbitrary<Schema> schema() {
        return schema(3);
    }

    private static Arbitrary<Schema> schema(int depth) {
        Arbitrary<Schema.Builder> scalars = Combinators.combine(
                Arbitraries.of("string", "integer", "number", "boolean", "array", "object", "any").injectNull(0.1),
                Arbitraries.of("int32", "int64", "float", "double").injectNull(0.5),
                Arbitraries.of(true, false), Arbitraries.of(true, false), text().injectNull(0.7),
                text().injectNull(0.7), Arbitraries.oneOf(text(), Arbitraries.integers().map(String::valueOf))
                        .list().ofMaxSize(3), text().injectNull(0.7))
                .as((type, format, required, docRequired, description, example, values, defaultValue) ->
                        new Schema.Builder().type(type).format(format).required(required).docRequired(docRequired)
                                .description(description).example(example).enumeration(values)
                                .defaultValue(defaultValue));
        Arbitrary<Schema.Builder> limits = Combinators.combine(scalars, number().injectNull(0.7),
                number().injectNull(0.7), count(), count(), count(), count(), text().injectNull(0.8))
                .as((schema, minimum, maximum, minLength, maxLength, minItems, maxItems, pattern) ->
                        schema.minimum(minimum).maximum(maximum).minLength(minLength).maxLength(maxLength)
                                .minItems(minItems).maxItems(maxItems).pattern(pattern));
        Arbitrary<Schema.Builder> flags = Combinators.combine(limits, Arbitraries.of(true, false),
                Arbitraries.of(true, false), Arbitraries.of("A", "B", "C", "Gone").injectNull(0.8))
                .as((schema, deprecated, fileUrl, ref) -> schema.deprecated(deprecated).fileUrl(fileUrl).ref(ref));
        if (depth == 0) {
            return flags.map(Schema.Builder::build);
        }
        return Combinators.combine(flags, schema(depth - 1).injectNull(0.8),
                Arbitraries.maps(name(), schema(depth - 1)).ofMaxSize(2), schema(depth - 1).injectNull(0.8))
                .as((schema, items, properties, additional) -> schema.items(items)
                        .properties(new LinkedHashMap<>(properties)).additionalProperties(additional).build());
    }

    private static Arbitrary<Integer> count() {
        return Arbitraries.integers().greaterOrEqual(0).injectNull(0.8);
    }

    private static Arbitrary<ApiParameter> parameter() {
        return Combinators.combine(name(), Arbitraries.of(Placement.class), Arbitraries.of(Style.class), schema(2))
                .as(ApiParameter::new);
    }

    private static Arbitrary<Map<String, Map<String, String>>> errorCodes() {
        return Arbitraries.maps(Arbitraries.of("400", "403", "429", "500"),
                Arbitraries.maps(name(), text()).ofMinSize(1).ofMaxSize(2)).ofMaxSize(2);
    }

    /** A document of one version, whole as a reader gives it: groups, categories and components agree. */
    static Arbitrary<ApiDocument> document(String version) {
        Arbitrary<Map<String, Schema>> components = Arbitraries.maps(Arbitraries.of("A", "B", "C"), schema(2))
                .ofMaxSize(3);
        Arbitrary<List<ApiDirectory>> directories = Combinators.combine(title().injectNull(0.3), chinese())
                .as((en, zh) -> new ApiDirectory(en, zh, List.of(), List.of())).list().uniqueElements().ofMaxSize(3);
        Arbitrary<List<RegionEndpoint>> endpoints = Combinators.combine(name(), Arbitraries.of(true, false))
                .as((region, vpc) -> new RegionEndpoint(region, "dataworks.x.aliyuncs.com",
                        vpc ? "dataworks-vpc.x.aliyuncs.com" : null)).list().ofMaxSize(3);
        return Combinators.combine(components, directories, endpoints, draft().list().ofMaxSize(4)
                .uniqueElements(Draft::name)).as((schemas, groups, hosts, drafts) ->
                        assemble(version, schemas, groups, hosts, drafts));
    }

    /** What of an operation does not depend on the rest of its document. */
    record Draft(String name, String title, String summary, boolean deprecated, boolean streaming, String replacedBy,
            List<String> methods, List<ApiParameter> parameters, Schema response,
            Map<String, Map<String, String>> errorCodes, int group) {
    }

    private static Arbitrary<Draft> draft() {
        Arbitrary<Draft> plain = Combinators.combine(name(), text().injectNull(0.5), text().injectNull(0.5),
                Arbitraries.of(true, false), Arbitraries.of(true, false), text().injectNull(0.7),
                Arbitraries.of("GET", "POST", "PUT", "DELETE").list().ofMaxSize(2), Arbitraries.integers().between(0, 5))
                .as((name, title, summary, deprecated, streaming, replacedBy, methods, group) -> new Draft(name, title,
                        summary, deprecated, streaming, replacedBy, methods, List.of(), Schema.ANY, Map.of(), group));
        return Combinators.combine(plain, parameter().list().ofMaxSize(3), schema(3), errorCodes())
                .as((d, parameters, response, errors) -> new Draft(d.name, d.title, d.summary, d.deprecated,
                        d.streaming, d.replacedBy, d.methods, parameters, response, errors, d.group));
    }

    private static ApiDocument assemble(String version, Map<String, Schema> components, List<ApiDirectory> groups,
            List<RegionEndpoint> endpoints, List<Draft> drafts) {
        List<ApiOperation> operations = new ArrayList<>();
        List<List<String>> members = new ArrayList<>();
        groups.forEach(g -> members.add(new ArrayList<>()));
        for (Draft d : drafts) {
            ApiDirectory group = d.group < groups.size() ? groups.get(d.group) : null;
            if (group != null) {
                members.get(d.group).add(d.name);
            }
            operations.add(new ApiOperation(version, d.name, d.methods, List.of("https"), null, d.title, d.summary,
                    group == null ? null : group.title(), group == null ? null : group.titleZh(), d.deprecated,
                    d.replacedBy, d.streaming, d.parameters, d.response, d.errorCodes,
                    reachable(components, d), PROVENANCE));
        }
        List<ApiDirectory> filled = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            filled.add(new ApiDirectory(groups.get(i).title(), groups.get(i).titleZh(), members.get(i), List.of()));
        }
        return new ApiDocument("dataworks-public", version, operations, filled, endpoints, List.of(), components);
    }

    private static Map<String, Schema> reachable(Map<String, Schema> components, Draft draft) {
        Map<String, Schema> found = new LinkedHashMap<>();
        List<Schema> open = new ArrayList<>();
        draft.parameters.forEach(p -> open.add(p.schema()));
        open.add(draft.response);
        while (!open.isEmpty()) {
            Schema schema = open.remove(open.size() - 1);
            if (schema == null) {
                continue;
            }
            if (schema.ref() != null && components.containsKey(schema.ref()) && !found.containsKey(schema.ref())) {
                found.put(schema.ref(), components.get(schema.ref()));
                open.add(components.get(schema.ref()));
            }
            open.add(schema.items());
            open.add(schema.additionalProperties());
            open.addAll(schema.properties().values());
        }
        return found;
    }
}
