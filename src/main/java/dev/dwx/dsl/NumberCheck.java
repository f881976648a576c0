package dev.dwx.dsl;

import dev.dwx.texts.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Numbers without loss. A 64-bit id that has been through a floating-point number is silently another id, so such a number
 * is taken only where it is certainly exact.
 */
final class NumberCheck {
    private static final double EXACT_LIMIT = 9007199254740991.0;
    private static final double EXACT_FLOAT_LIMIT = 16777215.0;
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);

    /** A number, or what is wrong with it, or neither when the value is no number at all. */
    record Outcome(Number number, String problem) {
    }

    private static final Outcome NONE = new Outcome(null, null);

    private NumberCheck() {
    }

    /** @param format {@code int32} or {@code int64}; anything else is taken for the latter */
    static Outcome whole(Object value, String format) {
        BigInteger integer;
        if (value instanceof Byte || value instanceof Short || value instanceof Integer || value instanceof Long) {
            integer = BigInteger.valueOf(((Number) value).longValue());
        } else if (value instanceof BigInteger big) {
            integer = big;
        } else if (value instanceof BigDecimal decimal) {
            if (decimal.stripTrailingZeros().scale() > 0) {
                return new Outcome(null, Texts.of("is {0}; a whole number is wanted", shown(decimal)));
            }
            if (decimal.precision() - (long) decimal.scale() > 30) {
                return new Outcome(null, Texts.of("is {0}, beyond 64 bits", shown(decimal)));
            }
            integer = decimal.toBigInteger();
        } else if (value instanceof Double || value instanceof Float) {
            double real = ((Number) value).doubleValue();
            if (Double.isNaN(real) || Double.isInfinite(real) || real != Math.rint(real)) {
                return new Outcome(null, Texts.of("is {0}; a whole number is wanted", value));
            }
            if (isLost((Number) value)) {
                return new Outcome(null, lost((Number) value));
            }
            integer = BigInteger.valueOf((long) real);
        } else if (value instanceof CharSequence || value instanceof Character) {
            integer = digits(value.toString().strip());
            if (integer == null) {
                return NONE;
            }
        } else if (value instanceof Number number) {
            return whole(new BigDecimal(number.toString()), format);
        } else {
            return NONE;
        }
        boolean small = "int32".equals(format);
        if (integer.compareTo(small ? BigInteger.valueOf(Integer.MAX_VALUE) : LONG_MAX) > 0
                || integer.compareTo(small ? BigInteger.valueOf(Integer.MIN_VALUE) : LONG_MIN) < 0) {
            return new Outcome(null, Texts.of("is {0}, beyond {1} bits", shown(new BigDecimal(integer)), small ? 32 : 64));
        }
        return new Outcome(integer.longValue(), null);
    }

    /**
     * Whether a number has been through a floating-point form that may have cost it its last digits: a whole one that the form
     * cannot tell from its neighbour. Such a number is never sent where an id may be meant.
     */
    static boolean isLost(Number number) {
        if (!(number instanceof Double || number instanceof Float)) {
            return false;
        }
        double real = number.doubleValue();
        return real == Math.rint(real) && Math.abs(real) > (number instanceof Float ? EXACT_FLOAT_LIMIT : EXACT_LIMIT);
    }

    /** What is wrong with a number that {@link #isLost}. */
    static String lost(Number number) {
        return Texts.of("is the floating-point number {0}, which holds no more than {1} bits: its last digits are lost already. Use the"
                + " digits, without a point or exponent", number, number instanceof Float ? 24 : 53);
    }

    static Outcome any(Object value) {
        if (value instanceof Number number) {
            Number exact = exact(number);
            return exact == null ? new Outcome(null, Texts.of("is {0}; a number is wanted", number)) : new Outcome(exact, null);
        }
        if (value instanceof CharSequence text) {
            String plain = text.toString().strip();
            if (plain.length() > 0 && plain.length() < 400 && isDecimal(plain)) {
                return new Outcome(new BigDecimal(plain), null);
            }
        }
        return NONE;
    }

    /** The number in a form that JSON writes exactly; {@code null} for not-a-number and infinity. */
    static Number exact(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double real = number.doubleValue();
            return Double.isNaN(real) || Double.isInfinite(real) ? null : new BigDecimal(number.toString());
        }
        if (number instanceof Byte || number instanceof Short) {
            return number.intValue();
        }
        if (number instanceof BigDecimal decimal) {
            // 1e18 as digits, which also a reader of whole numbers takes.
            return decimal.scale() < 0 && decimal.scale() > -40 ? decimal.setScale(0) : decimal;
        }
        if (number instanceof Integer || number instanceof Long || number instanceof BigInteger) {
            return number;
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The number as a text parameter takes it: digits without an exponent. */
    static String plainText(Number number) {
        Number exact = exact(number);
        if (exact instanceof BigDecimal decimal) {
            return Math.abs((long) decimal.scale()) > 1000 ? decimal.toString()
                    : number instanceof BigDecimal ? decimal.toPlainString() : trimmed(decimal);
        }
        return exact == null ? null : exact.toString();
    }

    private static String trimmed(BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
    }

    private static String shown(BigDecimal number) {
        String text = number.precision() > 40 || Math.abs((long) number.scale()) > 40 ? number.round(
                new java.math.MathContext(8)).toString() : number.toPlainString();
        return text;
    }

    private static BigInteger digits(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        if (text.length() == start || text.length() > 40) {
            return null;
        }
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return null;
            }
        }
        return new BigInteger(text);
    }

    private static boolean isDecimal(String text) {
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point) {
                point = true;
            } else if (!((c == '-' || c == '+') && i == 0)) {
                return false;
            }
        }
        return digits > 0;
    }
}
