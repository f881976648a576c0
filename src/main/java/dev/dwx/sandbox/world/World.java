package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import dev.dwx.sandbox.Behaviour;
import dev.dwx.sandbox.SandboxCall;
import dev.dwx.sandbox.ServiceFault;
import dev.dwx.sandbox.fault.Staleness;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A made-up DataWorks account that remembers: what a create operation makes is there for get, list, update and
 * delete, in both API versions where they speak of the same thing; statuses move with the clock. Each call takes
 * effect as a whole or not at all. Safe for use by many threads.
 */
public final class World implements Behaviour, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Rows rows;
    private final Behaviour otherwise;
    private final WorldOptions options;
    private final Lags lags = new Lags();
    // Built at the first call: whoever opens a world should not wait for what it holds.
    private Land home;
    private final Map<String, Land> abroad = new HashMap<>();

    private World(WorldOptions options, Rows rows) {
        this.rows = rows;
        this.otherwise = options.otherwise();
        this.options = options;
        founded(rows, options.clock().millis());
    }

    private Land land(String region) {
        boolean here = region == null || region.equals(options.region());
        if (here && home != null) {
            return home;
        }
        long seed = seed(options, rows);
        long born = founded(rows, options.clock().millis());
        if (!here) {
            return abroad.computeIfAbsent(region, name -> Land.abroad(options, name, seed, born));
        }
        home = Land.home(options, rows, lags, seed, born);
        return home;
    }

    /**
     * Opens a world. With a directory, it is the one that was kept there, or a new one that will be kept.
     *
     * @throws IOException when the directory cannot be used, or another process uses it
     */
    public static World open(WorldOptions options) throws IOException {
        return new World(options, options.directory() == null ? Rows.none()
                : new StoredRows(options.directory()));
    }

    private static long seed(WorldOptions options, Rows rows) {
        if (rows.fact("seed") == null) {
            rows.setFact("seed", Long.toString(options.seed()));
        }
        return Long.parseLong(rows.fact("seed"));
    }

    /** The moment that the seeded days lie before; kept, so that a world seeded bit by bit fits together. */
    private static long founded(Rows rows, long now) {
        if (rows.fact("born") == null) {
            rows.setFact("born", Long.toString(now));
            rows.commit();
        }
        return Long.parseLong(rows.fact("born"));
    }

    @Override
    public Map<String, Object> answer(SandboxCall call) throws ServiceFault {
        Dispatch.Entry entry;
        lock.lock();
        try {
            Land land = land(call.region());
            entry = land.dispatch.entry(call.operation());
            if (entry.handler() != null || otherwise == null) {
                return work(land, call, entry.handler());
            }
            if (ClientTokens.given(new Scene(land.realm, call))) {
                return work(land, call, scene -> otherwise(call));
            }
        } finally {
            lock.unlock();
        }
        return otherwise.answer(call);
    }

    private Map<String, Object> work(Land land, SandboxCall call, Handler handler) throws ServiceFault {
        Realm realm = land.realm;
        Scene scene = new Scene(realm, call);
        boolean done = false;
        boolean stale = false;
        realm.store.begin(scene.now());
        try {
            land.catchUp(scene.now());
            Due.settle(scene, land.parts);
            // What time has brought about stays, even if the call itself is refused.
            realm.store.commit();
            stale = hide(scene);
            if (scene.argument("ProjectId") != null) {
                scene.project();
            }
            Forms.check(scene);
            Studios.check(scene);
            Map<String, Object> body = ClientTokens.repeated(scene);
            if (body == null) {
                body = handler == null ? scene.success() : handler.answer(scene);
                ClientTokens.keep(scene, body);
            }
            if (!stale) {
                realm.store.commit();
                done = true;
            }
            return body;
        } catch (Refusal refusal) {
            return refused(realm, call, refusal);
        } finally {
            if (stale) {
                realm.store.unhide();
            } else if (!done) {
                realm.store.rollback();
            }
        }
    }

    /** Takes back from a lagging read what it cannot have seen yet. */
    private boolean hide(Scene scene) {
        if (lags.isEmpty()) {
            return false;
        }
        List<Map<Store.Place, Thing>> hidden = lags.hidden(scene.operation.name(), scene.now());
        if (hidden.isEmpty()) {
            return false;
        }
        scene.store.hide(hidden);
        return true;
    }

    @Override
    public void reset(Instant now) {
        lock.lock();
        try {
            rows.clear();
            lags.clear();
            closeLands();
            founded(rows, now.toEpochMilli());
            if (otherwise != null) {
                otherwise.reset(now);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void lag(Staleness staleness) {
        lock.lock();
        try {
            lags.add(staleness);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Staleness> lags() {
        lock.lock();
        try {
            return lags.rules();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void endLags() {
        lock.lock();
        try {
            lags.clear();
        } finally {
            lock.unlock();
        }
    }

    private Map<String, Object> otherwise(SandboxCall call) throws Refusal {
        try {
            return otherwise.answer(call);
        } catch (ServiceFault fault) {
            throw Refusal.error(fault.status(), fault.code(), fault.getMessage());
        }
    }

    /** A refusal in the operation's own manner: {@code Success: false} in a 200 where the answer has room for it. */
    private Map<String, Object> refused(Realm realm, SandboxCall call, Refusal refusal) throws ServiceFault {
        ApiOperation operation = call.operation();
        Map<String, Schema> answer = operation.resolve(operation.response()).properties();
        if (refusal.always() || !answer.containsKey("Success") || !answer.containsKey("ErrorCode")) {
            throw new ServiceFault(refusal.status(), refusal.code(), refusal.getMessage());
        }
        Map<String, Object> told = Map.of("RequestId", call.requestId(), "Success", Boolean.FALSE,
                "ErrorCode", refusal.code(), "ErrorMessage", refusal.getMessage(),
                "HttpStatusCode", (long) refusal.status());
        Map<String, Object> body = new LinkedHashMap<>();
        for (String name : answer.keySet()) {
            Object value = realm.projection.value(operation, answer.get(name), told.get(name), name);
            if (value != null) {
                body.put(name, value);
            }
        }
        return body;
    }

    private void closeLands() {
        if (home != null) {
            home.realm.warehouses.close();
            home = null;
        }
        abroad.values().forEach(land -> land.realm.warehouses.close());
        abroad.clear();
    }

    /** Ends the world; one that has a directory can be opened again. */
    @Override
    public void close() {
        lock.lock();
        try {
            closeLands();
            rows.close();
        } finally {
            lock.unlock();
        }
    }
}
