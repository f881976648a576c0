package dev.dwx.catalog;

import dev.dwx.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is known of one operation as plain text, without colour: what it does, what it takes and answers, a call to
 * start from, its errors, and where this knowledge comes from. {@code dwx describe} and {@code help()} print it.
 */
public final class SignatureCard {
    /** Names longer than this do not push the column of facts further to the right. */
    private static final int WIDEST_NAME = 36;
    private static final int DEEPEST = 8;

    private final ApiOperation operation;
    private final ApiOperation otherVersion;
    private final SchemaWords words;
    private final ResponseShape shape;
    private final List<String> cautions;

    /** One line of an indented outline. */
    private record Row(int depth, String name, String facts, String description) {
        int columns() {
            return 2 * depth + DocText.columns(name);
        }
    }

    public SignatureCard(ApiOperation operation) {
        this(operation, null);
    }

    /** @param otherVersion the operation of the same name in the other API version, or {@code null} */
    public SignatureCard(ApiOperation operation, ApiOperation otherVersion) {
        this(operation, otherVersion, List.of());
    }

    /** @param cautions what to watch out for with this operation, a line each */
    public SignatureCard(ApiOperation operation, ApiOperation otherVersion, List<String> cautions) {
        this.operation = operation;
        this.otherVersion = otherVersion;
        this.cautions = List.copyOf(cautions);
        this.words = new SchemaWords(operation);
        this.shape = ResponseShape.of(operation);
    }

    /**
     * The card.
     *
     * @param width columns to break lines at; below 1, long lines stay whole
     * @param now what the age of the knowledge is told against
     */
    public String text(int width, Instant now) {
        StringBuilder card = new StringBuilder();
        head(card, width);
        List<Row> parameters = parameterRows();
        if (!operation.described()) {
            paragraph(card, Texts.of("Only the name is known: no source says how it is called."), width);
        } else if (parameters.isEmpty()) {
            paragraph(card, Texts.of("It takes no parameters."), width);
        } else {
            section(card, Texts.of("Parameters (* required)"));
            rows(card, parameters, width);
        }
        section(card, Texts.of("Answer"));
        List<Row> answer = new ArrayList<>();
        addFields(answer, operation.resolve(operation.response()), new ArrayList<>(), new HashSet<>());
        if (answer.isEmpty()) {
            card.append("  ").append(operation.streaming() ? Texts.of("a stream of events") : words.type(operation.response()))
                    .append('\n');
        }
        rows(card, answer, width);
        pages(card);
        section(card, Texts.of("Example"));
        card.append("  ").append(example()).append('\n');
        if (!cautions.isEmpty()) {
            section(card, Texts.of("Watch out"));
            cautions.forEach(caution -> lines(card, "- ".concat(caution), width, 2));
        }
        errors(card, width);
        card.append('\n').append(provenance(now)).append('\n');
        // Names, too, come from the network.
        return DocText.harmless(card);
    }

    private String example() {
        String call = ExampleCall.of(operation);
        boolean pinned = otherVersion != null && !operation.version().equals(ApiCatalog.V2024);
        return pinned ? "v".concat(operation.version().substring(0, 4)).concat(".").concat(call) : call;
    }

    private void head(StringBuilder card, int width) {
        card.append(operation.label());
        if (operation.described()) {
            card.append(" · ").append(operation.method());
        }
        if (operation.streaming()) {
            card.append(" · ").append(Texts.of("answers with a stream of events"));
        }
        if (operation.category() != null || operation.categoryZh() != null) {
            card.append(" · ").append(operation.category() == null ? "" : DocText.plain(operation.category()));
            card.append(operation.category() != null && operation.categoryZh() != null ? " / " : "");
            card.append(operation.categoryZh() == null ? "" : DocText.plain(operation.categoryZh()));
        }
        card.append('\n');
        if (operation.title() != null && !operation.title().equals(operation.summary())) {
            lines(card, operation.title(), width, 0);
        }
        if (operation.summary() != null) {
            lines(card, operation.summary(), width, 0);
        }
        if (operation.deprecated()) {
            card.append(successor()).append('\n');
        }
        if (otherVersion != null) {
            card.append(otherVersion.parameters().equals(operation.parameters())
                    ? Texts.of("Also in {0}, with the same parameters.", otherVersion.version())
                    : Texts.of("Also in {0}, with other parameters: {1}", otherVersion.version(),
                            "v" + otherVersion.version().substring(0, 4) + "." + otherVersion.name() + "(…).")).append('\n');
        }
    }

