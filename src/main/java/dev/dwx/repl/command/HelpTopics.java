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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Everything that help can be asked about, from all tables that dwx has; nothing is written down a second time here. */
final class HelpTopics {
    private static final int OPERATIONS_NAMED = 12;
    private static final int OPERATIONS_FOUND = 10;

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
        boolean fits(String[] words) {
            String text = (name + " " + title).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!text.contains(word)) {
                    return false;
                }
            }
            return true;
        }
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
            own().forEach(topic -> names.putIfAbsent(topic.name(), topic.name()));
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

    /** Everything but the operations. */
    private List<Topic> own() {
        List<Topic> topics = new ArrayList<>();
        for (Command row : commands.get().all()) {
            topics.add(new Topic(Texts.of("command"), ":" + row.name(), row.title()));
        }
        for (Verb verb : Verbs.all()) {
            topics.add(new Topic(Texts.of("verb"), verb.name(), Texts.listed(verb.help())));
        }
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

    /** Everything that the words are in, as rows of kind, name and title. */
    List<Map<String, Object>> find(String asked, List<String> typed) {
        String[] words = asked.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<Map<String, Object>> rows = new ArrayList<>();
        List<ApiSummary> operations = new OperationSearch(catalog.get().list()).find(asked);
        for (ApiSummary one : operations.subList(0, Math.min(OPERATIONS_FOUND, operations.size()))) {
            rows.add(row(new Topic(Texts.of("operation"), one.name(), one.summary() == null ? "" : one.summary())));
        }
        for (Topic topic : own()) {
            if (topic.fits(words)) {
                rows.add(row(topic));
            }
        }
        for (String line : typed) {
            Topic topic = new Topic(Texts.of("typed before"), line.lines().findFirst().orElse(""), "");
            if (topic.fits(words) && !line.startsWith(":find")) {
                rows.add(row(topic));
            }
        }
        return rows;
    }

    private static Map<String, Object> row(Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("Kind", topic.kind());
        row.put("Name", topic.name());
        row.put("About", topic.title());
        return row;
    }
}
