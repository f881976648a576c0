package dev.dwx.repl.line;

import dev.dwx.dsl.SourceScan;
import dev.dwx.repl.screen.FullScreen;
import dev.dwx.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EOFError;
import org.jline.reader.Parser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The reader with what is drawn beyond the typed text: the rest of an older input behind it, dim, and a hint below. Both are
 * drawn in one go with the line, so nothing flickers, and are gone when the line is run.
 */
final class LiveReader extends LineReaderImpl {
    private static final int FEWEST_ROWS = 6;
    private static final int LONG = 500;

    private final Ghost ghosts;
    private final PrefixSearch search;
    private final Hint hint;
    private final PlainDrawing plain;
    private final boolean folds;
    private Typing typing = new Typing(false, true, true, false);
    private boolean over;
    private boolean accepted;
    private Thread reader;

    LiveReader(Terminal terminal, PromptHistory history, Hint hint) {
        super(terminal, "dwx", new HashMap<>());
        this.hint = hint;
        ghosts = new Ghost(history);
        search = new PrefixSearch(history);
        setHistory(history);
        folds = LineDisplay.folds(terminal.getType(), System.getenv());
        plain = FullScreen.isDumb(terminal) ? new PlainDrawing(terminal) : null;
    }

    void typing(Typing wanted) {
        typing = wanted;
        getKeyMaps().put(MAIN, getKeyMaps().get(wanted.vi() ? VIINS : EMACS));
        option(Option.DISABLE_HIGHLIGHTER, !wanted.colour());
        style(COMPLETION_STYLE_STARTING, wanted.colour() ? null : "bold");
        style(COMPLETION_STYLE_DESCRIPTION, wanted.colour() ? null : "faint");
        style(COMPLETION_STYLE_GROUP, wanted.colour() ? null : "bold");
    }

    /** How a part of the lists of candidates looks; {@code null} for as usual. */
    private void style(String part, String style) {
        if (style == null) {
            getVariables().remove(part);
        } else {
            setVariable(part, style);
        }
    }

    /** Whether the line is being left: it is drawn once more, without what only helps to type it. */
    boolean over() {
        return over;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        // Lists of candidates and searches stand below the line, too, and are more urgent.
        Supplier<AttributedString> below = post;
        post = null;
        AttributedString line;
        try {
            line = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        } finally {
            post = below;
        }
        AttributedStringBuilder drawn = new AttributedStringBuilder().tabs(getTabWidth()).append(line);
        if (below != null) {
            return drawn.append("\n").append(below.get()).toAttributedString();
        }
        if (over) {
            return drawn.toAttributedString();
        }
        String ghost = ghost();
        if (!ghost.isEmpty()) {
            int end = ghost.indexOf('\n');
            drawn.append(end < 0 ? ghost : ghost.substring(0, end) + " …", AttributedStyle.DEFAULT.faint());
        }
        for (AttributedString told : hints()) {
            drawn.append("\n").append(told);
        }
        return drawn.toAttributedString();
    }