    /** {@code product::version::Operation}: the product goes without saying. */
    private String successor() {
        String by = operation.replacedBy();
        if (by == null || by.isBlank()) {
            return Texts.of("Deprecated.");
        }
        int name = by.lastIndexOf("::");
        if (name < 0) {
            return Texts.of("Deprecated; use {0}.", DocText.plain(by));
        }
        int version = by.lastIndexOf("::", name - 1);
        String ofVersion = by.substring(version < 0 ? 0 : version + 2, name);
        return DocText.plain(Texts.of("Deprecated; use {0} ({1}).", by.substring(name + 2), ofVersion));
    }

    private List<Row> parameterRows() {
        List<Row> rows = new ArrayList<>();
        for (int pass = 0; pass < 2; pass++) {
            for (ApiParameter parameter : operation.parameters()) {
                if (parameter.required() == (pass == 0)) {
                    Schema schema = operation.resolve(parameter.schema());
                    rows.add(new Row(1, marked(parameter.name(), schema), words.facts(schema, parameter),
                            schema.description()));
                    addNested(rows, schema, parameter.schema(), 2, new HashSet<>());
                }
            }
        }
        return rows;
    }

    private static String marked(String name, Schema schema) {
        return schema.required() ? name.concat("*") : name;
    }

    /** Fields of an object, of a list's elements or of a map's values; a component inside itself is named once. */
    private void addNested(List<Row> rows, Schema resolved, Schema unresolved, int depth, Set<String> open) {
        if (unresolved.ref() != null && !open.add(unresolved.ref())) {
            rows.add(new Row(depth, "…", Texts.of("the same again"), null));
            return;
        }
        if (depth <= DEEPEST) {
            for (Map.Entry<String, Schema> field : resolved.properties().entrySet()) {
                Schema schema = operation.resolve(field.getValue());
                rows.add(new Row(depth, marked(field.getKey(), schema), words.facts(schema, null),
                        schema.description()));
                addNested(rows, schema, field.getValue(), depth + 1, open);
            }
            Schema inner = resolved.items() != null ? resolved.items() : resolved.additionalProperties();
            if (inner != null) {
                addNested(rows, operation.resolve(inner), inner, depth, open);
            }
        }
        if (unresolved.ref() != null) {
            open.remove(unresolved.ref());
        }
    }

    private void addFields(List<Row> rows, Schema resolved, List<String> path, Set<String> open) {
        if (path.size() >= DEEPEST) {
            return;
        }
        for (Map.Entry<String, Schema> field : resolved.properties().entrySet()) {
            Schema schema = operation.resolve(field.getValue());
            path.add(field.getKey());
            String facts = schema.deprecated() ? Texts.of("{0}; deprecated", words.type(schema)) : words.type(schema);
            rows.add(new Row(path.size(), field.getKey(), facts.concat(meaning(path)), schema.description()));
            addInner(rows, schema, field.getValue(), path, open);
            path.remove(path.size() - 1);
        }
        Schema inner = resolved.items() != null ? resolved.items() : resolved.additionalProperties();
        if (inner != null) {
            addInner(rows, operation.resolve(inner), inner, path, open);
        }
    }

    private void addInner(List<Row> rows, Schema resolved, Schema unresolved, List<String> path, Set<String> open) {
        boolean named = unresolved.ref() != null;
        if (named && !open.add(unresolved.ref())) {
            rows.add(new Row(path.size() + 1, "…", Texts.of("the same again"), null));
            return;
        }
        addFields(rows, resolved, path, open);
        if (named) {
            open.remove(unresolved.ref());
        }
    }

