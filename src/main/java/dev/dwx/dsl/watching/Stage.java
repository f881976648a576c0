package dev.dwx.dsl.watching;

/** A screen on which something is redrawn in place until the user leaves it; what is beneath stays as it was. */
public interface Stage {
    /** There is no such screen: a script, a pipe, a dumb terminal. */
    Stage NONE = new Stage() {
        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public void rounds(Rounds rounds) {
            throw new IllegalStateException("no stage");
        }

        @Override
        public void board(Board board) {
            throw new IllegalStateException("no stage");
        }
    };

    /** Whether there is a screen to draw on. */
    boolean isOpen();

    /** Shows round after round; each is run on this thread. Returns when they are over, or the user has left. */
    void rounds(Rounds rounds);

    /** Shows a board until the user leaves it. */
    void board(Board board);
}