    private List<AttributedString> hints() {
        String text = buf.toString();
        int lines = 1 + text.length() / Math.max(1, size.getColumns());
        for (int i = 0; i < text.length(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        boolean room = size.getRows() >= FEWEST_ROWS && lines + 3 <= size.getRows();
        return typing.hints() && room ? hint.at(text, buf.cursor(), size.getColumns()) : List.of();
    }

    private String ghost() {
        return typing.ghost() && buf.cursor() == buf.length() && !isInViCmdMode() ? ghosts.of(buf.toString()) : "";
    }

    @Override
    protected void redisplay(boolean flush) {
        if (plain != null) {
            plain.show(prompt.toString(), buf.toString());
            return;
        }
        if (typing.vi()) {
            setRightPrompt(over ? null : isInViCmdMode() ? Texts.of("vi: command") : Texts.of("vi: insert"));
        }
        if (isOvertaken()) {
            return;
        }
        lock.lock();
        try {
            fit();
            super.redisplay(flush);
        } finally {
            lock.unlock();
        }
    }

    /** What is drawn in a window of another size is taken away first, or its remains would stay around the new line. */
    private void fit() {
        Size now = terminal.getBufferSize();
        if (display instanceof LineDisplay drawn) {
            if (now.getColumns() <= 0 || now.equals(size)) {
                return;
            }
            drawn.wipe(now);
            size.copy(now);
        }
        display = new LineDisplay(terminal, size, folds);
    }

    /** The window may have its size already from a key that came with the change, or the input may be at its end. */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal != Terminal.Signal.WINCH || plain != null) {
            super.handleSignal(signal);
            return;
        }
        lock.lock();
        try {
            if (reading && !terminal.getBufferSize().equals(size)) {
                redisplay(true);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void printAbove(String text) {
        lock.lock();
        try {
            if (reading && plain == null) {
                fit();
            }
            super.printAbove(text);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the next key of a long text is there already: a paste without brackets is drawn when it is whole, not at every key. */
    private boolean isOvertaken() {
        return !over && buf.length() > LONG && Thread.currentThread() == reader && peekCharacter(1) >= 0;
    }

    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        reader = Thread.currentThread();
        if (plain != null) {
            plain.show(prompt.toString(), buf.toString());
        }
        return super.readBinding(keys, local);
    }

    @Override
    protected void cleanup() {
        over = true;
        try {
            if (plain == null || plain.echoes() || !accepted) {
                super.cleanup();
            } else {
                // The terminal showed the Enter already, as it did everything that was typed.
                doCleanup(false);
            }
        } finally {
            over = false;
            accepted = false;
            search.forget();
            if (plain != null) {
                plain.forget();
            }
        }
    }

    /** Takes the ghost, or the beginning of it; whether there was one. */
    private boolean take(boolean word) {
        String ghost = ghost();
        if (ghost.isEmpty()) {
            return false;
        }
        buf.write(word ? Ghost.firstWord(ghost) : ghost);
        return true;
    }

    @Override
    protected boolean forwardChar() {
        return take(false) || super.forwardChar();
    }

    @Override
    protected boolean viForwardChar() {
        return take(false) || super.viForwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return take(false) || super.endOfLine();
    }

    @Override
    protected boolean forwardWord() {
        return take(true) || super.forwardWord();
    }

    @Override
    protected boolean viForwardWord() {
        return take(true) || super.viForwardWord();
    }

    @Override
    protected boolean upLineOrSearch() {
        return upLine() || search(-1);
    }

    @Override
    protected boolean upLineOrHistory() {
        return upLine() || search(-1);
    }

    @Override
    protected boolean downLineOrSearch() {
        return downLine() || search(1);
    }

    @Override
    protected boolean downLineOrHistory() {
        return downLine() || search(1);
    }

    private boolean search(int step) {
        String found = search.next(buf.toString(), step);
        if (found == null) {
            return false;
        }
        buf.clear();
        buf.write(found);
        return true;
    }

    @Override
    protected boolean acceptLine() {
        if (isOpen()) {
            return newLine();
        }
        accepted = true;
        return super.acceptLine();
    }

    private boolean isOpen() {
        try {
            parser.parse(buf.toString(), buf.cursor(), Parser.ParseContext.ACCEPT_LINE);
            return false;
        } catch (EOFError e) {
            return true;
        }
    }

    @Override
    protected boolean insertCloseParen() {
        return close(")");
    }

    @Override
    protected boolean insertCloseSquare() {
        return close("]");
    }

    @Override
    protected boolean insertCloseCurly() {
        return close("}");
    }

    /** A closing bracket that begins its line goes back to where the line of its partner begins. */
    private boolean close(String bracket) {
        String above = buf.upToCursor();
        int begin = above.lastIndexOf('\n') + 1;
        if (begin > 0 && begin < above.length() && above.substring(begin).isBlank()) {
            SourceScan.Open open = SourceScan.of(above).innermost();
            if (open != null && !open.isQuote() && !open.isComment()) {
                buf.backspace(above.length() - begin);
                buf.write(indentation(above, open.position()));
            }
        }
        buf.write(bracket);
        return true;
    }

    /** The blanks at the beginning of the line that a place is in. */
    private static String indentation(String text, int place) {
        int begin = text.lastIndexOf('\n', place - 1) + 1;
        int end = begin;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(begin, end);
    }

    /** A further line, which begins as far to the right as the one before. */
    boolean newLine() {
        String above = buf.upToCursor();
        buf.write("\n" + indentation(above, above.length()));
        return true;
    }

    /** A paste arrives whole and waits for Enter, as it came but for its line ends; its tabs complete nothing. */
    @Override
    public boolean beginPaste() {
        String text = doReadStringUntil(BRACKETED_PASTE_END);
        buf.write(text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing());
        return true;
    }
}
