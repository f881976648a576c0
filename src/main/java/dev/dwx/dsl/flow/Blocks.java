package dev.dwx.dsl.flow;

import dev.dwx.dsl.Session;
import dev.dwx.flowspec.build.Draft;
import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import groovy.lang.Closure;

/** Runs the blocks that describe documents, and makes documents of them. Nothing is sent. */
public final class Blocks {
    private final Surroundings around;
    private final Session session;

    /** @param session that the documents belong to */
    public Blocks(Surroundings around, Session session) {
        this.around = around;
        this.session = session;
    }

    public Flow document(Place place, CharSequence name, Closure<?> block) {
        return finished(Draft.of(place, String.valueOf(name), around), block);
    }

    private Flow finished(Draft draft, Closure<?> block) {
        Block.run(draft, block);
        return new Flow(draft.build(), session);
    }
}
