package dev.dwx.catalog;

/** How the pages of a list follow each other. */
public enum PagingStyle {
    /** The request names a page by number, from 1. */
    PAGE_NUMBER,
    /** The request hands back the token of the answer before. */
    NEXT_TOKEN,
    /** One answer holds all. */
    NONE
}
