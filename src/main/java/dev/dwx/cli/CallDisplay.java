package dev.dwx.cli;

import dev.dwx.client.CallWatcher;
import dev.dwx.client.Endpoint;
import dev.dwx.client.StreamEvent;
import dev.dwx.client.WireRequest;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.Progress;
import dev.dwx.json.ExactJson;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.function.Consumer;

/** Shows what there is to see of a call before it is done: how far a file has gone up, and the events of an answer as they come. */
final class CallDisplay implements CallWatcher {
    private final Progress progress;
    private final Consumer<String> lines;
    private final Runnable flush;

    /**
     * @param progress the status line
     * @param lines takes a line of its own, beside the data
     * @param flush lets out what was printed: who follows a script's output in a file sees how far it is, and it survives a kill
     */
    CallDisplay(Progress progress, Consumer<String> lines, Runnable flush) {
        this.progress = progress;
        this.lines = lines;
        this.flush = flush;
    }

    @Override
    public void sending(WireRequest request, Endpoint endpoint, int attempt) {
        flush.run();
    }

    @Override
    public void uploading(String file, long sentBytes, long ofBytes) {
        if (sentBytes >= ofBytes) {
            progress.clear();
        } else {
            progress.show(Texts.of("uploading {0}: {1} % of {2} (Ctrl-C leaves it)", file, sentBytes * 100 / ofBytes,
                    LocalFile.words(ofBytes)));
        }
    }

    @Override
    public void heard(StreamEvent event) {
        String name = event.name().equals("message") ? "" : event.name() + " ";
        Object data = Redactor.value(event.data());
        lines.accept("· " + name + (data instanceof String text ? text : ExactJson.write(data)));
    }
}
