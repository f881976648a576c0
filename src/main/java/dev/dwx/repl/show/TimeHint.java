package dev.dwx.repl.show;

import dev.dwx.render.Look;
import dev.dwx.render.Renderer;
import dev.dwx.texts.Texts;

/** Says once in a session how to see the numbers behind local times, and knows which of the two is shown now. */
public final class TimeHint {
    private volatile boolean shown;
    private boolean said;
    private boolean raw;

    /** The renderer, watched for times. */
    public Renderer watching(Renderer renderer) {
        shown = false;
        raw = false;
        return said ? renderer : renderer.whenTimesAreShown(() -> shown = true);
    }

    /** The value with the hint under it, when it is the first with times in it. */
    public Shown hinted(Shown value, Look look) {
        if (said || !shown) {
            return value;
        }
        said = true;
        String hint = look.remark(Texts.of("Times are local; F2 or :last raw shows the numbers that came"));
        return new Shown(value.text(), value.footer() == null ? hint : value.footer() + "\n" + hint);
    }

    /** Turns to the other of the two; whether numbers are to be shown now. */
    public boolean turned() {
        raw = !raw;
        return raw;
    }
}
