package dev.dwx.render;

import java.util.List;

/** A value that has a picture of its own for people; JSON, CSV and YAML show what {@link #value} gives. */
public interface Drawn extends Showable {
    /**
     * The picture: lines joined by {@code \n}. Text of others that stands in it has gone through {@link VisibleText}, since nothing
     * looks at it any more.
     */
    String drawn(Look look);

    @Override
    default List<Object> rows() {
        return List.of();
    }

    @Override
    default boolean isListing() {
        return false;
    }

    @Override
    default String footer() {
        return null;
    }
}
