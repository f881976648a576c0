package dev.dwx.flowspec.diff;

import java.util.ArrayList;
import java.util.List;

/** The differences of two texts line by line, with what stands around them. */
final class LineDiff {
    private static final int AROUND = 2;
    /** Cells of the table beyond which the middle is told as exchanged whole: about a thousand changed lines on either side. */
    private static final int MOST = 2_000_000;

    private LineDiff() {
    }

    /** Lines that begin with a blank, {@code -} or {@code +}, in pieces headed by {@code @@ -from,count +from,count @@}. */
    static List<String> unified(String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<String> marked = marked(old, now);
        List<String> shown = new ArrayList<>();
        int i = 0;
        int oldLine = 0;
        int newLine = 0;
        while (i < marked.size()) {
            if (marked.get(i).charAt(0) == ' ') {
                i++;
                oldLine++;
                newLine++;
                continue;
            }
            int from = Math.max(i - AROUND, 0);
            int to = end(marked, i);
            int back = i - from;
            List<String> piece = marked.subList(from, to);
            int gone = count(piece, '+');
            int came = count(piece, '-');
            shown.add("@@ -" + range(oldLine - back, piece.size() - gone) + " +" + range(newLine - back, piece.size() - came) + " @@");
            shown.addAll(piece);
            oldLine += piece.size() - gone - back;
            newLine += piece.size() - came - back;
            i = to;
        }
        return shown;
    }

    private static String range(int before, int count) {
        return (count == 0 ? before : before + 1) + "," + count;
    }

    private static int count(List<String> lines, char sign) {
        int count = 0;
        for (String line : lines) {
            count += line.charAt(0) == sign ? 1 : 0;
        }
        return count;
    }

    /** Where a piece ends: after the lines around its last change; changes close to each other are one piece. */
    private static int end(List<String> marked, int from) {
        int last = from;
        for (int i = from; i < marked.size() && i - last <= 2 * AROUND; i++) {
            last = marked.get(i).charAt(0) == ' ' ? last : i;
        }
        return Math.min(last + 1 + AROUND, marked.size());
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(from < text.length() || from == 0 ? text.substring(from) : "\\ (a line end at the end)");
        return lines;
    }

    private static List<String> marked(List<String> old, List<String> now) {
        int start = 0;
        while (start < old.size() && start < now.size() && old.get(start).equals(now.get(start))) {
            start++;
        }
        int tail = 0;
        while (tail < old.size() - start && tail < now.size() - start
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<String> marked = new ArrayList<>();
        old.subList(0, start).forEach(line -> marked.add(" " + line));
        middle(old.subList(start, old.size() - tail), now.subList(start, now.size() - tail), marked);
        old.subList(old.size() - tail, old.size()).forEach(line -> marked.add(" " + line));
        return marked;
    }

    /** The longest common subsequence of lines stays; of the rest, what goes comes before what comes. */
    private static void middle(List<String> old, List<String> now, List<String> marked) {
        int n = old.size();
        int m = now.size();
        int i = 0;
        int j = 0;
        if ((long) n * m <= MOST) {
            int[][] common = new int[n + 1][m + 1];
            for (int a = n - 1; a >= 0; a--) {
                for (int b = m - 1; b >= 0; b--) {
                    common[a][b] = old.get(a).equals(now.get(b)) ? common[a + 1][b + 1] + 1 : Math.max(common[a + 1][b], common[a][b + 1]);
                }
            }
            while (i < n && j < m) {
                if (old.get(i).equals(now.get(j))) {
                    marked.add(" " + old.get(i++));
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    marked.add("-" + old.get(i++));
                } else {
                    marked.add("+" + now.get(j++));
                }
            }
        }
        old.subList(i, n).forEach(line -> marked.add("-" + line));
        now.subList(j, m).forEach(line -> marked.add("+" + line));
    }
}
