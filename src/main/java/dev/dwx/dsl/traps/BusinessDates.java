package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * A business date is the midnight that begins the day before the run, in the project's zone. Another number is taken without a word and finds nothing, which
 * looks like a day without runs.
 */
final class BusinessDates implements Guard {
    /** Operation, parameter, and the way to the list that an empty day leaves empty. */
    private static final String[][] ROWS = {
        {"ListTaskInstances", "Bizdate", "PagingInfo", "TaskInstances"},
        {"ListWorkflowInstances", "BizDate", "PagingInfo", "WorkflowInstances"},
        {"RerunWorkflowInstances", "Bizdate", null, null},
        {"ListInstances", "Bizdate", "Data", "Instances"},
        {"RunTriggerNode", "BizDate", null, null},
    };
    /** Its form is disputed: milliseconds by its description, yyyyMMdd by those who use it. */
    private static final String DISPUTED = "ExecuteAdhocWorkflowInstance";
    private static final long YEAR_2000 = 946_684_800_000L;
    private static final long YEAR_9999 = 253_370_764_800_000L;

    private final TrapTools tools;

    BusinessDates(TrapTools tools) {
        this.tools = tools;
    }

    private static String[] row(ApiOperation operation) {
        for (String[] row : ROWS) {
            if (row[0].equals(operation.name())) {
                return row;
            }
        }
        return null;
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (operation.name().equals(DISPUTED)) {
            disputed(operation, arguments.get("BizDate"), context.timeZone());
            return arguments;
        }
        String[] row = row(operation);
        Object value = row == null ? null : arguments.get(row[1]);
        if (!(value instanceof Integer || value instanceof Long)
                || operation.parameter(row[1]).filter(parameter -> parameter.schema().isInteger()).isEmpty()) {
            return arguments;
        }
        long millis = ((Number) value).longValue();
        if (millis < YEAR_2000) {
            LocalDate day = compact(millis);
            throw TrapTools.refusal(operation, List.of(Texts.of("{0}: {1} as milliseconds is a moment of {2}{3}", row[1], millis,
                    Instant.ofEpochMilli(millis).atZone(context.timeZone()).getYear(),
                    day != null ? Texts.of("; it reads like a day") : String.valueOf(millis).length() == 10 ? Texts.of("; it reads like seconds") : "")),
                    row[1] + ": " + (day == null ? "yesterday" : "bizdate('" + millis + "')"));
        }
        if (millis > YEAR_9999) {
            return arguments;
        }
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(context.timeZone());
        if (!time.equals(time.toLocalDate().atStartOfDay(context.timeZone()))) {
            tools.notes().note("midnight", operation, millis, Texts.of("{0} {1} is {2} in {3} and no midnight there, so that it finds"
                    + " nothing; write {4}: bizdate('{5}')", row[1], millis, clock(time), context.timeZone(), row[1],
                    time.toLocalDate().format(DateTimeFormatter.BASIC_ISO_DATE)));
        }
        return arguments;
    }

    private void disputed(ApiOperation operation, Object value, ZoneId zone) {
        if (!(value instanceof Integer || value instanceof Long) || compact(((Number) value).longValue()) != null) {
            return;
        }
        ZonedDateTime time = Instant.ofEpochMilli(Math.min(YEAR_9999, ((Number) value).longValue())).atZone(zone);
        if (!time.equals(time.toLocalDate().atStartOfDay(zone))) {
            tools.notes().note("midnight", operation, value, Texts.of("BizDate {0} is neither a day (20260314) nor a midnight in {1} in"
                    + " milliseconds; write BizDate: yesterday, or bizdate('20260314')", value, zone));
        }
    }

    private static LocalDate compact(long number) {
        try {
            return number < 19000101 || number > 99991231 ? null
                    : LocalDate.parse(Long.toString(number), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String clock(ZonedDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime().withNano(0);
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        String[] row = row(call.operation());
        if (row == null || row[2] == null || !(Answers.at(answer.body(), row[2]) instanceof Map<?, ?> page)
                || !Answers.list(page, row[3]).isEmpty()) {
            return;
        }
        String total = Answers.text(page, "TotalCount");
        Object sent = call.arguments().get(row[1]);
        if (sent == null || total != null && !total.equals("0")) {
            return;
        }
        ZoneId zone = call.context().timeZone();
        LocalDate day = day(sent, zone);
        LocalDate today = LocalDate.ofInstant(tools.clock().instant(), zone);
        tools.notes().note("empty-day", call.operation(), sent + " " + call.arguments().keySet(), Texts.of("nothing for business date {0}{1}",
                day == null ? sent : Texts.of("{0} (sent as {1}, midnight in {2})", day, sent, zone),
                day == null || day.isBefore(today) ? Texts.of("; its runs are those of the day after") : Texts.of("; today's runs have the business date {0}, write {1}: yesterday", today.minusDays(1), row[1])));
    }

    private static LocalDate day(Object sent, ZoneId zone) {
        try {
            return sent instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()).atZone(zone).toLocalDate()
                    : sent.toString().length() < 10 ? null : LocalDate.parse(sent.toString().substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
