package dev.dwx.cli;

import dev.dwx.client.CallWatcher;
import dev.dwx.client.Endpoint;
import dev.dwx.client.StreamEvent;
import dev.dwx.client.WireRequest;
import dev.dwx.json.ExactJson;
import dev.dwx.safety.Redactor;
import java.util.function.Consumer;

/** Shows what there is to see of a call before it is done: the events of an answer as they come. */
final class CallDisplay implements CallWatcher {
    private final Consumer<String> lines;
    private final Runnable flush;

    /**
     * @param lines takes a line of its own, beside the data
     * @param flush lets out what was printed: who follows a script's output in a file sees how far it is, and it survives a kill
     */
    CallDisplay(Consumer<String> lines, Runnable flush) {
        this.lines = lines;
        this.flush = flush;
    }

    @Override
    public void sending(WireRequest request, Endpoint endpoint, int attempt) {
        flush.run();
    }

    @Override
    public void heard(StreamEvent event) {
        String name = event.name().equals("message") ? "" : event.name() + " ";
        Object data = Redactor.value(event.data());
        lines.accept("· " + name + (data instanceof String text ? text : ExactJson.write(data)));
    }
}
