package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.flowspec.build.SpecFault;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingMethodException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What the statements of a block go to. Words of the script and operations stay within reach. */
public class Block extends GroovyObjectSupport {
    // No word may be named as a field is: Groovy would take the field for it.
    final Draft theDraft;
    private final Object theScript;

    Block(Draft theDraft, Object theScript) {
        this.theDraft = theDraft;
        this.theScript = theScript;
    }

    static void run(Draft theDraft, Closure<?> block) {
        Closure<?> own = (Closure<?>) block.clone();
        own.setDelegate(new Block(theDraft, block.getThisObject()));
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        own.call();
    }

    /** Blocks have words, no values: a name is the script's. */
    @Override
    public Object getProperty(String name) {
        return InvokerHelper.getProperty(theScript, name);
    }

    /** A word, else what the script or the catalog knows by that name. */
    public Object methodMissing(String name, Object arguments) {
        List<Object> given = new ArrayList<>(Arrays.asList((Object[]) arguments));
        if (theDraft.words().contains(name)) {
            return word(name, given);
        }
        try {
            return InvokerHelper.invokeMethod(theScript, name, arguments);
        } catch (MissingMethodException e) {
            if (!name.equals(e.getMethod()) || Character.isUpperCase(name.charAt(0))) {
                throw e;
            }
        }
        theDraft.say(name, given, null);
        return null;
    }

    private Object word(String name, List<Object> given) {
        StackTraceElement place = place();
        Object last = given.isEmpty() ? null : given.get(given.size() - 1);
        if (NodeWords.named(name).isPresent() && theDraft.holdsNodes()) {
            Closure<?> block = last instanceof Closure<?> closure ? closure : null;
            Object first = given.isEmpty() ? null : given.get(0);
            if (!(first instanceof CharSequence) || given.size() > (block == null ? 1 : 2)) {
                throw new SpecFault(name, name + ": it takes a name and a block: " + name + "('dwd_orders') { … }");
            }
            Draft node = theDraft.node(name, first.toString(), place);
            if (block != null) {
                run(node, block);
            }
            return node.name();
        }
        theDraft.say(name, given, place);
        return null;
    }

    /** Where the user's source is at: frames of the language itself and of Groovy have other file names. */
    static StackTraceElement place() {
        return StackWalker.getInstance().walk(frames -> frames.filter(frame -> frame.getFileName() != null
                && frame.getFileName().startsWith("dwx_cell.") && frame.getLineNumber() > 0).findFirst()
                .map(StackWalker.StackFrame::toStackTraceElement).orElse(null));
    }
}
