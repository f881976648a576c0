package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;

/** What may stand in a node that has nodes of its own: {@code doWhile}, {@code forEach}, {@code combined}, {@code subflow}. */
public final class LoopBlock extends NodeBlock implements CommonNodes, EngineNodes {
    LoopBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** The end of a loop, whose code says whether there is another round. */
    public void end(
            @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        nodeOfWord("end", block);
    }
}
