package dev.dwx.repl.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.catalog.LetterSet;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.dsl.SourceScan;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.command.SessionPreferences;
import dev.dwx.repl.line.HistoryFile;
import dev.dwx.repl.live.LiveValues;
import dev.dwx.repl.show.Assignment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jline.reader.Candidate;

class PromptProperties {
    private static final LiveValues LIVE = (operation, parameter, given) -> List.of(new LiveValues.Value("7", "x'y"));
    private static final Operations OPERATIONS = new Operations(SnapshotCatalog::bundled, () -> SnapshotCatalog.V2024);
    private static final Deadline NEVER = new Deadline(Duration.ofDays(1), () -> 0);
    private static final Values VALUES = new Values(OPERATIONS, LIVE, NEVER);
    private static final Map<String, Object> VARIABLES = Map.of("x", List.of(Map.of("数", 1, "PageSize", List.of(2))), "ListNodes", 3);
    private static final List<CandidateSource> SOURCES = List.of(new VariableSource(() -> VARIABLES), new VerbSource(), new BlockSource(),
            new OperationSource(OPERATIONS, NEVER), new ParameterSource(OPERATIONS), new ValueSource(OPERATIONS, VALUES), new WordSource(VALUES),
            new MemberSource(new ValueWalk(OPERATIONS, () -> VARIABLES)), new CommandSource(() -> new Commands(List.of()), VALUES,
            new SessionPreferences(Map.of())::now, context -> List.of()));

    @Property(tries = 2000)
    void namesThatAreRuledOutByTheirLettersDoNotMatch(@ForAll("names") String name, @ForAll("names") String typed) {
        long letters = LetterSet.of(name);
        long typedLetters = LetterSet.of(typed);
        if (!typed.isEmpty()) {
            int all = NameMatch.within(name, typed, -1, -1, NameMatch.LETTERS);
            assertEquals(all, NameMatch.within(name, typed, letters, typedLetters, NameMatch.LETTERS));
            for (int weakest = NameMatch.WORDS; weakest < NameMatch.LETTERS; weakest++) {
                assertEquals(all > weakest ? NameMatch.NONE : all, NameMatch.within(name, typed, letters, typedLetters, weakest));
            }
        }
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withChars("aAbB_1Kk\u212aİıß节点").ofMaxLength(7);
    }

    @Property(tries = 1000)
    void anyTextAndCursorHasAContextWhoseWordEndsAtTheCursor(@ForAll("sources") String text, @ForAll int number) {
        int cursor = Math.floorMod(number, text.length() + 1);
        CompletionContext context = CompletionContext.of(text, cursor);
        assertTrue(text.substring(0, cursor).endsWith(context.replaced()), context::toString);
    }

    @Property(tries = 1500)
    void whateverIsTypedEveryProposalLeavesWhatStandsAroundItsWord(@ForAll("sources") String text, @ForAll int number) {
        int cursor = Math.floorMod(number, text.length() + 1);
        CompletionContext context = CompletionContext.of(text, cursor);
        assertTrue(text.substring(0, cursor).endsWith(context.replaced()), context::toString);
        for (CandidateSource source : SOURCES) {
            for (Proposal proposal : source.at(context)) {
                assertTrue(proposal.rank() >= -1 && !proposal.text().isEmpty() && !proposal.shown().isEmpty(), proposal::toString);
                String rest = PromptCompleter.beforeWhatFollows(proposal.text(), text.substring(cursor));
                assertTrue(proposal.text().startsWith(rest), proposal::toString);
            }
        }
        PromptParser.Line line = new PromptParser.Line(text, cursor, context);
        assertEquals(line.rawWordLength(), line.rawWordCursor());
        assertEquals(line.word().length(), line.rawWordLength());
    }

    @Property(tries = 500)
    void noPrefixOfCandidatesTakesAwayWhatIsTyped(@ForAll List<String> texts, @ForAll String typed) {
        PromptMatcher matcher = new PromptMatcher(() -> 24);
        matcher.compile(Map.of(), false, new PromptParser.Line(typed, typed.length(), new CompletionContext.OperationName(typed)), false, 0, null);
        List<Candidate> candidates = new ArrayList<>();
        for (String text : texts) {
            candidates.add(new Candidate(text));
        }
        assertTrue(matcher.matches(candidates).size() <= 24);
        assertTrue(matcher.getCommonPrefix().startsWith(typed));
    }

    @Property(tries = 1000)
    void scanningNeverFails(@ForAll("sources") String text) {
        SourceScan scan = SourceScan.of(text);
        scan.missing();
        scan.lastStatement();
        Assignment.in(text);
    }

    @Property(tries = 300)
    void whatIsQuotedOpensNothing(@ForAll("sources") String text, @ForAll("quotes") String quote) {
        String inside = text.replace("\\", "").replace("$", "").replace("'", "").replace("\"", "").replace("/", "").replace("\n", " ");
        assertNull(SourceScan.of("x = " + quote + "a" + inside + quote).missing());
    }

    @Property(tries = 300)
    void everyOpenedBracketIsWaitedFor(@ForAll("brackets") String brackets) {
        assertNotNull(SourceScan.of(brackets).missing());
        assertEquals(brackets.length(), SourceScan.of(brackets).opened().size());
    }

    @Property(tries = 500)
    void aHistoryEntryReadsBack(@ForAll String entry) {
        String line = HistoryFile.escape(entry);
        assertTrue(line.indexOf('\n') < 0 && line.indexOf('\r') < 0);
        assertEquals(entry, HistoryFile.unescape(line));
    }

    @Provide
    Arbitrary<String> sources() {
        Arbitrary<String> pieces = Arbitraries.of("ListNodes", "(", ")", "[", "]", "{", "}", "'", "\"", "'''", "\"\"\"", "/", "$/", "/$",
                "${", "//", "/*", "*/", "\n", " ", ",", ":", "=", "x", "v2020.", ".", "->", "\\", "12", ";", "数", "PageSize: 1", "GetNode", "it", "each", "*.", "[0]", "Spec: ",
                "flow('f')", "sql", "after ", "logs ", "for (x in ", "new File(", "!", "x =", "项目");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> quotes() {
        return Arbitraries.of("'", "\"", "'''", "\"\"\"", "/");
    }

    @Provide
    Arbitrary<String> brackets() {
        return Arbitraries.strings().withChars("([{").ofMinLength(1).ofMaxLength(10);
    }
}
