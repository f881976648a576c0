package dev.dwx.catalog

import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** API documents that lie beside the project where they are at hand, and a walk over their raw JSON. */
class SharedDocuments {
    static final Path DATA = Path.of(System.getProperty('dwx.basedir', '.')).resolve('../shared/data')
    static final List<String> OFFICIAL = ['openmeta/2024-05-18/api-docs.json', 'openmeta/2020-05-18/api-docs.json',
                                          'openmeta/2020-05-18/api-docs-stripped.json']
    static final List<String> OWN = ['dataworks-public-2024-05-18.api-docs.json', 'dataworks-public-2020-05-18.api-docs.json']

    static boolean present() {
        boolean there = (OFFICIAL + OWN).every { Files.isRegularFile(DATA.resolve(it)) }
        if (!there) {
            System.err.println("Skipped: there are no API documents in ${DATA.normalize()}.")
        }
        there
    }

    static byte[] bytes(String name) {
        Files.readAllBytes(DATA.resolve(name))
    }

    static Map raw(String name) {
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readValue(bytes(name), Map)
    }

    /** Counts the facts of raw JSON; knows nothing of the classes under test. */
    static Map<String, Integer> count(Map document) {
        def counts = new TreeMap<String, Integer>().withDefault { 0 }
        document.apis.each { String name, Map api ->
            counts['operations']++
            counts['methods'] += api.methods.size()
            counts['deprecated'] += api.deprecated ? 1 : 0
            counts['titles'] += api.title != null ? 1 : 0
            counts['successors'] += api.'x-replaced-by' ? 1 : 0
            counts['streaming'] += api.produces?.any { it.startsWith('text/event-stream') } ? 1 : 0
            counts['errors'] += api.errorCodes instanceof Map ? api.errorCodes.collectMany { it.value*.errorCode.unique() }.size() : 0
            api.parameters.each { Map parameter ->
                counts['parameters']++
                counts["in ${parameter.in}".toString()]++
                if (parameter.style) {
                    counts["style ${parameter.style}".toString()]++
                }
                walk(parameter.schema, 'request', counts)
            }
            def body = api.responses?.'200'?.schema
            if (body) {
                walk(body, 'response', counts)
            }
        }
        document.components.schemas.values().each { walk(it, 'component', counts) }
        counts['endpoints'] = document.endpoints.size()
        counts
    }

    @CompileStatic
    private static void walk(Map<String, Object> schema, String where, Map<String, Integer> counts) {
        def add = { String what, boolean there -> if (there) { counts.merge(where + ' ' + what, 1, Integer.&sum) } }
        add('schemas', true)
        add('type ' + schema.get('type'), schema.get('type') != null)
        add('format ' + schema.get('format'), schema.get('format') != null)
        add('required', schema.get('required') == true)
        add('docRequired', schema.get('docRequired') == true)
        add('descriptions', schema.get('description') != null)
        add('examples', schema.get('example') != null)
        add('defaults', schema.get('default') != null)
        add('minimums', schema.get('minimum') != null)
        add('maximums', schema.get('maximum') != null)
        add('minLengths', schema.get('minLength') != null)
        add('maxLengths', schema.get('maxLength') != null)
        add('minItems', schema.get('minItems') != null)
        add('maxItems', schema.get('maxItems') != null)
        add('patterns', schema.get('pattern') != null)
        add('deprecated', schema.get('deprecated') == true)
        add('files', schema.get('isFileTransferUrl') == true)
        add('references', schema.get('$ref') != null)
        add('maps', schema.get('additionalProperties') instanceof Map)
        for (Object value : values(schema)) {
            add('enum values', value != null)
        }
        for (Object field : ((Map) schema.get('properties') ?: [:]).values()) {
            add('fields', true)
            walk((Map<String, Object>) field, where, counts)
        }
        for (Object inner : [schema.get('items'), schema.get('additionalProperties')]) {
            if (inner instanceof Map) {
                walk((Map<String, Object>) inner, where, counts)
            }
        }
    }

    /** Documented values: listed, or else given titles. */
    static List<String> values(Map schema) {
        (schema.get('enum') ? schema.get('enum') : schema.enumValueTitles instanceof Map ? (schema.enumValueTitles as Map).keySet() : [])*.toString()
    }

    /** The same facts of what was read. */
    static Map<String, Integer> count(Collection<ApiOperation> operations, Map<String, Schema> components, int endpoints) {
        def counts = new TreeMap<String, Integer>().withDefault { 0 }
        operations.each { operation ->
            counts['operations']++
            counts['methods'] += operation.methods().size()
            counts['deprecated'] += operation.deprecated() ? 1 : 0
            counts['titles'] += operation.title() != null ? 1 : 0
            counts['successors'] += operation.replacedBy() ? 1 : 0
            counts['streaming'] += operation.streaming() ? 1 : 0
            counts['errors'] += operation.errorCodes().values().sum(0) { it.size() }
            operation.parameters().each { parameter ->
                counts['parameters']++
                counts["in ${parameter.in().wireName()}".toString()]++
                if (parameter.style() != Style.NONE) {
                    counts["style ${parameter.style().wireName()}".toString()]++
                }
                read(parameter.schema(), 'request', counts)
            }
            if (operation.response() != Schema.ANY) {
                read(operation.response(), 'response', counts)
            }
        }
        components.values().each { read(it, 'component', counts) }
        counts['endpoints'] = endpoints
        counts
    }

    @CompileStatic
    private static void read(Schema schema, String where, Map<String, Integer> counts) {
        def add = { String what, boolean there -> if (there) { counts.merge(where + ' ' + what, 1, Integer.&sum) } }
        add('schemas', true)
        add('type ' + schema.type(), schema.type() != null)
        add('format ' + schema.format(), schema.format() != null)
        add('required', schema.required())
        add('docRequired', schema.docRequired())
        add('descriptions', schema.description() != null)
        add('examples', schema.example() != null)
        add('defaults', schema.defaultValue() != null)
        add('minimums', schema.minimum() != null)
        add('maximums', schema.maximum() != null)
        add('minLengths', schema.minLength() != null)
        add('maxLengths', schema.maxLength() != null)
        add('minItems', schema.minItems() != null)
        add('maxItems', schema.maxItems() != null)
        add('patterns', schema.pattern() != null)
        add('deprecated', schema.deprecated())
        add('files', schema.fileUrl())
        add('references', schema.ref() != null)
        add('maps', schema.additionalProperties() != null)
        for (String value : schema.enumeration()) {
            add('enum values', value != null)
        }
        for (Schema field : schema.properties().values()) {
            add('fields', true)
            read(field, where, counts)
        }
        if (schema.items() != null) {
            read(schema.items(), where, counts)
        }
        if (schema.additionalProperties() != null) {
            read(schema.additionalProperties(), where, counts)
        }
    }

    /** What is counted differently: empty when nothing is lost, and short enough to read when something is. */
    static List<String> differences(Map<String, Integer> expected, Map<String, Integer> found) {
        (expected.keySet() + found.keySet()).findAll { expected.getOrDefault(it, 0) != found.getOrDefault(it, 0) }
            .collect { "$it: ${expected.getOrDefault(it, 0)} in the document, ${found.getOrDefault(it, 0)} read".toString() }
    }
}
