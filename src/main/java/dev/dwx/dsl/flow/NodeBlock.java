package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import java.util.Map;

/** What may stand in the block of a node. */
public class NodeBlock extends ScheduledBlock {
    NodeBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** The type, where its word does not say it. */
    public void type(CharSequence command) {
        sayWord("type", command);
    }

    /** The code. */
    public void script(CharSequence code) {
        sayWord("script", code);
    }

    /** The code, from a file. */
    public void script(Map<String, ?> file) {
        sayWord("script", file);
    }

    /** The language of the code. */
    public void language(CharSequence language) {
        sayWord("language", language);
    }

    /** Values by position, for shell. */
    public void params(Object... values) {
        sayWord("params", values);
    }

    /** All parameters as one text. */
    public void paramText(CharSequence text) {
        sayWord("paramText", text);
    }

    /** Outputs that it waits for; by name, values of nodes before it. */
    public void inputs(Object... given) {
        sayWord("inputs", given);
    }

    /** Further outputs; by name, values for nodes after it. */
    public void outputs(Object... given) {
        sayWord("outputs", given);
    }

    /** A table that it writes. */
    public void table(Object... names) {
        sayWord("table", names);
    }

    /** A table that it reads. */
    public void reads(Object... names) {
        sayWord("reads", names);
    }

    /** File resources that its code uses. */
    public void uses(Object... names) {
        sayWord("uses", names);
    }

    /** Functions that its code uses. */
    public void functions(Object... names) {
        sayWord("functions", names);
    }

    /** Compute units. */
    public void cu(Object units) {
        sayWord("cu", units);
    }

    /** Normal, Pause or Skip. */
    public void recurrence(CharSequence word) {
        sayWord("recurrence", word);
    }

    /** Runs though its branch was not chosen. */
    public void ignoreBranch(boolean whether) {
        sayWord("ignoreBranch", whether);
    }

    /** Whether inputs and outputs are read off the SQL. */
    public void autoParse(boolean whether) {
        sayWord("autoParse", whether);
    }

    /** A condition of a branch, or a branch of a join. */
    public void when(Object... given) {
        sayWord("when", given);
    }

    /** How the branches of a join go together. */
    public void logic(CharSequence expression) {
        sayWord("logic", expression);
    }

    /** The most rounds of a loop. */
    public void most(Number rounds) {
        sayWord("most", rounds);
    }

    /** The list that a loop goes over. */
    public void over(Object list) {
        sayWord("over", list);
    }

    /** The workflow that runs as this node. */
    public void runs(Object... workflow) {
        sayWord("runs", workflow);
    }

    /** The component that it uses, with values. */
    public void component(Object... given) {
        sayWord("component", given);
    }

    /** Where data comes from. */
    public void reader(Object... given) {
        sayWord("reader", given);
    }

    /** Where data goes. */
    public void writer(Object... given) {
        sayWord("writer", given);
    }

    /** How fast data is copied. */
    public void speed(Map<String, ?> options) {
        sayWord("speed", options);
    }

    /** How many records may be wrong. */
    public void errorLimit(Object... given) {
        sayWord("errorLimit", given);
    }

    /** Settings of Spark. */
    public void sparkConf(Map<String, ?> entries) {
        sayWord("sparkConf", entries);
    }

    /** Settings of an EMR job. */
    public void emrConf(Map<String, ?> entries) {
        sayWord("emrConf", entries);
    }

    /** Settings of Flink. */
    public void flinkConf(Map<String, ?> entries) {
        sayWord("flinkConf", entries);
    }

    /** Settings of MaxCompute. */
    public void maxComputeConf(Map<String, ?> entries) {
        sayWord("maxComputeConf", entries);
    }
}
