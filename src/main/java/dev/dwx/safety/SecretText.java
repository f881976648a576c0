package dev.dwx.safety;

import dev.dwx.catalog.SecretNames;

/**
 * Finds secrets in text of any kind: after a name that says so and {@code :} or {@code =} (in Groovy, JSON, properties, query
 * strings, also with the quotes escaped), before the {@code @} of an address, after {@code Bearer} and the like, and private keys in PEM.
 */
final class SecretText {
    private static final String PEM = "-----BEGIN ";
    /** How parsers speak of a token that is a word of a statement. */
    private static final java.util.Set<String> PARSERS = java.util.Set.of("invalid", "unexpected", "illegal", "unrecognized", "unknown", "near", "extraneous");
    private static final int LONGEST_WORD = 12;

    private SecretText() {
    }

    static String redact(String text) {
        StringBuilder out = null;
        int copied = 0;
        int i = 0;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            int end;
            int start;
            if (c == '-' && text.startsWith(PEM, i)) {
                start = pemStart(text, i);
                end = start < 0 ? -1 : pemEnd(text, start);
                i = Math.max(end, i + PEM.length());
            } else if (isNameStart(text, i)) {
                int nameEnd = nameEnd(text, i);
                int value = valueAfter(text, i, nameEnd);
                if (value < 0) {
                    i = nameEnd;
                    continue;
                }
                int[] span = valueSpan(text, value);
                start = span[0];
                end = span[1];
                i = end;
            } else if (c == ':' && text.startsWith("://", i)) {
                int at = userInfoEnd(text, i + 3);
                int colon = at < 0 ? -1 : text.indexOf(':', i + 3);
                i += 3;
                if (colon < 0 || colon > at) {
                    continue;
                }
                start = colon + 1;
                end = at;
                i = at;
            } else {
                i++;
                continue;
            }
            if (end > start && !text.startsWith(Redactor.MASK, start)) {
                out = out == null ? new StringBuilder(length) : out;
                out.append(text, copied, start).append(Redactor.MASK);
                copied = end;
            }
        }
        return out == null ? text : out.append(text, copied, length).toString();
    }

    private static boolean isNameStart(String text, int i) {
        return isNamePart(text.charAt(i)) && (i == 0 || !isNamePart(text.charAt(i - 1)));
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || c == '.' || Character.isLetterOrDigit(c);
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the secret begins that the name at this place announces; -1 when it announces none. */
    private static int valueAfter(String text, int start, int nameEnd) {
        if (text.charAt(start) == '-' && !text.startsWith("--", start)) {
            int value = afterFlag(text, start, nameEnd);
            if (value >= 0) {
                return value;
            }
        }
        if (!SecretNames.isSecret(text.substring(start, nameEnd))) {
            // SQL: create user u identified by '…'
            return text.regionMatches(true, start, "identified", 0, 10) && nameEnd == start + 10
                    && text.regionMatches(true, blanks(text, nameEnd), "by", 0, 2)
                    ? quoted(text, blanks(text, nameEnd) + 2) : -1;
        }
        int value = valueStart(text, nameEnd);
        if (value >= 0) {
            return value;
        }
        // password '…' of SQL and Groovy, --password … of a shell.
        int quoted = quoted(text, nameEnd);
        if (quoted >= 0 && isWordOfParser(text, start, nameEnd, quoted)) {
            return -1;
        }
        return quoted >= 0 ? quoted : text.startsWith("--", start) && blanks(text, nameEnd) > nameEnd
                && blanks(text, nameEnd) < text.length() && text.charAt(blanks(text, nameEnd)) != '-'
                ? blanks(text, nameEnd) : -1;
    }

    /**
     * {@code invalid token 'selec'} of a parser of SQL, which means a word of the statement. What may be a token for signing in, with a digit
     * or longer than a word, is none.
     */
    private static boolean isWordOfParser(String text, int start, int nameEnd, int quoted) {
        if (!text.substring(start, nameEnd).equalsIgnoreCase("token")) {
            return false;
        }
        int before = start;
        while (before > 0 && text.charAt(before - 1) == ' ') {
            before--;
        }
        int word = before;
        while (word > 0 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        int end = quoted + 1;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_') && text.charAt(end) < 128) {
            end++;
        }
        boolean closed = end > quoted + 1 && end - quoted - 1 <= LONGEST_WORD && end < text.length() && text.charAt(end) == text.charAt(quoted);
        return closed && PARSERS.contains(text.substring(word, before).toLowerCase(java.util.Locale.ROOT));
    }

    /** {@code mysql -pSECRET}, {@code sshpass -p SECRET}, {@code redis-cli -a SECRET}, {@code curl -u name:SECRET}; else -1. */
    private static int afterFlag(String text, int start, int nameEnd) {
        char flag = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        boolean alone = nameEnd == start + 2;
        int next = blanks(text, nameEnd);
        boolean hasNext = alone && next > nameEnd && next < text.length() && text.charAt(next) != '-';
        if (flag == 'p' && (commandBefore(text, start, "mysql") || commandBefore(text, start, "mariadb"))) {
            // Alone it asks for the password; what follows is the database.
            boolean joined = start + 2 < text.length() && text.charAt(start + 2) > ' ';
            return joined ? start + 2 : -1;
        }
        if (flag == 'p' && commandBefore(text, start, "sshpass") || flag == 'a' && commandBefore(text, start, "redis-cli")) {
            return !alone ? start + 2 : hasNext ? next : -1;
        }
        if (flag == 'u' && commandBefore(text, start, "curl")) {
            int from = alone ? next : start + 2;
            for (int i = from; i < text.length() && text.charAt(i) > ' '; i++) {
                if (text.charAt(i) == ':') {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    /** Whether a word that begins so stands before, in the same line and the same command of it. */
    private static boolean commandBefore(String text, int before, String command) {
        for (int i = before - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == ';' || c == '|' || c == '&') {
                return false;
            }
            boolean begins = i == 0 || !isNamePart(text.charAt(i - 1));
            if (begins && text.regionMatches(true, i, command, 0, command.length())) {
                return true;
            }
        }
        return false;
    }

    /** Where a quoted value begins after at least one blank; -1 when there is none. */
    private static int quoted(String text, int from) {
        int i = blanks(text, from);
        int quote = i;
        while (quote < text.length() && text.charAt(quote) == '\\') {
            quote++;
        }
        return i > from && quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'')
                ? i : -1;
    }

    /** Where the value begins that a name at this place is given; -1 when it is given none. */
    private static int valueStart(String text, int nameEnd) {
        int i = nameEnd;
        while (i < text.length() && (text.charAt(i) == '\\' || text.charAt(i) == '"' || text.charAt(i) == '\''
                || text.charAt(i) == ']' || text.charAt(i) == ')')) {
            i++;
        }
        i = blanks(text, i);
        if (i >= text.length() || text.charAt(i) != ':' && text.charAt(i) != '=' && text.charAt(i) != ',') {
            // {"Key":"password","Value":"x"} and setProperty('password', 'x')
            return -1;
        }
        if (text.charAt(i) == ',') {
            return pairValue(text, i + 1);
        }
        i++;
        while (i < text.length() && (text.charAt(i) == '=' || text.charAt(i) == '>' || text.charAt(i) == '~')) {
            i++;
        }
        int value = blanks(text, i);
        for (String scheme : new String[] {"Bearer ", "Basic ", "ACS3-HMAC-SHA256 ", "acs "}) {
            if (text.regionMatches(true, value, scheme, 0, scheme.length())) {
                value += scheme.length();
            }
        }
        return value;
    }

    /** After {@code 'password',}: a quoted value, or {@code "Value":} and then the value. */
    private static int pairValue(String text, int from) {
        int i = blanks(text, from);
        int quote = i;
        while (quote < text.length() && (text.charAt(quote) == '\\' || text.charAt(quote) == '"'
                || text.charAt(quote) == '\'')) {
            quote++;
        }
        int nameEnd = nameEnd(text, quote);
        if (nameEnd > quote && text.substring(quote, nameEnd).toLowerCase(java.util.Locale.ROOT).endsWith("value")) {
            return valueStart(text, nameEnd);
        }
        return quote > i ? i : -1;
    }

    private static int blanks(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The secret itself: between its quotes, or up to what ends a bare word. */
    private static int[] valueSpan(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == '\\') {
            i++;
        }
        int slashes = i - from;
        if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
            char quote = text.charAt(i);
            boolean triple = text.startsWith(String.valueOf(quote).repeat(3), i);
            String close = "\\".repeat(slashes) + (triple ? String.valueOf(quote).repeat(3) : String.valueOf(quote));
            int start = i + (triple ? 3 : 1);
            return new int[] {start, closing(text, start, close, slashes)};
        }
        int end = from;
        int depth = 0;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '[' || c == '{' || c == '(') {
                depth++;
            } else if (depth > 0 && (c == ']' || c == '}' || c == ')')) {
                depth--;
            } else if (depth == 0 && (c <= ' ' || ",;)]}&\"'".indexOf(c) >= 0)) {
                break;
            }
            end++;
        }
        return new int[] {from, end};
    }

    /** Where a quoted value ends: at its closing quote that is not escaped itself, or with the text. */
    private static int closing(String text, int from, String close, int slashes) {
        int i = from;
        while (i < text.length()) {
            if (slashes == 0 && text.charAt(i) == '\\') {
                i += 2;
                continue;
            }
            if (text.startsWith(close, i) && (slashes == 0 || text.charAt(i - 1) != '\\' || i == from)) {
                return i;
            }
            i++;
        }
        return text.length();
    }

    /** The place of the {@code @} that ends {@code user:password}, or -1; a password may hold an {@code @} itself. */
    private static int userInfoEnd(String text, int from) {
        int at = -1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '/' || c == '?' || c == '#' || c == '"' || c == '\'') {
                break;
            }
            if (c == '@') {
                at = i;
            }
        }
        return at;
    }

    /** Where the key begins that a line {@code -----BEGIN … PRIVATE KEY-----} announces; -1 when it announces something public. */
    private static int pemStart(String text, int from) {
        int end = text.indexOf("-----", from + PEM.length());
        return end < 0 || end - from > 80 || !text.substring(from, end).endsWith("PRIVATE KEY") ? -1 : end + 5;
    }

    private static int pemEnd(String text, int from) {
        int end = text.indexOf("-----END ", from);
        return end < 0 ? text.length() : end;
    }
}
