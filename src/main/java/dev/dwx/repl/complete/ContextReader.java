package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import dev.dwx.dsl.Verbs;
import dev.dwx.repl.complete.CompletionContext.Callee;
import dev.dwx.repl.complete.CompletionContext.Literal;
import java.util.List;
import java.util.Set;

/** Reads what is being typed at one place of a text. */
final class ContextReader {
    /** What other words follow without being looked for in summaries. */
    private static final Set<String> GROOVY = Set.of("def", "var", "return", "import", "new", "in", "as", "if", "else", "for", "while", "assert",
            "throw", "println", "print", "class", "enum", "interface", "static", "final", "try", "catch", "switch", "case", "instanceof", "int",
            "long", "boolean", "void", "package");

    private final String text;
    private final int cursor;
    private final String before;

    ContextReader(String text, int cursor) {
        this.text = text;
        this.cursor = cursor;
        before = text.substring(0, cursor);
    }

    CompletionContext read() {
        String line = before.stripLeading();
        if (line.startsWith(":") || line.startsWith("!")) {
            return command(line);
        }
        SourceScan scan = SourceScan.of(before);
        SourceScan.Open inner = scan.innermost();
        if (inner != null && inner.isComment()) {
            return new CompletionContext.Nothing("");
        }
        if (inner != null && inner.isQuote()) {
            return quoted(scan.opened());
        }
        int begin = cursor;
        while (begin > 0 && Characters.isNamePart(before.charAt(begin - 1))) {
            begin--;
        }
        String prefix = before.substring(begin);
        if (begin > 0 && before.charAt(begin - 1) == '.') {
            boolean number = begin > 1 && Character.isDigit(before.charAt(begin - 2)) && Chain.endingAt(before, begin - 1).isEmpty();
            return number ? new CompletionContext.Nothing(prefix) : member(begin - 1, prefix);
        }
        CompletionContext argument = argument(begin, new Literal("", prefix, false), scan.opened());
        if (argument != null) {
            return argument;
        }
        if (!prefix.isEmpty() && Character.isDigit(prefix.charAt(0))) {
            return new CompletionContext.Nothing(prefix);
        }
        String block = BlockAt.of(before, begin, scan.opened());
        return block == null ? name(begin, prefix) : new CompletionContext.BlockWord(block, prefix);
    }

    private static CompletionContext command(String line) {
        if (line.startsWith("!")) {
            return new CompletionContext.CommandArgument("!", line.substring(1));
        }
        int space = line.indexOf(' ');
        return space < 0 ? new CompletionContext.CommandName(line.substring(1))
                : new CompletionContext.CommandArgument(line.substring(1, space), line.substring(space + 1).stripLeading());
    }

    /** Words at the beginning of a line that are no statement are words to look for. */
    private CompletionContext name(int begin, String prefix) {
        int from = Math.max(Math.max(before.lastIndexOf('\n'), before.lastIndexOf(';')), before.lastIndexOf('{')) + 1;
        while (from < begin && before.charAt(from) == ' ') {
            from++;
        }
        boolean words = from < begin && !prefix.isEmpty();
        for (int i = from; i < begin && words; i++) {
            words = Character.isLetter(before.charAt(i)) || before.charAt(i) == ' ' && i + 1 < cursor;
        }
        if (words) {
            String first = before.substring(from, before.indexOf(' ', from) < 0 ? cursor : before.indexOf(' ', from));
            words = !GROOVY.contains(first) && !Character.isUpperCase(first.charAt(0)) && Verbs.named(first).isEmpty();
        }
        return words ? new CompletionContext.SearchWords(before.substring(from)) : new CompletionContext.OperationName(prefix);
    }

    private CompletionContext member(int dot, String prefix) {
        int end = dot > 0 && "?*&".indexOf(before.charAt(dot - 1)) >= 0 ? dot - 1 : dot;
        Chain chain = Chain.endingAt(before, end).orElse(null);
        if (chain == null) {
            return new CompletionContext.Nothing(prefix);
        }
        String path = before.substring(chain.begin(), end);
        if (Callee.isPin(path)) {
            return new CompletionContext.PinnedOperation(path.substring(1), prefix);
        }
        Callee callee = path.indexOf('(') < 0 && path.indexOf('[') < 0 ? Callee.of(path) : null;
        if (callee != null && end == dot) {
            return new CompletionContext.HandleMember(callee, prefix);
        }
        return new CompletionContext.Member(before.charAt(end) == '*' ? chain.spread() : chain, before.substring(0, chain.begin()), prefix);
    }

