package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Schema;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.texts.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of one kind each, written as the place wants them. */
final class Values {
    private static final int MOST_LIVE = 200;
    private static final int MOST_READY = 4;

    private final Operations operations;
    private final LiveValues live;
    private final Deadline deadline;
    private final Deque<KnownValues> ready = new ArrayDeque<>();

    Values(Operations operations, LiveValues live, Deadline deadline) {
        this.operations = operations;
        this.live = live;
        this.deadline = deadline;
    }

    /** Words of a fixed list. */
    static List<Proposal> words(List<String> words, Literal literal, boolean text) {
        List<Proposal> proposals = new ArrayList<>();
        for (String word : words) {
            int rank = NameMatch.rank(word, literal.text());
            if (rank != NameMatch.NONE) {
                proposals.add(new Proposal(text ? literal.quoted(word) : literal.plain(word), word, null, Texts.of("values"), rank));
            }
        }
        return proposals;
    }

    /** {@code true} and {@code false}; nothing inside of quotes. */
    static List<Proposal> truths(Literal literal) {
        return literal.quote().isEmpty() ? words(List.of("true", "false"), literal, false) : List.of();
    }

    /** Ways to say a business date; nothing inside of quotes. */
    static List<Proposal> dates(Literal literal) {
        if (!literal.quote().isEmpty()) {
            return List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        String[][] dates = {{"yesterday", Texts.of("the business date of today's run")}, {"today", Texts.of("today as a business date")},
            {"bizdate('", Texts.of("a business date: bizdate('20260315')")}};
        for (String[] date : dates) {
            int rank = NameMatch.rank(date[0], literal.text());
            if (rank != NameMatch.NONE) {
                proposals.add(Proposal.of(date[0], date[1], Texts.of("dates"), rank));
            }
        }
        return proposals;
    }

    /** What the service is known to hold for a parameter: found by the value or by the name that it is known by. */
    List<Proposal> live(ApiOperation operation, String parameter, Map<String, String> given, Literal literal, boolean text) {
        List<Proposal> proposals = new ArrayList<>();
        String kind = Texts.of("there now");
        for (KnownValues.Found found : fitting(live.of(operation, parameter, given), literal)) {
            LiveValues.Value value = found.value();
            proposals.add(new Proposal(text ? literal.quoted(value.text()) : literal.plain(value.text()), value.text(), value.note(), kind,
                    found.rank()));
        }
        return proposals;
    }

    /** As {@link #live}, for the words of dwx that take names: what would be a remark is written, and the id is the remark. */
    List<Proposal> liveNames(String operation, String parameter, Map<String, String> given, Literal literal) {
        Optional<ApiOperation> called = operations.ofWord(operation);
        List<Proposal> proposals = new ArrayList<>();
        String kind = Texts.of("there now");
        for (KnownValues.Found found : called.isEmpty() ? List.<KnownValues.Found>of()
                : fitting(live.of(called.get(), parameter, given), literal)) {
            LiveValues.Value value = found.value();
            boolean named = value.note() != null && !value.note().isBlank();
            String name = named ? value.note() : value.text();
            proposals.add(new Proposal(literal.quoted(name), name, named ? value.text() : null, kind, found.rank()));
        }
        return proposals;
    }

    private List<KnownValues.Found> fitting(List<LiveValues.Value> values, Literal literal) {
        return values.isEmpty() ? List.of() : known(values).best(literal.text(), MOST_LIVE, deadline);
    }

    /** The same list is looked through at every key, until something in it changes: then it is another one. */
    private KnownValues known(List<LiveValues.Value> values) {
        for (KnownValues one : ready) {
            if (one.isOf(values)) {
                return one;
            }
        }
        KnownValues made = new KnownValues(values);
        ready.addFirst(made);
        if (ready.size() > MOST_READY) {
            ready.removeLast();
        }
        return made;
    }

    /** Names of operations, without a bracket. */
    List<Proposal> operationNames(Literal literal) {
        List<Proposal> proposals = new ArrayList<>();
        if (!literal.text().isEmpty()) {
            operations.names().forEach((name, summary) -> {
                int rank = NameMatch.rank(name, literal.text());
                if (rank != NameMatch.NONE) {
                    boolean bare = literal.quote().isEmpty();
                    proposals.add(new Proposal(bare ? name : literal.quoted(name), name, summary.summary(), null, rank));
                }
            });
        }
        return proposals;
    }

    /** The regions that the catalog knows. */
    List<Proposal> regions(Literal literal) {
        return words(operations.regions(), literal, true);
    }

    /** The form of a value inside a parameter's, or {@code null} where the catalog does not say it. */
    static Schema form(ApiOperation operation, ApiParameter parameter, List<String> way) {
        Schema form = operation.resolve(parameter.schema());
        for (String step : way) {
            Schema next;
            if (step.equals(ArgumentPlace.ELEMENT)) {
                next = form.items();
            } else {
                Schema object = form.isArray() && form.items() != null ? operation.resolve(form.items()) : form;
                next = object.properties().get(step);
                next = next == null ? object.additionalProperties() : next;
            }
            if (next == null) {
                return null;
            }
            form = operation.resolve(next);
        }
        return form;
    }
}
