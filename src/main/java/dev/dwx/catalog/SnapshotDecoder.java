package dev.dwx.catalog;

import static dev.dwx.catalog.SnapshotFormat.ADDITIONAL;
import static dev.dwx.catalog.SnapshotFormat.DEFAULT;
import static dev.dwx.catalog.SnapshotFormat.DESCRIPTION;
import static dev.dwx.catalog.SnapshotFormat.DOC_REQUIRED;
import static dev.dwx.catalog.SnapshotFormat.ENUMERATION;
import static dev.dwx.catalog.SnapshotFormat.EXAMPLE;
import static dev.dwx.catalog.SnapshotFormat.FILE_URL;
import static dev.dwx.catalog.SnapshotFormat.FORMAT_NAME;
import static dev.dwx.catalog.SnapshotFormat.ITEMS;
import static dev.dwx.catalog.SnapshotFormat.MAXIMUM;
import static dev.dwx.catalog.SnapshotFormat.MAX_ITEMS;
import static dev.dwx.catalog.SnapshotFormat.MAX_LENGTH;
import static dev.dwx.catalog.SnapshotFormat.MINIMUM;
import static dev.dwx.catalog.SnapshotFormat.MIN_ITEMS;
import static dev.dwx.catalog.SnapshotFormat.MIN_LENGTH;
import static dev.dwx.catalog.SnapshotFormat.PATTERN;
import static dev.dwx.catalog.SnapshotFormat.PROPERTIES;
import static dev.dwx.catalog.SnapshotFormat.REF;
import static dev.dwx.catalog.SnapshotFormat.REQUIRED;
import static dev.dwx.catalog.SnapshotFormat.SCHEMA_DEPRECATED;
import static dev.dwx.catalog.SnapshotFormat.TYPE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes one operation of a snapshot; used by one thread, and thrown away after it. */
final class SnapshotDecoder {
    private final SnapshotBytes bytes;
    private int at;

    SnapshotDecoder(SnapshotBytes bytes) {
        this.bytes = bytes;
    }

    /** The operation of record {@code index}. */
    ApiOperation operation(int index) {
        int operation = bytes.record(index);
        at = bytes.detailsAt(bytes.intAt(operation + 24));
        List<String> methods = strings();
        List<String> schemes = strings();
        String operationType = string();
        String title = string();
        String replacedBy = string();
        boolean streaming = number() != 0;
        int count = number();
        List<ApiParameter> parameters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parameters.add(new ApiParameter(string(), Placement.of(string()), Style.of(string()), schema(number())));
        }
        Schema response = schema(number());
        Map<String, Map<String, String>> errorCodes = errorCodes();
        return new ApiOperation(bytes.stringAt(operation), bytes.stringAt(operation + 4), methods, schemes,
                operationType, title, bytes.stringAt(operation + 8), bytes.stringAt(operation + 12),
                bytes.stringAt(operation + 16),
                (bytes.intAt(operation + 20) & SnapshotFormat.DEPRECATED) != 0, replacedBy, streaming, parameters,
                response, errorCodes, schemas(), Provenance.SNAPSHOT);
    }

    private Map<String, Map<String, String>> errorCodes() {
        int count = number();
        Map<String, Map<String, String>> byStatus = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String status = string();
            int size = number();
            Map<String, String> errors = new LinkedHashMap<>();
            for (int k = 0; k < size; k++) {
                errors.put(string(), string());
            }
            byStatus.put(status, OrderedCopy.of(errors));
        }
        return byStatus;
    }

    private Schema schema(int number) {
        if (number == 0) {
            return Schema.ANY;
        }
        Schema known = bytes.knownSchema(number);
        if (known != null) {
            return known;
        }
        int back = at;
        at = bytes.schemaAt(number);
        Schema schema = decode();
        at = back;
        bytes.keepSchema(number, schema);
        return schema;
    }

    private Schema decode() {
        int parts = number();
        Schema.Builder schema = new Schema.Builder()
                .required((parts & REQUIRED) != 0)
                .docRequired((parts & DOC_REQUIRED) != 0)
                .deprecated((parts & SCHEMA_DEPRECATED) != 0)
                .fileUrl((parts & FILE_URL) != 0);
        if ((parts & TYPE) != 0) {
            schema.type(string());
        }
        if ((parts & FORMAT_NAME) != 0) {
            schema.format(string());
        }
        if ((parts & DESCRIPTION) != 0) {
            schema.description(string());
        }
        if ((parts & EXAMPLE) != 0) {
            schema.example(string());
        }
        if ((parts & ENUMERATION) != 0) {
            schema.enumeration(strings());
        }
        if ((parts & DEFAULT) != 0) {
            schema.defaultValue(string());
        }
        if ((parts & MINIMUM) != 0) {
            schema.minimum(new BigDecimal(string()));
        }
        if ((parts & MAXIMUM) != 0) {
            schema.maximum(new BigDecimal(string()));
        }
        if ((parts & MIN_LENGTH) != 0) {
            schema.minLength(number());
        }
        if ((parts & MAX_LENGTH) != 0) {
            schema.maxLength(number());
        }
        if ((parts & MIN_ITEMS) != 0) {
            schema.minItems(number());
        }
        if ((parts & MAX_ITEMS) != 0) {
            schema.maxItems(number());
        }
        if ((parts & PATTERN) != 0) {
            schema.pattern(string());
        }
        if ((parts & REF) != 0) {
            schema.ref(string());
        }
        if ((parts & ITEMS) != 0) {
            schema.items(schema(number()));
        }
        if ((parts & PROPERTIES) != 0) {
            schema.properties(schemas());
        }
        if ((parts & ADDITIONAL) != 0) {
            schema.additionalProperties(schema(number()));
        }
        return schema.build();
    }

    private Map<String, Schema> schemas() {
        int count = number();
        if (count == 0) {
            return Map.of();
        }
        Map<String, Schema> named = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            named.put(string(), schema(number()));
        }
        return named;
    }

    private List<String> strings() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(string());
        }
        return texts;
    }

    private String string() {
        return bytes.string(number());
    }

    private int number() {
        int value = 0;
        for (int shift = 0;; shift += 7) {
            byte next = bytes.byteAt(at++);
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
