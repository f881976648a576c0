package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import java.util.Map;

/** What may stand in {@code resource}, {@code function} and {@code component}. */
public final class PartBlock extends EntityBlock {
    PartBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** The type of a resource or function. */
    public void type(CharSequence type) {
        sayWord("type", type);
    }

    /** The command, where the type does not say it. */
    public void command(CharSequence command) {
        sayWord("command", command);
    }

    /** Where the bytes of a resource lie. */
    public void file(Map<String, ?> entries) {
        sayWord("file", entries);
    }

    /** The class of a function. */
    public void className(CharSequence name) {
        sayWord("className", name);
    }

    /** File resources that it uses. */
    public void uses(Object... names) {
        sayWord("uses", names);
    }

    /** Code of a function that is no resource, with its type. */
    public void code(Object... given) {
        sayWord("code", given);
    }

    /** How it is used. */
    public void usage(CharSequence text) {
        sayWord("usage", text);
    }

    /** What its arguments are. */
    public void arguments(CharSequence text) {
        sayWord("arguments", text);
    }

    /** What it gives. */
    public void returns(CharSequence text) {
        sayWord("returns", text);
    }

    /** How it is called. */
    public void example(CharSequence text) {
        sayWord("example", text);
    }

    /** The code of a component. */
    public void script(CharSequence code) {
        sayWord("script", code);
    }

    /** The code of a component, from a file. */
    public void script(Map<String, ?> file) {
        sayWord("script", file);
    }

    /** The language of the code. */
    public void language(CharSequence language) {
        sayWord("language", language);
    }

    /** A parameter of a component. */
    public void input(Object... given) {
        sayWord("input", given);
    }

    /** A parameter of a component that it writes. */
    public void output(Object... given) {
        sayWord("output", given);
    }
}
