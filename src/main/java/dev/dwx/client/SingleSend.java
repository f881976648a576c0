package dev.dwx.client;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps the HTTP library from sending a call again by itself. With its retry switched off it still does so, a write too, for one
 * answer: 503 with {@code Retry-After: 0}. Without that header it does not, and the header says nothing that the status does
 * not say.
 */
final class SingleSend implements Interceptor {
    private static final int UNAVAILABLE = 503;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == UNAVAILABLE && isZero(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build() : response;
    }

    private static boolean isZero(String seconds) {
        if (seconds == null) {
            return false;
        }
        for (int i = 0; i < seconds.length(); i++) {
            if (seconds.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
