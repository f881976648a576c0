package dev.dwx.dsl;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.undo.PreImages;
import dev.dwx.dsl.undo.WriteRecord;
import dev.dwx.safety.AuditEntry;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Leaves a trace of every write: before it is sent, and with its result. */
final class WriteJournal {
    private final AuditLog audit;
    private final PreImages preImages;
    private final Notes notes;
    private final AtomicBoolean offTold = new AtomicBoolean();

    WriteJournal(AuditLog audit, PreImages preImages, Notes notes) {
        this.audit = audit;
        this.preImages = preImages;
        this.notes = notes;
    }

    /** A call that was not sent, because nobody allowed it or the session is read-only. */
    void refused(PlannedCall call) {
        log(entry(call, null, AuditEntry.REFUSED));
    }

    /**
     * Makes the call with a line before and a line after it, and with what it changes kept for undo.
     *
     * @throws ApiException {@code dwx.NoAudit} in a script, when the line before it cannot be written: nothing is sent then. At the
     *     prompt the write goes on with a loud remark, since somebody is there to decide, perhaps to stop what fills the disk
     */
    ApiAnswer around(PlannedCall call, Consent.Given given, Supplier<ApiAnswer> work) {
        WriteRecord kept = preImages.before(call, given.seen());
        AuditEntry sent = entry(call, given.allowed(), AuditEntry.SENT);
        try {
            begin(call, sent);
        } catch (ApiException e) {
            preImages.forget(kept);
            throw e;
        }
        String result = AuditEntry.UNKNOWN;
        String requestId = null;
        try {
            ApiAnswer answer = work.get();
            result = answer.status() == ApiAnswer.LOOKED_UP ? AuditEntry.LOOKED_UP : AuditEntry.OK;
            requestId = answer.requestId();
            preImages.ended(kept, answer);
            return answer;
        } catch (ApiException e) {
            result = e.stage() == ApiException.Stage.UNKNOWN_OUTCOME ? AuditEntry.UNKNOWN : e.code();
            requestId = e.requestId();
            preImages.ended(kept, e);
            throw e;
        } finally {
            log(sent.resulted(result, requestId));
        }
    }

    /** Before the call: whoever ends this process while it waits shall not leave a write without a trace. */
    private void begin(PlannedCall call, AuditEntry sent) {
        if (!audit.kept() && audit != AuditLog.NONE && offTold.compareAndSet(false, true)) {
            notes.note(Texts.of("DWX_AUDIT=off: no audit log is kept of what this session changes"));
        }
        try {
            audit.append(sent);
        } catch (IOException | RuntimeException e) {
            String why = Texts.of("the audit log {0} could not be written: {1}", audit.file(), Redactor.text(e.getMessage()));
            if (call.context().strict()) {
                throw ApiException.of(ApiException.Stage.NOT_SENT, call.operation().name(), call.operation().version())
                        .code("dwx.NoAudit").why(Texts.of("{0}; a script sends no write without a trace", why))
                        .next(Texts.of("make room, or mend the file's rights; DWX_AUDIT=off sends without a log")).cause(e).build();
            }
            notes.note(Texts.of("NOT IN THE AUDIT LOG: {0} is sent all the same; {1}", call.operation().name(), why));
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
            notes.note(Texts.of("the audit log {0} could not be written: {1}", audit.file(), Redactor.text(e.getMessage())));
        }
    }
}
