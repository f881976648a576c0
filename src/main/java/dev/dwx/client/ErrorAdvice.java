package dev.dwx.client;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an error of the service means and what to type next. The service answers with word codes, with numbers of up
 * to twenty digits, and in Chinese or English; the same cause comes under several of these, so both code and message
 * are looked at. Useful for log lines and failure messages inside answers too.
 */
public final class ErrorAdvice {
    private ErrorAdvice() {
    }

    /**
     * An explanation.
     *
     * @param topic short name of the cause, the same for all its codes: {@code throttled}, {@code no such project}
     * @param why the cause in plain words
     * @param next what to type, in the language of dwx or as a command of the shell; {@code null} when there is
     *     nothing to do
     * @param retry whether the same call may succeed a little later
     */
    public record Advice(String topic, String why, String next, boolean retry) {
    }

    /**
     * A line of the table.
     *
     * @param codes exact codes, or beginnings that end in {@code *}
     * @param fragments parts of messages in small letters; {@code …} stands for any text
     */
    record Row(String topic, List<String> codes, List<String> fragments, String why, String next, boolean retry) {
        boolean matches(String code, String message) {
            for (String each : codes) {
                boolean beginning = each.endsWith("*");
                if (beginning ? code.startsWith(each.substring(0, each.length() - 1)) : code.equals(each)) {
                    return true;
                }
            }
            for (String fragment : fragments) {
                if (contains(message, fragment)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean contains(String message, String fragment) {
            int from = 0;
            int start = 0;
            while (start <= fragment.length()) {
                int gap = fragment.indexOf('…', start);
                String part = fragment.substring(start, gap < 0 ? fragment.length() : gap);
                int at = message.indexOf(part, from);
                if (at < 0) {
                    return false;
                }
                from = at + part.length();
                if (gap < 0) {
                    return true;
                }
                start = gap + 1;
            }
            return true;
        }
    }

    /**
     * Explains an error.
     *
     * @param code the service's code, or {@code null}
     * @param message its message, or {@code null}
     * @param operation the operation that was called, for the suggestion; {@code null} when it is not known
     * @param version its API version, or {@code null}
     * @return empty when nothing is known of it
     */
    public static Optional<Advice> of(String code, String message, String operation, String version) {
        String theCode = code == null ? "" : code;
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        for (Row row : AdviceTable.ROWS) {
            if (row.matches(theCode, text)) {
                return Optional.of(filled(row, operation, version));
            }
        }
        if (isMandatory(text) || isMissing(theCode)) {
            return Optional.of(filled(AdviceTable.MISSING, operation, version));
        }
        if (isInvalid(theCode)) {
            return Optional.of(filled(AdviceTable.INVALID, operation, version));
        }
        return isNumber(theCode) ? Optional.of(filled(AdviceTable.NUMBER, operation, version)) : Optional.empty();
    }

    /** Explains a line of a log or a failure message inside an answer. */
    public static Optional<Advice> ofText(String text) {
        return of(null, text, null, null);
    }

    private static boolean isMandatory(String text) {
        return text.contains(" is mandatory for this action");
    }

    /** {@code MissingTimestamp} and the like: the name of what is missing is part of the code. */
    private static boolean isMissing(String code) {
        return code.length() > 7 && code.startsWith("Missing") && Character.isUpperCase(code.charAt(7));
    }

    private static boolean isInvalid(String code) {
        return code.length() > 7 && code.startsWith("Invalid")
                && (Character.isUpperCase(code.charAt(7)) || code.charAt(7) == '.');
    }

    private static boolean isNumber(String code) {
        return code.length() >= 10 && code.length() <= 20 && ArgumentText.isDigits(code);
    }

    private static Advice filled(Row row, String operation, String version) {
        String name = operation == null ? Texts.of("the call") : operation;
        boolean old = ApiCatalog.V2020.equals(version);
        String next = row.next == null || operation == null && row.next.startsWith("{op}") ? null : Texts.listed(row.next);
        if (next != null) {
            next = next.replace("{op}", name).replace("{other}", old ? "v2024" : "v2020");
        }
        return new Advice(row.topic, Texts.listed(row.why).replace("{op}", name), next, row.retry);
    }

    /**
     * One line for the service's details of a refused permission: which action, by which kind of policy, for whom.
     *
     * @param details the answer's {@code AccessDeniedDetail}
     */
    static String accessDenied(Map<?, ?> details) {
        StringBuilder line = new StringBuilder("the policy check of action ").append(text(details, "AuthAction"));
        line.append(" said ").append(text(details, "NoPermissionType"));
        line.append(" (").append(text(details, "PolicyType")).append(") for ");
        line.append(text(details, "AuthPrincipalType")).append(' ').append(text(details, "AuthPrincipalDisplayName"));
        if (details.get("AuthPrincipalOwnerId") != null) {
            line.append(" of account ").append(details.get("AuthPrincipalOwnerId"));
        }
        Object encoded = details.get("EncodedDiagnosticMessage");
        if (encoded != null) {
            line.append("\n        more is in this text, which RAM's DecodeDiagnosticMessage opens: ").append(encoded);
        }
        return line.toString();
    }

    private static String text(Map<?, ?> details, String name) {
        Object value = details.get(name);
        return value == null ? "?" : value.toString();
    }
}
