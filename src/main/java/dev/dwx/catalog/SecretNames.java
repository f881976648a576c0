package dev.dwx.catalog;

/**
 * Which names, of parameters and of what stands inside their values, are those of secrets. The metadata do not mark
 * them, so the name has to tell; nothing that goes by such a name is shown, logged or quoted by any part of dwx.
 */
public final class SecretNames {
    private SecretNames() {
    }

    /** Whether what goes by this name is a secret. Paging and idempotency tokens are none. */
    public static boolean isSecret(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                plain.append(Character.toLowerCase(c));
            }
        }
        String key = plain.toString();
        if (key.endsWith("token")) {
            return !key.endsWith("nexttoken") && !key.endsWith("clienttoken") && !key.endsWith("pagetoken")
                    && !key.endsWith("maxtoken");
        }
        return key.contains("passw") || key.contains("passphrase") || key.equals("pass") || key.equals("passcode")
                || key.endsWith("dbpass") || key.endsWith("userpass") || key.equals("pw")
                || key.endsWith("pwd") || key.contains("secret") || key.contains("privatekey") || key.equals("credential")
                || key.endsWith("credential") || key.endsWith("credentials") || key.endsWith("accesskey")
                || key.equals("authorization") || key.equals("signature") || key.endsWith("apikey")
                || key.equals("keytab") || key.endsWith("keytabcontent") || key.equals("sk") || key.equals("cookie");
    }
}
