package dev.dwx.repl.show;

import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import java.util.ArrayList;
import java.util.List;

/** The words by which a form is asked for at the prompt: the output forms, and {@code raw}. */
public final class Forms {
    private static final String RAW = "raw";

    private Forms() {
    }

    /** Every word, in the order in which completion shows them. */
    public static List<String> words() {
        List<String> words = new ArrayList<>(OutputForm.words());
        words.add(RAW);
        return words;
    }

    /**
     * A renderer of the form that a word asks for; {@code browse}, where there is no window to walk in, is a tree.
     *
     * @throws IllegalArgumentException naming the forms there are
     */
    public static Renderer of(String word, Renderer renderer) {
        return word.equals("browse") ? renderer.withForm(OutputForm.TREE) : word.equalsIgnoreCase(RAW) ? renderer.withForm(OutputForm.TABLE).raw() : renderer.withForm(OutputForm.of(word));
    }
}
