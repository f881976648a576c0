package dev.dwx.flowspec.lint;

import dev.dwx.catalog.EditDistance;
import java.util.Collection;
import java.util.Locale;

/** Names that are nearly another one: other capitals, dashes left out or put in, a slip of the finger. */
final class Slips {
    private Slips() {
    }

    /** The one of the known names that was most likely meant; {@code null} when none is near enough or several are. */
    static String meant(String given, Collection<String> known) {
        String plain = plain(given);
        for (String name : known) {
            if (plain(name).equals(plain)) {
                return name;
            }
        }
        int most = plain.length() < 4 ? 0 : plain.length() < 8 ? 1 : 2;
        String best = null;
        int least = most + 1;
        for (String name : known) {
            int distance = EditDistance.of(plain, plain(name), most);
            if (distance < least) {
                least = distance;
                best = name;
            } else if (distance == least && distance <= most) {
                best = null;
            }
        }
        return least <= most ? best : null;
    }

    /** Whether two output names differ by capitals or one letter; names that count up are not slips of each other. */
    static boolean alike(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        if (a.equalsIgnoreCase(b)) {
            return true;
        }
        int shorter = Math.min(a.length(), b.length());
        int from = 0;
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int behind = 0;
        while (behind < shorter - from && a.charAt(a.length() - 1 - behind) == b.charAt(b.length() - 1 - behind)) {
            behind++;
        }
        boolean one = a.length() - from - behind <= 1 && b.length() - from - behind <= 1;
        return one && shorter >= 6 && !isDigit(a, from, behind) && !isDigit(b, from, behind);
    }

    private static boolean isDigit(String text, int from, int behind) {
        return text.length() - from - behind == 1 && Character.isDigit(text.charAt(from));
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
