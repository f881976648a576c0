package dev.dwx.dsl.pages;

import dev.dwx.dsl.progress.Doing;
import java.util.function.Supplier;

/** Says how far a walk over pages is, while a page is read: between two pages the walk may rest for good. */
final class WalkProgress {
    private final String name;
    private final PageDesk desk;
    private Doing last;

    WalkProgress(String name, PageDesk desk) {
        this.name = name;
        this.desk = desk;
    }

    /**
     * Reads a page.
     *
     * @param given how many items have come before it
     * @param total how many there are, or {@code null}
     */
    Page reading(long given, Long total, Supplier<Page> page) {
        try (Doing doing = desk.progress().begin(name + ".all").after(last)) {
            if (last != null) {
                doing.done(given, total == null ? -1 : total);
            }
            last = doing;
            return page.get();
        }
    }
}
