package dev.dwx.dsl;

import dev.dwx.render.OutputForm;
import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.NearNames;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code use region: …, project: …} does. All of it is checked before any of it holds. */
final class ContextChange {
    private static final List<String> NAMES = List.of("region", "project", "version", "environment", "owner", "zone",
            "output", "readOnly");
    private static final List<String> FORMS = OutputForm.words();

    private final Session session;

    ContextChange(Session session) {
        this.session = session;
    }

    Context apply(Map<String, Object> changes) {
        Context before = session.context();
        Context next = before;
        Object region = changes.get("region");
        if (region != null && !region.toString().equals(before.region())) {
            // A project belongs to one region.
            next = next.withRegion(region.toString()).withProject(null, null);
        }
        for (Map.Entry<String, Object> change : changes.entrySet()) {
            next = change(next, String.valueOf(change.getKey()), change.getValue());
        }
        if (changes.get("project") != null) {
            Context base = next;
            next = session.within(base, () -> session.useProject(changes.get("project")));
        }
        session.use(next);
        return next;
    }

    private static Context change(Context context, String name, Object value) {
        String text = value == null ? null : value.toString().strip();
        return switch (name) {
            case "region" -> {
                if (text == null || text.isEmpty()) {
                    throw new IllegalArgumentException("region wants a region id such as 'cn-shanghai'.");
                }
                yield context;
            }
            case "project" -> text == null ? context.withProject(null, null) : context;
            case "version" -> context.withVersion(version(text));
            case "environment" -> context.withEnvironment(environment(text));
            case "owner" -> context.withOwner(text);
            case "zone" -> context.withZone(zone(text));
            case "output" -> context.withOutput(oneOf("output", text, FORMS));
            case "readOnly" -> readOnly(context, value);
            default -> {
                List<String> near = NearNames.of(name, NAMES);
                throw new IllegalArgumentException("The context has no " + name + ". "
                        + (near.isEmpty() ? "It has " + String.join(", ", NAMES) + "."
                        : "Did you mean " + String.join(" or ", near) + "?"));
            }
        };
    }

    private static Context readOnly(Context context, Object value) {
        boolean wanted = Boolean.TRUE.equals(value) || "true".equals(String.valueOf(value));
        if (context.readOnly() && !wanted) {
            throw new IllegalArgumentException("A read-only session stays read-only; start another to change something.");
        }
        return context.withReadOnly(wanted);
    }

    private static String version(String text) {
        if (text != null) {
            for (String version : List.of(ApiCatalog.V2024, ApiCatalog.V2020)) {
                if (version.equals(text) || version.startsWith(text) && text.length() == 4) {
                    return version;
                }
            }
        }
        throw new IllegalArgumentException("There is no API version " + text + ". Use '" + ApiCatalog.V2024 + "' or '"
                + ApiCatalog.V2020 + "'.");
    }

    private static String environment(String text) {
        if (text == null) {
            return null;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "prod", "production" -> "Prod";
            case "dev", "development" -> "Dev";
            default -> throw new IllegalArgumentException("There is no environment " + text + ". Use 'Prod' or 'Dev'.");
        };
    }

    private static ZoneId zone(String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("There is no time zone " + text + ". Use a name such as 'Asia/Shanghai'.",
                    e);
        }
    }

    private static String oneOf(String name, String text, List<String> allowed) {
        if (text != null && allowed.contains(text)) {
            return text;
        }
        throw new IllegalArgumentException(name + " is one of " + String.join(", ", allowed) + ", not " + text + ".");
    }
}
