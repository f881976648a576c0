package dev.dwx.dsl;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.safety.AuditEntry;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.Redactor;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/** Leaves a trace of every write: before it is sent, and with its result. */
final class WriteJournal {
    private final AuditLog audit;
    private final Notes notes;

    WriteJournal(AuditLog audit, Notes notes) {
        this.audit = audit;
        this.notes = notes;
    }

    /** A call that was not sent, because nobody allowed it or the session is read-only. */
    void refused(PlannedCall call) {
        log(entry(call, null, AuditEntry.REFUSED));
    }

    /** A call that was not sent, because it was rehearsed. */
    void rehearsed(PlannedCall call) {
        log(entry(call, null, AuditEntry.REHEARSED));
    }

    /** Makes the call with a line before and a line after it. */
    ApiAnswer around(PlannedCall call, String allowed, Supplier<ApiAnswer> work) {
        AuditEntry sent = entry(call, allowed, AuditEntry.SENT);
        // Before the call: whoever ends this process while it waits shall not leave a write without a trace.
        log(sent);
        String result = AuditEntry.UNKNOWN;
        String requestId = null;
        try {
            ApiAnswer answer = work.get();
            result = AuditEntry.OK;
            requestId = answer.requestId();
            return answer;
        } catch (ApiException e) {
            result = e.stage() == ApiException.Stage.UNKNOWN_OUTCOME ? AuditEntry.UNKNOWN : e.code();
            requestId = e.requestId();
            throw e;
        } finally {
            log(sent.resulted(result, requestId));
        }
    }

    private static AuditEntry entry(PlannedCall call, String allowed, String result) {
        Context context = call.context();
        return new AuditEntry(call.operation(), call.risk(), call.arguments(), context.region(), context.endpoint(),
                context.projectLabel(), context.environment(), allowed, result, null,
                AuditEntry.SENT.equals(result) ? UUID.randomUUID().toString() : null);
    }

    private void log(AuditEntry entry) {
        try {
            audit.append(entry);
        } catch (IOException | RuntimeException e) {
            // The call goes on, or is done or refused already; hiding its outcome behind this would be worse.
            notes.note("the audit log " + audit.file() + " could not be written: " + Redactor.text(e.getMessage()));
        }
    }
}
