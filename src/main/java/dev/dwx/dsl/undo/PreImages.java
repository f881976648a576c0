package dev.dwx.dsl.undo;

import dev.dwx.catalog.OperationName;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.Notes;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.dsl.impact.ObjectReader;
import dev.dwx.dsl.impact.Seen;
import dev.dwx.dsl.impact.Subjects;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.UndoStore;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps what a write is about to change, before it is sent, and notes how it ended. What cannot be kept is said and stops nothing. */
public final class PreImages {
    private static final int MOST = 50;
    /** These make something new, or set something going: there is no former state to read. */
    private static final Set<String> MAKING = Set.of("Create", "Import", "Register", "Clone", "Copy", "Run", "Exec", "Execute",
            "Submit", "Deploy", "Test", "Trigger", "Send", "Callback", "Generate", "Apply", "Approve", "Upload", "Establish",
            "Prompt", "Rerun", "Restart", "Retry", "Build", "Invoke", "Scan", "Download", "Export", "Validate");

    private final UndoStore store;
    private final ObjectReader reader;
    private final Notes notes;
    private final Clock clock;
    private final Supplier<String> who;

    /** @param who the account in use, masked: what one account did is not undone with another's */
    public PreImages(UndoStore store, Lookups lookups, Notes notes, Clock clock, Supplier<String> who) {
        this.store = store;
        reader = new ObjectReader(lookups);
        this.notes = notes;
        this.clock = clock;
        this.who = who;
    }

    /**
     * Keeps the objects of a call as they are now.
     *
     * @param seen those that were read already, a moment ago; empty for none
     * @return what {@link #ended} wants; {@code null} when nothing is kept
     */
    public WriteRecord before(PlannedCall call, List<Seen> seen) {
        if (!store.keeps()) {
            return null;
        }
        Subjects subjects = Subjects.of(call.operation(), call.arguments());
        boolean read = seen.isEmpty() && !MAKING.contains(OperationName.of(call.operation().name()).verb());
        List<Seen> before = read ? reader.all(call, subjects, MOST) : seen;
        WriteRecord record = WriteRecord.of(store.newName(), clock.instant().toString(), who.get(), call, subjects, before);
        return keep(record) ? record : null;
    }

    /** The call was answered. */
    public void ended(WriteRecord record, ApiAnswer answer) {
        if (record != null) {
            keep(record.with("state", WriteRecord.OK).with("answer", Redactor.value(answer.body())));
        }
    }

    /** The call failed: nothing to undo, unless nobody knows whether it was done. */
    public void ended(WriteRecord record, ApiException failure) {
        if (record == null) {
            return;
        }
        if (failure.stage() == ApiException.Stage.UNKNOWN_OUTCOME) {
            keep(record.with("state", WriteRecord.UNKNOWN));
        } else if ("dwx.PartlyFailed".equals(failure.code())) {
            keep(record.with("state", WriteRecord.PARTLY));
        } else {
            forget(record);
        }
    }

    /** The call was not sent after all. */
    public void forget(WriteRecord record) {
        if (record != null) {
            try {
                store.forget(record.name());
            } catch (IOException e) {
                notes.note(Texts.of("what was kept for undo could not be removed: {0}", Redactor.text(e.getMessage())));
            }
        }
    }

    private boolean keep(WriteRecord record) {
        try {
            store.keep(record.name(), record.fields());
            return true;
        } catch (IOException | RuntimeException e) {
            notes.note(Texts.of("what {0} changes could not be kept, so undo will not know it: {1}", record.operation(),
                    Redactor.text(e.getMessage())));
            return false;
        }
    }
}
