package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Live values from memory. Listings are read in the background, one at a time, when somebody has asked for what they hold; what the
 * user's own calls bring is kept as well, and what they change makes the listing that shows it old. Old values are offered until new
 * ones are there. Nothing is kept on disk, and nothing in a session that only replays, or was told not to.
 */
public final class LiveCache implements LiveValues {
    private static final long FRESH = TimeUnit.MINUTES.toNanos(5);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<Session> session;
    private final Feeds feeds;
    private final Frugality frugality;
    private final LongSupplier nanos;
    private final Executor background;
    private final Shelves shelves;
    private final Map<String, Columns> columns = new ConcurrentHashMap<>();
    private final Map<String, String> projectIds = new ConcurrentHashMap<>();
    private final Set<ListKey> underWay = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> own = new ThreadLocal<>();
    private volatile String blocked;

    /**
     * @param session the session in use, or {@code null} as long as there is none
     * @param frugality how many calls may be made
     * @param nanos a clock that only goes forward, in nanoseconds
     * @param background runs what reads listings, one after the other
     */
    public LiveCache(Supplier<Session> session, Feeds feeds, Frugality frugality, LongSupplier nanos, Executor background) {
        this(session, feeds, frugality, nanos, background, new Shelves());
    }

    LiveCache(Supplier<Session> session, Feeds feeds, Frugality frugality, LongSupplier nanos, Executor background, Shelves shelves) {
        this.shelves = shelves;
        this.session = session;
        this.feeds = feeds;
        this.frugality = frugality;
        this.nanos = nanos;
        this.background = background;
    }

    @Override
    public List<Value> of(ApiOperation operation, String parameter, Map<String, String> given) {
        Session now = session.get();
        Optional<Feed> feed = now == null ? Optional.empty() : feeds.of(operation, parameter);
        if (feed.isEmpty()) {
            return List.of();
        }
        Context context = now.context();
        ListKey key = key(feed.get(), given, context);
        if (key == null) {
            return List.of();
        }
        Shelf shelf = shelf(key, feed.get().list());
        refresh(now, feed.get(), key, shelf, context);
        return shelf.values(feed.get().value(), feed.get().note());
    }

    /** Reads the listings that nearly every session wants; returns at once. */
    public void warmUp() {
        Session now = session.get();
        if (now == null) {
            return;
        }
        for (Feed feed : feeds.warm()) {
            Context context = now.context();
            ListKey key = key(feed, Map.of(), context);
            if (key != null) {
                refresh(now, feed, key, shelf(key, feed.list()), context);
            }
        }
    }

    /** A caller that hears of every call besides: to be put between the session and the service. */
    public ApiCaller hearing(ApiCaller caller) {
        return new Overheard(caller, this);
    }

    /** What is known, what it has cost, and what went wrong, line by line. */
    public String status() {
        List<String> lines = new ArrayList<>();
        Map<ListKey, Shelf> kept = shelves.all();
        int values = 0;
        for (Shelf shelf : kept.values()) {
            values += shelf.size();
        }
        lines.add(Texts.of("live values: {0} of {1} listings, {2} calls made for them", values, kept.size(), frugality.made()));
        Session now = session.get();
        Frugality.Refusal refusal = now == null ? null : frugality.why(now.context().region());
        if (refusal != null) {
            lines.add("  " + switch (refusal) {
                case OFF -> Texts.of("no calls are made for them: they are switched off");
                case FEW_CALLS -> Texts.of("no calls are made for them: the edition has few a day; :set live on makes them all the same");
                case DAY_LOW -> Texts.of("no calls are made for them any more today: few are left");
                case MINUTE_FULL -> Texts.of("no calls are made for them within this minute: there were enough");
            });
        }
        if (blocked != null) {
            lines.add("  " + Texts.of("no calls are made for them until one of yours has worked: {0}", blocked));
        }
        kept.forEach((key, shelf) -> {
            if (shelf.trouble() != null) {
                lines.add("  " + Texts.of("{0} could not be read: {1}", key, shelf.trouble()));
            }
        });
        return String.join("\n", lines);
    }

    private ListKey key(Feed feed, Map<String, String> given, Context context) {
        Map<String, String> needed = new HashMap<>();
        for (String name : feed.needed()) {
            String value = given.get(name);
            if (value == null || value.isBlank()) {
                return null;
            }
            needed.put(name, value);
        }
        String project = "";
        if (Feed.namesProject(feed.fixed())) {
            project = context.projectName();
            if (project == null) {
                return null;
            }
        } else if (feed.list().parameter("ProjectId").isPresent()) {
            project = given.containsKey("ProjectId") ? given.get("ProjectId")
                    : context.projectId() != null ? context.projectId().toString() : context.projectName();
            boolean required = feed.list().parameter("ProjectId").get().required();
            if (project == null && required) {
                return null;
            }
            project = project == null ? "" : projectIds.getOrDefault(context.region() + '/' + project, project);
        }
        return ListKey.of(context, context.region(), feed.list(), project, needed);
    }

