package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.steady.ClientTokens;
import dev.dwx.dsl.settle.Settlement;
import dev.dwx.dsl.parallel.Worker;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import dev.dwx.time.TimeEncoding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one way of every call: fill in from the context, check and convert the arguments, let the guards look, ask where something is
 * taken away, write the audit log, send.
 */
final class CallLine {
    private final OperationNames names;
    private final Departure departure;
    private final ContextFill fill;
    private final List<Guard> guards;
    private final Consent consent;
    private final WriteJournal journal;
    private final Settlement settlement;
    private final Tries tries;
    private final InstantSource clock;
    private final Notes notes;

    CallLine(OperationNames names, Departure departure, ContextFill fill, List<Guard> guards, Consent consent,
            WriteJournal journal, Settlement settlement, Tries tries, InstantSource clock, Notes notes) {
        this.names = names;
        this.departure = departure;
        this.fill = fill;
        this.guards = List.copyOf(guards);
        this.consent = consent;
        this.journal = journal;
        this.settlement = settlement;
        this.tries = tries;
        this.clock = clock;
        this.notes = notes;
    }

    /**
     * Calls an operation that the catalog describes.
     *
     * @param bare whether the call left the version to us, so that the other one may be what was meant
     * @throws ApiException when the call was refused here or there
     * @throws NotConfirmedException when nobody allowed it
     */
    ApiResult call(ApiOperation operation, Map<String, Object> given, Context context, boolean bare) {
        // Before anything is looked up or found fault with: no other words of the call would make it go through.
        refuseWhereReadOnly(PlannedCall.of(operation, given, Map.of(), context));
        return send(plan(operation, given, context, bare));
    }

    /**
     * The call as it would be sent: filled in and checked.
     *
     * @throws ApiException when its arguments are wrong
     */
    PlannedCall plan(ApiOperation operation, Map<String, Object> given, Context context, boolean bare) {
        Map<String, Object> named = new LinkedHashMap<>(given);
        Map<String, Object> filled = fill.fill(operation, named, context);
        named = ClientTokens.filled(operation, named);
        for (Guard guard : guards) {
            named = guard.given(operation, named, context);
        }
        TimeEncoding times = new TimeEncoding(context.timeZone(), context.timeForms());
        CheckedArguments checked = ArgumentCheck.check(operation, named, times);
        if (!checked.problems().isEmpty()) {
            throw refusal(operation, checked.problems(), bare ? otherThatFits(operation, given, context, times) : null);
        }
        for (String note : checked.notes()) {
            notes.note(Texts.of("{0}: {1}", operation.name(), Redactor.text(note)));
        }
        return PlannedCall.of(operation, checked.arguments(), filled, context);
    }

    /** Sends without a check of the arguments; the safety rules hold all the same. */
    ApiResult unchecked(ApiOperation operation, Map<String, Object> arguments, Context context) {
        return send(PlannedCall.of(operation, arguments, Map.of(), context));
    }

    private ApiResult send(PlannedCall planned) {
        PlannedCall call = planned;
        for (Guard guard : guards) {
            call = guard.before(call);
        }
        return call.risk() == Risk.READ ? read(call) : write(call);
    }

    /** A list that came as something else would look like an empty one: that is said. */
    private ApiResult read(PlannedCall call) {
        ApiAnswer answer = perform(call);
        String odd = Listing.oddity(call.operation(), answer.body());
        if (odd != null) {
            notes.note(Texts.of("{0}: the answer is not as described: {1}, so no items are seen; .raw of the result has it as it came.",
                    call.operation().name(), odd));
        }
        return new ApiResult(answer, call.filled());
    }

    private void refuseWhereReadOnly(PlannedCall call) {
        if (call.context().readOnly() && call.risk() != Risk.READ) {
            journal.refused(call);
            throw ApiException.of(ApiException.Stage.NOT_SENT, call.operation().name(), call.operation().version())
                    .code("dwx.ReadOnly").why(Texts.of("the session is read-only, and this call changes something"))
                    .next(Texts.of("start without --read-only to allow it")).build();
        }
    }

    private ApiResult write(PlannedCall call) {
        Context context = call.context();
        refuseWhereReadOnly(call);
        if (context.rehearsal() != null) {
            return new ApiResult(context.rehearsal().write(call, consent.preview(call)), call.filled());
        }
        String warning = RiskRules.warning(call.operation(), call.arguments());
        if (warning != null) {
            notes.note(warning);
        }
        Consent.Given given;
        try {
            given = consent.of(call);
        } catch (NotConfirmedException e) {
            journal.refused(call);
            throw e;
        }
        PlannedCall agreed = given.call();
        Worker.writing();
        boolean answered = false;
        try {
            ApiAnswer answer = journal.around(agreed, given, () -> perform(agreed));
            answered = true;
            return new ApiResult(answer, agreed.filled());
        } finally {
            Worker.wrote(answered);
        }
    }

    private ApiAnswer perform(PlannedCall call) {
        Instant sent = clock.instant();
        ApiAnswer answer;
        try {
            answer = tries.follow(call, watcher -> departure.send(call.operation(), call.arguments(), call.filled(),
                    call.context().withWatcher(watcher)));
        } catch (ApiException e) {
            answer = settled(call, e, sent);
        }
        for (Guard guard : answer.simulated() ? List.<Guard>of() : guards) {
            guard.after(call, answer);
        }
        return answer;
    }

    /** The answer to a write that was lost and could be looked up; every other failure goes on. */
    private ApiAnswer settled(PlannedCall call, ApiException failure, Instant sent) {
        ApiException told = failure;
        if (call.risk() != Risk.READ && failure.stage() == ApiException.Stage.UNKNOWN_OUTCOME) {
            try {
                return settlement.settle(call, failure, sent);
            } catch (ApiException e) {
                told = e;
            }
        }
        for (Guard guard : guards) {
            told = guard.failed(call, told);
        }
        throw told;
    }

    /** The operation of the same name in the other version, when the arguments fit that one. */
    private ApiOperation otherThatFits(ApiOperation operation, Map<String, Object> given, Context context,
            TimeEncoding times) {
        Optional<ApiOperation> other = names.known(OperationNames.other(operation.version()), operation.name());
        if (other.isEmpty() || given.isEmpty()) {
            return null;
        }
        Map<String, Object> named = new LinkedHashMap<>(given);
        fill.fill(other.get(), named, context);
        return ArgumentCheck.check(other.get(), named, times).problems().isEmpty() ? other.get() : null;
    }

    static ApiException refusal(ApiOperation operation, List<String> problems, ApiOperation other) {
        boolean noProject = problems.size() == 1 && problems.get(0).startsWith(Texts.of("{0} is missing", "ProjectId"));
        String next = noProject ? Texts.of("say ProjectId: …, or project 'NAME' for this and all later calls")
                : other == null ? Texts.of("type {0} to see what it takes", operation.name())
                : Texts.of("these arguments fit {0}, which exists in the other version with other parameters: write {1}.{2}(…)",
                        other.label(), OperationNames.handle(other.version()), operation.name());
        return ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                .code("dwx.BadArguments")
                .serviceMessage(Redactor.text(String.join("\n  ", problems))).next(next).build();
    }
}
