package dev.dwx.dsl.pages;

import dev.dwx.dsl.Progress;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What a walk over pages works with.
 *
 * @param reader reads a page, in the context in which the listing was asked for
 * @param strict whether an incomplete listing is an error and not a remark
 * @param notes hears remarks
 * @param progress shows how far it is
 * @param need hears how many more calls it will take, before they are made; throws where they cannot be
 */
public record PageDesk(PageReader reader, boolean strict, Consumer<String> notes, Progress progress, LongConsumer need) {
    PageDesk lenient() {
        return new PageDesk(reader, false, notes, progress, need);
    }
}
