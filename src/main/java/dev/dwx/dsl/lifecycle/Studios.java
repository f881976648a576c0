package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which Data Studio a project is developed in. No call tells it, and the wrong one's calls fail or give what is not meant; so what the
 * user says is kept for the project, and where nobody has said it, what the project has in each of the two decides, and is said.
 */
final class Studios {
    private final Service service;
    private final Ledger ledger;
    private final String key;

    /** @param place whose project it is */
    Studios(Service service, Ledger ledger, List<Object> place) {
        this.service = service;
        this.ledger = ledger;
        key = "studio-" + Ledger.key("studio", place);
    }

    /**
     * Whether it is the old one.
     *
     * @param said {@code old}, {@code new}, or {@code null}
     */
    boolean isOld(String said) {
        if (said != null) {
            String word = said.toLowerCase(Locale.ROOT);
            if (!word.equals("old") && !word.equals("new")) {
                throw new IllegalArgumentException(Texts.of("studio is 'new' or 'old', not '{0}'.", said));
            }
            remember(word, "said");
            return word.equals("old");
        }
        String known = JsonWalk.text(ledger.read(key), "studio");
        if (known != null) {
            return known.equals("old");
        }
        boolean old = found();
        service.note(Texts.of("{0} is taken for a workspace of the {1}, by what is in it; studio: '{2}' says otherwise, and is"
                + " remembered.", service.project(),
                old ? Texts.of("old DataStudio, where nodes are files") : Texts.of("new Data Studio"), old ? "new" : "old"));
        remember(old ? "old" : "new", "found");
        return old;
    }

    private void remember(String word, String how) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("studio", word);
        document.put("how", how);
        document.put("project", service.project());
        ledger.keep(key, document);
    }

    private boolean found() {
        long fresh = count(ApiCatalog.V2024, "ListWorkflowDefinitions");
        fresh = fresh > 0 ? fresh : Math.max(fresh, count(ApiCatalog.V2024, "ListNodes"));
        if (fresh > 0) {
            return false;
        }
        long files = count(service.session().context().version(), "ListFiles");
        return files > 0 || fresh < 0 && files == 0 || ApiCatalog.V2020.equals(service.session().context().version()) && files >= 0;
    }

    /** How many there are; below zero where the call is refused. */
    private long count(String version, String list) {
        try {
            Map<String, Object> body = service.call(version, list, Service.named("PageSize", 10, "PageNumber", 1));
            Object total = JsonWalk.at(body, "PagingInfo", "TotalCount") == null ? JsonWalk.at(body, "Data", "TotalCount") : JsonWalk.at(body, "PagingInfo", "TotalCount");
            String text = JsonWalk.text(total);
            return text == null || !Fields.isId(text) ? 0 : Long.parseLong(text);
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.REFUSED) {
                throw e;
            }
            return -1;
        }
    }
}
