package dev.dwx.repl;

import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.repl.line.PromptReader;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What stands before an input: where calls go, and what a user must not overlook. It always ends in {@code dwx> }.
 *
 * <pre>{@code
 * [orders_dw · Prod · read-only] dwx>
 * [sandbox · orders_dw] dwx>
 * dwx>
 * }</pre>
 *
 * @param sandbox whether calls go to a sandbox
 * @param project name or id, or {@code null}
 * @param region region id where it is not the usual one, or {@code null}
 * @param profile the profile in use, or {@code null}
 * @param environment {@code Prod}, {@code Dev} or {@code null}
 * @param readOnly whether every write is refused
 * @param dryRun whether no write is sent
 * @param left calls that are left today, when they are few
 */
public record PromptText(
        boolean sandbox,
        String project,
        String region,
        String profile,
        String environment,
        boolean readOnly,
        boolean dryRun,
        OptionalLong left) {
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";
    /** A prompt leaves so much of the window to what is typed, at least. */
    private static final int SHARE = 3;

    /** One part; {@code keep} is the higher, the longer it stays when the window is narrow. */
    private record Part(String text, String colour, int keep) {
    }

    /**
     * The prompt, in colour where the look has it.
     *
     * @param brief whether only what must not be overlooked is wanted
     */
    public String text(Look look, boolean brief) {
        List<Part> parts = parts(brief);
        int room = look.width() == 0 ? Integer.MAX_VALUE : look.width() / SHARE;
        while (width(parts) > room && least(parts) >= 0) {
            parts.remove(least(parts));
        }
        return parts.isEmpty() ? PromptReader.PROMPT : "[" + joined(parts, look) + "] " + PromptReader.PROMPT;
    }

    private List<Part> parts(boolean brief) {
        List<Part> parts = new ArrayList<>();
        if (sandbox && !brief) {
            parts.add(new Part(Texts.of("sandbox"), GREEN, 2));
        }
        if (project != null && !brief) {
            parts.add(new Part(project, "", 4));
        }
        if (region != null && !brief) {
            parts.add(new Part(region, "", 1));
        }
        if (profile != null && !brief) {
            parts.add(new Part(profile, "", 0));
        }
        if (environment != null && (!brief || environment.equals("Prod"))) {
            parts.add(environment.equals("Prod") ? new Part("Prod", RED, 9) : new Part(environment, "", 3));
        }
        if (readOnly) {
            parts.add(new Part(Texts.of("read-only"), YELLOW, 9));
        }
        if (dryRun) {
            parts.add(new Part(Texts.of("dry run"), YELLOW, 9));
        }
        if (left.isPresent()) {
            parts.add(new Part(Texts.of("calls left: {0}", left.getAsLong()), YELLOW, 5));
        }
        return parts;
    }

    /** The place of the part that is missed least, or -1 when none may go. */
    private static int least(List<Part> parts) {
        int found = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).keep() < 9 && (found < 0 || parts.get(i).keep() < parts.get(found).keep())) {
                found = i;
            }
        }
        return found;
    }

    private static int width(List<Part> parts) {
        return DisplayWidth.of(joined(parts, Look.PLAIN)) + 3;
    }

    private static String joined(List<Part> parts, Look look) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            // A project is named by other people: what it is called must not move the cursor.
            String shown = VisibleText.line(part.text(), look);
            text.append(text.length() == 0 ? "" : look.unicode() ? " · " : ", ")
                    .append(look.colour() && !part.colour().isEmpty() ? part.colour() + shown + PLAIN : shown);
        }
        return text.toString();
    }
}
