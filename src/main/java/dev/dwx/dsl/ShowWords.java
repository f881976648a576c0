package dev.dwx.dsl;

import dev.dwx.dsl.show.Charts;
import dev.dwx.dsl.show.RunTime;
import dev.dwx.dsl.show.SavedFile;
import dev.dwx.render.chart.Chart;
import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The words that show a value in a form, draw it, or keep it in a file. */
public abstract class ShowWords extends FlowWords {
    /** Shows a value as a table. */
    public Object table(Object value) {
        return session().show("table", value);
    }

    /** With these columns only, in this order. */
    public Object table(Object value, Object... columns) {
        return session().show("table", ChosenColumns.of(value, columns));
    }

    /** Shows a value as JSON. */
    public Object json(Object value) {
        return session().show("json", value);
    }

    /** Shows a value as CSV. */
    public Object csv(Object value) {
        return session().show("csv", value);
    }

    /** With these columns only, in this order. */
    public Object csv(Object value, Object... columns) {
        return session().show("csv", ChosenColumns.of(value, columns));
    }

    /** Shows a value as YAML. */
    public Object yaml(Object value) {
        return session().show("yaml", value);
    }

    /** Shows everything inside a value, indented. */
    public Object tree(Object value) {
        return session().show("tree", value);
    }

    /** Shows a value as a table of GitHub's Markdown. */
    public Object md(Object value) {
        return session().show("md", value);
    }

    /** With these columns only, in this order. */
    public Object md(Object value, Object... columns) {
        return session().show("md", ChosenColumns.of(value, columns));
    }

    /** Shows each row as a block, everything in full. */
    public Object vertical(Object value) {
        return session().show("vertical", value);
    }

    /** Shows a table whose times are the numbers that came. */
    public Object raw(Object value) {
        return session().show("raw", value);
    }

    /** Lets the user walk through a value with the arrow keys; off a terminal, shows it as a tree. */
    public Object browse(Object value) {
        return session().show("browse", value);
    }

    /** Draws numbers or durations as bars; see {@link Charts} for what it takes. */
    public Chart chart(Object value, Object... how) {
        return Charts.of(Chart.Style.BARS, "", value, how);
    }

    /** With {@code title:} above it. */
    public Chart chart(Map<String, Object> options, Object value, Object... how) {
        return Charts.of(Chart.Style.BARS, title("chart", options), value, how);
    }

    /** Draws them as one line of little columns. */
    public Chart spark(Object value, Object... how) {
        return Charts.of(Chart.Style.SPARK, "", value, how);
    }

    /** With {@code title:} above it. */
    public Chart spark(Map<String, Object> options, Object value, Object... how) {
        return Charts.of(Chart.Style.SPARK, title("spark", options), value, how);
    }

    private static String title(String verb, Map<String, Object> options) {
        if (!Set.of("title").containsAll(options.keySet())) {
            throw new IllegalArgumentException(Texts.of("{0} takes title: and nothing else by name, not {1}", verb, options.keySet()));
        }
        return String.valueOf(options.getOrDefault("title", ""));
    }

    /** How long an instance ran; {@code null} when it has not ended. */
    public Duration duration(Object instance) {
        return RunTime.of(instance);
    }

    /** Writes a value into a file, in the form that its ending says. */
    public Object save(Object value, CharSequence file) {
        session().note(new SavedFile(Path.of(file.toString())).write(value, () -> session().context().timeZone()));
        return null;
    }

    /** The last value of the prompt. */
    public Object save(CharSequence file) {
        if (!getBinding().hasVariable("_")) {
            throw new IllegalArgumentException(Texts.of("save takes a value and a file: save ListNodes(), '{0}'", file));
        }
        return save(getBinding().getVariable("_"), file);
    }
}
