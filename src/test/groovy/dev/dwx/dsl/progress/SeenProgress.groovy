package dev.dwx.dsl.progress

import dev.dwx.dsl.Progress

/** Keeps what is under way, and how it stood when it ended. */
class SeenProgress implements Progress {
    Closure<Long> nanos = { System.nanoTime() }
    final List<Doing> underWay = Collections.synchronizedList([])
    final List<String> ended = Collections.synchronizedList([])
    final List<String> farewells = []

    @Override
    Doing begin(String what) {
        def doing = new Doing(what, { nanos.call() as long }, { Doing it -> underWay.remove(it); ended << line(it) })
        underWay << doing
        doing
    }

    /** The line of what is under way for longest. */
    String now() {
        // What ends meanwhile on another thread must not end the one that looks.
        def all = underWay.toArray()
        all ? line(all[0] as Doing) : ''
    }

    private static String line(Doing doing) {
        ProgressText.draw(doing.moment(), 120, true)
    }

    @Override
    void clear() { }

    @Override
    void enter(String farewell) { farewells << farewell }
}
