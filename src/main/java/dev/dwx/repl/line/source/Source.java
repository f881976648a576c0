package dev.dwx.repl.line.source;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.Verbs;
import dev.dwx.flowspec.build.BlockWords;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Typed text, finished or not, as spans that cover it once and in order, with all that is known of its words. It never fails.
 */
public final class Source {
    private static final Set<String> VERBS = new HashSet<>(Verbs.names());
    private static final Map<String, Set<String>> BLOCKS = blocks();

    private final String text;
    private final SourceSpans scan;
    private final Tokens tokens;
    private final KnownWords known;
    private final List<Span> spans = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    /** Long texts name the same operations again and again. */
    private final Map<ApiOperation, Kind> kinds = new IdentityHashMap<>();
    private Frame statement;

    /** What the words in a bracket, or in a statement, belong to. */
    private record Frame(String callee, int word, ApiOperation operation, Set<String> block) {
        static final Frame NONE = new Frame("", -1, null, null);
    }

    private Source(String text, KnownWords known) {
        this.text = text;
        this.known = known;
        scan = SourceSpans.of(text);
        tokens = new Tokens(text, scan.spans());
    }

    /**
     * Reads a text.
     *
     * @param cursor where the next key goes; a name that ends there is not called unknown
     */
    public static Source of(String text, int cursor, KnownWords known) {
        Source source = new Source(text, known);
        String stripped = text.stripLeading();
        if (stripped.startsWith(":")) {
            source.command(text.length() - stripped.length(), cursor);
        } else {
            source.name(cursor);
        }
        return source;
    }

    /** The spans, in order; together they are the text. */
    public List<Span> spans() {
        return spans;
    }

    /** The place of the other one of a pair of brackets, or -1. */
    public int partner(int place) {
        return scan.partner(place);
    }

    private static Map<String, Set<String>> blocks() {
        Map<String, Set<String>> blocks = new HashMap<>();
        List<String> heads = new ArrayList<>(VERBS);
        heads.add("end");
        for (BlockWords.Word word : BlockWords.nodes()) {
            heads.add(word.name());
        }
        for (String head : heads) {
            BlockWords.in(head).ifPresent(words -> {
                Set<String> names = new HashSet<>();
                words.forEach(word -> names.add(word.name()));
                blocks.put(head, names);
            });
        }
        return blocks;
    }

    private void command(int colon, int cursor) {
        int end = colon + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        add(0, colon, Kind.PLAIN);
        boolean typing = cursor == end;
        String word = text.substring(colon + 1, end);
        add(colon, end, known.isCommand(word) ? Kind.COMMAND : typing || !known.complete() ? Kind.WORD : Kind.UNKNOWN);
        int at = end;
        while (at < text.length()) {
            int next = at + 1;
            boolean name = Character.isLetterOrDigit(text.charAt(at));
            while (next < text.length() && Character.isLetterOrDigit(text.charAt(next)) == name) {
                next++;
            }
            ApiOperation operation = name ? known.operation(text.substring(at, next), null).orElse(null) : null;
            add(at, next, operation == null ? Kind.PLAIN : Kind.OPERATION);
            at = next;
        }
    }

    private void add(int begin, int end, Kind kind) {
        if (end > begin) {
            spans.add(new Span(begin, end, kind));
        }
    }

    private void name(int cursor) {
        statement = Frame.NONE;
        for (int i = 0; i < tokens.size(); i++) {
            Span span = tokens.span(i);
            Kind kind = span.kind();
            if (tokens.lineEnds(i) && !tokens.is(tokens.before(i), ',') || tokens.is(i, ';')) {
                statement = Frame.NONE;
            }
            if (kind == Kind.WORD) {
                kind = word(i, cursor);
            }
            spans.add(new Span(span.begin(), span.end(), kind));
            if (kind == Kind.OPEN) {
                frames.push(opened(i));
                statement = tokens.is(i, '{') ? Frame.NONE : statement;
            } else if (kind == Kind.CLOSE && !frames.isEmpty()) {
                frames.pop();
            }
        }
    }

    private Frame opened(int i) {
        int head = tokens.before(i);
        if (tokens.is(i, '{')) {
            int word = head;
            if (tokens.is(head, ')')) {
                word = tokens.before(indexAt(scan.partner(tokens.begin(head))));
            } else if (!tokens.isWord(head)) {
                return statement.block() == null ? Frame.NONE : statement;
            }
            Set<String> block = tokens.isWord(word) ? BLOCKS.get(tokens.word(word)) : null;
            return block == null ? Frame.NONE : new Frame(tokens.word(word), word, null, block);
        }
        if (!tokens.is(i, '(') || !tokens.isWord(head) || head != i - 1) {
            return Frame.NONE;
        }
        return frame(head);
    }

    private Frame frame(int word) {
        String name = tokens.word(word);
        boolean capital = Character.isUpperCase(name.charAt(0));
        // ListNodes.all(…) takes what ListNodes takes.
        boolean handle = !capital && tokens.is(word - 1, '.') && tokens.isWord(word - 2)
                && Character.isUpperCase(tokens.word(word - 2).charAt(0));
        int callee = handle ? word - 2 : word;
        Optional<ApiOperation> operation = capital || handle ? known.operation(tokens.word(callee), tokens.pin(callee)) : Optional.empty();
        return new Frame(name, callee, operation.orElse(null), null);
    }

