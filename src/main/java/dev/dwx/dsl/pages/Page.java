package dev.dwx.dsl.pages;

import java.util.List;

/**
 * One page as it came.
 *
 * @param items the elements as the language sees them
 * @param raw the same elements as they came: maps, texts, numbers
 * @param total how many there are in all, as this page says; {@code null} when it does not
 * @param size the page size that the service says it used; {@code null} when it does not
 * @param token what asks for the next page, or {@code null}
 * @param more whether there is more, as this page says; {@code null} when it does not
 */
public record Page(List<Object> items, List<Object> raw, Long total, Long size, String token, Boolean more) {
}
