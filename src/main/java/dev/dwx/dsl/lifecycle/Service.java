package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.CallBudget;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.waiting.Following;
import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.Wait;
import dev.dwx.dsl.waiting.WaitDesk;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The way of every call that the lifecycle makes: the session's own line, so that what holds for a call that somebody types holds for
 * these too. Answers are plain: maps, lists, texts and exact numbers.
 */
public final class Service {
    private static final int PAGE = 100;

    private final Session session;

    public Service(Session session) {
        this.session = session;
    }

    public Session session() {
        return session;
    }

    /**
     * Calls an operation of 2024-05-18.
     *
     * @param arguments names and values in turn; a value of {@code null} is left out
     */
    public Map<String, Object> call(String name, Object... arguments) {
        return call(ApiCatalog.V2024, name, named(arguments));
    }

    public Map<String, Object> call(String version, String name, Map<String, Object> arguments) {
        return body(session.look(operation(version, name), arguments));
    }

    /** A look of a wait: the same, told apart for whoever reads it. */
    Map<String, Object> look(String version, String name, Map<String, Object> arguments) {
        return body(session.look(operation(version, name), arguments));
    }

    Map<String, Object> look(String name, Object... arguments) {
        return look(ApiCatalog.V2024, name, named(arguments));
    }

    /** Every item of every page of a listing. */
    public List<Map<String, Object>> all(String name, Object... arguments) {
        return all(ApiCatalog.V2024, name, named(arguments));
    }

    List<Map<String, Object>> all(String version, String name, Map<String, Object> arguments) {
        ApiOperation operation = operation(version, name);
        arguments.putIfAbsent("PageSize", PAGE);
        List<Map<String, Object>> items = new ArrayList<>();
        for (Object item : session.pages(operation, arguments).lenient()) {
            Object plain = item instanceof Showable showable ? showable.value() : item;
            if (plain instanceof Map<?, ?> map) {
                items.add(Fields.copy(map));
            }
        }
        return items;
    }

    private ApiOperation operation(String version, String name) {
        return session.known(version, name).orElseThrow(() -> ApiException.of(ApiException.Stage.NOT_SENT, name, version)
                .code("dwx.UnknownOperation").why(Texts.of("the catalog has no {0} of {1}", name, version)).next(":refresh").build());
    }

    private static Map<String, Object> body(ApiResult result) {
        return result.answer().body() instanceof Map<?, ?> map ? Fields.copy(map) : Map.of();
    }

    static Map<String, Object> named(Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i + 1] != null) {
                named.put(arguments[i].toString(), arguments[i + 1]);
            }
        }
        return named;
    }

    /** Waits for an end; the looks are repeated where they fail for a reason that passes. */
    WaitResult wait(WaitTerms terms, Supplier<Object> look, Function<Object, Standing> reading) {
        return new Wait(desk(), terms).follow(look, reading);
    }

    private WaitDesk desk() {
        CallBudget budget = session.budget();
        return new WaitDesk(session.timer(), session.progress(), session::note, budget::widen, budget::mayNeed);
    }

    /** Waits for the end of a thing that the service knows by an id; in a rehearsal it has none, and nothing is waited for. */
    void follow(Following thing, String what, Duration timeout) {
        if (!rehearsed()) {
            WaitTerms usual = thing.terms();
            thing.wait(desk(), new WaitTerms(what, usual.again(), usual.every(), timeout, true),
                    () -> look(thing.version(), thing.operation(), named(thing.parameter(), thing.id())), body -> body);
        }
    }

    /** Whether writes are only rehearsed, so that nothing begins and nothing is waited for. */
    public boolean rehearsed() {
        return session.context().rehearsal() != null;
    }

    public void note(String line) {
        session.progress().clear();
        session.note(line);
    }

    /** The project that calls belong to. */
    String project() {
        String label = session.context().projectLabel();
        return label == null ? Texts.of("no project") : label;
    }
}
