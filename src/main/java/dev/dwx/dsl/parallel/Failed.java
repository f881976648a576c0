package dev.dwx.dsl.parallel;

/**
 * What went wrong with one item of a batch.
 *
 * @param index its place, from 0
 * @param item the item; the number of the task where there are no items
 * @param error what was thrown
 */
public record Failed(int index, Object item, Throwable error) {
    public int getIndex() {
        return index;
    }

    public Object getItem() {
        return item;
    }

    public Throwable getError() {
        return error;
    }

    @Override
    public String toString() {
        String message = error.getMessage();
        return item + ": " + (message == null ? error.getClass().getSimpleName() : message);
    }
}
