package dev.dwx.repl.line;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * What the up-arrow brings back. An entry is redacted before it is kept anywhere, in memory too; one that begins with
 * a space, is empty or repeats the last one is not kept. A file that cannot be read or written costs its content, not
 * the prompt.
 */
public final class PromptHistory extends DefaultHistory {
    private final HistoryFile file;
    private final UnaryOperator<String> redactor;
    private String trouble;
    private boolean read;

    /**
     * @param file where entries are kept, or {@code null} for this shell's life only
     * @param redactor takes secrets out of a text
     */
    public PromptHistory(HistoryFile file, UnaryOperator<String> redactor) {
        this.file = file;
        this.redactor = redactor;
    }

    @Override
    public void attach(LineReader reader) {
        super.attach(reader);
        // The reader attaches its history again before every line.
        if (file == null || read) {
            return;
        }
        read = true;
        try {
            for (String entry : file.read()) {
                super.add(Instant.EPOCH, entry);
            }
            moveToEnd();
        } catch (IOException e) {
            trouble = untold(e);
        }
    }

    @Override
    public void load() {
        // Read once, when the reader takes it.
    }

    @Override
    public void save() {
        // Each entry is written when it is added.
    }

    @Override
    public void add(Instant time, String line) {
        if (line.isBlank() || line.startsWith(" ")) {
            return;
        }
        String entry = redactor.apply(line.stripTrailing());
        if (!isEmpty() && get(last()).equals(entry)) {
            return;
        }
        super.add(time, entry);
        if (file == null || trouble != null) {
            return;
        }
        try {
            file.append(entry);
        } catch (IOException e) {
            trouble = untold(e);
        }
    }

    private static String untold(IOException e) {
        return e instanceof FileSystemException file ? Texts.of("History is not kept, since {0} cannot be written", file.getFile())
                : Texts.of("History is not kept: {0}", e.getMessage());
    }

    /** Why entries are not written, once; {@code null} when they are. */
    public String trouble() {
        return trouble;
    }
}
