package dev.dwx.repl.tour;

import java.util.function.Function;

/**
 * A step of the tour.
 *
 * @param title a few words
 * @param text two or three lines: what, and why
 * @param type a line that does it; any other that does the same will do
 * @param writes whether it changes something, which the tour does in a sandbox only
 * @param needs whether it works on what the steps before have made in this session
 * @param look looks at what was done
 */
record Step(String title, String text, String type, boolean writes, boolean needs, Function<Trail, Verdict> look) {
}
