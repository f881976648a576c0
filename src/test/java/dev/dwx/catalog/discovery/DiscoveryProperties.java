package dev.dwx.catalog.discovery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.CatalogException;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of parsers and stored forms whatever they are given. */
class DiscoveryProperties {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Property(tries = 500)
    void arbitraryTextIsAPageOrASourceFailure(@ForAll String text) {
        page(text);
    }

    @Property(tries = 500)
    void arbitraryTextAfterTheVariableIsAPageOrASourceFailure(@ForAll("fragments") String text) {
        page("<script>window.__ICE_PAGE_PROPS__ =" + text);
    }

    @Property(tries = 300)
    void arbitraryContentIsAPageOrASourceFailure(@ForAll("html") String content) throws JsonProcessingException {
        String json = new ObjectMapper().writeValueAsString(
                Map.of("docDetailData", Map.of("data", Map.of("content", content))));
        for (FoundTitle title : page("window.__ICE_PAGE_PROPS__=" + json + ";x={}")) {
            assertTrue(Names.isOperation(title.name()));
            assertEquals(Names.line(title.text()), title.text());
        }
    }

    @Property(tries = 300)
    void arbitraryToolsAreToolsOrASourceFailure(@ForAll("fragments") String text) {
        try {
            new McpCatalogSource("tools").read(text.getBytes(StandardCharsets.UTF_8), NOW);
        } catch (SourceFailure e) {
            assertTrue(e.getMessage().startsWith("tools: "));
        }
    }

    @Property(tries = 300)
    void arbitraryDocumentsAreMetadataOrASourceFailure(@ForAll("fragments") String text) {
        try {
            new ApiDocsSource("2024-05-18", "docs", null).read(text.getBytes(StandardCharsets.UTF_8), NOW);
        } catch (SourceFailure e) {
            assertTrue(e.getMessage().startsWith("docs: "));
        }
    }

    @Property(tries = 300)
    void aStoredDocumentComesBackUnchanged(@ForAll byte[] content, @ForAll String location, @ForAll String etag,
            @ForAll long millis) throws SourceFailure {
        Instant fetched = Instant.ofEpochMilli(millis >> 16);
        // A lone surrogate has no bytes of its own; no address holds one.
        String address = new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String tag = new String(etag.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        StoredDocument back = DocumentFile.read(DocumentFile.write(
                new StoredDocument(address, null, fetched, tag, null, 3, content)));
        assertArrayEquals(content, back.content());
        assertEquals(address, back.location());
        assertEquals(tag, back.etag());
        assertEquals(fetched, back.fetched());
    }

    @Property(tries = 300)
    void arbitraryBytesAreAStoredFormOrRefused(@ForAll byte[] data) {
        try {
            DocumentFile.read(data);
        } catch (SourceFailure expected) {
            assertTrue(expected.getMessage().length() > 3);
        }
        try {
            CompiledCatalog.read(data, "file");
        } catch (CatalogException expected) {
            assertTrue(expected.getMessage().startsWith("file "));
        }
    }

    @Property(tries = 150)
    void aCompiledCatalogGivesBackEveryOperation(@ForAll("operations") List<ApiOperation> operations) {
        CompiledCatalog back = CompiledCatalog.read(CompiledCatalogWriter.write(operations, 7, NOW, "here"), "file");
        assertEquals(operations.size(), back.list().size());
        for (ApiOperation operation : operations) {
            assertEquals(operation, back.find(operation.version(), operation.name()).orElseThrow());
        }
        assertEquals(7, back.stamp());
        assertEquals(NOW, back.merged());
        assertEquals("here", back.sources());
    }

    @Property(tries = 150)
    void aCompiledCatalogWithOneBitChangedIsRefused(
            @ForAll("operations") List<ApiOperation> operations, @ForAll int place) {
        byte[] bytes = CompiledCatalogWriter.write(operations, 7, NOW, "here");
        int bit = Math.floorMod(place, bytes.length * 8);
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        try {
            CompiledCatalog.read(bytes, "file");
        } catch (CatalogException expected) {
            return;
        }
        throw new AssertionError("bit " + bit + " made no difference");
    }

    @Property(tries = 300)
    void aLineIsOneLineWithoutControls(@ForAll String text) {
        String line = Names.line(text);
        assertTrue(line.codePoints().noneMatch(c -> Character.isISOControl(c)));
        assertEquals(line, Names.line(line));
        assertEquals(line.strip(), line);
    }

    private static List<FoundTitle> page(String text) {
        try {
            return HelpPage.titles(text, "2024-05-18");
        } catch (SourceFailure e) {
            assertTrue(e.getMessage().length() > 3);
            return List.of();
        }
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of("{", "}", "[", "]", "\"", ":", ",", "null", "1", "1e999", "\"apis\"", "\"name\"",
                        "\"GetCrate\"", "\"docDetailData\"", "\"data\"", "\"content\"", "\"inputSchema\"",
                        "\"properties\"", "\"annotations\"", "\"info\"", "{\"docDetailData\":{\"data\":", "\\u0000",
                        "\\", " ", "[{\"name\":\"GetCrate\",\"inputSchema\":{\"properties\":{\"A\":")
                .list().ofMaxSize(30).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> html() {
        return Arbitraries.of("<h2>", "</h2>", "<h3>", "</h3>", "<table>", "</table>", "<tr>", "</tr>", "<td>",
                        "</td>", "<th>", "GetCrate", "SDK", "API", "<p>", "<script>", "</script>", "&lt;", "<!--",
                        "-->", "箱子", " ", "\u0000", "\u001b", "ListCrates")
                .list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<ApiOperation>> operations() {
        Arbitrary<String> names = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(2).ofMaxLength(6);
        Arbitrary<String> versions = Arbitraries.of("2024-05-18", "2020-05-18", "2019-01-01");
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(12).map(
                text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).injectNull(0.2);
        Arbitrary<Provenance> provenances = Combinators.combine(Arbitraries.of("api-docs", "mcp", "help"),
                Arbitraries.of("https://one", "two").injectNull(0.2), Arbitraries.integers().between(0, 3),
                Arbitraries.of(true, false)).as((source, location, days, listed) ->
                        new Provenance(source, location, days == 0 ? null : NOW.minusSeconds(days), listed));
        Arbitrary<List<ApiParameter>> parameters = Combinators.combine(names, Arbitraries.of(Placement.values()),
                Arbitraries.of(Style.values()), Arbitraries.of(true, false), texts).as((name, in, style, required, text) ->
                        new ApiParameter(name, in, style, Schema.of("string").toBuilder().required(required)
                                .description(text).build())).list().ofMaxSize(3);
        return Combinators.combine(versions, names, texts, Arbitraries.of(true, false), parameters, provenances)
                .as((version, name, text, deprecated, list, provenance) -> new ApiOperation(version, name,
                        List.of("GET"), List.of("https"), null, text, text, null, text, deprecated, null, false, list,
                        Schema.ANY, Map.of(), Map.of(), provenance))
                .list().ofMinSize(1).ofMaxSize(12).map(DiscoveryProperties::distinct);
    }

    private static List<ApiOperation> distinct(List<ApiOperation> operations) {
        Map<OperationKey, ApiOperation> byKey = new TreeMap<>();
        for (ApiOperation operation : operations) {
            byKey.put(OperationKey.of(operation), operation);
        }
        return new ArrayList<>(byKey.values());
    }
}
