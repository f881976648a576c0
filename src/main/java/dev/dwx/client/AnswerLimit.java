package dev.dwx.client;

import dev.dwx.texts.Texts;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Stops reading an answer that is longer than any of the service's, which would fill the memory. Counts what has been unpacked, so that
 * a small packed answer cannot become a huge one either.
 */
final class AnswerLimit implements Interceptor {
    /** The longest answers of the service, logs of tasks, have some megabytes. */
    static final long MOST = 32L * 1024 * 1024;

    /** The answer was longer. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super(Texts.of("the answer is longer than {0} MB, and was not read to its end", MOST / (1024 * 1024)));
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        return body == null ? response : response.newBuilder().body(ResponseBody.create(
                Okio.buffer(new Counted(body.source(), chain.call())), body.contentType(), body.contentLength())).build();
    }

    private static final class Counted extends ForwardingSource {
        private final Call call;
        private long count;

        Counted(Source source, Call call) {
            super(source);
            this.call = call;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count += Math.max(read, 0);
            if (count > MOST) {
                // Otherwise the rest would be read and thrown away, to keep the connection.
                call.cancel();
                throw new TooLarge();
            }
            return read;
        }
    }
}
