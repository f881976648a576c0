package dev.dwx.dsl.pages;

import java.util.Map;

/** Reads one page of a listing. */
@FunctionalInterface
public interface PageReader {
    /**
     * Asks the service.
     *
     * @param arguments by parameter name, the page's among them
     */
    Page read(Map<String, Object> arguments);
}
