package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.SpecFault;
import dev.dwx.texts.Texts;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/**
 * What the statements of a block go to. The block's own words come first; whatever else is written in it is the script's: variables,
 * methods, operations. Words of the block around it are not within reach, since a node inside a node would be a slip.
 */
public abstract class Block extends GroovyObjectSupport {
    // No word may be named as a field is: Groovy would take the field for it.
    private final Draft theDraft;
    private final Object theScript;

    Block(Draft draft, Object script) {
        theDraft = draft;
        theScript = script;
    }

    /** Runs a block for a draft. */
    static void run(Draft draft, Closure<?> block) {
        Object script = block.getThisObject();
        Closure<?> own = (Closure<?>) block.clone();
        own.setDelegate(draft.place().isFlow() ? new FlowBlock(draft, script) : draft.place() != Place.NODE ? new PartBlock(draft, script)
                : draft.holdsNodes() ? new LoopBlock(draft, script) : new NodeBlock(draft, script));
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
    }

    /** Blocks have words and no values: a name is the script's. */
    @Override
    public Object getProperty(String name) {
        try {
            return InvokerHelper.getProperty(theScript, name);
        } catch (MissingPropertyException e) {
            if (!name.equals(e.getProperty())) {
                throw e;
            }
            SpecFault fault = theDraft.unknownName(name);
            fault.setStackTrace(e.getStackTrace());
            throw fault;
        }
    }

    /** Variables that a block sets without declaring them are the script's. */
    @Override
    public void setProperty(String name, Object value) {
        InvokerHelper.setProperty(theScript, name, value);
    }

    /** What no typed method takes: a word with other arguments, else what the script or the catalog knows by that name. */
    public Object methodMissing(String name, Object arguments) {
        Object[] given = (Object[]) arguments;
        if (theDraft.knows(name)) {
            return sayWord(name, given);
        }
        try {
            return InvokerHelper.invokeMethod(theScript, name, arguments);
        } catch (MissingMethodException | InvokerInvocationException e) {
            Throwable cause = e instanceof InvokerInvocationException ? e.getCause() : e;
            boolean unknown = cause instanceof MissingMethodException missing && name.equals(missing.getMethod())
                    && missing.getType() != null && missing.getType().isInstance(theScript);
            if (!unknown || Character.isUpperCase(name.charAt(0))) {
                throw e;
            }
        }
        return sayWord(name, given);
    }

    /** A statement of a setting word, or of a node word. */
    final Object sayWord(String word, Object... given) {
        if (theDraft.holdsNodes() && NodeWords.named(word).isPresent() || theDraft.isEnd(word)) {
            return nodeOfWord(word, given);
        }
        theDraft.say(word, Arrays.asList(given), SourcePlace.here());
        return null;
    }

    /** Adds a node; gives its name, by which others wait for it. */
    public Object nodeOfWord(String word, Object... given) {
        List<Object> arguments = new ArrayList<>(Arrays.asList(given));
        Closure<?> block = !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof Closure<?> closure ? closure : null;
        if (block != null) {
            arguments.remove(arguments.size() - 1);
        }
        Map<?, ?> options = !arguments.isEmpty() && arguments.get(0) instanceof LinkedHashMap<?, ?> map ? map : Map.of();
        if (!options.isEmpty()) {
            arguments.remove(0);
        }
        boolean end = theDraft.isEnd(word);
        if (arguments.size() != 1 && !(end && arguments.isEmpty()) || !arguments.isEmpty() && !(arguments.get(0) instanceof CharSequence)) {
            throw new SpecFault(word, Texts.of("{0}: it takes a name and a block: {1}('dwd_orders') { … }", word, word));
        }
        StackTraceElement place = SourcePlace.here();
        Draft node = theDraft.node(word, arguments.isEmpty() ? word : arguments.get(0).toString(), place);
        options.forEach((name, value) -> node.say(String.valueOf(name), Arrays.asList(value), place));
        if (block != null) {
            run(node, block);
        }
        return node.name();
    }
}
