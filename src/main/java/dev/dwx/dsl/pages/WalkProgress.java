package dev.dwx.dsl.pages;

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
        String rate = nanos <= 0 ? "" : ", " + given * SECOND / nanos + "/s";
        desk.progress().show(name + ": " + given + (total == null ? "" : " of " + total) + rate);
    }

    void done() {
        if (shown) {
            desk.progress().clear();
        }
    }
}
