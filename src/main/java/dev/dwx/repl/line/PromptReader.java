package dev.dwx.repl.line;

import dev.dwx.repl.complete.PromptMatcher;
import dev.dwx.repl.complete.PromptParser;
import dev.dwx.repl.line.source.KnownWords;
import dev.dwx.repl.screen.FullScreen;
import java.io.IOError;
import java.io.IOException;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.MaskingCallback;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.AttributedString;

/** Reads one whole input after another: {@code dwx> } and, while something is open, {@code ...> }. */
public final class PromptReader {
    public static final String PROMPT = "dwx> ";
    static final String CONTINUATION = "...> ";
    private static final String EDIT = "dwx-edit";
    private static final String NEW_LINE = "dwx-new-line";
    private static final int LARGEST_DRAWN = 200_000;

    private final LiveReader reader;
    private final Terminal terminal;
    private final PromptHistory history;
    private final Supplier<Typing> typing;
    private final Editing editing;
    private Attributes outside;
    private String proposed;

    /**
     * @param typing how it behaves, asked before every input
     * @param editing the user's editor, for Ctrl-X Ctrl-E
     */
    public PromptReader(
            Terminal terminal, PromptHistory history, Completer completer, KnownWords known, Supplier<Typing> typing, Editing editing) {
        this.terminal = terminal;
        this.history = history;
        this.typing = typing;
        this.editing = editing;
        ReadSource source = new ReadSource(known);
        reader = new LiveReader(terminal, history, new Hint(known, source));
        reader.setParser(new PromptParser());
        reader.setCompleter(completer);
        reader.setCompletionMatcher(new PromptMatcher(terminal::getHeight));
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION);
        reader.setVariable(LineReader.FEATURES_MAX_BUFFER_SIZE, LARGEST_DRAWN);
        // A "!" is Groovy's "not", never a call for an older line.
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.unsetOpt(LineReader.Option.AUTO_FRESH_LINE);
        reader.setHighlighter(new Colours(source));
        bindKeys();
    }

    private void bindKeys() {
        reader.getWidgets().put(NEW_LINE, reader::newLine);
        reader.getWidgets().put(EDIT, this::edit);
        for (String name : new String[] {LineReader.EMACS, LineReader.VIINS}) {
            KeyMap<Binding> map = reader.getKeyMaps().get(name);
            map.bind(new Reference(NEW_LINE), KeyMap.alt('\r'), KeyMap.alt('\n'));
            // What terminals send that do not follow the keypad's mode.
            map.bind(new Reference(LineReader.END_OF_LINE), "\u001b[F", "\u001b[4~");
            map.bind(new Reference(LineReader.BEGINNING_OF_LINE), "\u001b[H", "\u001b[1~");
            for (char arrow = 'A'; arrow <= 'D'; arrow++) {
                Binding known = map.getBound("\u001bO" + arrow);
                if (known != null) {
                    map.bind(known, "\u001b[" + arrow);
                }
            }
            map.bind(new Reference(EDIT), KeyMap.ctrl('X') + KeyMap.ctrl('E'));
        }
        KeyMap<Binding> vi = reader.getKeyMaps().get(LineReader.VIINS);
        vi.bind(new Reference(LineReader.HISTORY_INCREMENTAL_SEARCH_BACKWARD), KeyMap.ctrl('R'));
        vi.bind(new Reference(LineReader.HISTORY_INCREMENTAL_SEARCH_FORWARD), KeyMap.ctrl('S'));
        vi.bind(new Reference(LineReader.CLEAR_SCREEN), KeyMap.ctrl('L'));
    }

    /** What is typed goes through the editor and comes back; Enter runs it. */
    private boolean edit() {
        Attributes inside = terminal.getAttributes();
        reader.callWidget(LineReader.CLEAR);
        terminal.flush();
        try {
            terminal.setAttributes(outside);
            String text = editing.edit(reader.getBuffer().toString());
            reader.getBuffer().clear();
            reader.getBuffer().write(text);
            return true;
        } catch (IOException e) {
            reader.printAbove(e.getMessage());
            return false;
        } finally {
            terminal.setAttributes(inside);
            terminal.puts(InfoCmp.Capability.keypad_xmit);
            terminal.writer().write(LineReaderImpl.BRACKETED_PASTE_ON);
            reader.callWidget(LineReader.REDRAW_LINE);
            reader.callWidget(LineReader.REDISPLAY);
        }
    }

    /** What stands at the next prompt already. */
    public void propose(String text) {
        proposed = text;
    }

    /** Runs something once, when the next prompt is on the screen. */
    public void whenDrawn(Runnable action) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            reader.getWidgets().remove(LineReader.CALLBACK_INIT);
            // The reader draws only after this widget, so the prompt is drawn here first; a dumb terminal cannot
            // overwrite a line and would show it twice.
            if (!FullScreen.isDumb(terminal)) {
                reader.callWidget(LineReader.REDRAW_LINE);
                reader.callWidget(LineReader.REDISPLAY);
                terminal.flush();
            }
            action.run();
            return true;
        });
    }

    /**
     * The next input.
     *
     * @param prompt what stands before it
     * @throws UserInterruptException after Ctrl-C
     * @throws EndOfFileException after Ctrl-D, or when the terminal is gone
     */
    public String read(String prompt) {
        reader.typing(typing.get());
        try {
            outside = terminal.getAttributes();
            String text = proposed;
            proposed = null;
            return reader.readLine(prompt, null, (MaskingCallback) null, text);
        } catch (IOError | IllegalStateException e) {
            throw new EndOfFileException(e);
        }
    }

    /** Does something when one of the keys is pressed while nothing is typed. */
    public void key(String name, Runnable action, String... sequences) {
        reader.getWidgets().put(name, () -> {
            boolean empty = reader.getBuffer().length() == 0;
            if (empty) {
                action.run();
            }
            return empty;
        });
        for (String map : new String[] {LineReader.EMACS, LineReader.VIINS}) {
            for (String sequence : sequences) {
                if (sequence != null && !sequence.isEmpty()) {
                    reader.getKeyMaps().get(map).bind(new Reference(name), sequence);
                }
            }
        }
    }

    /** Prints lines above the input that is being typed. */
    public void above(String text) {
        reader.printAbove(AttributedString.fromAnsi(text));
    }

    /** Later prompts begin on a line of their own even when a script left its last line open. */
    public void beginOnFreshLines() {
        if (!FullScreen.isDumb(terminal)) {
            reader.setOpt(LineReader.Option.AUTO_FRESH_LINE);
        }
    }

    public PromptHistory history() {
        return history;
    }
}
