package dev.dwx.dsl.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files for names of objects: the same where every system takes it; else what may stand and a few digits of a digest. Two
 * names that differ in nothing but case, or in what may not stand, get two files.
 */
final class FileNames {
    private static final int LONGEST = 80;
    private static final int DIGITS = 8;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "code");

    private final Set<String> taken = new HashSet<>();

    String of(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length() && safe.length() < LONGEST; i++) {
            char c = name.charAt(i);
            boolean fine = c < 128 ? Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' && i > 0 && i < name.length() - 1 && name.charAt(i - 1) != '.'
                    : Character.isLetterOrDigit(c);
            safe.append(fine ? c : '_');
        }
        String plain = safe.toString();
        boolean same = plain.equals(name) && !plain.isEmpty() && !DEVICES.contains(plain.toLowerCase(Locale.ROOT));
        if (same && taken.add(plain.toLowerCase(Locale.ROOT))) {
            return plain;
        }
        String told = plain + "-" + digest(name);
        for (int again = 2; !taken.add(told.toLowerCase(Locale.ROOT)); again++) {
            told = plain + "-" + digest(name) + "-" + again;
        }
        return told;
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
