package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import dev.dwx.flowspec.build.NodeWords;
import java.util.ArrayList;
import java.util.List;

/** Reads the names of the nodes of the flow that is being typed. */
final class FlowNodes {
    private FlowNodes() {
    }

    /** The nodes that stand beside the innermost block, above it, in their order; none where there is no block. */
    static List<String> in(String before) {
        List<SourceScan.Open> opened = SourceScan.of(before).opened();
        List<Integer> braces = new ArrayList<>();
        for (SourceScan.Open open : opened) {
            if (open.mark().equals("{")) {
                braces.add(open.position());
            }
        }
        if (braces.size() < 2) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        String flow = before.substring(braces.get(1) + 1, braces.get(0));
        int depth = 0;
        for (int i = 0; i < flow.length(); i++) {
            char c = flow.charAt(i);
            if (c == '\'' || c == '"') {
                int close = flow.indexOf(c, i + 1);
                if (close < 0) {
                    return names;
                }
                String word = wordBefore(flow, i);
                // The node whose block the cursor is in cannot wait for itself.
                boolean own = flow.substring(close).indexOf('{') < 0 && SourceScan.of(flow.substring(close + 1)).opened().isEmpty()
                        && flow.substring(close + 1).indexOf('}') < 0;
                if (depth == 0 && NodeWords.named(word).isPresent() && !own) {
                    names.add(flow.substring(i + 1, close));
                }
                i = close;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            }
        }
        return names;
    }

    private static String wordBefore(String text, int quote) {
        int end = quote;
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '(')) {
            end--;
        }
        int begin = end;
        while (begin > 0 && Characters.isNamePart(text.charAt(begin - 1))) {
            begin--;
        }
        return text.substring(begin, end);
    }
}
