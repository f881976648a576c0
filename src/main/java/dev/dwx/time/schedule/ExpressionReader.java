package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.DateShape.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a parameter's value apart. */
final class ExpressionReader {
    private static final List<String> WORDS = List.of("bizdate", "cyctime", "gmtdate", "bizmonth", "jobid", "nodeid", "taskid");
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    /** Far beyond every calendar that means something, far below where sums would overflow. */
    private static final long MOST = 1_000_000;

    private final String text;
    private final List<ExpressionPart> parts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    ExpressionReader(String text) {
        this.text = text;
    }

    List<ExpressionPart> parts() {
        return parts;
    }

    List<String> warnings() {
        return warnings;
    }

    void read() {
        for (int i = 0; i < text.length();) {
            if (text.charAt(i) != '$' || i + 1 == text.length()) {
                plain.append(text.charAt(i++));
            } else if (text.charAt(i + 1) == '[') {
                i = bracketed(i, ']');
            } else if (text.charAt(i + 1) == '{') {
                i = bracketed(i, '}');
            } else {
                i = word(i);
            }
        }
        flush();
        if (parts.size() > 1) {
            midnight();
        }
    }

    private void flush() {
        if (plain.length() > 0) {
            parts.add(new ExpressionPart.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private void add(ExpressionPart part) {
        flush();
        parts.add(part);
    }

    private int word(int start) {
        int end = start + 1;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        String word = text.substring(start + 1, end);
        for (String known : WORDS) {
            if (word.equals(known)) {
                add(new ExpressionPart.Word(known, "$" + word));
                return end;
            }
            if (word.equalsIgnoreCase(known)) {
                throw new ScheduleFault(text, start, Texts.of("the service's word is ${0}", known), "write $" + known);
            }
        }
        if (word.equals("yyyymmdd")) {
            // An old spelling of the business date.
            add(new ExpressionPart.Word("bizdate", "$" + word));
            warnings.add(Texts.of("$yyyymmdd is an old spelling; write $bizdate"));
            return end;
        }
        plain.append(text, start, end);
        return end;
    }

    private int bracketed(int start, char close) {
        int end = text.indexOf(close, start);
        if (end < 0) {
            throw new ScheduleFault(text, start, Texts.of("what begins here with {0} has no end", text.substring(start, start + 2)),
                    Texts.of("close it with {0}", close));
        }
        String inside = text.substring(start + 2, end);
        add(close == ']' ? scheduled(start + 2, inside) : business(start, start + 2, inside));
        return end + 1;
    }

    private ExpressionPart business(int start, int at, String inside) {
        if (inside.equals("bdp.system.bizdate") || inside.equals("bdp.system.cyctime")) {
            return new ExpressionPart.Word(inside.substring("bdp.system.".length()), "${" + inside + "}");
        }
        if (!looksLikeDate(inside)) {
            return new ExpressionPart.Reference(text.substring(start, at + inside.length() + 1));
        }
        if (inside.toLowerCase(Locale.ROOT).startsWith("add_months")) {
            throw new ScheduleFault(text, at, Texts.of("add_months belongs to the scheduled time"), Texts.of("write $[{0}], or ${yyyymm-1}", inside));
        }
        Offset offset = Offset.of(text, at, inside);
        DateShape shape = DateShape.read(text, at, inside.substring(0, offset.start()));
        remark(shape);
        if (shape.hasTime()) {
            throw new ScheduleFault(text, at, Texts.of("${…} is the business date, which has no hours, minutes and seconds"),
                    Texts.of("write $[{0}] for the scheduled time", inside));
        }
        if (offset.parts() > 1) {
            throw new ScheduleFault(text, at + offset.start(), Texts.of("${…} moves by whole days, months or years"),
                    Texts.of("write $[{0}] for hours and minutes", inside));
        }
        return new ExpressionPart.OfBusinessDate(shape, offset.amount());
    }

    /** Whether a date was meant, and not the name of something, as in {@code ${outputs}}. */
    private static boolean looksLikeDate(String inside) {
        String lower = inside.toLowerCase(Locale.ROOT);
        if (lower.startsWith("add_months") || lower.startsWith("yyyy")) {
            return true;
        }
        int end = 0;
        while (end < lower.length() && lower.charAt(end) != '+' && lower.charAt(end) != '*' && lower.charAt(end) != '/') {
            end++;
        }
        int offset = lower.lastIndexOf('-', end - 1);
        boolean moved = offset > 0 && offset + 1 < end && Character.isDigit(lower.charAt(offset + 1));
        return DateShape.fits(lower.substring(0, moved ? offset : end));
    }

    private ExpressionPart scheduled(int at, String inside) {
        if (inside.toLowerCase(Locale.ROOT).startsWith("add_months")) {
            return addMonths(at, inside);
        }
        Offset offset = Offset.of(text, at, inside);
        DateShape shape = DateShape.read(text, at, inside.substring(0, offset.start()));
        remark(shape);
        int place = at + offset.start();
        if (offset.parts() == 1 && offset.amount() != 0 && !shape.has(Unit.DAY) && !shape.hasTime()) {
            String months = shape.has(Unit.MONTH) ? sign(offset.amount()) : sign(offset.amount()) + "*12";
            throw new ScheduleFault(text, place, "$[…] moves by days, hours and minutes, not by "
                    + (shape.has(Unit.MONTH) ? "months" : "years"), "write $[add_months(" + shape.letters() + "," + months + ")]");
        }
        if (offset.parts() == 1 && offset.amount() != 0 && !shape.hasDate()) {
            warnings.add(Texts.of("'{0}' moves by whole days, which {1} does not show; an hour is 1/24", inside, shape.letters()));
        }
        if (offset.parts() > 1 && shape.has(Unit.HOUR) && !shape.hasDate()) {
            warnings.add(Texts.of("just after midnight $[{0}] is an hour of the day before, and a date taken beside it is not; take "
                    + "both from one expression: $[yyyymmdd{1}]", inside, inside));
        }
        return switch (offset.parts()) {
            case 1 -> new ExpressionPart.OfScheduledTime(shape, offset.amount(), 0);
            case HOURS -> new ExpressionPart.OfScheduledTime(shape, 0, offset.amount() * MINUTES);
            default -> new ExpressionPart.OfScheduledTime(shape, 0, offset.amount());
        };
    }

    private static String sign(long amount) {
        return Long.toString(amount);
    }

    /** {@code add_months(yyyymmdd,-12*1)}. */
    private ExpressionPart addMonths(int at, String inside) {
        int open = inside.indexOf('(');
        int comma = inside.lastIndexOf(',');
        if (!inside.startsWith("add_months(") || comma < open || !inside.endsWith(")")) {
            throw new ScheduleFault(text, at, Texts.of("add_months takes a form and a number of months, and nothing stands beside it"),
                    "write $[add_months(yyyymmdd,-1)]");
        }
        DateShape shape = DateShape.read(text, at + open + 1, inside.substring(open + 1, comma).strip());
        remark(shape);
        String number = inside.substring(comma + 1, inside.length() - 1).strip();
        Offset months = Offset.number(text, at + comma + 1, number.startsWith("-") || number.startsWith("+") ? number : "+" + number);
        if (months.parts() > 1) {
            throw new ScheduleFault(text, at + comma + 1, Texts.of("months are whole ones"), "write $[add_months(" + shape.letters() + ",-1)]");
        }
        return new ExpressionPart.AddMonths(shape, months.amount());
    }

    private void remark(DateShape shape) {
        if (shape.hasCapitals()) {
            warnings.add(Texts.of("'{0}': the service's letters are small: {1}", shape.letters(),
                    shape.letters().toLowerCase(Locale.ROOT)));
        }
        if (shape.monthAfterHour()) {
            warnings.add(Texts.of("'{0}': mm is the month, always; minutes are mi", shape.letters()));
        }
        if (shape.hasBlank()) {
            warnings.add(Texts.of("'{0}': a parameter's value may hold no blank; use two parameters", shape.letters()));
        }
    }

    /** The day of one expression and the hour of another that was moved over midnight. */
    private void midnight() {
        // What it would say was said where the hour was read; beside a date, it is no guess any more.
        boolean day = false;
        boolean hour = false;
        for (ExpressionPart part : parts) {
            if (part instanceof ExpressionPart.OfScheduledTime time) {
                day |= time.shape().has(Unit.DAY) && !time.shape().hasTime() && time.minutes() == 0;
                hour |= time.shape().has(Unit.HOUR) && !time.shape().hasDate() && time.minutes() != 0;
            }
        }
        if (day && hour) {
            warnings.add(Texts.of("'{0}' takes the day and the moved hour from two expressions: just after midnight they are a day apart",
                    text));
        }
    }

    /**
     * The sign and number at the very end.
     *
     * @param start where it begins; the length of the text when there is none
     * @param amount with its sign
     * @param parts of a day: 1 for days, 24 for hours, 1440 for minutes
     */
    private record Offset(int start, long amount, int parts) {
        static Offset of(String whole, int at, String inside) {
            for (int i = inside.length() - 1; i >= 0; i--) {
                char c = inside.charAt(i);
                if (c == '+' || c == '-') {
                    String rest = inside.substring(i + 1).strip();
                    if (c == '-' && (rest.isEmpty() || !Character.isDigit(rest.charAt(0)))) {
                        break;
                    }
                    Offset number = number(whole, at + i, c + rest);
                    int end = i;
                    while (end > 0 && inside.charAt(end - 1) == ' ') {
                        end--;
                    }
                    return new Offset(end, number.amount, number.parts);
                }
            }
            return new Offset(inside.length(), 0, 1);
        }

        /** {@code -7*2}, {@code +1/24}, {@code -30/24/60}. */
        static Offset number(String whole, int at, String signed) {
            int slash = signed.indexOf('/');
            String front = (slash < 0 ? signed : signed.substring(0, slash)).substring(1);
            String back = slash < 0 ? "" : signed.substring(slash);
            int parts = switch (back.replace(" ", "")) {
                case "" -> 1;
                case "/24" -> HOURS;
                case "/24/60" -> HOURS * MINUTES;
                default -> throw new ScheduleFault(whole, at, Texts.of("'{0}' is no part of a day that the service knows", signed),
                        Texts.of("write -N for days, -N/24 for hours, -N/24/60 for minutes"));
            };
            long amount = 1;
            for (String factor : front.split("\\*", -1)) {
                String digits = factor.strip();
                if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    throw new ScheduleFault(whole, at, Texts.of("'{0}' is no number that can be added", signed),
                            "write -1, -7*2, -1/24 or -30/24/60");
                }
                amount = Math.multiplyExact(amount, Long.parseLong(digits));
                if (amount > MOST) {
                    throw new ScheduleFault(whole, at, Texts.of("'{0}' leads out of every calendar", signed), Texts.of("write a smaller number"));
                }
            }
            return new Offset(0, signed.charAt(0) == '-' ? -amount : amount, parts);
        }
    }
}
