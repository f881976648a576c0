package dev.dwx.sandbox.world;

import java.util.List;

/** The world as one region shows it: the seeded one at home, an empty one elsewhere. */
final class Land {
    final Realm realm;
    final Dispatch dispatch;
    final List<Behaviours> parts;
    private final Seeds seeds;
    private final boolean home;

    private Land(WorldOptions options, Ids ids, Rows rows, Lags lags, long born, boolean home) {
        this.home = home;
        seeds = new Seeds(options, ids, born);
        Store store = new Store(rows, home ? seeds : NOBODY, lags);
        ids.attach(store);
        realm = new Realm(options, store, ids);
        parts = Parts.all(realm);
        dispatch = new Dispatch(realm.families, seeds, parts);
    }

    private static final Store.Founder NOBODY = new Store.Founder() {
        @Override
        public String group(String kind) {
            return null;
        }

        @Override
        public void found(String group, Store store) {
            throw new IllegalStateException(group);
        }
    };

    /** The region of the seeded projects. */
    static Land home(WorldOptions options, Rows rows, Lags lags, long seed, long born) {
        return new Land(options, new Ids(seed), rows, lags, born, true);
    }

    /** Another region of the same account, where nothing has been made yet; it is not kept beyond the process, and its
     * reads do not lag. */
    static Land abroad(WorldOptions options, String region, long seed, long born) {
        WorldOptions there = new WorldOptions(options.catalog(), options.seed(), options.clock(), options.zone(), region,
                options.accountId(), null, options.otherwise());
        return new Land(there, new Ids(seed ^ region.hashCode()), Rows.none(), new Lags(), born, false);
    }

    /** Adds what time alone brings. */
    void catchUp(long now) {
        if (home) {
            seeds.catchUp(realm.store, now);
        }
    }
}
