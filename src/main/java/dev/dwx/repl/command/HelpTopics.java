package dev.dwx.repl.command;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.OperationSearch;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.build.NodeWord;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.flowspec.lint.LintRule;
import dev.dwx.flowspec.lint.LintRules;
import dev.dwx.settings.Setting;
import dev.dwx.settings.SettingsTable;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that help can be asked about, from all tables that dwx has; nothing is written down a second time here. */
final class HelpTopics {
    private static final int OPERATIONS_NAMED = 12;
    private static final int OPERATIONS_FOUND = 10;
    private static final int LONGEST_LINE = 48;

    private final Supplier<Commands> commands;
    private final Supplier<ApiCatalog> catalog;
    private final UnaryOperator<String> describe;

    /** @param describe an operation's card, by its name */
    HelpTopics(Supplier<Commands> commands, Supplier<ApiCatalog> catalog, UnaryOperator<String> describe) {
        this.commands = commands;
        this.catalog = catalog;
        this.describe = describe;
    }

    /** A thing that has a name and a line. */
    private record Topic(String kind, String name, String title) {
        String text() {
            return name + " " + title;
        }
    }

    /**
     * What has the words that were asked for.
     *
     * @param whole whether all of them, or only as many as anything has
     * @param rows kind, name and title of each; what is used first comes first
     */
    record Found(boolean whole, List<Map<String, Object>> rows) {
    }

    /** What there is to say of a word; never empty. */
    String about(String asked) {
        String word = asked.strip();
        List<String> pages = new ArrayList<>();
        commands.get().help(word).ifPresent(pages::add);
        if (word.equals("commands")) {
            pages.add(commands.get().page());
        }
        if (word.equals("settings")) {
            pages.add(SettingsTable.page().stripTrailing());
        }
        SettingsTable.named(word).map(HelpTopics::page).ifPresent(pages::add);
        if (!word.startsWith(":")) {
            operation(word).ifPresent(name -> pages.add(describe.apply(name)));
            nodeType(word).ifPresent(pages::add);
            lintRule(word).ifPresent(pages::add);
            code(word).ifPresent(pages::add);
            Recipe.named(word).map(HelpTopics::page).ifPresent(pages::add);
            if (pages.isEmpty()) {
                parameter(word).ifPresent(pages::add);
            }
        }
        return pages.isEmpty() ? unknown(word) : String.join("\n\n", pages).stripTrailing();
    }

    /** Whether a word is the name of something. */
    boolean knows(String word) {
        return commands.get().help(word).isPresent() || operation(word).isPresent() || SettingsTable.named(word).isPresent()
                || nodeType(word).isPresent() || lintRule(word).isPresent() || code(word).isPresent();
    }

    /** The exact name of the operation that a word means, with its version where the word has one. */
    Optional<String> operation(String word) {
        int colon = word.indexOf(':');
        int dot = word.indexOf('.');
        boolean pinned = dot == 5 && (word.startsWith("v2024.") || word.startsWith("v2020."));
        String name = pinned ? word.substring(6) : word.substring(colon + 1);
        for (ApiSummary summary : catalog.get().list()) {
            if (summary.name().equals(name)) {
                return Optional.of(pinned ? word.substring(1, 5) + ":" + name : word);
            }
        }
        return Optional.empty();
    }

    private static String page(Setting setting) {
        return setting.name() + "  " + setting.choices() + "\n  " + setting.meaning()
                + (setting.fallback().isEmpty() ? "" : "\n  " + Texts.of("default: {0}", setting.fallback()))
                + "\n  :set " + setting.name() + "   :set --keep " + setting.name() + " " + (setting.values().isEmpty() ? "…" : setting.values().get(0));
    }

    private static String page(Recipe recipe) {
        return Texts.of("{0} is an example script: {1}", recipe.name(), recipe.about()) + "\n  :examples " + recipe.name();
    }

    private static Optional<String> nodeType(String word) {
        Optional<NodeType> type = word.isEmpty() ? Optional.empty() : isNumber(word) ? NodeTypes.of(Integer.parseInt(word)) : NodeTypes.of(word);
        return type.map(one -> {
            String made = NodeWords.of(one.command()).map(NodeWord::name).orElse(null);
            return Texts.of("{0} is a type of {1}, number {2}", one.command(), one.engine(), one.id())
                    + (one.languages().isEmpty() ? "" : "\n  " + Texts.of("languages: {0}", String.join(", ", one.languages())))
                    + "\n  " + (made == null ? "node('name') { type '" + one.command() + "' … }" : made + "('name') { … }");
        });
    }

