package dev.dwx.flowspec.decompile;

import java.util.List;

/** The proposals of one phrase for one part, tried one after the other; the best of them, or silence, stays. */
final class Trial {
    private final List<List<Statement>> proposals;
    private int current = -1;
    private int best = -1;
    private int least = Integer.MAX_VALUE;
    private boolean settled;

    Trial(List<List<Statement>> proposals) {
        this.proposals = proposals;
    }

    /**
     * Takes note of what the present proposal leaves different and goes on to the next.
     *
     * @param cost how much differs with the present proposal
     * @return whether something else is said now
     */
    boolean next(Part part, String word, int cost) {
        if (settled) {
            return false;
        }
        if (cost < least) {
            least = cost;
            best = current;
        }
        if (cost == 0 || current + 1 == proposals.size()) {
            settled = true;
            if (best == current) {
                return false;
            }
            say(part, word, best);
            return true;
        }
        current++;
        say(part, word, current);
        return true;
    }

    private void say(Part part, String word, int which) {
        if (which < 0) {
            part.said().remove(word);
        } else {
            part.said().put(word, proposals.get(which));
        }
    }
}
