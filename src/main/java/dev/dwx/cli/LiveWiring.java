package dev.dwx.cli;

import dev.dwx.client.ApiCaller;
import dev.dwx.dsl.Session;
import dev.dwx.repl.live.Feeds;
import dev.dwx.repl.live.Frugality;
import dev.dwx.repl.live.LiveCache;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.settings.Settings;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Live values for the prompt: reads what completion offers in the background, on one quiet thread. Not for a run that replays or
 * records, nor for one that is to stay offline: what they send is what was typed and nothing else.
 */
final class LiveWiring {
    /** Whoever has just got a prompt types; the machine is theirs. */
    private static final long QUIET_MILLIS = 1_500;

    private final Workbench workbench;
    private final Supplier<Session> session;
    private volatile LiveCache cache;

    LiveWiring(Workbench workbench, Supplier<Session> session) {
        this.workbench = workbench;
        this.session = session;
    }

    /** What completion asks; knows of nothing until there is a session. */
    LiveValues values() {
        return (operation, parameter, given) -> {
            LiveCache made = cache;
            return made == null ? LiveValues.NONE.of(operation, parameter, given) : made.of(operation, parameter, given);
        };
    }

    /** Lines, each behind a line's end, on what is known and what went wrong; empty when nothing is kept. */
    String status() {
        LiveCache made = cache;
        return made == null ? "" : "\n" + made.status();
    }

    /** Whether this thread reads what completion wants to know, and not what the user asked for. */
    boolean isReading() {
        LiveCache made = cache;
        return made != null && made.isOwn();
    }

    /** The way to the service, overheard; reading begins a moment later. */
    ApiCaller begin(ApiCaller caller) {
        Invocation.Options options = workbench.options();
        if (options.offline() || options.record() != null || options.replay() != null) {
            return caller;
        }
        ScheduledThreadPoolExecutor background = new ScheduledThreadPoolExecutor(1, LiveWiring::quiet);
        background.setKeepAliveTime(10, TimeUnit.SECONDS);
        background.allowCoreThreadTimeOut(true);
        LiveCache made = new LiveCache(session, new Feeds(workbench::catalog),
                new Frugality(this::wish, workbench.connection().limits(), System::nanoTime), System::nanoTime, background);
        cache = made;
        background.schedule(made::warmUp, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        return made.hearing(caller);
    }

    /** Who says that it is on has said it for an edition of few calls, too. */
    Frugality.Wish wish() {
        Settings.Value live = workbench.settings().now().value("live");
        return !live.isOn() ? Frugality.Wish.OFF : live.origin() == Settings.Origin.DEFAULT ? Frugality.Wish.USUAL : Frugality.Wish.ON;
    }

    private static Thread quiet(Runnable work) {
        Thread thread = new Thread(work, "dwx live values");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