    private Shelf shelf(ListKey key, ApiOperation list) {
        return shelves.of(key, columns.computeIfAbsent(list.label(), label -> new Columns(list, feeds.table())));
    }

    private void refresh(Session now, Feed feed, ListKey key, Shelf shelf, Context context) {
        boolean wanted = blocked == null && shelf.isDue(nanos.getAsLong(), FRESH)
                && frugality.why(context.region()) == null;
        if (!wanted || !underWay.add(key)) {
            return;
        }
        try {
            background.execute(() -> read(new Reading(now, feed, key, context), key, shelf));
        } catch (RejectedExecutionException e) {
            underWay.remove(key);
        }
    }

    private void read(Reading reading, ListKey key, Shelf shelf) {
        own.set(Boolean.TRUE);
        shelf.begins();
        try {
            boolean whole = reading.run(shelf, frugality);
            if (reading.resolved() != null) {
                projectIds.put(key.region() + '/' + key.project(), reading.resolved());
                shelves.alsoAs(key.inProject(reading.resolved()), shelf);
            }
            shelf.ends(nanos.getAsLong(), whole);
        } catch (ApiException e) {
            blocked = e.stage() == ApiException.Stage.NOT_SENT ? e.code() : blocked;
            shelf.failed(e.code(), nanos.getAsLong(), PAUSE);
        } catch (RuntimeException e) {
            shelf.failed(e.getClass().getSimpleName(), nanos.getAsLong(), PAUSE);
        } finally {
            own.remove();
            underWay.remove(key);
            shelves.filled(shelf);
        }
    }

    /** Whether this thread works for the cache. */
    public boolean isOwn() {
        return own.get() != null;
    }

    /** A call of the user's that the service has answered. */
    void heard(ApiOperation operation, Map<String, Object> arguments, Object body, String region) {
        blocked = null;
        Session now = session.get();
        if (now == null) {
            return;
        }
        if (RiskRules.of(operation, arguments) != Risk.READ) {
            wrote(operation, arguments, body, region);
            return;
        }
        if (!operation.name().startsWith("List")) {
            return;
        }
        Object items = ResponseShape.at(body, ResponseShape.of(operation).listPath());
        if (items instanceof List<?> list && !list.isEmpty()) {
            Map<String, String> needed = new HashMap<>();
            for (String name : Feeds.required(operation)) {
                if (!name.equals("ProjectId") && !name.equals("RegionId") && !feeds.fixed(operation).containsKey(name)) {
                    needed.put(name, String.valueOf(arguments.get(name)));
                }
            }
            String project = project(operation, arguments, now.context());
            if (project != null) {
                Shelf shelf = shelf(ListKey.of(now.context(), region, operation, project, needed), operation);
                shelf.put(list);
                shelves.filled(shelf);
            }
        }
    }

    /** The project that a call asked about, empty for none; {@code null} where it is another than a feed would ask about. */
    private String project(ApiOperation list, Map<String, Object> arguments, Context context) {
        Map<String, String> fixed = feeds.fixed(list);
        if (!Feed.namesProject(fixed)) {
            Object project = arguments.get("ProjectId");
            return project == null ? "" : project.toString();
        }
        for (Map.Entry<String, String> one : fixed.entrySet()) {
            boolean same = context.projectName() != null
                    && one.getValue().replace(Feed.PROJECT, context.projectName()).equals(arguments.get(one.getKey()));
            if (one.getValue().contains(Feed.PROJECT) && !same) {
                return null;
            }
        }
        return context.projectName();
    }

    /** A write of the user's: what is listed may be something else now. */
    void wrote(ApiOperation operation, Map<String, Object> arguments, Object body, String region) {
        Change change = Change.of(operation, arguments, body);
        shelves.all().forEach((key, shelf) -> {
            if (!key.region().equals(region)) {
                return;
            }
            String listed = OperationName.of(key.list()).singular();
            boolean same = key.version().equals(operation.version()) && listed.equals(change.noun());
            if (same && change.made() != null) {
                shelf.made(change.made(), arguments);
            } else if (same && change.gone() != null) {
                shelf.gone(change.gone());
            } else if (change.touches(listed)) {
                shelf.stale();
            }
        });
    }
}
