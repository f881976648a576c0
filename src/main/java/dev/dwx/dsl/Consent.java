package dev.dwx.dsl;

import dev.dwx.safety.Allowance;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Risk;

/** Gets a person's consent to a destructive call, after saying what it touches. */
public final class Consent {
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

    /**
     * What would happen before a destructive call was sent.
     *
     * @param request what it touches
     * @param verdict {@code would ask}, or why nobody would be asked
     */
    public record Preview(ConfirmationRequest request, String verdict) {
    }

    /** Looks up what the call touches and says what would be asked, without asking; {@code null} when nothing would be. */
    Preview preview(PlannedCall call) {
        if (call.risk() != Risk.DESTRUCTIVE) {
            return null;
        }
        Allowance allowance = call.context().allowance();
        String verdict = allowance != null && allowance.isOpen() ? "allowed by confirm('" + allowance.reason() + "')"
                : policy.yes() ? "allowed by --yes"
                : confirmer == Confirmer.NOBODY ? "would be refused: nobody is there to confirm it" : "would ask";
        return new Preview(new Impact(lookups).of(call.operation(), call.arguments(), call.context()), verdict);
    }
}
