package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.discovery.Discovery;
import dev.dwx.catalog.discovery.SourceState;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.client.Endpoint;
import dev.dwx.client.credentials.CredentialReport;
import dev.dwx.client.limits.LimitsCard;
import dev.dwx.render.DisplayWidth;
import dev.dwx.texts.Texts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code dwx doctor}: what is in use and whether it works, with the next thing to type wherever something does not. It
 * shows no secret; key ids are masked. One call is made, the cheapest read there is.
 */
final class Doctor {
    /** Beyond this the service refuses signatures; a warning comes much earlier. */
    private static final Duration CLOCK_LIMIT = Duration.ofMinutes(15);
    private static final Duration CLOCK_WARNING = Duration.ofMinutes(1);

    private final Screen screen;
    private final Workbench workbench;
    private final List<String> advice = new ArrayList<>();
    private boolean tip;

    Doctor(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
    }

    ExitCode run() {
        line("dwx", Texts.of("{0} on Java {1} ({2})", Version.TEXT, System.getProperty("java.version"), System.getProperty("java.vendor")));
        catalog();
        Connection connection = workbench.connection();
        boolean credentials = credentials(connection.credentials().report());
        Optional<Endpoint> endpoint = endpoint(connection);
        ExitCode code = ExitCode.OK;
        if (!credentials || endpoint.isEmpty()) {
            code = ExitCode.NO_CREDENTIALS;
        } else {
            code = call(connection);
        }
        limits(connection);
        line(Texts.of("history"), workbench.places().history().toString());
        line(Texts.of("audit log"), workbench.places().audit().toString());
        if (advice.isEmpty()) {
            screen.out().println(Texts.of("\nEverything is in order."));
        } else {
            screen.out().println(Texts.of("\nWhat to do next:"));
            advice.forEach(text -> screen.out().println("  - " + text));
        }
        if (tip) {
            screen.out().println(Texts.of("dwx refresh reads which operations the service offers today."));
        }
        return code;
    }

    private void catalog() {
        Discovery discovery = workbench.discovery();
        ApiCatalog catalog = discovery.open();
        line(Texts.of("operations"), catalog.list().size() + " " + CatalogCommands.byVersion(catalog.list()));
        Duration age = discovery.age();
        boolean never = age.equals(ChronoUnit.FOREVER.getDuration());
        line(Texts.of("catalog"), never ? Texts.of("the one that came with dwx; nothing newer has been read")
                : Texts.of("read {0} ago", words(age)));
        for (SourceState source : discovery.sources()) {
            if (source.fetched() == null && source.problem() == null) {
                continue;
            }
            line("", Texts.of("{0}: {1} operations, ", source.name(), source.count())
                    + (source.fetched() == null ? Texts.of("never read") : Texts.of("read {0} ago",
                            words(Duration.between(source.fetched(), workbench.clock().instant()))))
                    + (source.problem() == null ? "" : "; " + source.problem()));
        }
        tip = never && !workbench.options().sandbox();
    }

    private boolean credentials(CredentialReport report) {
        List<String> lines = report.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? Texts.of("credentials") : "", lines.get(i));
        }
        if (report.source() == null) {
            advice.add(Texts.of("export ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=…, or write"
                    + " ~/.alibabacloud/credentials; dwx help environment has all ways"));
            advice.add(Texts.of("dwx --sandbox    works without an account"));
            return false;
        }
        return true;
    }

    private Optional<Endpoint> endpoint(Connection connection) {
        line(Texts.of("region"), connection.region() == null ? Texts.of("none") : Texts.of("{0} (from {1})", connection.region(), connection.regionFrom()));
        try {
            Endpoint endpoint = connection.endpoints().of(connection.region());
            line(Texts.of("endpoint"), endpoint.url() + (endpoint.notice() == null ? "" : " - " + endpoint.notice()));
            line(Texts.of("proxy"), connection.proxies().describe(endpoint));
            return Optional.of(endpoint);
        } catch (IllegalArgumentException e) {
            line(Texts.of("endpoint"), Texts.of("none: {0}", e.getMessage()));
            advice.add(Texts.of("export ALIBABA_CLOUD_REGION_ID=cn-shanghai, or give --region"));
            return Optional.empty();
        }
    }

    private ExitCode call(Connection connection) {
        ApiOperation operation = workbench.catalog().find(ApiCatalog.V2024, "ListProjects").orElseThrow();
        Instant before = workbench.clock().instant();
        try {
            ApiAnswer answer = connection.single()
                    .call(operation, Map.of("PageSize", 1, "PageNumber", 1), new CallTarget(connection.region()));
            line(Texts.of("service"), Texts.of("answers in {0} ms, RequestId {1}", answer.elapsed().toMillis(), answer.requestId()));
            clock(answer.headers().get("date"), before);
            return ExitCode.OK;
        } catch (ApiException e) {
            String[] lines = e.getMessage().split("\n");
            line(Texts.of("service"), lines[0]);
            for (int i = 1; i < lines.length; i++) {
                line("", lines[i].strip());
            }
            if (e.next() != null) {
                advice.add(e.next());
            }
            return ExitCodes.of(e);
        }
    }

    private void limits(Connection connection) {
        List<String> lines = LimitsCard.lines(connection.limits(), connection.region());
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? Texts.of("limits") : "", lines.get(i));
        }
    }

    private void clock(String date, Instant before) {
        if (date == null) {
            return;
        }
        try {
            Instant server = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration difference = Duration.between(server, before).abs();
            // The header has whole seconds, and the answer has travelled.
            line(Texts.of("clock"), difference.toSeconds() <= 2 ? Texts.of("agrees with the service's")
                    : Texts.of("differs from the service's by {0}", words(difference)));
            if (difference.compareTo(CLOCK_WARNING) > 0) {
                advice.add(Texts.of("set this machine's clock: at {0} minutes of difference the service refuses every signature",
                        CLOCK_LIMIT.toMinutes()));
            }
        } catch (DateTimeException e) {
            line(Texts.of("clock"), Texts.of("the service's date cannot be read: {0}", date));
        }
    }

    private static String words(Duration time) {
        if (time.toDays() > 1) {
            return Texts.of("{0} days", time.toDays());
        }
        if (time.toHours() > 1) {
            return Texts.of("{0} hours", time.toHours());
        }
        return time.toMinutes() > 1 ? Texts.of("{0} minutes", time.toMinutes()) : Texts.of("{0} seconds", time.toSeconds());
    }

    private void line(String name, String text) {
        screen.out().println(name + " ".repeat(Math.max(1, 14 - DisplayWidth.of(name))) + text);
    }
}
