package dev.dwx.time.schedule;

import java.util.List;

/**
 * What an expression says at a moment.
 *
 * @param value the text, with what nobody knows yet left as it was written
 * @param open the pieces of it that are not known before the run, as written
 * @param notes what is worth knowing of this very value, such as a choice that the service does not describe
 */
public record Resolution(String value, List<String> open, List<String> notes) {
    public Resolution {
        open = List.copyOf(open);
        notes = List.copyOf(notes);
    }
}
