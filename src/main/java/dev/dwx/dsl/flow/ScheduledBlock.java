package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import java.util.Map;

/** Words of what runs: workflows and nodes. */
public abstract class ScheduledBlock extends EntityBlock {
    ScheduledBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** When it runs, in words. */
    public void cron(Map<String, ?> words) {
        sayWord("cron", words);
    }

    /** When it runs: six fields. */
    public void cron(CharSequence expression) {
        sayWord("cron", expression);
    }

    /** The time zone of its schedule. */
    public void zone(CharSequence zone) {
        sayWord("zone", zone);
    }

    /** From when on it is scheduled. */
    public void starts(CharSequence time) {
        sayWord("starts", time);
    }

    /** Until when it is scheduled. */
    public void ends(CharSequence time) {
        sayWord("ends", time);
    }

    /** Values for the code. */
    public void params(Map<String, ?> values) {
        sayWord("params", values);
    }

    /** What it waits for. */
    public void after(Object... upstream) {
        sayWord("after", upstream);
    }

    /** Whether it is run again. */
    public void rerun(Map<String, ?> options) {
        sayWord("rerun", options);
    }

    /** Whether it is run again: Allowed, Denied, FailureAllowed. */
    public void rerun(CharSequence mode) {
        sayWord("rerun", mode);
    }

    /** How long it may take, with the unit. */
    public void timeout(Object time) {
        sayWord("timeout", time);
    }

    /** Larger is more urgent. */
    public void priority(Number number) {
        sayWord("priority", number);
    }

    /** T+1 or Immediately. */
    public void instanceMode(CharSequence mode) {
        sayWord("instanceMode", mode);
    }

    /** Seconds that it starts after its time. */
    public void delay(Number seconds) {
        sayWord("delay", seconds);
    }

    /** The output that stands for it, where it is not the project's name and its own. */
    public void output(Object... given) {
        sayWord("output", given);
    }
}
