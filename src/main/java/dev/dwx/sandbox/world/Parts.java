package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;

/** Every part of the service that has behaviours of its own. */
final class Parts {
    private Parts() {
    }

    static List<Behaviours> all(Realm realm) {
        List<Behaviours> parts = new ArrayList<>();
        return parts;
    }
}
