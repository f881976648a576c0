package dev.dwx.safety;

import dev.dwx.json.ExactJson;
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
            return file.getFileName() + " line " + number;
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
            faults.add("the newest lines are missing: the log ended with the hash " + head.substring(0, Math.min(12, head.length()))
                    + "…, and no line has it");
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
            remarks.add("no line has a hash: all were written by an older dwx, or cut off; the next line begins the chain");
            return;
        }
        String told = field(lines.get(first).line().text(), AuditLog.BEFORE);
        StringBuilder text = new StringBuilder();
        for (Placed line : lines.subList(0, first)) {
            text.append(line.line().text()).append('\n');
        }
        if (told == null) {
            faults.add(lines.get(0).place() + (first == 1 ? " was" : " to line " + first + " were")
                    + " added in front of the log, or its first lines were changed");
        } else if (!told.equals(AuditLine.sha256(text.toString().getBytes(StandardCharsets.UTF_8)))) {
            faults.add(lines.get(0).file().getFileName() + " lines 1 to " + first
                    + ", written before there were hashes, were changed, removed or added to");
        } else {
            remarks.add("lines 1 to " + first + " were written by an older dwx, without hashes; the first hash covers them as a whole");
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
                faults.add(at.place() + " was changed");
                return expected;
            }
            if (torn != null) {
                remarks.add(at.place() + " was cut off when its process ended; the next line says so");
                return expected;
            }
            if (next == null && !at.ended()) {
                remarks.add(at.place() + " was cut off when its process ended; the next write will close it");
                return expected;
            }
            Integer follower = byPrevious.get(expected);
            faults.add(at.place() + (follower != null && follower > i ? " was added" : " was changed"));
            return follower != null && follower > i ? expected : next == null ? expected : next.line().previous();
        }
        if (!line.previous().equals(expected)) {
            Integer follower = byPrevious.get(expected);
            if (expected != null && follower != null && follower > i) {
                faults.add(at.place() + " was added, or moved here");
                return expected;
            }
            if (i == 0) {
                faults.add("lines before " + at.place() + " were removed: the log does not begin at its beginning");
            } else if (hashes.contains(line.previous()) && !line.previous().equals(AuditLine.BEGINNING)) {
                faults.add("lines between " + lines.get(i - 1).place() + " and line " + at.number()
                        + " are not in their order: " + lines.get(i - 1).place() + " was added or moved there");
            } else if (!(i > 0 && lines.get(i - 1).line().hash() != null && !lines.get(i - 1).line().whole())) {
                faults.add("lines between " + lines.get(i - 1).place() + " and " + at.place()
                        + " were removed, or the former was written anew");
            }
        }
        if (!line.whole()) {
            faults.add(at.place() + " was changed");
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
