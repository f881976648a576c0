package dev.dwx.cli;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.CallTarget;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Dates the answers of a sandbox in this process by its world's time, as the service's answers have the service's time; its HTTP server
 * dates them by the machine's. What looks up a lost call goes by it to tell what is younger than the call.
 */
final class WorldDates implements ApiCaller {
    private final ApiCaller inner;
    private final InstantSource world;

    WorldDates(ApiCaller inner, InstantSource world) {
        this.inner = inner;
        this.world = world;
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        ApiAnswer answer = inner.call(operation, arguments, target);
        if (!answer.headers().containsKey("date")) {
            return answer;
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(world.instant().atOffset(ZoneOffset.UTC)));
        return new ApiAnswer(answer.operation(), answer.body(), answer.text(), answer.status(), headers, answer.requestId(),
                answer.elapsed());
    }

    @Override
    public void cancel(Thread caller) {
        inner.cancel(caller);
    }
}
