package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The form of a date in an expression: {@code yyyy-mm-dd}, {@code hh24miss}. The letters are the service's, not Java's: {@code mm}
 * is always the month, {@code mi} the minute, {@code hh24} the hour.
 */
final class DateShape {
    /** The longer ones first. */
    private static final Unit[] UNITS = Unit.values();

    /** A part of a date, as it is written. */
    enum Unit {
        YEAR("yyyy"), HOUR("hh24"), SHORT_YEAR("yy"), MONTH("mm"), DAY("dd"), MINUTE("mi"), SECOND("ss");

        private final String letters;

        Unit(String letters) {
            this.letters = letters;
        }

        private int of(ZonedDateTime time) {
            return switch (this) {
                case YEAR -> time.getYear();
                case SHORT_YEAR -> time.getYear() % 100;
                case MONTH -> time.getMonthValue();
                case DAY -> time.getDayOfMonth();
                case HOUR -> time.getHour();
                case MINUTE -> time.getMinute();
                case SECOND -> time.getSecond();
            };
        }
    }

    /** Units, and separators as texts. */
    private final List<Object> pieces = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final String letters;
    private boolean capitals;

    private DateShape(String letters) {
        this.letters = letters;
    }

    /**
     * Reads a form.
     *
     * @param whole the text that it stands in
     * @param start where in the text the form begins
     * @throws ScheduleFault for letters that stand for nothing, and digits
     */
    static DateShape read(String whole, int start, String letters) {
        DateShape shape = new DateShape(letters);
        for (int i = 0; i < letters.length();) {
            Unit unit = unitAt(letters, i);
            char c = letters.charAt(i);
            if (unit != null) {
                shape.capitals |= !letters.startsWith(unit.letters, i);
                shape.pieces.add(unit);
                shape.units.add(unit);
                i += unit.letters.length();
            } else if (Character.isLetterOrDigit(c) || "+*$[]{}()".indexOf(c) >= 0) {
                throw wrong(whole, start + i, letters, i);
            } else {
                shape.pieces.add(String.valueOf(c));
                i++;
            }
        }
        if (shape.units.isEmpty()) {
            throw new ScheduleFault(whole, start, Texts.of("here a date is wanted"), Texts.of("write something like yyyymmdd"));
        }
        return shape;
    }

    /** Whether the letters are a form, and nothing else. */
    static boolean fits(String letters) {
        try {
            read(letters, 0, letters);
            return true;
        } catch (ScheduleFault e) {
            return false;
        }
    }

    private static Unit unitAt(String letters, int at) {
        for (Unit unit : UNITS) {
            if (letters.regionMatches(true, at, unit.letters, 0, unit.letters.length())) {
                return unit;
            }
        }
        return null;
    }

    private static ScheduleFault wrong(String whole, int position, String letters, int at) {
        String rest = letters.substring(at).toLowerCase(Locale.ROOT);
        if (rest.startsWith("hh")) {
            return new ScheduleFault(whole, position, Texts.of("hours are written hh24"), Texts.of("write hh24 in place of hh"));
        }
        if (Character.isDigit(letters.charAt(at))) {
            return new ScheduleFault(whole, position, Texts.of("a date has letters, and there is one offset, at the very end"),
                    Texts.of("write one sum, like -2 for -1-1 or -25/24 for -1-1/24"));
        }
        return new ScheduleFault(whole, position, Texts.of("'{0}' stands for no part of a date", letters.charAt(at)),
                Texts.of("the parts are yyyy yy mm (month) dd hh24 mi (minute) ss"));
    }

    boolean has(Unit unit) {
        return units.contains(unit);
    }

    boolean hasTime() {
        return has(Unit.HOUR) || has(Unit.MINUTE) || has(Unit.SECOND);
    }

    boolean hasDate() {
        return hasYear() || has(Unit.MONTH) || has(Unit.DAY);
    }

    boolean hasYear() {
        return has(Unit.YEAR) || has(Unit.SHORT_YEAR);
    }

    Unit last() {
        return units.get(units.size() - 1);
    }

    /** As it was written. */
    String letters() {
        return letters;
    }

    /** Whether capital letters stand in it; the service's own examples have none. */
    boolean hasCapitals() {
        return capitals;
    }

    boolean hasBlank() {
        return letters.indexOf(' ') >= 0;
    }

    /** Whether a month stands where everybody else would write minutes. */
    boolean monthAfterHour() {
        int hour = units.indexOf(Unit.HOUR);
        return hour >= 0 && units.subList(hour, units.size()).contains(Unit.MONTH) && !has(Unit.MINUTE);
    }

    String format(ZonedDateTime time) {
        StringBuilder text = new StringBuilder();
        for (Object piece : pieces) {
            if (piece instanceof Unit unit) {
                String digits = Integer.toString(unit.of(time));
                int width = unit == Unit.YEAR ? 4 : 2;
                text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
            } else {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
