package dev.dwx.dsl.settle;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.ApiException.Stage;
import dev.dwx.client.steady.ClientTokens;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.Notes;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/**
 * Finds out what became of a write whose answer was lost, by reads alone: a thing that was to be made is looked for by its name, one
 * that was to be deleted or changed by its id. Which reads these are follows from the names and descriptions of the operations. The
 * write itself is never sent again.
 */
public final class Settlement {
    private static final String CANCELLED = "dwx.Cancelled";

    private final Lookups lookups;
    private final Looks looks;
    private final InstantSource clock;
    private final Notes notes;

    /** Looks with these reads, as often as said. */
    public Settlement(Lookups lookups, Looks looks, InstantSource clock, Notes notes) {
        this.lookups = lookups;
        this.looks = looks;
        this.clock = clock;
        this.notes = notes;
    }

    /**
     * The answer that was lost, as far as it could be looked up.
     *
     * @param failure of stage {@link Stage#UNKNOWN_OUTCOME}
     * @param sent when the call was sent first, by this machine's clock
     * @throws ApiException the same failure, with what the looks came to and what to type, when they did not settle it
     */
    public ApiAnswer settle(PlannedCall call, ApiException failure, Instant sent) {
        Detective detective = new Detective(lookups, clock, call, sent);
        Look look = detective.look();
        if (look == null || failure.code().equals(CANCELLED) || Thread.currentThread().isInterrupted()) {
            throw told(call, failure, null, detective.hint());
        }
        Finding last = null;
        ApiException refused = null;
        int made = 0;
        Duration waited = Duration.ZERO;
        for (Duration pause : looks.pauses()) {
            try {
                looks.rest().rest(pause, new CountDownLatch(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            waited = waited.plus(pause);
            try {
                last = detective.find(look);
                made++;
            } catch (ApiException e) {
                refused = e;
                if (e.code().equals(CANCELLED)) {
                    break;
                }
                continue;
            }
            if (last instanceof Finding.Done done) {
                notes.note(Redactor.text(Texts.of("{0}: the answer was lost; looked it up: it was done, {1}", call.operation().name(),
                        done.words())));
                return done.answer();
            }
            if (last instanceof Finding.Untold) {
                break;
            }
        }
        throw told(call, failure, words(call, look, last, refused, made, waited), look);
    }

    private static String words(PlannedCall call, Look look, Finding last, ApiException refused, int made, Duration waited) {
        if (last instanceof Finding.NotSeen none) {
            return made == 1 ? Texts.of("looked it up once: {0}, so as far as can be seen it was not done", none.words())
                    : Texts.of("looked it up {0} times in {1} s: {2}, so as far as can be seen it was not done", made, waited.toSeconds(), none.words());
        }
        if (last instanceof Finding.Untold untold) {
            return Texts.of("looked it up: {0}", untold.words());
        }
        return refused == null ? null : Texts.of("looking it up failed too: {0} gave {1}", look.text(call.context()), refused.code());
    }

    private static ApiException told(PlannedCall call, ApiException failure, String words, Look look) {
        ApiException.Details details = failure.details();
        String token = ClientTokens.taken(call.operation()) && call.arguments().get(ClientTokens.NAME) != null
                ? Texts.of("; with {0}: '{1}' the same call can be repeated without harm", ClientTokens.NAME,
                        call.arguments().get(ClientTokens.NAME)) : "";
        if (words != null) {
            details.why((failure.why() == null ? "" : failure.why() + "; ") + Redactor.text(words));
        }
        if (look != null) {
            details.next(Texts.of("look before you repeat it: {0}{1}", Redactor.text(look.text(call.context())), token));
        } else if (!token.isEmpty()) {
            details.next(token.substring(2));
        }
        return details.build();
    }
}
