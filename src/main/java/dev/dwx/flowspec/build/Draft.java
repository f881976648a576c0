package dev.dwx.flowspec.build;

import dev.dwx.catalog.NearNames;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document in the making: takes statements, a word with its arguments each, and nodes with statements of their own.
 * {@snippet :
 * Draft flow = Draft.of(Place.FLOW, "daily", Surroundings.of("shop"));
 * flow.say("cron", Map.of("daily", "02:00"));
 * flow.node("sql", "a").say("script", "select 1");
 * flow.node("sql", "b").say("after", "a");
 * FlowDocument document = flow.build();
 * }
 * Named arguments come as a map before the others. What is wrong with one statement is an error at once; what is wrong between
 * statements is told by {@link #build}, all together.
 */
public final class Draft {
    /** A change by path, made when all else is there; no value means that it is taken away. */
    record Change(SpecPath path, Object value, boolean removes, boolean ofDocument, StackTraceElement place) {
    }

    private final Place place;
    private final NodeWord type;
    private final String name;
    private final Draft owner;
    private final Surroundings around;
    private final StackTraceElement source;
    final Map<String, Object> entity = new LinkedHashMap<>();
    final List<Upstream> upstreams = new ArrayList<>();
    final List<Binding> bindings = new ArrayList<>();
    /** Branches of a branch or join node, as they were said. */
    final List<Arguments> conditions = new ArrayList<>();
    /** Reader, writer and settings of a synchronisation. */
    final Map<String, Object> job = new LinkedHashMap<>();
    final List<Change> changes = new ArrayList<>();
    /** The output that stands for it, where it is said; {@code null} for the one that is made from the names. */
    Map<String, Object> ownOutput;
    final List<Draft> nodes = new ArrayList<>();
    /** What its nodes get where they say nothing: resource group, and data sources by type. */
    final Map<String, Object> defaults = new LinkedHashMap<>();
    String command;
    String version;
    String kind;
    String project;
    String folder;
    Boolean derive;

    private Draft(Place place, NodeWord type, String name, Draft owner, Surroundings around, StackTraceElement source) {
        this.place = place;
        this.type = type;
        this.name = name;
        this.owner = owner;
        this.around = around;
        this.source = source;
        this.command = type == null ? null : type.command();
    }

    /** A document of one workflow, resource, function or component, or of one node whose type its statements say. */
    public static Draft of(Place place, String name, Surroundings around) {
        NodeWord type = place == Place.NODE ? NodeWords.named("node").orElseThrow() : null;
        return new Draft(place, type, named(name, place.word()), null, around, null);
    }

    /** A document of one node of a type. */
    public static Draft ofNode(String word, String name, Surroundings around) {
        return new Draft(Place.NODE, type(word), named(name, word), null, around, null);
    }

    private static String named(String name, String word) {
        if (name == null || name.isBlank()) {
            throw new SpecFault(word, Texts.of("{0}: it needs a name: {1}('daily_orders') { … }", word, word));
        }
        return name;
    }

    private static NodeWord type(String word) {
        return NodeWords.named(word).orElseThrow(() -> new SpecFault(word, Texts.of("There is no node word {0}.{1} node('…') { type "
                + "'ANY_COMMAND' } makes nodes of every type.", word, meant(NearNames.of(word, NodeWords.names())))));
    }

    private static String meant(List<String> near) {
        return near.isEmpty() ? "" : Texts.of(" Did you mean {0}?", String.join(Texts.of(" or "), near));
    }

    /** A node inside it. */
    public Draft node(String word, String nodeName) {
        return node(word, nodeName, null);
    }

    /** @param at where the user wrote it, or {@code null} */
    public Draft node(String word, String nodeName, StackTraceElement at) {
        NodeWord ofWord = isEnd(word) ? part("end", isInner("do-while") ? "CONTROLLER_CYCLE_END" : "CONTROLLER_TRAVERSE_END") : type(word);
        Draft node = new Draft(Place.NODE, ofWord, named(nodeName, word), this, around, at);
        nodes.add(node);
        return node;
    }

    /** A statement. */
    public Draft say(String word, Object... arguments) {
        return say(word, java.util.Arrays.asList(arguments), null);
    }

    /**
     * A statement.
     *
     * @param at where the user wrote it, or {@code null}
     * @throws SpecFault when the word may not stand here, or its arguments say nothing
     */
    public Draft say(String word, List<?> arguments, StackTraceElement at) {
        SpecWord known = SpecWords.named(place, word).orElseThrow(() -> unknown(word));
        if (!known.types().isEmpty() && !known.types().contains(typeWord())) {
            throw new SpecFault(word, Texts.of("'{0}' may not stand in {1}; it is for {2}.", word, label(), String.join(", ",
                    known.types())));
        }
        Sayings.say(this, known, arguments, at);
        return this;
    }

    /** The start of a loop, or an end that its block does not describe. */
    Draft unsaid(String nodeName, String ofCommand) {
        return new Draft(Place.NODE, part(nodeName, ofCommand), nodeName, this, around, source);
    }

    private static NodeWord part(String word, String ofCommand) {
        return new NodeWord(word, ofCommand, null, null, null, null, null, "part of a loop");
    }

    /** Whether a word begins the end of a loop, in whose block it stands. */
    public boolean isEnd(String word) {
        return word.equals("end") && isLoop();
    }

    boolean isLoop() {
        return type != null && (isInner("do-while") || isInner("for-each"));
    }

    boolean isInner(String object) {
        return innerObject() != null && innerObject().equals(object);
    }

    /** The object that holds what is special to its type, such as {@code do-while}. */
    String innerObject() {
        NodeWord word = command == null ? null : NodeWords.of(command).orElse(type);
        return word == null ? null : word.inner();
    }

    /** Whether a word may stand in it. */
    public boolean knows(String word) {
        return SpecWords.named(place, word).isPresent() || holdsNodes() && NodeWords.named(word).isPresent() || isEnd(word);
    }

    /** What a name in its block is told that means nothing there. */
    public SpecFault unknownName(String word) {
        List<String> near = NearNames.of(word, words());
        return new SpecFault(word, knows(word) ? Texts.of("'{0}' in {1} wants something to say, such as: {2}", word, label(),
                SpecWords.named(place, word).map(SpecWord::example).orElse(word + "('name') { … }"))
                : Texts.of("'{0}' in {1} is no variable and no word.{2}", word, label(), near.isEmpty() ? Texts.of(" A text stands in "
                        + "single quotes: '{0}'; what the scheduler fills in, too: '${{1}}'.", word, word) : meant(near)));
    }

    private String typeWord() {
        return command == null ? "node" : NodeWords.of(command).map(NodeWord::name).orElse("node");
    }

    private SpecFault unknown(String word) {
        List<String> here = words();
        List<String> near = NearNames.of(word, here);
        boolean elsewhere = SpecWords.all().stream().anyMatch(one -> one.name().equals(word)) || NodeWords.named(word).isPresent();
        return new SpecFault(word, (elsewhere ? Texts.of("'{0}' may not stand in {1}.", word, label()) : Texts.of("'{0}' is no word of {1}.",
                word, label())) + (near.isEmpty() || near.contains(word) ? Texts.of(" It knows: {0}.", String.join(", ", here))
                : meant(near)));
    }

    /** The words that may stand in it. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (SpecWord word : SpecWords.in(place)) {
            if (word.types().isEmpty() || word.types().contains(typeWord())) {
                words.add(word.name());
            }
        }
        if (holdsNodes()) {
            words.addAll(NodeWords.names());
        }
        return words;
    }

    /** Whether nodes may stand in it. */
    public boolean holdsNodes() {
        return place.isFlow() || innerObject() != null && List.of("do-while", "for-each", "combined", "subflow").contains(innerObject());
    }

    /** {@code flow('daily')}. */
    public String label() {
        return (type == null ? place.word() : type.name()) + "('" + name + "')";
    }

    public String name() {
        return name;
    }

    public Place place() {
        return place;
    }

    /** The word it began with; {@code null} for what is no node. */
    public NodeWord type() {
        return type;
    }

    Draft owner() {
        return owner;
    }

    Surroundings around() {
        return around;
    }

    StackTraceElement source() {
        return source;
    }

    /** Whether what nobody said is filled in; said by the nearest. */
    boolean derives() {
        return derive != null ? derive : owner == null || owner.derives();
    }

    /** The project's name. */
    String projectName() {
        String own = project != null ? project : owner == null ? around.project() : null;
        if (own != null || owner == null) {
            return own;
        }
        return owner.projectName();
    }

    /**
     * The document.
     *
     * @throws SpecFault with all that is wrong between the statements
     */
    public FlowDocument build() {
        return new Assembly(this).document();
    }
}
