package dev.dwx.flowspec.lint;

/** The service's cron expressions: second, minute, hour, day of month, month, day of week; the second always {@code 00}. */
final class CronText {
    private static final int[] LEAST = {0, 0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 59, 23, 31, 12, 7};

    private CronText() {
    }

    static void check(String cron, String path, Findings findings) {
        String[] fields = cron.strip().split("\\s+");
        if (fields.length == 5) {
            findings.error("cron", path, "'" + cron + "' has five fields, and the service's form has six, seconds first",
                    "write '00 " + cron.strip() + "'");
            return;
        }
        if (fields.length == 7) {
            findings.warn("cron", path, "'" + cron + "' has seven fields, and the service's form has no year",
                    "leave out the last one");
        } else if (fields.length != 6) {
            findings.error("cron", path, "'" + cron + "' has " + fields.length
                    + " fields, and the service's form has six: second, minute, hour, day, month, weekday",
                    "write it like '00 30 06 * * ?'");
            return;
        }
        for (int i = 0; i < MOST.length; i++) {
            if (!fits(fields[i], i)) {
                findings.error("cron", path, "'" + fields[i] + "' in '" + cron + "' is no " + name(i),
                        "write it like '00 30 06 * * ?'");
                return;
            }
        }
        if (!fields[0].equals("00") && !fields[0].equals("0")) {
            findings.warn("cron", path, "the seconds of '" + cron + "' are not 00, which is all that the service schedules",
                    "begin with 00");
        }
    }

    private static boolean fits(String field, int place) {
        for (String part : field.split("[,/-]", -1)) {
            boolean digits = !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
            if (digits ? outOfRange(part, place) : !isSign(part, place)) {
                return false;
            }
        }
        return true;
    }

    private static boolean outOfRange(String part, int place) {
        int value = Integer.parseInt(part);
        return value < LEAST[place] || value > MOST[place];
    }

    /** Days and months have signs and names of their own. */
    private static boolean isSign(String part, int place) {
        return part.equals("*") || place >= 3 && !part.isEmpty() && part.length() <= 5
                && part.chars().allMatch(c -> c == '?' || c == '#' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }

    private static String name(int place) {
        return switch (place) {
            case 0 -> "second";
            case 1 -> "minute";
            case 2 -> "hour";
            case 3 -> "day of the month";
            case 4 -> "month";
            default -> "day of the week";
        };
    }
}
