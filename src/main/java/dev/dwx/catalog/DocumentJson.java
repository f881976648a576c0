package dev.dwx.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON into trees and back, numbers exact to the last digit. */
final class DocumentJson {
    private DocumentJson() {
    }

    /** Made when first used: nothing of Jackson is loaded by a session that reads no document. */
    private static final class Holder {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    static JsonMapper mapper() {
        return Holder.MAPPER;
    }

    /** @throws CatalogException when the bytes are not one JSON value */
    static JsonNode read(byte[] bytes, String what) {
        try {
            return checked(mapper().readTree(bytes), what);
        } catch (JsonProcessingException e) {
            throw notJson(what, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CatalogException when the stream does not hold one JSON value */
    static JsonNode read(InputStream in, String what) throws IOException {
        try {
            return checked(mapper().readTree(in), what);
        } catch (JsonProcessingException e) {
            throw notJson(what, e);
        }
    }

    private static JsonNode checked(JsonNode node, String what) {
        if (node == null || node.isMissingNode()) {
            throw new CatalogException(Texts.of("{0} is empty.", what));
        }
        return node;
    }

    private static CatalogException notJson(String what, JsonProcessingException e) {
        String where = e.getLocation() == null ? "" : Texts.of(" at line {0}, column {1}", e.getLocation().getLineNr(),
                e.getLocation().getColumnNr());
        return new CatalogException(Texts.of("{0} is not valid JSON{1}: {2}. It may be an error page or only part of the document.", what,
                where, e.getOriginalMessage()), e);
    }

    /**
     * The portal wraps answers in {@code {"code":0,"data":…}}; plain documents come too.
     *
     * @throws CatalogException when the wrapper reports a failure
     */
    static JsonNode unwrapped(JsonNode node, String what) {
        JsonNode code = node.get("code");
        if (code == null || node.has("apis") || node.has("methods")) {
            return node;
        }
        if (!"0".equals(code.asText()) && !"200".equals(code.asText())) {
            String message = SchemaReader.text(node.get("message"));
            throw new CatalogException(Texts.of("{0} reports a failure, code {1}{2}", what, code.asText(), message == null ? "." : ": " +
                    message));
        }
        if (!node.path("data").isContainerNode()) {
            throw new CatalogException(Texts.of("{0} reports success but holds no data.", what));
        }
        return node.get("data");
    }
}