    private CompletionContext quoted(List<SourceScan.Open> opened) {
        SourceScan.Open quote = opened.get(0);
        String prefix = before.substring(quote.position() + quote.mark().length());
        boolean plain = quote.mark().equals("'") || quote.mark().equals("\"");
        CompletionContext json = json(quote, prefix, opened.subList(1, opened.size()));
        if (json != null) {
            return json;
        }
        CompletionContext found = plain
                ? argument(quote.position(), new Literal(quote.mark(), prefix, text.startsWith(quote.mark(), cursor)), opened.subList(1, opened.size()))
                : null;
        return found == null ? new CompletionContext.Nothing(prefix) : found;
    }

    /** A word in the JSON that a parameter's text holds, in quotes that leave its own as they are; {@code null} where it holds none. */
    private CompletionContext json(SourceScan.Open quote, String prefix, List<SourceScan.Open> around) {
        String start = prefix.stripLeading();
        if (!quote.mark().startsWith("'") || !start.startsWith("{") && !start.startsWith("[")) {
            return null;
        }
        ArgumentPlace argument = ArgumentPlace.of(text, before, quote.position(), around);
        Callee callee = argument == null || !argument.firstOfItsPiece() ? null : Callee.of(argument.path());
        if (callee == null || argument.way().size() != 1 || argument.way().get(0).equals(ArgumentPlace.ELEMENT)) {
            return null;
        }
        JsonPlace place = JsonPlace.of(prefix);
        return place == null ? new CompletionContext.Nothing("")
                : new CompletionContext.JsonWord(callee, argument.way().get(0), place, place.quoted() && text.startsWith("\"", cursor));
    }

    /** The place inside the arguments of a call, or {@code null} when the word stands in none. */
    private CompletionContext argument(int begin, Literal literal, List<SourceScan.Open> opened) {
        ArgumentPlace place = ArgumentPlace.of(text, before, begin, opened);
        if (place == null || !place.firstOfItsPiece()) {
            return null;
        }
        Callee callee = Callee.of(place.path());
        if (callee != null && !place.path().startsWith("new ")) {
            return parameter(callee, place, literal);
        }
        boolean known = !literal.quote().isEmpty() || place.parentheses() || WordArguments.knows(place.path(), place.block());
        if (!known || place.path().isEmpty()) {
            return null;
        }
        List<String> way = place.way();
        boolean top = way.isEmpty();
        String name = top || way.get(0).equals(ArgumentPlace.ELEMENT) ? null : way.get(0);
        boolean nameable = top && literal.quote().isEmpty();
        return WordArguments.knows(place.path(), place.block())
                ? new CompletionContext.WordArgument(place.path(), place.block(), name, place.number(), nameable, place.given(), before, literal) : null;
    }

    private static CompletionContext parameter(Callee callee, ArgumentPlace place, Literal literal) {
        List<String> way = place.way();
        if (way.isEmpty()) {
            return literal.quote().isEmpty() && !startsWithDigit(literal)
                    ? new CompletionContext.ParameterName(callee, place.given(), literal.text()) : null;
        }
        if (way.get(0).equals(ArgumentPlace.ELEMENT)) {
            return null;
        }
        List<String> inside = way.subList(1, way.size());
        boolean element = !inside.isEmpty() && inside.get(inside.size() - 1).equals(ArgumentPlace.ELEMENT);
        if (element && literal.quote().isEmpty() && !startsWithDigit(literal)) {
            return new CompletionContext.ParameterKey(callee, way.get(0), inside.subList(0, inside.size() - 1), place.given(), place.arguments(),
                    literal.text());
        }
        return new CompletionContext.ParameterValue(callee, way.get(0), inside, place.arguments(), literal);
    }

    private static boolean startsWithDigit(Literal literal) {
        return !literal.text().isEmpty() && Character.isDigit(literal.text().charAt(0));
    }
}
