package dev.dwx.dsl.schedule;

import dev.dwx.dsl.Session;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.preview.NodePreview;
import dev.dwx.flowspec.preview.Preview;
import dev.dwx.texts.Texts;
import dev.dwx.time.ProjectZone;
import dev.dwx.time.schedule.Resolution;
import dev.dwx.time.schedule.ScheduledMoment;
import dev.dwx.time.schedule.SchedulingExpression;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** The words {@code cron}, {@code resolve} and {@code preview}. */
public final class Schedules {
    private final Session session;

    public Schedules(Session session) {
        this.session = session;
    }

    /** {@code cron('00 00 02 * * ?')}, in the project's zone or another. */
    public Cron cron(Map<?, ?> options, CharSequence text) {
        ScheduleOptions given = new ScheduleOptions("cron", options, "zone");
        return new Cron(text, given.zone(session.context().timeZone()), session.clock());
    }

    /**
     * What a parameter's value says: {@code resolve('$[yyyymmdd-1]', bizdate: '20260315', at: '02:00')}. What only the run knows is
     * left as it is written.
     */
    public String resolve(Map<?, ?> options, CharSequence text) {
        ScheduleOptions given = new ScheduleOptions("resolve", options, "bizdate", "at", "zone");
        ZoneId zone = given.zone(session.context().timeZone());
        SchedulingExpression expression = SchedulingExpression.parse(text);
        Resolution resolution = expression.at(moment(given, zone));
        expression.warnings().forEach(session::note);
        resolution.notes().forEach(session::note);
        return resolution.value();
    }

    private ScheduledMoment moment(ScheduleOptions given, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(session.clock().instant(), zone);
        LocalDate business = given.bizdate(null);
        LocalDate run = business == null ? today : business.plusDays(1);
        ZonedDateTime at = given.has("at") ? ScheduleOptions.time(given.get("at"), run, zone) : run.atStartOfDay(zone);
        return new ScheduledMoment(at, business == null ? at.toLocalDate().minusDays(1) : business, today, Map.of());
    }

    /**
     * What the nodes of a document would run with: {@code preview(wf, bizdate: '20260315')}; today's run without a date; at other
     * scheduled times with {@code at: '02:00'}; of one node with {@code node: 'dwd_orders'}.
     */
    public PreviewReport preview(Map<?, ?> options, Object given) {
        return preview(session, options, given);
    }

    /** As {@link #preview(Map, Object)}; without a session a date has to be given, and a zone where the document has none. */
    public static PreviewReport preview(Session session, Map<?, ?> options, Object given) {
        ScheduleOptions asked = new ScheduleOptions("preview", options, "bizdate", "at", "zone", "node");
        FlowDocument document = GivenDocument.of("preview", given);
        if (session == null && !asked.has("bizdate")) {
            throw new IllegalArgumentException(Texts.of("preview needs a business date here: preview(bizdate: '20260315')."));
        }
        ZoneId zone = asked.zone(session == null ? ProjectZone.of(null) : session.context().timeZone());
        LocalDate today = session == null ? LocalDate.EPOCH : LocalDate.ofInstant(session.clock().instant(), zone);
        LocalDate business = asked.bizdate(null);
        LocalTime at = null;
        if (asked.has("at")) {
            ZonedDateTime moment = ScheduleOptions.time(asked.get("at"), business == null ? today : business.plusDays(1), zone);
            at = moment.toLocalTime();
            business = business == null ? moment.toLocalDate().minusDays(1) : business;
        }
        List<NodePreview> nodes = Preview.of(document, business == null ? today.minusDays(1) : business, zone, at);
        if (asked.has("node")) {
            String wanted = String.valueOf(asked.get("node"));
            List<NodePreview> found = nodes.stream().filter(node -> node.name().equals(wanted)).toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(Texts.of("There is no node '{0}' in {1}.", wanted, document));
            }
            nodes = found;
        }
        return new PreviewReport(nodes);
    }
}
