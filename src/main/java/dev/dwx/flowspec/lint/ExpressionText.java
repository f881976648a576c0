package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scheduling expressions inside a value, judged by their form: <code>${…}</code> counts days and larger from the business date,
 * {@code $[…]} days and smaller from the scheduled time, with {@code add_months} for what is larger.
 */
final class ExpressionText {
    private static final Set<String> WORDS = Set.of("bizdate", "cyctime", "gmtdate", "bizmonth", "jobid", "nodeid", "taskid");
    private static final String OFFSET = "\\s*(?:[+-]\\s*\\d+(?:\\s*\\*\\s*\\d+)?)?";
    private static final List<String> LETTERS = List.of("yyyy", "hh24", "yy", "mm", "dd", "mi", "ss");

    private static final Pattern DAY = Pattern.compile("(?:yyyy|yy|mm|dd|[-:_/.])+" + OFFSET);
    private static final Pattern MONTHS = Pattern.compile("add_months\\(\\s*([^,()]*?)\\s*,\\s*(-?\\s*\\d+(?:\\s*\\*\\s*\\d+)?)\\s*\\)(.*)");
    private static final Pattern COUNT = Pattern.compile("\\s*[+-]\\s*\\d+(?:\\s*[*/]\\s*\\d+){0,2}\\s*$");
    private static final Pattern PART_OF_DAY = Pattern.compile("\\d\\s*/\\s*\\d");
    private static final Pattern OTHER = Pattern.compile("(?:workflow|workspace|project|tenant|bdp|dag)\\..*");

    private ExpressionText() {
    }

    /** Whether a text is one day of the business date and nothing else: <code>${yyyymmdd-1}</code>. */
    static boolean isDay(String text) {
        return text.startsWith("${") && text.endsWith("}") && DAY.matcher(text.substring(2, text.length() - 1)).matches();
    }

    static void check(String text, String path, Findings findings) {
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (next == '{' || next == '[') {
                int end = text.indexOf(next == '{' ? '}' : ']', at);
                if (end < 0) {
                    boolean tail = text.indexOf(next == '{' ? ']' : '}', at) < 0;
                    String right = text + (next == '{' ? "}" : "]");
                    findings.error("expression", path, Texts.of("the bracket of '{0}' is not closed", text.substring(at)), "'" + right + "'",
                            tail ? QuickFix.set(path, right) : null);
                    return;
                }
                String inner = text.substring(at + 2, end);
                String whole = text.substring(at, end + 1);
                String right = next == '{' ? curly(inner, whole, path, findings) : square(inner, whole, path, findings);
                if (right != null) {
                    String mended = text.substring(0, at) + right + text.substring(end + 1);
                    findings.warn("expression", path, Texts.of("'{0}' has capitals, and the letters of formats are small", whole), "'" + mended + "'",
                            QuickFix.set(path, mended));
                }
                at = end;
            } else if (Character.isLetter(next)) {
                word(text, at + 1, path, findings);
            }
        }
    }

    private static void word(String text, int from, String path, Findings findings) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String word = text.substring(from, end);
        if (!WORDS.contains(word)) {
            String near = Slips.meant(word, WORDS);
            findings.warn("expression", path, Texts.of("'${0}' is none of the words that the schedule knows", word),
                    near == null ? "$bizdate, $cyctime, $gmtdate, $bizmonth …" : "$" + near,
                    near == null ? null : QuickFix.set(path, text.substring(0, from) + near + text.substring(end)));
        }
    }

    /** @return the expression in small letters where that is what is wrong, else {@code null} */
    private static String curly(String inner, String whole, String path, Findings findings) {
        if (OTHER.matcher(inner).matches() || inner.equals("outputs")) {
            return null;
        }
        String format = format(inner);
        if (PART_OF_DAY.matcher(inner).find()) {
            findings.error("expression", path, Texts.of("'{0}' counts parts of a day, and ${…} knows whole days only: it is the business"
                    + " date", whole),
                    Texts.of("'$[{0}]', which counts from the scheduled time", inner));
        } else if (isFormat(format, false)) {
            return null;
        } else if (isFormat(format, true)) {
            findings.error("expression", path, Texts.of("'{0}' asks for hours, and ${…} knows days, months and years only: it is the"
                    + " business date", whole),
                    Texts.of("'$[{0}]', which is the scheduled time", inner));
        } else if (isFormat(small(format), false)) {
            return "${" + small(inner) + "}";
        } else if (inner.contains("add_months")) {
            findings.error("expression", path, Texts.of("'{0}': add_months belongs to $[…]", whole), Texts.of("'$[{0}]', which counts from the"
                    + " scheduled time", inner));
        } else {
            findings.warn("expression", path, Texts.of("'{0}' is no expression of the business date", whole), "${yyyymmdd-1}, ${yyyymm-1} …");
        }
        return null;
    }

    private static String square(String inner, String whole, String path, Findings findings) {
        String text = inner.strip();
        Matcher months = MONTHS.matcher(text);
        if (text.startsWith("add_months")) {
            if (!months.matches()) {
                findings.error("expression", path, Texts.of("'{0}' is not the form of add_months", whole), "$[add_months(yyyymmdd,-1)]");
            } else if (!isFormat(months.group(1), true)) {
                if (isFormat(small(months.group(1)), true)) {
                    return "$[" + small(inner) + "]";
                }
                findings.error("expression", path, Texts.of("'{0}' in '{1}' is no format", months.group(1), whole), "yyyymmdd");
            }
            return null;
        }
        String format = format(text);
        if (!isFormat(format, true)) {
            if (isFormat(small(format), true)) {
                return "$[" + small(inner) + "]";
            }
            findings.error("expression", path, Texts.of("'{0}' is no format of a time", whole), "$[yyyymmdd], $[yyyymmddhh24miss-1/24] …");
            return null;
        }
        boolean months1 = format.endsWith("yyyy") || format.endsWith("mm") || format.endsWith("yy");
        String offset = text.substring(format.length()).strip();
        if (months1 && !offset.isEmpty() && !offset.contains("/")) {
            int every = format.endsWith("mm") ? 1 : 12;
            String count = offset.matches("[+-]\\s*\\d+") ? offset.replace(" ", "") : null;
            String right = count == null ? "add_months(" + format + ",…)"
                    : "add_months(" + format + "," + (count.startsWith("+") ? "" : "-") + Long.parseLong(count.substring(1)) * every + ")";
            findings.warn("expression", path, every == 1
                    ? Texts.of("'{0}' goes back by days, not by months: in $[…] a number counts days", whole)
                    : Texts.of("'{0}' goes back by days, not by years: in $[…] a number counts days", whole), "'$[" + right + "]'");
        }
        return null;
    }

    /** What stands before the offset, which is the sign and number at the very end. */
    private static String format(String text) {
        return COUNT.matcher(text.strip()).replaceFirst("");
    }

    private static boolean isFormat(String format, boolean time) {
        int at = 0;
        boolean letters = false;
        while (at < format.length()) {
            if ("-:_/. ,".indexOf(format.charAt(at)) >= 0) {
                at++;
                continue;
            }
            String found = null;
            for (String one : LETTERS) {
                if (format.startsWith(one, at) && (time || !one.equals("hh24") && !one.equals("mi") && !one.equals("ss"))) {
                    found = one;
                    break;
                }
            }
            if (found == null) {
                return false;
            }
            letters = true;
            at += found.length();
        }
        return letters;
    }

    private static String small(String text) {
        return text.toLowerCase(java.util.Locale.ROOT);
    }
}
