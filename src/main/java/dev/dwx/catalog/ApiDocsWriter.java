package dev.dwx.catalog;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes operations in the official form, as {@link ApiDocsReader} and {@link ApiJsonReader} read it: the whole
 * {@code api-docs.json} of a version, or the {@code api.json} of one operation. Reading back gives equal operations.
 */
public final class ApiDocsWriter {
    /** The version of the document's own form. */
    private static final String FORM = "1.0";
    private static final String EVENT_STREAM = "text/event-stream";

    /** The document as UTF-8 JSON. */
    public byte[] write(ApiDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the document as UTF-8 JSON and leaves the stream open. */
    public void write(ApiDocument document, OutputStream out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            json.writeStartObject();
            json.writeStringField("version", FORM);
            json.writeObjectFieldStart("info");
            json.writeStringField("style", "RPC");
            text(json, "product", document.product());
            text(json, "version", document.version());
            json.writeEndObject();
            json.writeFieldName("directories");
            directories(json, List.of(), document.directories());
            json.writeObjectFieldStart("components");
            schemas(json, "schemas", document.components());
            json.writeEndObject();
            json.writeObjectFieldStart("apis");
            for (ApiOperation operation : document.operations()) {
                json.writeFieldName(operation.name());
                operation(json, operation, false);
            }
            json.writeEndObject();
            json.writeArrayFieldStart("endpoints");
            for (RegionEndpoint endpoint : document.endpoints()) {
                json.writeStartObject();
                json.writeStringField("regionId", endpoint.regionId());
                json.writeStringField("endpoint", endpoint.endpoint());
                text(json, "vpc", endpoint.vpc());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** One operation as UTF-8 JSON; the components that it refers to stand beside it. */
    public byte[] write(ApiOperation operation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = generator(out)) {
            operation(json, operation, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return DocumentJson.mapper().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private static void directories(JsonGenerator json, List<String> names, List<ApiDirectory> groups)
            throws IOException {
        json.writeStartArray();
        for (String name : names) {
            json.writeString(name);
        }
        for (ApiDirectory group : groups) {
            json.writeStartObject();
            json.writeStringField("title", group.title() == null ? group.titleZh() : group.title());
            if (group.title() != null) {
                text(json, "titleZh", group.titleZh());
            }
            json.writeStringField("type", "directory");
            json.writeFieldName("children");
            directories(json, group.operations(), group.directories());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void operation(JsonGenerator json, ApiOperation operation, boolean alone) throws IOException {
        json.writeStartObject();
        text(json, "title", operation.title());
        text(json, "summary", operation.summary());
        json.writeArrayFieldStart("methods");
        for (String method : operation.methods()) {
            json.writeString(method.toLowerCase(Locale.ROOT));
        }
        json.writeEndArray();
        texts(json, "schemes", operation.schemes());
        text(json, "operationType", operation.operationType());
        json.writeBooleanField("deprecated", operation.deprecated());
        text(json, "x-replaced-by", operation.replacedBy());
        if (operation.streaming()) {
            texts(json, "produces", List.of(EVENT_STREAM));
        }
        json.writeArrayFieldStart("parameters");
        for (ApiParameter parameter : operation.parameters()) {
            json.writeStartObject();
            json.writeStringField("name", parameter.name());
            json.writeStringField("in", parameter.in().wireName());
            text(json, "style", parameter.style().wireName());
            json.writeFieldName("schema");
            schema(json, parameter.schema());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("responses");
        json.writeObjectFieldStart("200");
        json.writeFieldName("schema");
        schema(json, operation.response());
        json.writeEndObject();
        json.writeEndObject();
        errorCodes(json, operation.errorCodes());
        if (alone && !operation.components().isEmpty()) {
            json.writeObjectFieldStart("components");
            schemas(json, "schemas", operation.components());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void errorCodes(JsonGenerator json, Map<String, Map<String, String>> byStatus) throws IOException {
        if (byStatus.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("errorCodes");
        for (Map.Entry<String, Map<String, String>> status : byStatus.entrySet()) {
            json.writeArrayFieldStart(status.getKey());
            for (Map.Entry<String, String> error : status.getValue().entrySet()) {
                json.writeStartObject();
                json.writeStringField("errorCode", error.getKey());
                json.writeStringField("errorMessage", error.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void schemas(JsonGenerator json, String name, Map<String, Schema> schemas) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Schema> entry : schemas.entrySet()) {
            json.writeFieldName(entry.getKey());
            schema(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void schema(JsonGenerator json, Schema schema) throws IOException {
        json.writeStartObject();
        if (schema.ref() != null) {
            json.writeStringField("$ref", SchemaReader.COMPONENTS + schema.ref());
        }
        text(json, "type", schema.type());
        text(json, "format", schema.format());
        flag(json, "required", schema.required());
        flag(json, "docRequired", schema.docRequired());
        text(json, "description", schema.description());
        text(json, "example", schema.example());
        if (!schema.enumeration().isEmpty()) {
            enumeration(json, schema);
        }
        text(json, "default", schema.defaultValue());
        // Limits are texts in official documents.
        text(json, "minimum", schema.minimum() == null ? null : schema.minimum().toString());
        text(json, "maximum", schema.maximum() == null ? null : schema.maximum().toString());
        count(json, "minLength", schema.minLength());
        count(json, "maxLength", schema.maxLength());
        count(json, "minItems", schema.minItems());
        count(json, "maxItems", schema.maxItems());
        text(json, "pattern", schema.pattern());
        flag(json, "deprecated", schema.deprecated());
        flag(json, "isFileTransferUrl", schema.fileUrl());
        if (schema.items() != null) {
            json.writeFieldName("items");
            schema(json, schema.items());
        }
        if (!schema.properties().isEmpty()) {
            schemas(json, "properties", schema.properties());
        }
        if (schema.additionalProperties() != null) {
            json.writeFieldName("additionalProperties");
            schema(json, schema.additionalProperties());
        }
        json.writeEndObject();
    }

    private static void enumeration(JsonGenerator json, Schema schema) throws IOException {
        json.writeArrayFieldStart("enum");
        for (String value : schema.enumeration()) {
            if (schema.isInteger() && isPlainInteger(value)) {
                json.writeNumber(value);
            } else {
                json.writeString(value);
            }
        }
        json.writeEndArray();
    }

    /** Whether the text is what JSON writes for an integer, so that reading it gives the same text. */
    private static boolean isPlainInteger(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int length = text.length() - start;
        if (length == 0 || length > 400 || text.charAt(start) == '0' && text.length() > 1) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static void flag(JsonGenerator json, String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    private static void count(JsonGenerator json, String name, Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }
}
