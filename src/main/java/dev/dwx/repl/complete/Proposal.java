package dev.dwx.repl.complete;

/**
 * One proposal.
 *
 * @param text what replaces the word
 * @param shown what the list shows
 * @param note a remark beside it, or {@code null}
 * @param kind what it is, as the list's heading says it, or {@code null}
 * @param rank how well it fits, as {@link NameMatch} says; smaller is better
 */
record Proposal(String text, String shown, String note, String kind, int rank) {
    /** A proposal that is shown as it is written. */
    static Proposal of(String text, String note, String kind, int rank) {
        return new Proposal(text, text, note, kind, rank);
    }
}
