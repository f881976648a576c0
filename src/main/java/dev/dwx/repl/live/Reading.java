package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.PagingStyle;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallWatcher;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.pages.PageRequest;
import dev.dwx.time.BizDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one listing page by page, by the reads that dwx makes by itself; nobody is shown anything of it. */
final class Reading {
    private final Session session;
    private final Feed feed;
    private final ListKey key;
    private final Context context;
    private String resolved;

    Reading(Session session, Feed feed, ListKey key, Context context) {
        this.session = session;
        this.feed = feed;
        this.key = key;
        // A read is a read in a rehearsal too, and no part of what is rehearsed.
        this.context = context.withWatcher(CallWatcher.NONE).withExplanation(null).withRehearsal(null);
    }

    ApiOperation list() {
        return feed.list();
    }

    /** The id of a project of which only the name was known before; else {@code null}. */
    String resolved() {
        return resolved;
    }

    /**
     * Reads until all is there, or no further call may be made.
     *
     * @return whether all is there
     * @throws ApiException when a page could not be read
     */
    boolean run(Shelf shelf, Frugality frugality) {
        ResponseShape shape = ResponseShape.of(feed.list());
        PageRequest request = new PageRequest(feed.list(), arguments());
        Long size = request.firstSize();
        String token = null;
        int most = frugality.pages(context.region());
        for (int page = 1; page <= most && frugality.take(context.region()); page++) {
            Object body = session.lookups().ask(feed.list(), request.page(page, size, token), context).body();
            List<?> items = ResponseShape.at(body, shape.listPath()) instanceof List<?> list ? list : List.of();
            shelf.put(items);
            Object next = ResponseShape.at(body, shape.paging().tokenPath());
            token = next == null || next.toString().isEmpty() ? null : next.toString();
            boolean more = switch (request.style()) {
                case NONE -> false;
                case NEXT_TOKEN -> token != null;
                case PAGE_NUMBER -> !items.isEmpty() && (size == null || items.size() >= size);
            };
            if (!more) {
                return true;
            }
        }
        return false;
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (ApiParameter parameter : feed.list().parameters()) {
            String name = parameter.name();
            String text = feed.fixed().get(name);
            Object value = key.needed().containsKey(name) ? typed(parameter, key.needed().get(name))
                    : text != null ? fixed(parameter, text)
                    : name.equals("ProjectId") && !key.project().isEmpty() ? typed(parameter, projectId())
                    : name.equals("RegionId") ? context.region() : null;
            if (value != null) {
                arguments.put(name, value);
            }
        }
        return arguments;
    }

    private String projectId() {
        if (isNumber(key.project())) {
            return key.project();
        }
        Long id = session.within(context.withProject(null, key.project()), session::projectId);
        resolved = id.toString();
        return resolved;
    }

    private Object fixed(ApiParameter parameter, String text) {
        return switch (text) {
            case "$env" -> Context.spelled(context.environment() == null ? "Prod" : context.environment(), parameter, feed.list().version());
            case "$bizdate" -> BizDate.yesterday(session.clock(), context.timeZone()).toInstant(context.timeZone()).toEpochMilli();
            default -> typed(parameter, text.replace(Feed.PROJECT, key.project()));
        };
    }

    private Object typed(ApiParameter parameter, String text) {
        Schema schema = feed.list().resolve(parameter.schema());
        if (schema.isInteger() && isNumber(text)) {
            return Long.valueOf(text);
        }
        return schema.isArray() ? List.of(text) : text;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
