package dev.dwx.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jline.utils.WCWidth;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
class RenderProperties {
    private static final Look TERMINAL = new Look(80, false, true);

    @Property(tries = 150)
    void jsonReadsBackExactly(@ForAll("values") Object value, @ForAll boolean terminal) throws IOException {
        String json = new Renderer(OutputForm.JSON, terminal ? TERMINAL : Look.PLAIN).render(value);
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        assertEquals(normal(value), normal(ofJson(mapper.readTree(json))));
    }

    @Property(tries = 150)
    void yamlReadsBackExactly(@ForAll("values") Object value) {
        // As it is printed: the end of the last line is the printer's.
        String yaml = new Renderer(OutputForm.YAML, Look.PLAIN).render(value) + "\n";
        Node root = new Compose(LoadSettings.builder().setCodePointLimit(10_000_000).build()).composeString(yaml).orElseThrow();
        assertEquals(normal(value), normal(ofYaml(root)));
    }

    @Property(tries = 150)
    void csvReadsBackTheCells(@ForAll("rows") List<Map<String, String>> rows) throws IOException {
        String csv = new Renderer(OutputForm.CSV, Look.PLAIN).render(rows);
        List<Map<String, String>> read = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
            for (CSVRecord record : parser) {
                read.add(record.toMap());
            }
        }
        List<Map<String, String>> expected = new ArrayList<>();
        List<String> keys = Listing.keys(rows);
        for (Map<String, String> row : rows) {
            Map<String, String> whole = new LinkedHashMap<>();
            keys.forEach(key -> whole.put(key, row.getOrDefault(key, "")));
            expected.add(whole);
        }
        assertEquals(expected, read);
    }

    @Property(tries = 200)
    void noLineIsWiderThanTheTerminal(@ForAll("tables") List<Map<String, Object>> rows, @ForAll @IntRange(min = 60, max = 160) int width) {
        String text = new Renderer(OutputForm.TABLE, new Look(width, false, true)).render(rows);
        for (String line : text.split("\n")) {
            assertTrue(independentWidth(line) <= width, () -> independentWidth(line) + " columns: " + line);
        }
    }

    @Property(tries = 200)
    void noFormLetsTheTerminalActOnData(@ForAll("values") Object value, @ForAll OutputForm form) {
        String text = new Renderer(form, TERMINAL).render(value);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            assertTrue(c == '\n' || c == '\t' || !VisibleText.hidden(text, i), "raw control character " + (int) c);
        }
    }

    @Property(tries = 150)
    void columnsOfATableStandBelowEachOther(@ForAll("rows") List<Map<String, String>> rows) {
        List<String> columns = Listing.columns(rows);
        List<String> lines = new Grid(rows, columns, Look.PLAIN).lines(2);
        if (lines == null) {
            return;
        }
        assertEquals(rows.size() + 1, lines.size());
        for (int i = 0; i < rows.size(); i++) {
            String first = rows.get(i).getOrDefault(columns.get(0), "");
            String line = lines.get(i + 1);
            assertTrue(line.strip().isEmpty() || line.startsWith("  " + VisibleText.line(first, Look.PLAIN).stripTrailing()), line);
        }
    }

    private static int independentWidth(String line) {
        return line.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
    }

    @Provide
    Arbitrary<Object> values() {
        return values(2);
    }

    private static Arbitrary<Object> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<Object> inner = values(depth - 1);
        return Arbitraries.oneOf(
                scalars(),
                inner.list().ofMaxSize(4).map(list -> (Object) list),
                Arbitraries.maps(texts(), inner).ofMaxSize(4).map(map -> (Object) new LinkedHashMap<>(map)));
    }

    @Provide
    Arbitrary<List<Map<String, String>>> rows() {
        Arbitrary<String> keys = Arbitraries.of("Id", "Name", "Status", "描述", "a b", "x,y");
        return Arbitraries.maps(keys, texts().filter(text -> !text.isEmpty() && text.indexOf('\r') < 0))
                .ofMinSize(2).ofMaxSize(5).map(map -> (Map<String, String>) new LinkedHashMap<>(map)).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Map<String, Object>>> tables() {
        Arbitrary<String> keys = Arbitraries.of("Id", "Name", "Status", "描述", "CreateTime", "Owner", "Content", "Tags", "DisplayName");
        Arbitrary<Object> cells = Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                Arbitraries.strings().withChars("数据go 🚀").ofMaxLength(120).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number),
                texts().list().ofMaxSize(3).map(list -> (Object) list));
        return Arbitraries.maps(keys, cells).ofMinSize(1).ofMaxSize(9)
                .map(map -> {
                    Map<String, Object> row = new LinkedHashMap<>(map);
                    row.computeIfPresent("Id", (key, value) -> 7421000000000000001L);
                    return row;
                })
                .list().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12).filter(RenderProperties::paired),
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().withChars("数据\n\t\r\u001b\u0007 '\":#-{}[]&*!|>%@`\u0085\u2028\ufeff").ofMaxLength(12),
                Arbitraries.of("no", "null", "~", "7421000000000000001", "012", "1e3", "- a", "a: b", " x ", "a\nb\n", "\n", " \na", "a \n b"));
    }

    /** Half of a surrogate pair is no text: it cannot be written in UTF-8 at all. */
    private static boolean paired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i)) && VisibleText.hidden(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                texts().map(text -> (Object) text),
                Arbitraries.integers().map(number -> (Object) number),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)).map(number -> (Object) number),
                Arbitraries.bigDecimals().between(new BigDecimal("-1e12"), new BigDecimal("1e12")).ofScale(6).map(number -> (Object) number),
                Arbitraries.of(true, false).map(bool -> (Object) bool),
                Arbitraries.just(null));
    }

    /** Numbers by value and scale, whatever Java type holds them. */
    private static Object normal(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(key, normal(element)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RenderProperties::normal).map(element -> element == null ? "(null)" : element).toList();
        }
        return value instanceof Number ? new BigDecimal(value.toString()) : value;
    }

    private static Object ofJson(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), ofJson(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(element -> list.add(ofJson(element)));
            return list;
        }
        return node.isNull() ? null : node.isBoolean() ? (Object) node.booleanValue()
                : node.isNumber() ? new BigDecimal(node.asText()) : node.textValue();
    }

    private static Object ofYaml(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                map.put(((ScalarNode) tuple.getKeyNode()).getValue(), ofYaml(tuple.getValueNode()));
            }
            return map;
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            sequence.getValue().forEach(element -> list.add(ofYaml(element)));
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.getTag().equals(Tag.NULL)) {
            return null;
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(scalar.getValue());
        }
        boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
        return number ? new BigDecimal(scalar.getValue()) : scalar.getValue();
    }
}
