package dev.dwx.flowspec.lint;

/**
 * A rule of documents.
 *
 * @param code its short name, the same for ever
 * @param text what is checked, in one line
 * @param remedy an example of what mends it
 */
public record LintRule(String code, String text, String remedy) {
}
