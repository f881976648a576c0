package dev.dwx.time;

import java.time.ZoneId;

/**
 * The time zone of a workspace, which is that of its region. The service has no call that tells it. Where a
 * region is unknown, China's zone is taken, since most of them have it.
 */
public final class ProjectZone {
    /** What a workspace has when nothing better is known. */
    public static final String DEFAULT = "Asia/Shanghai";

    private ProjectZone() {
    }

    /** The zone of a region id such as {@code ap-southeast-1}; never the machine's zone. */
    public static ZoneId of(String region) {
        return ZoneId.of(region == null ? DEFAULT : name(region));
    }

    private static String name(String region) {
        return switch (region) {
            case "ap-southeast-1" -> "Asia/Singapore";
            case "ap-southeast-2" -> "Australia/Sydney";
            case "ap-southeast-3" -> "Asia/Kuala_Lumpur";
            case "ap-southeast-5" -> "Asia/Jakarta";
            case "ap-southeast-6" -> "Asia/Manila";
            case "ap-southeast-7" -> "Asia/Bangkok";
            case "ap-northeast-1" -> "Asia/Tokyo";
            case "ap-northeast-2" -> "Asia/Seoul";
            case "ap-south-1" -> "Asia/Kolkata";
            case "us-west-1" -> "America/Los_Angeles";
            case "us-east-1" -> "America/New_York";
            case "us-southeast-1" -> "America/New_York";
            case "na-south-1" -> "America/Mexico_City";
            case "eu-central-1" -> "Europe/Berlin";
            case "eu-west-1" -> "Europe/London";
            case "me-east-1" -> "Asia/Dubai";
            case "me-central-1" -> "Asia/Riyadh";
            case "cn-hongkong" -> "Asia/Hong_Kong";
            default -> DEFAULT;
        };
    }
}
