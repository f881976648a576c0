package dev.dwx.sandbox;

import dev.dwx.catalog.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Plausible scalar values by name and type; the same call always gets the same ones. */
final class ShapedValues {
    private static final long FIRST_PROJECT = 10001;
    private static final int LISTED = 2;

    private final SandboxCall call;
    private final int seed;

    ShapedValues(SandboxCall call) {
        this.call = call;
        seed = call.operation().name().hashCode();
    }

    /**
     * @param name the field's name
     * @param path names of what it is in, outermost first
     * @param index from 1, the place in the nearest list
     */
    Object scalar(String name, Schema schema, List<String> path, int index) {
        if (schema.isBoolean()) {
            return flag(name, path);
        }
        if (schema.isInteger()) {
            return integer(name, schema, path, index);
        }
        if (schema.isNumber()) {
            return BigDecimal.valueOf(number(name, index) % 10_000, 2);
        }
        return text(name, schema, path, index);
    }

    private Object flag(String name, List<String> path) {
        Object sent = echo(name, path);
        if (sent instanceof Boolean) {
            return sent;
        }
        return switch (name) {
            case "Success", "Completed", "Data", "Enabled", "Result", "ReturnValue" -> true;
            default -> (number(name, 1) & 1) == 0;
        };
    }

    private Object integer(String name, Schema schema, List<String> path, int index) {
        Object sent = echo(name, path);
        if (sent instanceof Long value && fits(schema, value)) {
            return value;
        }
        boolean wide = !"int32".equals(schema.format());
        long value;
        if (name.equals("PageNumber") || name.equals("PageNum")) {
            value = 1;
        } else if (name.equals("PageSize") || name.equals("MaxResults")) {
            value = 10;
        } else if (name.startsWith("Total")) {
            value = LISTED;
        } else if (name.equals("HttpStatusCode")) {
            value = 200;
        } else if (name.equals("Progress")) {
            value = 100;
        } else if (name.equals("ErrorCode")) {
            value = 0;
        } else if (name.equals("Status") || name.equals("Priority")) {
            value = 1;
        } else if (name.equals("ProjectId") || name.equals("WorkspaceId")) {
            value = FIRST_PROJECT;
        } else if (isBusinessDate(name)) {
            value = midnight().minus(Duration.ofDays(1)).toEpochMilli();
        } else if (wide && isTime(name)) {
            value = time(name, index).toEpochMilli();
        } else if (isId(name) || wide && name.equals("Data")) {
            value = (wide ? 700_000_000_000L : 700_000_000L) + number(name, index) % 99_999_999L;
        } else {
            value = number(name, index) % 100;
        }
        if (!wide && value != (int) value) {
            value = index;
        }
        return limit(schema, value);
    }

    private String text(String name, Schema schema, List<String> path, int index) {
        Object sent = echo(name, path);
        if (sent instanceof String || sent instanceof Long || sent instanceof Boolean) {
            return sent.toString();
        }
        if (!schema.enumeration().isEmpty()) {
            return schema.enumeration().get(0);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "RequestId" -> call.requestId();
            case "ErrorCode", "ErrorMessage", "ErrMsg", "Error", "FailureMessage", "Message", "NextToken" -> "";
            case "Code" -> path.isEmpty() ? "" : "STEP_" + index;
            case "PageNumber", "PageNum" -> "1";
            case "PageSize", "MaxResults" -> "10";
            case "TotalCount", "TotalNum" -> Integer.toString(LISTED);
            case "HttpStatusCode" -> "200";
            case "Success" -> "true";
            case "Completed" -> "True";
            case "Status" -> "Success";
            case "EnvType", "ProjectEnv" -> "Prod";
            case "RegionId" -> "cn-shanghai";
            case "ResourceGroupId", "ResourceGroup" -> "Serverless_res_group_" + call.accountId() + "_70000" + index;
            case "AliyunResourceGroupId", "ResourceManagerResourceGroupId" -> "rg-acfm" + studioId(name, index);
            case "Spec" -> "{\"version\":\"1.1.0\",\"kind\":\"Node\",\"spec\":{\"nodes\":[]}}";
            case "ConnectionProperties", "Response", "Content", "MetricParameters" -> "{}";
            case "Cron", "CronExpress", "CronExpression" -> "00 00 02 * * ?";
            case "Owner", "OwnerId", "Creator", "CreateUser", "ModifyUser", "Modifier", "Operator", "UserId",
                 "AccountId", "TenantId", "BaseId" -> call.accountId();
            default -> {
                if (isBusinessDate(name)) {
                    yield DateTimeFormatter.ofPattern("yyyy-MM-dd 00:00:00", Locale.ROOT)
                            .withZone(ZoneOffset.ofHours(8)).format(midnight().minus(Duration.ofDays(1)));
                }
                if (isTime(name)) {
                    yield DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                            .withZone(ZoneOffset.ofHours(8)).format(time(name, index));
                }
                if (lower.endsWith("uuid")) {
                    yield new UUID(number(name, index), number(name, index + 7)).toString();
                }
                if (isId(name)) {
                    yield studioId(name, index);
                }
                if (lower.endsWith("url") || lower.endsWith("uri")) {
                    yield "http://127.0.0.1/" + lower + '/' + index;
                }
                yield lower + '_' + index;
            }
        };
    }

    /**
     * A parameter of the same name, when the field is the answer's own or in an object of it; the project wherever it
     * is. An id is the thing's own only where the operation gets one thing.
     */
    private Object echo(String name, List<String> path) {
        boolean own = switch (name) {
            case "NextToken", "Status" -> false;
            case "ProjectId", "ProjectIdentifier" -> true;
            case "Id" -> path.size() <= 1 && call.operation().name().startsWith("Get");
            default -> path.size() <= 1;
        };
        return own ? call.arguments().get(name) : null;
    }

    /** Node ids and their like: 19 digits, beyond what a double holds exactly. */
    private String studioId(String name, int index) {
        return BigInteger.valueOf(7_000_000_000_000_000_000L).add(BigInteger.valueOf(number(name, index) * 1_000_003))
                .toString();
    }

    private Instant midnight() {
        return call.now().atOffset(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    private Instant time(String name, int index) {
        // Ends come after beginnings, and creation before both.
        int minutes = name.startsWith("Create") || name.startsWith("Gmt") ? 600
                : name.contains("Finish") || name.contains("End") ? 5 : 30;
        return call.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes((long) minutes * index));
    }

    private long number(String name, int index) {
        long hash = seed * 31L + name.hashCode() * 17L + index;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return (hash ^ (hash >>> 33)) & 0x7fff_ffffL;
    }

    private static boolean isId(String name) {
        return name.equals("id") || name.endsWith("Id") || name.endsWith("Ids") || name.equals("ID");
    }

    private static boolean isTime(String name) {
        return name.endsWith("Time") || name.endsWith("Timestamp") || name.startsWith("Gmt") || name.endsWith("Date");
    }

    private static boolean isBusinessDate(String name) {
        return name.equalsIgnoreCase("bizdate");
    }

    private static boolean fits(Schema schema, long value) {
        return !"int32".equals(schema.format()) || value == (int) value;
    }

    private static long limit(Schema schema, long value) {
        if (schema.minimum() != null && BigDecimal.valueOf(value).compareTo(schema.minimum()) < 0) {
            return schema.minimum().longValue();
        }
        if (schema.maximum() != null && BigDecimal.valueOf(value).compareTo(schema.maximum()) > 0) {
            return schema.maximum().longValue();
        }
        return value;
    }
}