    private String meaning(List<String> path) {
        if (path.equals(shape.listPath())) {
            return "  <- .items";
        }
        return path.equals(shape.totalPath()) ? "  <- .total" : "";
    }

    private void pages(StringBuilder card) {
        Paging paging = shape.paging();
        if (paging.style() == PagingStyle.NONE) {
            return;
        }
        List<String> next = paging.style() == PagingStyle.NEXT_TOKEN ? paging.tokenParameter() : paging.pageParameter();
        String all = operation.name() + ".all(…)";
        card.append("  ").append(paging.sizeParameter() == null ? Texts.of("Pages: by {0}; {1} reads them all.", String.join(".", next), all)
                : Texts.of("Pages: by {0} and {1}; {2} reads them all.", String.join(".", next), String.join(".", paging.sizeParameter()), all))
                .append('\n');
    }

    private void errors(StringBuilder card, int width) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> status : operation.errorCodes().entrySet()) {
            for (Map.Entry<String, String> error : status.getValue().entrySet()) {
                rows.add(new Row(1, status.getKey().concat(" ").concat(error.getKey()),
                        DocText.plain(error.getValue()), null));
            }
        }
        if (!rows.isEmpty()) {
            section(card, Texts.of("Errors"));
            rows(card, rows, width);
        }
    }

    private String provenance(Instant now) {
        Provenance from = operation.provenance();
        String where = from.source().equals("snapshot") && from.fetched() == null ? Texts.of("the snapshot in this program")
                : DocText.plain(from.source());
        if (from.location() != null) {
            where = where.concat(", ").concat(DocText.plain(from.location()));
        }
        String known = from.fetched() == null ? Texts.of("Source: {0}", where)
                : Texts.of("Source: {0}, read {1}", where, age(Duration.between(from.fetched(), now)));
        return known.concat(from.listed() ? Texts.of(".") : Texts.of("; no longer in the newest list."));
    }

    /** {@code just now}, {@code 5 minutes ago}, {@code 1 day ago}. */
    static String age(Duration age) {
        long minutes = age.toMinutes();
        if (minutes < 1) {
            return Texts.of("just now");
        }
        if (minutes < 60) {
            return minutes == 1 ? Texts.of("1 minute ago") : Texts.of("{0} minutes ago", minutes);
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return hours == 1 ? Texts.of("1 hour ago") : Texts.of("{0} hours ago", hours);
        }
        return hours / 24 == 1 ? Texts.of("1 day ago") : Texts.of("{0} days ago", hours / 24);
    }

    private static void section(StringBuilder card, String title) {
        card.append('\n').append(title).append('\n');
    }

    private static void paragraph(StringBuilder card, String text, int width) {
        card.append('\n');
        lines(card, text, width, 0);
    }

    private static void lines(StringBuilder card, String text, int width, int indent) {
        // A column too narrow to read in is not worth breaking for.
        int room = width < 1 ? 0 : Math.max(width - indent, 20);
        for (String line : DocText.wrap(DocText.plain(text), room)) {
            card.append(" ".repeat(indent)).append(line).append('\n');
        }
    }

    private static void rows(StringBuilder card, List<Row> rows, int width) {
        int column = 0;
        for (Row row : rows) {
            column = Math.max(column, Math.min(row.columns(), WIDEST_NAME));
        }
        column += 2;
        for (Row row : rows) {
            card.append("  ".repeat(row.depth())).append(row.name());
            StringBuilder facts = new StringBuilder();
            lines(facts, row.facts(), width, column);
            // The first line stands beside the name, unless the name is too long.
            int used = row.columns();
            if (used + 2 <= column && facts.length() > 0) {
                card.append(" ".repeat(column - used)).append(facts, column, facts.length());
            } else {
                card.append('\n').append(facts);
            }
            if (row.description() != null && !row.description().isBlank()) {
                lines(card, row.description(), width, column);
            }
        }
    }
}
