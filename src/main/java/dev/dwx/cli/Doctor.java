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
        line("dwx", Version.TEXT + " on Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vendor") + ")");
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
        line("history", workbench.places().history().toString());
        line("audit log", workbench.places().audit().toString());
        if (advice.isEmpty()) {
            screen.out().println("\nEverything is in order.");
        } else {
            screen.out().println("\nWhat to do next:");
            advice.forEach(text -> screen.out().println("  - " + text));
        }
        if (tip) {
            screen.out().println("dwx refresh reads which operations the service offers today.");
        }
        return code;
    }

    private void catalog() {
        Discovery discovery = workbench.discovery();
        ApiCatalog catalog = discovery.open();
        line("operations", catalog.list().size() + " " + CatalogCommands.byVersion(catalog.list()));
        Duration age = discovery.age();
        boolean never = age.equals(ChronoUnit.FOREVER.getDuration());
        line("catalog", never ? "the one that came with dwx; nothing newer has been read"
                : "read " + words(age) + " ago");
        for (SourceState source : discovery.sources()) {
            if (source.fetched() == null && source.problem() == null) {
                continue;
            }
            line("", source.name() + ": " + source.count() + " operations, "
                    + (source.fetched() == null ? "never read" : "read "
                            + words(Duration.between(source.fetched(), workbench.clock().instant())) + " ago")
                    + (source.problem() == null ? "" : "; " + source.problem()));
        }
        tip = never && !workbench.options().sandbox();
    }

    private boolean credentials(CredentialReport report) {
        List<String> lines = report.lines();
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? "credentials" : "", lines.get(i));
        }
        if (report.source() == null) {
            advice.add("export ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=…, or write"
                    + " ~/.alibabacloud/credentials; dwx help environment has all ways");
            advice.add("dwx --sandbox    works without an account");
            return false;
        }
        return true;
    }

    private Optional<Endpoint> endpoint(Connection connection) {
        line("region", connection.region() == null ? "none" : connection.region() + " (from " + connection.regionFrom() + ")");
        try {
            Endpoint endpoint = connection.endpoints().of(connection.region());
            line("endpoint", endpoint.url() + (endpoint.notice() == null ? "" : " - " + endpoint.notice()));
            line("proxy", connection.proxies().describe(endpoint));
            return Optional.of(endpoint);
        } catch (IllegalArgumentException e) {
            line("endpoint", "none: " + e.getMessage());
            advice.add("export ALIBABA_CLOUD_REGION_ID=cn-shanghai, or give --region");
            return Optional.empty();
        }
    }

    private ExitCode call(Connection connection) {
        ApiOperation operation = workbench.catalog().find(ApiCatalog.V2024, "ListProjects").orElseThrow();
        Instant before = workbench.clock().instant();
        try {
            ApiAnswer answer = connection.single()
                    .call(operation, Map.of("PageSize", 1, "PageNumber", 1), new CallTarget(connection.region()));
            line("service", "answers in " + answer.elapsed().toMillis() + " ms, RequestId " + answer.requestId());
            clock(answer.headers().get("date"), before);
            return ExitCode.OK;
        } catch (ApiException e) {
            String[] lines = e.getMessage().split("\n");
            line("service", lines[0]);
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
            line(i == 0 ? "limits" : "", lines.get(i));
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
            line("clock", difference.toSeconds() <= 2 ? "agrees with the service's"
                    : "differs from the service's by " + words(difference));
            if (difference.compareTo(CLOCK_WARNING) > 0) {
                advice.add("set this machine's clock: at " + CLOCK_LIMIT.toMinutes()
                        + " minutes of difference the service refuses every signature");
            }
        } catch (DateTimeException e) {
            line("clock", "the service's date cannot be read: " + date);
        }
    }

    private static String words(Duration time) {
        if (time.toDays() > 1) {
            return time.toDays() + " days";
        }
        if (time.toHours() > 1) {
            return time.toHours() + " hours";
        }
        return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
    }

    private void line(String name, String text) {
        screen.out().println(name + " ".repeat(Math.max(1, 14 - name.length())) + text);
    }
}
