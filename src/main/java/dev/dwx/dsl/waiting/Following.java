package dev.dwx.dsl.waiting;

import dev.dwx.dsl.waiting.StatusWords.Meaning;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** One thing that is waited for: what it is, its id, and the status wanted of it. */
public final class Following {
    private static final String OLD = "2020-05-18";

    /** The things that have a wait of their own. */
    public enum Kind { PIPELINE_RUN, WORKFLOW_INSTANCE, TASK_INSTANCE, JOB, DI_JOB, DEPLOYMENT }

    /**
     * What of a block's value tells how things stand.
     *
     * @param version API version, {@code null} when the value is no answer
     * @param operation what was called
     * @param bodies the answer's body and the object in it that the answer is about; {@code null} where truth decides
     * @param truth whether the value counts as true
     */
    public record Answer(String version, String operation, Object[] bodies, boolean truth) {
    }

    private final Waited thing;
    private final Object id;
    private final String wanted;

    private Following(Waited thing, Object id, String wanted) {
        this.thing = thing;
        this.id = id;
        this.wanted = wanted;
    }

    /**
     * A thing by its id.
     *
     * @param version the API version of the context: some things are read in both
     * @param wanted the status to wait for, or {@code null} for its end
     */
    public static Following of(Kind kind, String version, Object id, String wanted) {
        boolean old = OLD.equals(version);
        Waited thing = switch (kind) {
            case PIPELINE_RUN -> Waited.PIPELINE_RUN;
            case WORKFLOW_INSTANCE -> Waited.WORKFLOW_INSTANCE;
            case TASK_INSTANCE -> Waited.TASK_INSTANCE;
            case JOB -> Waited.JOB;
            case DI_JOB -> old ? Waited.OLD_DI_JOB : Waited.DI_JOB;
            case DEPLOYMENT -> old ? Waited.OLD_DEPLOYMENT : Waited.DEPLOYMENT;
        };
        return new Following(thing, id, wanted);
    }

    /** What a call has begun, by its answer; {@code null} when that names nothing. */
    public static Following begunBy(String version, String operation, Object body) {
        if (!(body instanceof Map<?, ?> fields)) {
            return null;
        }
        if (fields.get("AsyncJob") instanceof Map<?, ?> job && job.get("Id") != null) {
            return new Following(Waited.JOB, job.get("Id"), null);
        }
        Waited.Started started = Waited.startedBy(version, operation);
        Object id = body;
        for (String name : started == null ? List.of("") : started.idPath()) {
            id = id instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return id == null || id instanceof Map || id instanceof Iterable ? null : new Following(started.thing(), id, null);
    }

    public String version() {
        return thing.version();
    }

    /** The read that tells how it stands. */
    public String operation() {
        return thing.operation();
    }

    /** Which of its parameters takes the id. */
    public String parameter() {
        return thing.parameter();
    }

    public Object id() {
        return id;
    }

    /** How to wait for it unless the user says otherwise. */
    public WaitTerms terms() {
        return new WaitTerms(Texts.listed(thing.noun()) + " " + id, thing.look(id), thing.every(), thing.timeout(), true);
    }

    /**
     * Waits for it.
     *
     * @param body the plain body of what a look gives
     * @throws WaitException when it ends badly or not in time
     */
    public WaitResult wait(WaitDesk desk, WaitTerms terms, Supplier<Object> look, Function<Object, Object> body) {
        return new Wait(desk, terms).follow(look, value -> standing(body.apply(value)));
    }

    /**
     * The status that a rehearsal goes on with, where nothing runs: the one wanted, that of an answer whose end is good, or
     * {@code Success}, as for a run that was asked for and has not begun.
     */
    public String rehearsed(Object body) {
        Standing standing = thing.standing(body);
        return wanted != null ? wanted : standing.status() != null && standing.meaning() == Meaning.GOOD ? standing.status() : "Success";
    }

    private Standing standing(Object body) {
        Standing standing = thing.standing(body);
        if (standing.status() == null) {
            return new Standing("none", Meaning.UNKNOWN, null, null);
        }
        boolean job = thing == Waited.DI_JOB || thing == Waited.OLD_DI_JOB;
        if (wanted != null) {
            boolean reached = word(standing.status()).equals(word(wanted));
            boolean passed = standing.meaning() == Meaning.GOOD && StatusWords.of(wanted) == Meaning.GOING_ON;
            return reached || passed ? Standing.of(standing.status(), Meaning.GOOD)
                    : standing.meaning() == Meaning.GOOD ? new Standing(standing.status(), Meaning.BAD,
                    Texts.of("it has ended, and will not be {0} any more", wanted), null) : standing;
        }
        return job && "Initialized".equals(standing.status()) ? new Standing(standing.status(), Meaning.GOING_ON, null,
                Texts.of("it has not been started: {0}{1})", thing == Waited.DI_JOB ? "StartDIJob(Id: " : "v2020.StartDIJob(DIJobId: ",
                        id)) : standing;
    }

    /** {@code Stop} and {@code Stopped} are one status. */
    private static String word(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        return word.equals("stop") ? "stopped" : word;
    }

    /**
     * Waits by what a block gives: an answer that has a status until that is final, anything else until it counts as true.
     *
     * @throws IllegalArgumentException when it gives an answer that has no status
     */
    public static WaitResult blocks(WaitDesk desk, WaitTerms usual, Map<?, ?> options, Supplier<Object> look,
            Function<Object, Answer> reading) {
        return new Wait(desk, usual.with(options)).follow(look, value -> {
            Answer answer = reading.apply(value);
            if (answer.bodies() == null) {
                return Standing.of(null, answer.truth() ? Meaning.GOOD : Meaning.GOING_ON);
            }
            Waited known = Waited.readBy(answer.version(), answer.operation());
            Standing standing = known != null ? known.standing(answer.bodies()[0]) : plain(answer.bodies()[1]);
            if (standing.status() == null) {
                throw new IllegalArgumentException(Texts.of("The answer of {0} has no status to go by. Give a condition: waitFor({"
                        + " {1}(…) }) { it.… }", answer.operation(), answer.operation()));
            }
            return standing;
        });
    }

    private static Standing plain(Object object) {
        Object status = object instanceof Map<?, ?> map ? map.get("Status") : null;
        return status == null || status instanceof Map ? new Standing(null, Meaning.UNKNOWN, null, null)
                : Standing.of(status.toString(), StatusWords.of(status.toString()));
    }
}
