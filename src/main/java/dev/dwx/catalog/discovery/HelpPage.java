package dev.dwx.catalog.discovery;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dwx.catalog.ApiCatalog;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Reads the API overview of the help site. The page carries its document as HTML text inside a JSON object that a
 * script assigns to {@code window.__ICE_PAGE_PROPS__}. Exactly one JSON value is read from the first brace on:
 * the text may hold {@code };} and an escaped closing tag, and further statements may follow.
 *
 * <p>Groups are the {@code h2} headings, with {@code h3} headings as groups inside them. A heading that speaks of
 * the SDK opens no group, and the rows below it are no operations.
 */
final class HelpPage {
    private static final String VARIABLE = "window.__ICE_PAGE_PROPS__";
    private static final List<String> FAULTY_TITLES =
            List.of("404", "error", "not found", "login", "log in", "sign in", "错误", "不存在", "登录");
    private static final List<String> TEXT_HEADERS = List.of("description", "描述", "说明", "api描述", "接口描述");

    private HelpPage() {
    }

    /**
     * The rows of the overview.
     *
     * @param page the whole page
     * @param version the version whose page was asked for
     * @throws SourceFailure if this is not a filled overview of that version
     */
    static List<FoundTitle> titles(String page, String version) throws SourceFailure {
        JsonNode properties = properties(page);
        JsonNode data = data(properties);
        refuseFaultyTitle(text(data, "title"));
        refuseFaultyTitle(text(data, "docTitle"));
        refuseOtherVersion(text(data, "alias"), version);
        String content = text(data, "content");
        if (content.isBlank()) {
            throw new SourceFailure(Texts.of("the page has no content"));
        }
        List<FoundTitle> titles = rows(Jsoup.parse(content), version);
        if (titles.isEmpty()) {
            throw new SourceFailure(Texts.of("the page lists no operations"));
        }
        return titles;
    }

    private static JsonNode properties(String page) throws SourceFailure {
        String reason = null;
        for (int at = page.indexOf(VARIABLE); at >= 0; at = page.indexOf(VARIABLE, at + 1)) {
            int brace = valueStart(page, at + VARIABLE.length());
            if (brace < 0) {
                continue;
            }
            try (JsonParser parser = new ObjectMapper().createParser(page.substring(brace))) {
                JsonNode node = parser.readValueAsTree();
                if (node != null && node.path("docDetailData").isObject()) {
                    return node;
                }
                reason = Texts.of("the page's data hold no document");
            } catch (IOException e) {
                reason = Texts.of("the page's data are no valid JSON");
            }
        }
        if (reason == null) {
            Document document = Jsoup.parse(page);
            refuseFaultyTitle(document.title());
            throw new SourceFailure(Texts.of("the page does not carry its data ({0} is missing)", VARIABLE));
        }
        throw new SourceFailure(reason);
    }

    /** Place of the brace that opens the value assigned, or -1 where the variable is only mentioned. */
    private static int valueStart(String page, int from) {
        int at = blank(page, from);
        if (at >= page.length() || page.charAt(at) != '=') {
            return -1;
        }
        at = blank(page, at + 1);
        return at < page.length() && page.charAt(at) == '{' ? at : -1;
    }

    private static int blank(String page, int from) {
        int at = from;
        while (at < page.length() && Character.isWhitespace(page.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The document, in the first place where it has content. */
    private static JsonNode data(JsonNode properties) {
        JsonNode detail = properties.path("docDetailData");
        JsonNode stored = detail.path("storeData").path("data");
        return text(stored, "content").isBlank() && !text(detail.path("data"), "content").isBlank()
                ? detail.path("data")
                : stored;
    }

    private static void refuseFaultyTitle(String title) throws SourceFailure {
        String lower = title.toLowerCase(Locale.ROOT);
        for (String faulty : FAULTY_TITLES) {
            if (lower.contains(faulty)) {
                throw new SourceFailure(Texts.of("the page is titled \"{0}\"", Names.line(title)));
            }
        }
    }

    private static void refuseOtherVersion(String alias, String version) throws SourceFailure {
        int at = alias.indexOf(ApiCatalog.PRODUCT + "-");
        if (at >= 0) {
            int start = at + ApiCatalog.PRODUCT.length() + 1;
            String named = alias.substring(start, Math.min(alias.length(), start + version.length()));
            if (Names.isVersion(named) && !named.equals(version)) {
                throw new SourceFailure(Texts.of("the page is of version {0}, not {1}", named, version));
            }
        }
    }

    private static List<FoundTitle> rows(Document document, String version) throws SourceFailure {
        List<FoundTitle> titles = new ArrayList<>();
        String group = null;
        String inner = null;
        boolean outside = false;
        boolean innerOutside = false;
        int strange = 0;
        for (Element element : document.body().select("h2, h3, tr")) {
            switch (element.normalName()) {
                case "h2" -> {
                    group = Names.line(element.text());
                    inner = null;
                    outside = aboutSdk(group);
                    innerOutside = false;
                }
                case "h3" -> {
                    inner = Names.line(element.text());
                    innerOutside = aboutSdk(inner);
                }
                default -> {
                    List<String> cells = cells(element);
                    if (outside || innerOutside || cells.size() < 2 || isHeader(element, cells)) {
                        continue;
                    }
                    if (!Names.isOperation(cells.get(0))) {
                        strange++;
                        continue;
                    }
                    titles.add(new FoundTitle(version, cells.get(0), inner == null ? group : inner,
                            inner == null ? null : group, cells.get(1)));
                }
            }
        }
        if (strange > titles.size()) {
            throw new SourceFailure(Texts.of("most rows of the page do not name an operation"));
        }
        return titles;
    }

    private static boolean aboutSdk(String heading) {
        return heading.toUpperCase(Locale.ROOT).contains("SDK");
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                cells.add(Names.line(cell.text()));
            }
        }
        return cells;
    }

    private static boolean isHeader(Element row, List<String> cells) {
        return row.select("> td").isEmpty()
                || cells.get(0).equals("API")
                || TEXT_HEADERS.contains(cells.get(1).toLowerCase(Locale.ROOT));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
