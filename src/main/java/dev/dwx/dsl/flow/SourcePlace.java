package dev.dwx.dsl.flow;

/** Where in a user's source a word stands, for errors that are found later. */
final class SourcePlace {
    /** What every piece of source is compiled as. */
    private static final String PIECE = "dwx_cell.";

    private SourcePlace() {
    }

    /** The innermost line of a user's source that is at work, or {@code null}. */
    static StackTraceElement here() {
        return StackWalker.getInstance().walk(frames -> frames.filter(SourcePlace::isPiece).findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement).orElse(null));
    }

    private static boolean isPiece(StackWalker.StackFrame frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith(PIECE) && frame.getLineNumber() > 0;
    }
}
