package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Schema;
import dev.dwx.json.ExactJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values for the fields of a simulated answer that no call has said: all went well, and just now. */
final class SimulatedValues {
    /** Stands where the service would have given a text that nobody can know. */
    static final String TEXT = "simulated";

    private static final List<String> GOOD = List.of("Success", "Succeeded", "SUCCESS", "success", "Finished", "Finish",
            "Passed", "Pass", "Completed", "Done", "Available", "Normal", "Running");

    private final ApiOperation operation;
    private final Clock clock;

    SimulatedValues(ApiOperation operation, Clock clock) {
        this.operation = operation;
        this.clock = clock;
    }

    /** @param listed how many things the answer lists */
    Object scalar(String name, Schema schema, int listed) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.equals("RequestId")) {
            return TEXT;
        }
        if (lower.contains("error") || lower.contains("message") || lower.equals("errmsg") || lower.contains("checkingstatus")
                || lower.equals("nexttoken") || lower.equals("nextoffset")) {
            return null;
        }
        if (schema.isBoolean()) {
            return !lower.contains("deleted") && !lower.contains("more") ? Boolean.TRUE : Boolean.FALSE;
        }
        if (lower.equals("completed") || lower.equals("success")) {
            return schema.isString() ? "True" : Boolean.TRUE;
        }
        boolean status = lower.endsWith("status") || lower.endsWith("state");
        if (schema.isInteger() || schema.isNumber()) {
            return number(name, lower, status, schema, listed);
        }
        if (status) {
            return status(name, schema);
        }
        if (isTime(name) || !schema.isString()) {
            return null;
        }
        if (lower.startsWith("total") || lower.startsWith("page")) {
            return lower.startsWith("total") ? Integer.toString(listed) : lower.endsWith("size") ? "10" : "1";
        }
        return schema.enumeration().isEmpty() ? TEXT : schema.enumeration().get(0);
    }

    private Object number(String name, String lower, boolean status, Schema schema, int listed) {
        boolean wide = !"int32".equals(schema.format());
        if (lower.equals("httpstatuscode")) {
            return 200;
        }
        if (status) {
            return 1;
        }
        if (lower.startsWith("total")) {
            return listed;
        }
        if (lower.equals("pagenumber") || lower.equals("pagenum")) {
            return 1;
        }
        if (lower.equals("pagesize") || lower.equals("maxresults")) {
            return Math.max(10, listed);
        }
        if (lower.equals("progress")) {
            return 100;
        }
        if (isTime(name)) {
            return wide ? clock.millis() : null;
        }
        BigDecimal least = schema.minimum();
        return least == null ? 0 : schema.isInteger() ? least.longValue() : least;
    }

    /** A word that every wait takes for the good end, as the family of the thing spells it. */
    private String status(String name, Schema schema) {
        for (String good : GOOD) {
            if (schema.enumeration().contains(good)) {
                return good;
            }
        }
        OperationName parts = OperationName.of(operation.name());
        String noun = parts.singular();
        boolean legacy = operation.version().startsWith("2020");
        if (name.equals("JobStatus") || noun.equals("DIJob")) {
            return "Finished";
        }
        if (noun.startsWith("DataQualityScan")) {
            return "Pass";
        }
        if (noun.startsWith("DataQuality")) {
            return "Passed";
        }
        if (noun.equals("Project")) {
            return "Available";
        }
        if (noun.endsWith("Member") || noun.equals("ResourceGroup")) {
            return "Normal";
        }
        if (noun.contains("DISync") || noun.endsWith("Table") && legacy) {
            return "success";
        }
        return legacy && (noun.contains("Instance") || noun.contains("Dag")) ? "SUCCESS" : "Success";
    }

    private static boolean isTime(String name) {
        return name.endsWith("Time") || name.endsWith("Timestamp") || name.startsWith("Gmt") || name.endsWith("ExpiresAt");
    }

    /** A value in the type that a field has, or {@code null} when it has none there. */
    static Object fitted(Object value, Schema schema) {
        if (value == null) {
            return null;
        }
        if (schema.isString()) {
            return value instanceof Map || value instanceof List ? ExactJson.write(value) : value.toString();
        }
        if (schema.isInteger()) {
            try {
                BigInteger whole = new BigDecimal(value.toString()).toBigIntegerExact();
                return whole.bitLength() < 32 ? (Object) whole.intValue() : whole.bitLength() < 64 ? whole.longValue() : whole;
            } catch (NumberFormatException | ArithmeticException e) {
                return null;
            }
        }
        if (schema.isNumber()) {
            return value instanceof Number ? new BigDecimal(value.toString()) : null;
        }
        if (schema.isBoolean()) {
            return value instanceof Boolean ? value : null;
        }
        return schema.isArray() ? value instanceof List ? value : null : schema.isObject() ? value instanceof Map ? value : null : value;
    }
}
