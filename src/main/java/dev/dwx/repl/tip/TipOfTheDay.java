package dev.dwx.repl.tip;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** One tip on the first start of a day. Which one is a matter of the day, so that all come round. */
public final class TipOfTheDay {
    private final Path file;

    /** @param file holds the day of the last tip */
    public TipOfTheDay(Path file) {
        this.file = file;
    }

    /** The tip of a day as a line to print, or {@code null} when it was shown already. A file that cannot be kept costs the tip. */
    public String of(LocalDate day) {
        try {
            String text = day.toString();
            if (Files.exists(file) && Files.readString(file).strip().equals(text)) {
                return null;
            }
            Files.createDirectories(file.getParent());
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            return null;
        }
        return line(Tips.all().get(Math.floorMod(day.toEpochDay(), Tips.all().size())));
    }

    static String line(Tip tip) {
        return Texts.of("Tip: {0}  {1}   (no more: :set --keep tips off)", tip.text(), tip.example());
    }
}
