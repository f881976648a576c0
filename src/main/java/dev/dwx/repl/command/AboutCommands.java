package dev.dwx.repl.command;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.OperationHandle;
import dev.dwx.dsl.UnknownName;
import dev.dwx.dsl.Verb;
import dev.dwx.dsl.Verbs;
import dev.dwx.repl.show.Shown;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jline.reader.History;

/** {@code :find}, and what {@code NAME?} and {@code NAME??} are short for. */
public final class AboutCommands {
    private static final int FIELDS = 40;

    private final Desk desk;
    private final HelpTopics topics;

    /**
     * @param table all rows
     * @param catalog which operations there are
     * @param describe an operation's card, by its name
     */
    public AboutCommands(Desk desk, Supplier<Commands> table, Supplier<ApiCatalog> catalog, UnaryOperator<String> describe) {
        this.desk = desk;
        topics = new HelpTopics(table, catalog, describe);
    }

    /** The rows, in the order in which help shows them. */
    public List<Command> rows() {
        List<Command> rows = new ArrayList<>();
        rows.add(new Command("find", List.of("f"), Command.Argument.WORDS, "WORDS",
                Texts.of("everything that has the words: commands, verbs, example scripts, operations, node types, settings, lines typed before"), "", this::find));
        rows.add(new Command("about", List.of(), Command.Argument.NAME, "NAME", Texts.of("what a name is; NAME? is the same"),
                Texts.of("Of a variable its type and shape, of an operation its card, of anything else its help."), this::about));
        rows.add(new Command("examples", List.of(), Command.Argument.EXAMPLE, "[NAME]",
                Texts.of("examples of an operation or verb; NAME?? is the same"),
                Texts.of("Alone it lists the example scripts that come with dwx, and shows one whose name is given."),
                this::examples));
        return rows;
    }

    /** What help has on anything. */
    String help(String topic) {
        return topics.about(topic);
    }

    private String find(String words) {
        Set<String> typed = new LinkedHashSet<>();
        for (History.Entry entry : desk.typed()) {
            typed.add(entry.line());
        }
        HelpTopics.Found found = topics.find(words, new ArrayList<>(typed));
        return found.rows().isEmpty() ? Texts.of("Nothing has the words {0}", words)
                : (found.whole() ? "" : Texts.of("Nothing has all of these words; the nearest:") + "\n") + desk.renderer().render(found.rows());
    }

    private String about(String name) {
        if (desk.language().variables().containsKey(name)) {
            return shape(name, desk.language().variables().get(name));
        }
        if (UnknownName.OF_THE_PROMPT.contains(name)) {
            return Texts.of("{0} is a value of the prompt: _, __ and ___ are the last three, Out[n] that of input n, In[n] its text, _e the last error; there is none yet", name);
        }
        if (topics.knows(name) || name.indexOf('.') < 0) {
            return topics.about(name);
        }
        // A field of a variable, or a word of a word: only the language knows it.
        String root = name.substring(0, name.indexOf('.'));
        return desk.language().variables().containsKey(root) ? shape(name, desk.evaluate(name)) : topics.about(name);
    }

    private String shape(String name, Object value) {
        StringBuilder text = new StringBuilder(name).append(": ").append(WorkCommands.type(value));
        text.append("\n  ").append(desk.redacted(Shown.line(value, desk.renderer())));
        Object inner = value instanceof dev.dwx.render.Showable showable && !showable.isLazy()
                ? showable.isListing() ? showable.rows() : showable.value() : value;
        if (inner instanceof List<?> list && !list.isEmpty()) {
            text.append("\n  ").append(Texts.of("each: {0}", fields(list.get(0))));
        } else if (inner instanceof Map<?, ?> map) {
            text.append("\n  ").append(fields(map));
        }
        return text.toString();
    }

    private static String fields(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return WorkCommands.type(value);
        }
        List<String> fields = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (fields.size() == FIELDS) {
                fields.add("…");
                break;
            }
            fields.add(entry.getKey() + " " + WorkCommands.type(entry.getValue()));
        }
        return String.join(", ", fields);
    }

    private String examples(String name) {
        if (name.isEmpty()) {
            return desk.renderer().render(HelpTopics.recipes());
        }
        Optional<Recipe> recipe = Recipe.named(name);
        if (recipe.isPresent()) {
            return recipe.get().text().stripTrailing();
        }
        List<String> examples = new ArrayList<>();
        Optional<String> operation = topics.operation(name);
        if (operation.isPresent() && desk.evaluate(name) instanceof OperationHandle handle) {
            examples.add(handle.example());
        }
        for (Verb verb : Verbs.all()) {
            boolean shows = verb.name().equals(name) || verb.example().contains(name + "(") || verb.example().contains(name + " ");
            if (shows && !examples.contains(verb.example())) {
                examples.add(verb.example());
            }
        }
        return examples.isEmpty() ? Texts.of("There are no examples of {0}. :help {0} says what is known of it", name) : String.join("\n", examples);
    }
}
