package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Notes;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remarks of the guards: each kind once in a session for the same operation, and again only for a new cause. */
final class TrapNotes {
    /** A session that has said so much says no more of the same kind. */
    private static final int MOST = 10_000;

    private final Notes notes;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    TrapNotes(Notes notes) {
        this.notes = notes;
    }

    /**
     * Says something, unless it was said.
     *
     * @param trap which kind of remark it is
     * @param cause what of this call it is about; empty when a second call of the kind is no news
     */
    void note(String trap, ApiOperation operation, Object cause, String text) {
        if (said.size() < MOST && said.add(trap + '\0' + operation.label() + '\0' + cause)) {
            notes.note(Texts.of("{0}: {1}", operation.name(), Redactor.text(text)));
        }
    }
}
