package dev.dwx.sandbox.world;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a run, as far as scripts of the sandbox need them: {@code ${…}} counts from the business date in days and
 * more, {@code $[…]} from the scheduled time in days and parts of one, months by {@code add_months}. What is no expression, or
 * none that is known, stays as it is. The sandbox reads expressions by itself on purpose: as a second opinion beside the reader of
 * the language, which it is there to try.
 */
final class RunParameters {
    private final LocalDateTime business;
    private final LocalDateTime scheduled;
    private final Map<String, String> ids;

    /**
     * @param business the business date, at midnight
     * @param scheduled when the instance is meant to run
     * @param ids {@code $taskid}, {@code $nodeid}, {@code $jobid} without their sign
     */
    RunParameters(LocalDateTime business, LocalDateTime scheduled, Map<String, String> ids) {
        this.business = business;
        this.scheduled = scheduled;
        this.ids = ids;
    }

    /** The script with every {@code ${name}} of its parameters, written {@code name=value name=value}, filled in. */
    String fill(String script, String parameters) {
        String filled = script.replace("${bdp.system.bizdate}", format("yyyymmdd", business))
                .replace("${bdp.system.cyctime}", format("yyyymmddhh24miss", scheduled));
        for (Map.Entry<String, String> one : values(parameters).entrySet()) {
            filled = filled.replace("${" + one.getKey() + "}", one.getValue());
        }
        return filled;
    }

    /** Every parameter with its value. */
    Map<String, String> values(String parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : parameters == null ? new String[0] : parameters.strip().split("\\s+")) {
            int sign = one.indexOf('=');
            if (sign > 0) {
                values.put(one.substring(0, sign), value(one.substring(sign + 1)));
            }
        }
        return values;
    }

    /** What an expression means for this run. */
    String value(String expression) {
        switch (expression) {
            case "$bizdate", "$yyyymmdd":
                return format("yyyymmdd", business);
            case "$cyctime":
                return format("yyyymmddhh24miss", scheduled);
            case "$gmtdate":
                return format("yyyymmdd", business.plusDays(1));
            case "$bizmonth":
                boolean other = business.getMonthValue() != business.plusDays(1).getMonthValue();
                return format("yyyymm", other ? business : business.minusMonths(1));
            default:
                break;
        }
        if (expression.length() > 3 && (expression.startsWith("${") && expression.endsWith("}")
                || expression.startsWith("$[") && expression.endsWith("]"))) {
            String shifted = shifted(expression.substring(2, expression.length() - 1).strip(), expression.charAt(1) == '{');
            return shifted == null ? expression : shifted;
        }
        return expression.startsWith("$") ? ids.getOrDefault(expression.substring(1), expression) : expression;
    }

    private String shifted(String inner, boolean days) {
        if (!days && inner.startsWith("add_months(") && inner.endsWith(")") && inner.indexOf(',') > 0) {
            int comma = inner.indexOf(',');
            Double months = number(inner.substring(comma + 1, inner.length() - 1));
            return months == null ? null : format(inner.substring(11, comma).strip(), scheduled.plusMonths(months.longValue()));
        }
        int at = offset(inner);
        String form = inner.substring(0, at).strip();
        Double by = at == inner.length() ? Double.valueOf(0) : number(inner.substring(at));
        if (by == null || !known(form)) {
            return null;
        }
        if (!days) {
            return format(form, scheduled.plusSeconds(Math.round(by * 86_400)));
        }
        long whole = Math.round(by);
        return format(form, form.endsWith("dd") ? business.plusDays(whole) : form.endsWith("mm") ? business.plusMonths(whole)
                : business.plusYears(whole));
    }

    /** Where the sign and number at the very end begin. */
    private static int offset(String inner) {
        int at = inner.length();
        while (at > 0 && "0123456789*/. ".indexOf(inner.charAt(at - 1)) >= 0) {
            at--;
        }
        boolean signed = at > 0 && at < inner.length() && "+-".indexOf(inner.charAt(at - 1)) >= 0;
        return signed ? at - 1 : inner.length();
    }

    /** A product of numbers: {@code -7*2}, {@code -1/24}. */
    private static Double number(String text) {
        String plain = text.replace(" ", "");
        double value = plain.startsWith("-") ? -1 : 1;
        String digits = plain.startsWith("-") || plain.startsWith("+") ? plain.substring(1) : plain;
        char sign = '*';
        try {
            for (String part : digits.split("(?<=[*/])|(?=[*/])")) {
                if (part.equals("*") || part.equals("/")) {
                    sign = part.charAt(0);
                } else {
                    value = sign == '*' ? value * Double.parseDouble(part) : value / Double.parseDouble(part);
                }
            }
        } catch (NumberFormatException e) {
            return null;
        }
        return Double.isFinite(value) && Math.abs(value) < 1_000_000 ? value : null;
    }

    private static boolean known(String form) {
        String rest = form.toLowerCase(Locale.ROOT).replaceAll("yyyy|yy|mm|dd|hh24|mi|ss", "");
        return !form.isEmpty() && rest.chars().noneMatch(Character::isLetterOrDigit);
    }

    private static String format(String form, LocalDateTime time) {
        String pattern = form.toLowerCase(Locale.ROOT).replace("hh24", "HH").replace("mi", "\u0001").replace("mm", "MM")
                .replace("\u0001", "mm");
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
        } catch (IllegalArgumentException e) {
            return form;
        }
    }
}