    private static boolean isNumber(String word) {
        return word.length() < 6 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> lintRule(String word) {
        return LintRules.of(word).map(rule -> Texts.of("{0} is a rule of documents: {1}", rule.code(), Texts.listed(rule.text())) + "\n  " + Texts.listed(rule.remedy()));
    }

    private static Optional<String> code(String word) {
        String own = OwnCodes.meaning(word);
        if (own != null) {
            return Optional.of(Texts.of("{0} is a code of dwx itself: {1}", word, own));
        }
        // Anything may be asked here, and a fragment of a message says too little.
        boolean codeLike = word.indexOf('.') > 0 || word.length() > 9 && word.chars().allMatch(Character::isDigit) || word.startsWith("Throttling")
                || word.startsWith("Forbidden") || word.startsWith("Invalid") || word.startsWith("Missing") || word.startsWith("Signature");
        return codeLike && !word.startsWith("dwx.") && !word.startsWith("profile.")
                ? ErrorAdvice.of(word, null, null, null).map(advice -> Texts.of("{0} is a code of the service: {1}", word, advice.topic()) + "\n  "
                        + Texts.of("why:  {0}", advice.why()) + (advice.next() == null ? "" : "\n  " + Texts.of("next: {0}", advice.next())))
                : Optional.empty();
    }

    /** The operations that take a parameter of this name, with what the first of them says of it. */
    private Optional<String> parameter(String word) {
        if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
            return Optional.empty();
        }
        List<String> takers = new ArrayList<>();
        String text = null;
        for (ApiSummary summary : catalog.get().list()) {
            Optional<ApiParameter> found = catalog.get().find(summary.version(), summary.name()).flatMap((ApiOperation one) -> one.parameter(word));
            if (found.isPresent()) {
                takers.add(summary.name());
                text = text == null ? found.get().schema().description() : text;
            }
        }
        if (takers.isEmpty()) {
            return Optional.empty();
        }
        String first = String.join(", ", takers.subList(0, Math.min(OPERATIONS_NAMED, takers.size())));
        return Optional.of(Texts.of("{0} is a parameter of {1} operations", word, takers.size()) + (text == null ? "" : "\n  " + text.strip())
                + "\n  " + first + (takers.size() > OPERATIONS_NAMED ? ", …" : ""));
    }

    private String unknown(String word) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Command row : commands.get().all()) {
            names.put(row.name(), ":" + row.name());
        }
        if (!word.startsWith(":")) {
            doing().forEach(topic -> names.putIfAbsent(topic.name(), topic.name()));
            named().forEach(topic -> names.putIfAbsent(topic.name(), topic.name()));
            catalog.get().list().forEach(one -> names.putIfAbsent(one.name(), one.name()));
        }
        List<String> near = new ArrayList<>();
        String bare = word.startsWith(":") ? word.substring(1) : word;
        for (String name : NearNames.of(bare, names.keySet())) {
            near.add(names.get(name));
        }
        return near.isEmpty() ? Texts.of("Nothing is called {0}. :find {1} searches for it", word, bare)
                : Texts.of("Nothing is called {0}. Perhaps {1}? :find {2} searches for it", word, String.join(Texts.of(" or "), near), bare);
    }

    /** All that is neither an operation nor a thing to do. */
    private static List<Topic> named() {
        List<Topic> topics = new ArrayList<>();
        for (NodeWord word : NodeWords.all()) {
            topics.add(new Topic(Texts.of("node word"), word.name(), Texts.listed(word.help()) + (word.command() == null ? "" : " " + word.command())));
        }
        for (NodeType type : NodeTypes.all()) {
            topics.add(new Topic(Texts.of("node type"), type.command(), type.engine() + " " + type.id()));
        }
        for (Setting setting : SettingsTable.all()) {
            topics.add(new Topic(Texts.of("setting"), setting.name(), setting.meaning()));
        }
        for (LintRule rule : LintRules.all()) {
            topics.add(new Topic(Texts.of("lint rule"), rule.code(), Texts.listed(rule.text())));
        }
        for (String code : OwnCodes.all()) {
            topics.add(new Topic(Texts.of("error code"), code, OwnCodes.meaning(code)));
        }
        return topics;
    }

    /** The example scripts, as rows of name and title. */
    static List<Map<String, Object>> recipes() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Recipe recipe : Recipe.all()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Example", recipe.name());
            row.put("About", recipe.about());
            rows.add(row);
        }
        return rows;
    }

    /** What does something: commands, verbs, example scripts. */
    private List<Topic> doing() {
        List<Topic> topics = new ArrayList<>();
        for (Command row : commands.get().all()) {
            topics.add(new Topic(Texts.of("command"), ":" + row.name(), row.title()));
        }
        for (Verb verb : Verbs.all()) {
            topics.add(new Topic(Texts.of("verb"), verb.name(), Texts.listed(verb.help())));
        }
        for (Recipe recipe : Recipe.all()) {
            topics.add(new Topic(Texts.of("example"), recipe.name(), recipe.about()));
        }
        return topics;
    }

    /** Everything that the words are in. */
    Found find(String asked, List<String> typed) {
        AskedWords words = new AskedWords(asked);
        List<Topic> doing = doing();
        List<Topic> named = named();
        for (String line : typed) {
            if (!line.startsWith(":")) {
                named.add(new Topic(Texts.of("typed before"), shortened(line.lines().findFirst().orElse("")), ""));
            }
        }
        OperationSearch search = new OperationSearch(catalog.get().list());
        List<ApiSummary> operations = search.find(asked);
        int most = operations.isEmpty() ? Math.max(most(words, doing), most(words, named)) : words.count();
        if (most == 0) {
            return new Found(true, List.of());
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, doing, words, most);
        List<ApiSummary> shown = most < words.count() ? search.findMost(asked, () -> false) : operations;
        for (ApiSummary one : shown.subList(0, Math.min(OPERATIONS_FOUND, shown.size()))) {
            rows.add(row(new Topic(Texts.of("operation"), one.name(), one.summary() == null ? "" : one.summary())));
        }
        add(rows, named, words, most);
        return new Found(most == words.count(), rows);
    }

    private static int most(AskedWords words, List<Topic> topics) {
        int most = 0;
        for (Topic topic : topics) {
            most = Math.max(most, words.met(topic.text()));
        }
        return most;
    }

    private static void add(List<Map<String, Object>> rows, List<Topic> topics, AskedWords words, int least) {
        for (Topic topic : topics) {
            if (words.met(topic.text()) >= least) {
                rows.add(row(topic));
            }
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }

    private static Map<String, Object> row(Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Kind", topic.kind());
        row.put("Name", topic.name());
        row.put("About", topic.title());
        return row;
    }
}
