package dev.dwx.client;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;

/** Lets an event stream be heard while it is read by somebody else, who would only give it out whole. */
final class EventTap {
    private EventTap() {
    }

    /** The same answer, whose events are told as they are read; any other answer as it is. */
    static Response tapped(Response response, java.util.function.Consumer<StreamEvent> listener) {
        ResponseBody body = response.body();
        MediaType type = body == null ? null : body.contentType();
        if (listener == null || type == null || !"event-stream".equals(type.subtype()) || response.code() != 200) {
            return response;
        }
        EventReader reader = new EventReader(listener);
        BufferedSource heard = Okio.buffer(new ForwardingSource(body.source()) {
            @Override
            public long read(Buffer sink, long most) throws IOException {
                long before = sink.size();
                long count = super.read(sink, most);
                if (count < 0) {
                    reader.end();
                } else {
                    Buffer copy = new Buffer();
                    sink.copyTo(copy, before, count);
                    byte[] bytes = copy.readByteArray();
                    reader.take(bytes, 0, bytes.length);
                }
                return count;
            }
        });
        return response.newBuilder().body(ResponseBody.create(heard, type, body.contentLength())).build();
    }
}
