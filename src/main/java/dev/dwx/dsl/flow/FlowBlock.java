package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;

/** What may stand in {@code flow}, {@code manualFlow} and {@code triggerFlow}. */
public final class FlowBlock extends ScheduledBlock implements CommonNodes, EngineNodes {
    FlowBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** Whether the rest goes on when a node has failed: Continue or Break. */
    public void onFailure(CharSequence word) {
        sayWord("onFailure", word);
    }
}
