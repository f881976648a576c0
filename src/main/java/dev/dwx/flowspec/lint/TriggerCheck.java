package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** When a node or workflow runs. */
final class TriggerCheck {
    private final Findings findings;
    private final SpecBody body;

    TriggerCheck(Findings findings, SpecBody body) {
        this.findings = findings;
        this.body = body;
    }

    /** @param lent whether a trigger may be absent, since the one around counts or nothing is said of it */
    void check(Map<?, ?> entity, String path, boolean lent) {
        Object given = entity.get("trigger");
        String at = path + ".trigger";
        if (given != null && !(given instanceof Map)) {
            if (!(given instanceof String)) {
                findings.error("value", at, Texts.of("it is an object"), "trigger: [type: 'Scheduler', cron: '00 30 06 * * ?']");
            }
            return;
        }
        if (given == null) {
            if (!lent && entity.get("recurrence") == null && !body.isManual()) {
                findings.warn("trigger", at, Texts.of("it is missing, and nothing says when or that the node runs"),
                        Texts.of("trigger: [type: 'Scheduler', cron: '00 30 06 * * ?'], or [type: 'Manual']"));
            }
            return;
        }
        Map<?, ?> trigger = (Map<?, ?>) given;
        String type = SpecValues.text(trigger, "type");
        Words.TRIGGER.check(trigger.get("type"), at + ".type", findings);
        if (type == null && trigger.get("recurrence") == null && !lent) {
            findings.warn("trigger", at + ".type", Texts.of("it is missing"), "type: '" + (body.isManual() ? "Manual" : "Scheduler") + "'",
                    QuickFix.set(at + ".type", trigger.get("cron") != null ? "Scheduler" : body.isManual() ? "Manual" : "Scheduler"));
        }
        kinds(type, at);
        cron(trigger, type, at, lent);
        times(trigger, at);
    }

    private void kinds(String type, String at) {
        if ("Custom".equals(type) && body.kind() != null && !body.isTriggered() && !body.kind().equals("Node")) {
            findings.warn("trigger", at + ".type", Texts.of("Custom is the trigger of a TriggerWorkflow, and this is a {0}", body.kind()),
                    body.isManual() ? "type: 'Manual'" : "type: 'Scheduler'");
        } else if ("Scheduler".equals(type) && body.isTriggered()) {
            findings.warn("trigger", at + ".type", Texts.of("a TriggerWorkflow has no schedule"), "type: 'Custom'", QuickFix.set(at + ".type", "Custom"));
        } else if ("Scheduler".equals(type) && body.isManual()) {
            findings.warn("trigger", at + ".type", Texts.of("what runs by hand has no schedule: the kind is {0}", body.kind()), "type: 'Manual'",
                    QuickFix.set(at + ".type", "Manual"));
        }
    }

    private void cron(Map<?, ?> trigger, String type, String at, boolean lent) {
        Object given = trigger.get("cron");
        String cron = SpecValues.text(trigger, "cron");
        if (given != null && !(given instanceof String)) {
            findings.error("cron", at + ".cron", Texts.of("{0} is no text", SpecValues.quoted(given)), "cron: '00 30 06 * * ?'");
            return;
        }
        if (cron == null) {
            if ("Scheduler".equals(type) && !lent) {
                findings.warn("cron", at + ".cron", Texts.of("it is missing: nothing says when the schedule is"), "cron: '00 30 06 * * ?'");
            }
            return;
        }
        if ("Manual".equals(type)) {
            findings.warn("trigger", at + ".cron", Texts.of("what runs by hand has no schedule: the cron expression is ignored"),
                    Texts.of("leave it out, or type: 'Scheduler'"));
        }
        CronText.check(cron, at + ".cron", findings);
        cycle(trigger.get("cycleType"), cron, at + ".cycleType");
    }

    /** The reader of the service's files takes a schedule for one of minutes or hours by the signs in these two fields. */
    private void cycle(Object cycle, String cron, String path) {
        if (cycle == null) {
            return;
        }
        String[] fields = cron.split("\\s+");
        if (fields.length < 3) {
            return;
        }
        boolean daily = CronText.isPlain(fields[1]) && CronText.isPlain(fields[2]);
        if (!cycle.equals("Daily") && !cycle.equals("NotDaily")) {
            String plain = Slips.plain(cycle.toString());
            boolean day = plain.equals("day") || plain.equals("daily");
            findings.warn("cycle-type", path, Texts.of("{0} is a word of other calls{1}", SpecValues.quoted(cycle),
                    day ? "" : Texts.of(", or of none")),
                    day ? "cycleType: 'Daily'" : Texts.of("leave it out: the cron expression says it"), day && daily ? QuickFix.set(path, "Daily")
                            : QuickFix.remove(path));
        } else if (cycle.equals("Daily") != daily) {
            findings.warn("cycle-type", path, daily ? Texts.of("the schedule is one of days, weeks or months, which all count as Daily")
                    : Texts.of("the schedule is one of minutes or hours, and cycleType says Daily"), "leave it out: the cron expression says it",
                    QuickFix.remove(path));
        }
    }

    private void times(Map<?, ?> trigger, String at) {
        LocalDateTime start = time(trigger.get("startTime"), at + ".startTime");
        LocalDateTime end = time(trigger.get("endTime"), at + ".endTime");
        if (start != null && end != null && !start.isBefore(end)) {
            findings.warn("trigger-time", at + ".endTime", Texts.of("it is not after startTime, so that nothing ever runs"), "endTime: '9999-01-01 00:00:00'");
        }
        String zone = SpecValues.text(trigger, "timezone");
        if (zone != null && !isZone(zone)) {
            findings.warn("timezone", at + ".timezone", Texts.of("'{0}' is no time zone", zone), "timezone: 'Asia/Shanghai'");
        }
        Object delay = trigger.get("delaySeconds");
        if (delay != null && (SpecValues.integer(delay).isEmpty() || SpecValues.integer(delay).getAsLong() < 0)) {
            findings.error("value", at + ".delaySeconds", Texts.of("{0} is no whole number of seconds", SpecValues.quoted(delay)), "delaySeconds: 0");
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private LocalDateTime time(Object given, String path) {
        if (given == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(given.toString(), DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
        } catch (DateTimeException e) {
            String text = given.toString();
            String right = text.length() >= 19 ? text.substring(0, 10) + " " + text.substring(11, 19) : text + " 00:00:00";
            boolean known = right.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
                    && (text.length() == 10 || text.length() == 19 && text.charAt(10) == 'T');
            findings.warn("trigger-time", path, Texts.of("{0} has not the form of documents, year-month-day and time with a blank between",
                    SpecValues.quoted(given)), known ? "'" + right + "'" : "'1970-01-01 00:00:00'", known ? QuickFix.set(path, right) : null);
            return null;
        }
    }
}
