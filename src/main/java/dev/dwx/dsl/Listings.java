package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.pages.Page;
import dev.dwx.dsl.pages.PageDesk;
import dev.dwx.dsl.pages.PageReader;
import dev.dwx.dsl.pages.Pages;
import java.util.Map;

/** Makes the pages of a listing readable: by calls down the one line, in the context in which the listing was asked for. */
final class Listings {
    private final Session session;

    Listings(Session session) {
        this.session = session;
    }

    Pages all(ApiOperation operation, Map<String, Object> arguments) {
        // Where it was asked for, not where it is read: pages may be read after an inProject block has ended.
        Context context = session.context();
        PageReader reader = asked -> session.within(context, () -> page(session.call(operation, asked, false), context.strict()));
        return new Pages(operation, arguments, new PageDesk(reader, context.strict(), session::note, session.progress(),
                calls -> session.within(context, () -> {
                    session.budget().need(calls, operation.name() + ".all");
                    return null;
                })));
    }

    private static Page page(ApiResult result, boolean strict) {
        ApiOperation operation = result.getOperation();
        String odd = strict ? Listing.oddity(operation, result.answer().body()) : null;
        if (odd != null) {
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, operation.name(), operation.version())
                    .code("dwx.IncompleteListing").why("a page is not as described: " + odd)
                    .next("run it again; " + operation.name() + "(…).raw has the answer as it comes").build();
        }
        Listing listing = result.listing();
        return new Page(result.getItems(), listing.items(), listing.total(), listing.pageSize(), listing.nextToken(),
                listing.saysMore());
    }
}