    /** The span that begins at the place. */
    private int indexAt(int place) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (tokens.span(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Kind word(int i, int cursor) {
        Span span = tokens.span(i);
        String word = tokens.word(i);
        boolean typing = span.end() == cursor;
        Frame around = frames.isEmpty() ? Frame.NONE : frames.peek();
        if (tokens.named(i)) {
            ApiOperation operation = around.operation() != null ? around.operation() : statement.operation();
            boolean argument = operation != null && (around.operation() != null || inStatement(i));
            if (!argument) {
                return Kind.WORD;
            }
            return operation.parameter(word).isPresent() ? Kind.PARAMETER
                    : !operation.described() || typing || Character.isLowerCase(word.charAt(0)) ? Kind.WORD : Kind.UNKNOWN;
        }
        boolean begins = tokens.beginsStatement(i);
        if (begins) {
            statement = startsCall(i) ? statementFrame(i) : Frame.NONE;
        } else if (tokens.is(tokens.before(i), '=') && startsCall(i)) {
            statement = statementFrame(i);
        }
        if (tokens.is(i - 1, '.') && tokens.pin(i) == null) {
            return Kind.WORD;
        }
        if (Character.isUpperCase(word.charAt(0))) {
            return capital(i, word, typing);
        }
        if (begins && around.block() != null && around.block().contains(word)) {
            return Kind.BLOCK_WORD;
        }
        return VERBS.contains(word) && !known.isOwn(word) ? Kind.VERB : Kind.WORD;
    }

    private Frame statementFrame(int i) {
        Set<String> block = BLOCKS.get(tokens.word(i));
        return block != null ? new Frame(tokens.word(i), i, null, block) : frame(i);
    }

    /** {@code ListNodes PageSize: 10}, {@code flow 'daily', { … }}. */
    private boolean startsCall(int i) {
        int next = tokens.afterOnLine(i);
        return next > i + 1 && next < tokens.size() && (tokens.isWord(next) || tokens.isKind(next, Kind.STRING));
    }

    private boolean inStatement(int i) {
        int before = tokens.before(i);
        return tokens.is(before, ',') || before == statement.word();
    }

    private Kind capital(int i, String word, boolean typing) {
        Optional<ApiOperation> operation = known.operation(word, tokens.pin(i));
        if (operation.isPresent() && !known.isOwn(word)) {
            return kinds.computeIfAbsent(operation.get(),
                    called -> RiskRules.of(called, Map.of()) == Risk.DESTRUCTIVE ? Kind.DESTRUCTIVE : Kind.OPERATION);
        }
        int next = tokens.afterOnLine(i);
        boolean called = tokens.is(i + 1, '(') || tokens.isWord(next) && tokens.is(tokens.afterOnLine(next), ':') && tokens.beginsStatement(i);
        boolean declared = tokens.isKind(tokens.before(i), Kind.KEYWORD) && !tokens.word(tokens.before(i)).equals("return")
                && !tokens.word(tokens.before(i)).equals("in") || tokens.is(tokens.before(i), '@') || tokens.isWord(tokens.before(i));
        return called && !declared && !typing && known.complete() && !known.isOwn(word) && !definedHere(word) ? Kind.UNKNOWN : Kind.WORD;
    }

    private boolean definedHere(String word) {
        for (int i = 1; i < tokens.size(); i++) {
            int before = tokens.isWord(i) && tokens.word(i).equals(word) ? tokens.before(i) : -1;
            if (before >= 0 && (tokens.isKind(before, Kind.KEYWORD) && !tokens.word(before).equals("return") || tokens.isWord(before))) {
                return true;
            }
        }
        return false;
    }

    /** The innermost call whose arguments the place is in; {@code null} for none, and in strings of several lines and comments. */
    public CallAt call(int cursor) {
        int at = cursor == 0 ? -1 : indexAt(cursor - 1);
        if (at < 0 || at >= tokens.size() || tokens.isKind(at, Kind.COMMENT)) {
            return null;
        }
        int depth = 0;
        int first = 0;
        for (int i = tokens.begin(at) + tokens.word(at).length() > cursor && !tokens.isKind(at, Kind.PLAIN) ? at - 1 : at; i >= 0; i--) {
            if (tokens.isKind(i, Kind.CLOSE) && tokens.span(i).end() <= cursor) {
                depth++;
            } else if (tokens.isKind(i, Kind.OPEN) && depth > 0) {
                depth--;
            } else if (tokens.isKind(i, Kind.OPEN) && tokens.is(i, '(')) {
                return tokens.isWord(i - 1) ? CallAt.read(tokens, callee(i - 1), i + 1, cursor) : null;
            } else if (tokens.isKind(i, Kind.OPEN) && tokens.is(i, '{')
                    || depth == 0 && (tokens.is(i, ';') || tokens.lineEnds(i) && !tokens.is(tokens.before(i), ','))) {
                first = i + 1;
                break;
            }
        }
        return withoutParentheses(first, cursor);
    }

    private int callee(int word) {
        boolean member = !Character.isUpperCase(tokens.word(word).charAt(0)) && tokens.is(word - 1, '.') && tokens.isWord(word - 2)
                && Character.isUpperCase(tokens.word(word - 2).charAt(0));
        return member ? word - 2 : word;
    }

    private CallAt withoutParentheses(int first, int cursor) {
        for (int i = first; i < tokens.size() && tokens.span(i).end() < cursor; i++) {
            boolean begins = i == first || tokens.beginsStatement(i) || tokens.is(tokens.before(i), '=');
            if (tokens.isWord(i) && begins && startsArguments(i, cursor)) {
                return CallAt.read(tokens, i, i + 1, cursor);
            }
        }
        return null;
    }

    private boolean startsArguments(int i, int cursor) {
        boolean blank = i + 1 < tokens.size() && tokens.isKind(i + 1, Kind.PLAIN) && tokens.span(i + 1).blank(text);
        int next = tokens.afterOnLine(i);
        return blank && (next >= tokens.size() || tokens.isWord(next) || tokens.isKind(next, Kind.STRING) || tokens.isKind(next, Kind.NUMBER)
                || tokens.begin(next) >= cursor);
    }
}
