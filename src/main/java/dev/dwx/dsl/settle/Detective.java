package dev.dwx.dsl.settle;

import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.dsl.settle.Finding.Done;
import dev.dwx.dsl.settle.Finding.NotSeen;
import dev.dwx.dsl.settle.Finding.Untold;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks once for the traces of one write. */
final class Detective {
    private final Lookups lookups;
    private final LookFinder finder;
    private final InstantSource clock;
    private final PlannedCall call;
    private final Subject subject;
    private final Instant sent;

    Detective(Lookups lookups, InstantSource clock, PlannedCall call, Instant sent) {
        this.lookups = lookups;
        this.finder = new LookFinder(lookups);
        this.clock = clock;
        this.call = call;
        this.subject = Subject.of(call);
        this.sent = sent;
    }

    /** The read that tells, or {@code null} when there is none. */
    Look look() {
        return switch (subject.deed()) {
            case CREATE -> subject.name() == null ? null : finder.byName(call, subject);
            case UPDATE, DELETE -> finder.byId(call, subject, subject.id());
            case OTHER -> null;
        };
    }

    /** A read that a person can make something of, or {@code null}. */
    Look hint() {
        Look own = look();
        Look byId = own != null ? own : finder.byId(call, subject, subject.id());
        return byId != null ? byId : finder.byName(call, subject);
    }

    /**
     * Looks.
     *
     * @throws ApiException when the service would not let it
     */
    Finding find(Look look) {
        return switch (subject.deed()) {
            case CREATE -> created(look);
            case UPDATE -> updated(look);
            case DELETE -> deleted(look);
            case OTHER -> new Untold(Texts.of("no read shows what it does"));
        };
    }

    private Finding created(Look look) {
        Rows rows = Rows.of(look, lookups, call.context());
        Instant since = ServiceTime.of(sent, clock.instant(), rows.answer());
        List<Map<String, Object>> named = new ArrayList<>();
        List<Map<String, Object>> young = new ArrayList<>();
        boolean ageless = false;
        for (Map<String, Object> row : rows.rows()) {
            if (isNamed(row)) {
                named.add(row);
                Instant created = age(row);
                ageless |= created == null;
                if (created != null && !created.isBefore(since)) {
                    young.add(row);
                }
            }
        }
        String where = look.text(call.context());
        if (named.isEmpty()) {
            return rows.whole() ? new NotSeen(Texts.of("{0} has none", where))
                    : new Untold(Texts.of("{0} has too many pages to look through", where));
        }
        if (ageless) {
            return new Untold(Texts.of("{0} has {1}, which does not say since when", where, ids(named)));
        }
        if (young.isEmpty()) {
            return new NotSeen(Texts.of("{0} has only {1}, which is older", where, ids(named)));
        }
        if (young.size() > 1) {
            return new Untold(Texts.of("{0} has {1}, and more than one of them can be it", where, ids(young)));
        }
        Map<String, Object> row = young.get(0);
        Object id = id(row);
        MadeAnswer.Made made = MadeAnswer.of(call.operation(), subject.idFields(), id, row, elapsed());
        return made.answer() == null
                ? new Untold(Texts.of("it was done, as {0} shows ({1}), but the answer's {2} cannot be looked up", where, ids(young),
                        made.missing()))
                : new Done(made.answer(), Texts.of("{0} has {1}", where, ids(young)));
    }

    private Duration elapsed() {
        return Duration.between(sent, clock.instant());
    }

    private boolean isNamed(Map<String, Object> row) {
        for (String field : Subject.nameFields(subject.noun(), subject.nameParameter())) {
            if (subject.name().equals(row.get(field))) {
                return true;
            }
        }
        return false;
    }

    /** When a row came into being; where the listing does not say, its own read may. */
    private Instant age(Map<String, Object> row) {
        Instant created = ServiceTime.created(row);
        Look own = created == null ? finder.byId(call, subject, id(row)) : null;
        if (own == null) {
            return created;
        }
        try {
            return ServiceTime.created(object(own));
        } catch (ApiException e) {
            return null;
        }
    }

    private Object id(Map<String, Object> row) {
        for (String field : subject.idFields()) {
            Object id = row.get(field);
            if (id instanceof CharSequence || id instanceof Number) {
                return id;
            }
        }
        return null;
    }

    private String ids(List<Map<String, Object>> rows) {
        StringBuilder text = new StringBuilder(rows.size() == 1 ? "one" : rows.size() + "");
        String comma = " (Id ";
        for (Map<String, Object> row : rows.subList(0, Math.min(rows.size(), 5))) {
            Object id = id(row);
            if (id != null) {
                text.append(comma).append(id);
                comma = ", ";
            }
        }
        return comma.equals(", ") ? text.append(')').toString() : text.toString();
    }

    private Finding deleted(Look look) {
        String where = look.text(call.context());
        Map<String, Object> object;
        try {
            object = object(look);
        } catch (ApiException e) {
            if (!Absence.says(e, subject.noun())) {
                throw e;
            }
            object = Map.of();
        }
        if (!object.isEmpty()) {
            return new NotSeen(Texts.of("{0} still finds it", where));
        }
        MadeAnswer.Made made = MadeAnswer.of(call.operation(), subject.idFields(), subject.id(), Map.of(), elapsed());
        return made.answer() == null
                ? new Untold(Texts.of("{0} finds it no more, but the answer's {1} cannot be looked up", where, made.missing()))
                : new Done(made.answer(), Texts.of("{0} finds it no more", where));
    }

    private Finding updated(Look look) {
        String where = look.text(call.context());
        Map<String, Object> object = object(look);
        SentFields fields = SentFields.of(call, subject, object);
        if (!fields.other().isEmpty()) {
            return new NotSeen(Texts.of("{0} shows another {1}", where, String.join(", ", fields.other())));
        }
        if (!fields.hidden().isEmpty() || fields.holding().isEmpty()) {
            return new Untold(fields.hidden().isEmpty() ? Texts.of("{0} shows nothing of what was sent", where)
                    : Texts.of("{0} does not show {1}", where, String.join(", ", fields.hidden())));
        }
        MadeAnswer.Made made = MadeAnswer.of(call.operation(), subject.idFields(), subject.id(), object, elapsed());
        return made.answer() == null
                ? new Untold(Texts.of("{0} shows what was sent, but the answer's {1} cannot be looked up", where, made.missing()))
                : new Done(made.answer(), Texts.of("{0} shows what was sent", where));
    }

    /** The object that a read answers with; empty when it answers with none. */
    private Map<String, Object> object(Look look) {
        ApiAnswer answer = lookups.ask(look.operation(), look.arguments(), call.context());
        Object found = ResponseShape.at(answer.body(), ResponseShape.of(look.operation()).objectPath());
        return found instanceof Map<?, ?> map ? named(map) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
