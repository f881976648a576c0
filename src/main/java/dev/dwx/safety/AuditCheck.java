package dev.dwx.safety;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goes over the whole chain of an audit log and tells what was changed, removed or added since it was written. What it cannot tell
 * is a log that was written anew as a whole, with every hash made again: who must exclude that keeps the newest hash elsewhere.
 */
public final class AuditCheck {
    /**
     * The outcome.
     *
     * @param lines how many lines there are, in all files
     * @param unchained lines at the beginning that were written before there were hashes
     * @param newest hash of the newest line, or {@code null} for an empty log
     * @param faults what is wrong, one line for each; empty when the log is intact
     * @param remarks what is not wrong and worth knowing: a line that was cut off when its process was killed
     */
    public record Outcome(long lines, long unchained, String newest, List<String> faults, List<String> remarks) {
        public Outcome {
            faults = List.copyOf(faults);
            remarks = List.copyOf(remarks);
        }

        public boolean intact() {
            return faults.isEmpty();
        }
    }

    /** One line with its place. */
    private record Placed(Path file, long number, AuditLine line, byte[] bytes, boolean ended) {
        String place() {
            return Texts.of("{0} line {1}", file.getFileName(), number);
        }
    }

    private final AuditFiles files;
    private final List<String> faults = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private AuditCheck(Path file) {
        files = new AuditFiles(file);
    }

    /**
     * Checks the log that is written to this file, with the files of former months.
     *
     * @throws IOException when a file cannot be read
     */
    public static Outcome of(Path file) throws IOException {
        return new AuditCheck(file).check();
    }

    private Outcome check() throws IOException {
        List<Placed> lines = new ArrayList<>();
        // While somebody writes, the newest line and the mark may be one apart; the mark is read first and may only lag behind.
        String head = Files.exists(files.head()) ? Files.readString(files.head()).strip() : null;
        for (Path file : files.all()) {
            read(file, lines);
        }
        Map<String, Integer> byPrevious = new HashMap<>();
        Set<String> hashes = new HashSet<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            AuditLine line = lines.get(i).line();
            if (line.hash() != null) {
                byPrevious.put(line.previous(), i);
                hashes.add(line.hash());
            }
        }
        int first = 0;
        while (first < lines.size() && lines.get(first).line().hash() == null) {
            first++;
        }
        if (first > 0) {
            before(lines, first);
        }
        String expected = first > 0 && first == lines.size() ? null : AuditLine.BEGINNING;
        for (int i = first; i < lines.size(); i++) {
            expected = step(lines, i, expected, byPrevious, hashes);
        }
        if (head != null && !head.isEmpty() && !hashes.contains(head)) {
            faults.add(Texts.of("the newest lines are missing: the log ended with the hash {0}…, and no line has it", head.substring(0,
                    Math.min(12, head.length()))));
        }
        String newest = null;
        for (Placed line : lines) {
            newest = line.line().hash() == null ? newest : line.line().hash();
        }
        return new Outcome(lines.size(), first, newest, faults, remarks);
    }

    /** What was there before the chain began is covered by the first chained line. */
    private void before(List<Placed> lines, int first) {
        if (first == lines.size()) {
            remarks.add(Texts.of("no line has a hash: all were written by an older dwx, or cut off; the next line begins the chain"));
            return;
        }
        String told = field(lines.get(first).line().text(), AuditLog.BEFORE);
        StringBuilder text = new StringBuilder();
        for (Placed line : lines.subList(0, first)) {
            text.append(line.line().text()).append('\n');
        }
        if (told == null) {
            faults.add(first == 1
                    ? Texts.of("{0} was added in front of the log, or its first lines were changed", lines.get(0).place())
                    : Texts.of("{0} to line {1} were added in front of the log, or its first lines were changed", lines.get(0).place(), first));
        } else if (!told.equals(AuditLine.sha256(text.toString().getBytes(StandardCharsets.UTF_8)))) {
            faults.add(Texts.of("{0} lines 1 to {1}, written before there were hashes, were changed, removed or added to",
                    lines.get(0).file().getFileName(), first));
        } else {
            remarks.add(Texts.of("lines 1 to {0} were written by an older dwx, without hashes; the first hash covers them as a whole",
                    first));
        }
    }

    /** Looks at one line; gives the hash that the next one must name. */
    private String step(List<Placed> lines, int i, String expected, Map<String, Integer> byPrevious, Set<String> hashes) {
        Placed at = lines.get(i);
        AuditLine line = at.line();
        Placed next = i + 1 < lines.size() ? lines.get(i + 1) : null;
        if (line.hash() == null) {
            String torn = next == null ? null : field(next.line().text(), AuditLog.TORN);
            if (torn != null && !torn.equals(AuditLine.sha256(at.bytes()))) {
                faults.add(Texts.of("{0} was changed", at.place()));
                return expected;
            }
            if (torn != null) {
                remarks.add(Texts.of("{0} was cut off when its process ended; the next line says so", at.place()));
                return expected;
            }
            if (next == null && !at.ended()) {
                remarks.add(Texts.of("{0} was cut off when its process ended; the next write will close it", at.place()));
                return expected;
            }
            Integer follower = byPrevious.get(expected);
            faults.add(follower != null && follower > i ? Texts.of("{0} was added", at.place()) : Texts.of("{0} was changed", at.place()));
            return follower != null && follower > i ? expected : next == null ? expected : next.line().previous();
        }
        if (!line.previous().equals(expected)) {
            Integer follower = byPrevious.get(expected);
            if (expected != null && follower != null && follower > i) {
                faults.add(Texts.of("{0} was added, or moved here", at.place()));
                return expected;
            }
            if (i == 0) {
                faults.add(Texts.of("lines before {0} were removed: the log does not begin at its beginning", at.place()));
            } else if (hashes.contains(line.previous()) && !line.previous().equals(AuditLine.BEGINNING)) {
                faults.add(Texts.of("lines between {0} and line {1} are not in their order: {2} was added or moved there", lines.get(i -
                        1).place(), at.number(), lines.get(i - 1).place()));
            } else if (!(i > 0 && lines.get(i - 1).line().hash() != null && !lines.get(i - 1).line().whole())) {
                faults.add(Texts.of("lines between {0} and {1} were removed, or the former was written anew", lines.get(i - 1).place(),
                        at.place()));
            }
        }
        if (!line.whole()) {
            faults.add(Texts.of("{0} was changed", at.place()));
        }
        return line.hash();
    }

    private static void read(Path file, List<Placed> lines) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        long number = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length ? i > start : bytes[i] == '\n') {
                byte[] own = java.util.Arrays.copyOfRange(bytes, start, i);
                AuditLine line = AuditLine.of(new String(own, StandardCharsets.UTF_8));
                lines.add(new Placed(file, ++number, line, own, i < bytes.length));
                start = i + 1;
            }
        }
    }

    private static String field(String line, String name) {
        if (!line.contains("\"" + name + "\"")) {
            return null;
        }
        return ExactJson.parseOr(line, null) instanceof Map<?, ?> map && map.get(name) instanceof String text ? text : null;
    }
}
