package dev.dwx.dsl;

import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Risk;

/** Gets a person's consent to a destructive call, after saying what it touches. */
final class Consent {
    private final ConfirmationPolicy policy;
    private final Confirmer confirmer;
    private final Lookups lookups;

    Consent(ConfirmationPolicy policy, Confirmer confirmer, Lookups lookups) {
        this.policy = policy;
        this.confirmer = confirmer;
        this.lookups = lookups;
    }

    /**
     * How the call was allowed, for the audit log; {@code null} when it needs no consent.
     *
     * @throws NotConfirmedException when nobody allowed it
     */
    String of(PlannedCall call) {
        if (call.risk() != Risk.DESTRUCTIVE) {
            return null;
        }
        return policy.allow(call.context().allowance(),
                () -> new Impact(lookups).of(call.operation(), call.arguments(), call.context()), confirmer);
    }
}
