package dev.dwx.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One DataWorks OpenAPI operation in one API version: all that is needed to call it and to explain it.
 * Immutable; a running call keeps the entry it began with whatever a refresh brings.
 *
 * @param version API version, {@code 2024-05-18} or {@code 2020-05-18}; part of the key, since 55 names exist in
 *     both and 32 of those differ
 * @param name exact spelling, {@code ListProjects}
 * @param methods HTTP methods in upper case, in the source's order; says nothing of what the operation does
 *     (some deletes are GET)
 * @param schemes {@code https}, {@code http}
 * @param operationType {@code read}, {@code write}, {@code readAndWrite} or {@code null}; unreliable, a hint only
 * @param title short title of the source, or {@code null}
 * @param summary one line, or {@code null}
 * @param category directory title in English, or {@code null}
 * @param categoryZh directory title in Chinese, or {@code null}
 * @param deprecated whether any source calls it deprecated
 * @param replacedBy {@code product::version::Operation} of the successor, or {@code null}
 * @param streaming whether it answers with an event stream
 * @param parameters in the source's order
 * @param response form of the whole JSON body of a 200, {@link Schema#ANY} where unknown
 * @param errorCodes documented error codes by HTTP status text, code to message; often empty
 * @param components schemas that {@code $ref}s of this operation may name
 * @param provenance where the facts come from
 */
public record ApiOperation(
        String version,
        String name,
        List<String> methods,
        List<String> schemes,
        String operationType,
        String title,
        String summary,
        String category,
        String categoryZh,
        boolean deprecated,
        String replacedBy,
        boolean streaming,
        List<ApiParameter> parameters,
        Schema response,
        Map<String, Map<String, String>> errorCodes,
        Map<String, Schema> components,
        Provenance provenance) {

    public ApiOperation {
        methods = List.copyOf(methods);
        schemes = List.copyOf(schemes);
        parameters = List.copyOf(parameters);
        errorCodes = OrderedCopy.of(errorCodes);
        components = OrderedCopy.of(components);
    }

    /** {@code ListProjects (2024-05-18)}: how messages name an operation. */
    public String label() {
        return name.concat(" (").concat(version).concat(")");
    }

    /**
     * Whether the source says how the operation is called. A list of names alone does not: such an entry proves
     * that the operation exists and nothing else.
     */
    public boolean described() {
        return !methods.isEmpty() || !parameters.isEmpty();
    }

    public Optional<ApiParameter> parameter(String parameterName) {
        for (ApiParameter parameter : parameters) {
            if (parameter.name().equals(parameterName)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /**
     * The method that a call uses: POST where it is allowed and a parameter goes into the form or body
     * (a GET loses its body silently), otherwise the first that the source names, GET being the last resort.
     */
    public String method() {
        boolean hasBody = false;
        for (ApiParameter p : parameters) {
            hasBody |= p.in() == Placement.FORM_DATA || p.in() == Placement.BODY || p.in() == Placement.BYTE;
        }
        if (hasBody && methods.contains("POST") || methods.contains("DELETE") && methods.contains("POST")) {
            return "POST";
        }
        return methods.isEmpty() ? hasBody ? "POST" : "GET" : methods.get(0);
    }

    /**
     * Follows {@code $ref}s until a schema without one is reached. What stands beside the reference
     * ({@code required}, {@code description}, {@code default} …) wins over the component. A reference that names nothing, or only
     * itself, is an object of unknown fields.
     */
    public Schema resolve(Schema schema) {
        Schema current = schema;
        for (int depth = 0; current.ref() != null && depth < 16; depth++) {
            Schema target = components.get(current.ref());
            if (target == null) {
                return current.toBuilder().ref(null).type("object").build();
            }
            Schema.Builder merged = target.toBuilder().required(current.required()).docRequired(current.docRequired())
                    .deprecated(current.deprecated() || target.deprecated());
            if (current.description() != null) {
                merged.description(current.description());
            }
            if (current.example() != null) {
                merged.example(current.example());
            }
            if (current.defaultValue() != null) {
                merged.defaultValue(current.defaultValue());
            }
            if (!current.enumeration().isEmpty()) {
                merged.enumeration(current.enumeration());
            }
            current = merged.build();
        }
        return current.ref() == null ? current : current.toBuilder().ref(null).type("object").build();
    }
}
