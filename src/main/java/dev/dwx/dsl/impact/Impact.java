package dev.dwx.dsl.impact;

import dev.dwx.safety.ConfirmationRequest;
import java.util.List;

/**
 * What a destructive call would do, as far as reads tell.
 *
 * @param request what is shown and must be typed
 * @param subjects what the call is about
 * @param seen the objects that were looked up, in the order of the ids
 */
public record Impact(ConfirmationRequest request, Subjects subjects, List<Seen> seen) {
    public Impact {
        seen = List.copyOf(seen);
    }
}
