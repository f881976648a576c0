package dev.dwx.repl.tip;

/**
 * Something that dwx can do.
 *
 * @param text one sentence, in the user's language
 * @param example what to type for it, true as it stands
 */
record Tip(String text, String example) {
}
