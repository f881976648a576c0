package dev.dwx.dsl.pages;

import dev.dwx.texts.Texts;

/** Says how far a walk over pages is, from its second page on. */
final class WalkProgress {
    private static final long SECOND = 1_000_000_000L;

    private final String name;
    private final PageDesk desk;
    private long began;
    private boolean shown;

    WalkProgress(String name, PageDesk desk) {
        this.name = name;
        this.desk = desk;
    }

    /** Before a page is read. */
    void reading(int pages, long given, Long total) {
        if (pages == 0) {
            began = desk.nanos().getAsLong();
            return;
        }
        shown = true;
        long nanos = desk.nanos().getAsLong() - began;
        String rate = nanos <= 0 ? "" : Texts.of(", {0}/s", given * SECOND / nanos);
        desk.progress().show(Texts.of("{0}: {1}{2}{3}", name, given, total == null ? "" : Texts.of(" of {0}", total), rate));
    }

    void done() {
        if (shown) {
            desk.progress().clear();
        }
    }
}
