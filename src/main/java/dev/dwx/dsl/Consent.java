package dev.dwx.dsl;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.impact.Environments;
import dev.dwx.dsl.impact.Impact;
import dev.dwx.dsl.impact.ImpactReport;
import dev.dwx.dsl.impact.Seen;
import dev.dwx.dsl.impact.Subjects;
import dev.dwx.safety.Allowance;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.Risk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gets a person's consent to a destructive call, after saying what it touches. What was agreed to is exactly what is sent: the
 * arguments are copied before they are shown, and the objects are looked at again after the answer.
 */
public final class Consent {
    private volatile ConfirmationPolicy policy;
    private final Confirmer confirmer;
    private final ImpactReport report;
    private final Notes notes;
    private final Progress progress;
    /** Parallel work asks one question at a time. */
    private final ReentrantLock asking = new ReentrantLock(true);

    Consent(ConfirmationPolicy policy, Confirmer confirmer, Lookups lookups, Notes notes, Progress progress) {
        this.policy = policy;
        this.confirmer = confirmer;
        this.notes = notes;
        this.progress = progress;
        report = new ImpactReport(lookups);
    }

    /**
     * A call that may be sent.
     *
     * @param call with arguments that nobody else can change any more
     * @param allowed how it was allowed, for the audit log; {@code null} when it needs no consent
     * @param seen the objects that were looked up on the way
     */
    record Given(PlannedCall call, String allowed, List<Seen> seen) {
    }

    /**
     * Lets a call pass.
     *
     * @throws NotConfirmedException when nobody allowed it
     */
    Given of(PlannedCall planned) {
        PlannedCall call = frozen(planned);
        if (call.risk() != Risk.DESTRUCTIVE) {
            return new Given(call, policy.asks(call.risk(), environment(call)) ? write(call) : null, List.of());
        }
        Allowance allowance = call.context().allowance();
        if (allowance != null && allowance.isOpen()) {
            Subjects subjects = Subjects.of(call.operation(), call.arguments());
            String allowed = allowance.take(call.operation().name(), call.operation().version(), subjects.ids());
            notes.note(call.operation().name() + " " + ids(subjects) + ": allowed by " + allowed);
            return new Given(call, allowed, List.of());
        }
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.of(ApiException.Stage.NOT_SENT, call.operation().name(), call.operation().version())
                    .code("dwx.Cancelled").why("it was stopped while it waited for its turn to ask").cause(e).build();
        }
        try {
            return ask(call);
        } finally {
            asking.unlock();
        }
    }

    /** Asks about a write that takes nothing away, for those who want that; gives how it was allowed. */
    private String write(PlannedCall call) {
        Allowance allowance = call.context().allowance();
        if (allowance != null && allowance.isOpen()) {
            return "confirm('" + allowance.reason() + "')";
        }
        if (policy.yes()) {
            return "--yes";
        }
        ConfirmationRequest request = new ConfirmationRequest(call.operation().name(), call.operation().version(), List.of(),
                call.context().region(), call.context().projectLabel(), environment(call), call.context().endpoint(),
                Redactor.arguments(call.operation().name(), call.arguments()), "yes", "word");
        asking.lock();
        try {
            progress.clear();
            request.answered(confirmer.ask(request));
        } finally {
            asking.unlock();
        }
        return "typed word";
    }

    private static String environment(PlannedCall call) {
        String said = Environments.in(call.arguments());
        return said != null ? said : call.context().environment();
    }

    /** Asks about more from here on; never about less. */
    void askAbout(ConfirmationPolicy.Writes more) {
        policy = policy.with(more);
    }

    private Given ask(PlannedCall call) {
        progress.clear();
        Impact impact = report.of(call);
        ConfirmationRequest request = impact.request();
        if (policy.yes()) {
            notes.note(String.join("\n", request.summary()) + "\n  confirmed by --yes");
            return new Given(call, "--yes", impact.seen());
        }
        request.answered(confirmer.ask(request));
        String changed = report.changed(call, impact);
        if (changed != null) {
            throw request.changed(changed);
        }
        String allowed = "typed " + request.expectedIs() + ("words".equals(request.expectedIs()) ? " " + request.expected() : "");
        return new Given(call, allowed, impact.seen());
    }

    /**
     * Asks once for work that is many calls, or a call that takes nothing away by itself.
     *
     * @param words what is to be typed
     * @param ids the objects, for an allowance that is limited
     * @throws NotConfirmedException when nobody agrees
     */
    void agree(String operation, Context context, List<String> what, String words, List<Object> ids) {
        Allowance allowance = context.allowance();
        if (allowance != null && allowance.isOpen()) {
            notes.note(operation + " of " + ids.size() + ": allowed by " + allowance.take(operation, context.version(), ids));
            return;
        }
        progress.clear();
        ConfirmationRequest request = new ConfirmationRequest(operation, context.version(), what, context.region(), context.projectLabel(),
                context.environment(), context.endpoint(), Map.of(), words, "words");
        if (policy.yes()) {
            notes.note(String.join("\n", request.summary()) + "\n  confirmed by --yes");
            return;
        }
        asking.lock();
        try {
            request.answered(confirmer.ask(request));
        } finally {
            asking.unlock();
        }
    }

    private static String ids(Subjects subjects) {
        List<String> ids = new ArrayList<>();
        for (Object id : subjects.ids()) {
            ids.add(id.toString());
        }
        return Redactor.text(ids.size() > 5 ? ids.size() + " " + subjects.spoken(ids.size()) : String.join(", ", ids));
    }

    private static PlannedCall frozen(PlannedCall call) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        call.arguments().forEach((name, value) -> arguments.put(name, copy(value)));
        return new PlannedCall(call.operation(), arguments, call.filled(), call.context(), call.risk());
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copied = new LinkedHashMap<>();
            map.forEach((key, held) -> copied.put(key, copy(held)));
            return copied;
        }
        if (value instanceof List<?> list) {
            List<Object> copied = new ArrayList<>(list.size());
            list.forEach(held -> copied.add(copy(held)));
            return copied;
        }
        return value;
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
        return new Preview(report.of(call).request(), verdict);
    }
}
