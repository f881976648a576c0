package dev.dwx.catalog;

import java.util.List;

/**
 * How one gets at the next page of an operation's list. Paths are field names from the outside in; a parameter's path
 * has one name, or more where the parameter is a field of an object ({@code Params}, {@code NextToken}).
 *
 * @param style how pages follow each other; all paths are {@code null} for {@link PagingStyle#NONE}
 * @param pageParameter where the request takes the page number, beginning at 1; {@code null} for tokens
 * @param sizeParameter where the request takes the page size; {@code null} where it takes none
 * @param tokenParameter where the request takes the token; {@code null} for page numbers
 * @param pagePath where the answer repeats the page number, or {@code null}
 * @param sizePath where the answer repeats the page size, or {@code null}
 * @param tokenPath where the answer gives the next token, or {@code null}
 * @param morePath where the answer says whether there is more, or {@code null}
 */
public record Paging(
        PagingStyle style,
        List<String> pageParameter,
        List<String> sizeParameter,
        List<String> tokenParameter,
        List<String> pagePath,
        List<String> sizePath,
        List<String> tokenPath,
        List<String> morePath) {

    /** One answer holds all. */
    public static final Paging NONE = new Paging(PagingStyle.NONE, null, null, null, null, null, null, null);
}
