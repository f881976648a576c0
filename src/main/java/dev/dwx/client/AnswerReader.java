package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException.Details;
import dev.dwx.client.ApiException.Stage;
import dev.dwx.client.ErrorAdvice.Advice;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a success from a failure, which the HTTP status alone does not: an answer of status 200 fails when its
 * {@code Success} is false or when an entry of its {@code SuccessInfo}, {@code Results} or {@code Result} is, when it is
 * an error body, or when the job that a write started has failed already. An {@code ErrorCode} beside a
 * {@code Success} of true means nothing; the service's own samples have it.
 */
final class AnswerReader {
    private final Transport.Outgoing call;
    private final ApiOperation operation;

    AnswerReader(Transport.Outgoing call) {
        this.call = call;
        this.operation = call.operation();
    }

    /**
     * The answer of a call that succeeded.
     *
     * @throws ApiException for one that failed
     */
    ApiAnswer read(Transport.Reply reply, Duration elapsed) {
        boolean accepted = reply.status() >= 200 && reply.status() < 300;
        Object body = null;
        boolean json = false;
        try {
            body = ExactJson.parse(reply.text());
            json = true;
        } catch (ExactJson.Malformed e) {
            body = reply.text();
        }
        String header = reply.headers().get("x-acs-request-id");
        if (!accepted) {
            throw refused(reply, json ? body : null, header);
        }
        if (!(body instanceof Map || body instanceof List) && !isStream(reply)) {
            throw unreadable(reply, header);
        }
        if (body instanceof String text && isEvents(reply)) {
            body = events(reply, text, header);
        }
        String requestId = header;
        if (body instanceof Map<?, ?> map) {
            requestId = firstText(map, header, "RequestId", "requestId");
            failInside(reply, map, requestId);
        }
        return new ApiAnswer(operation, body, reply.text(), reply.status(), reply.headers(), requestId, elapsed);
    }

    /** Whether an answer without JSON is the text that a streaming operation gives; a page is not, nor is nothing. */
    private boolean isStream(Transport.Reply reply) {
        return operation.streaming() && !reply.text().isBlank()
                && !reply.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    private static boolean isEvents(Transport.Reply reply) {
        return reply.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    /** What the events held, in order; one that is an error fails the call, since the status was sent before it. */
    private List<Object> events(Transport.Reply reply, String text, String header) {
        List<Object> values = new ArrayList<>();
        for (StreamEvent event : EventReader.read(text)) {
            if (event.data() instanceof Map<?, ?> map) {
                try {
                    failInEvent(reply, event, map, firstText(map, header, "RequestId", "requestId"));
                } catch (ApiException e) {
                    // What came before shows that the work was begun: this is no refusal of something undone.
                    throw values.isEmpty() || call.read() ? e : e.details(Stage.UNKNOWN_OUTCOME).build();
                }
            }
            values.add(event.data());
        }
        return values;
    }

    private void failInEvent(Transport.Reply reply, StreamEvent event, Map<?, ?> map, String requestId) {
        failInside(reply, map, requestId);
        Object error = event.name().equals("error") ? map : map.get("Error");
        if (error instanceof Map<?, ?> facts && !facts.isEmpty()) {
            throw refused(reply, facts, requestId);
        }
    }

    private ApiException refused(Transport.Reply reply, Object body, String header) {
        ErrorBody error = body instanceof Map<?, ?> map ? ErrorBody.ofJson(map) : ErrorBody.ofText(reply.text());
        String code = error.code() == null ? "dwx.Http" + reply.status() : error.code();
        Details details = details(stage(reply.status(), error.code()), code, clean(error.message()))
                .status(reply.status())
                .requestId(error.requestId() == null ? header : error.requestId())
                .recommend(error.recommend());
        Optional<Advice> advice = ErrorAdvice.of(code, error.message(), operation.name(), operation.version());
        String why = advice.map(Advice::why).orElseGet(() -> statusMeaning(reply.status(), error));
        if (error.accessDenied() != null) {
            why = (why == null ? "" : why + "; ") + clean(ErrorAdvice.accessDenied(error.accessDenied()));
        }
        Duration wait = retryAfter(reply);
        if (wait != null) {
            why = Texts.of("{0}the service asks to wait {1} ms", why == null ? "" : why + "; ", wait.toMillis());
        }
        return details.retryAfter(wait).why(why).next(advice.map(Advice::next).orElse(statusAdvice(reply.status()))).build();
    }

    /** The header holds milliseconds. */
    private static Duration retryAfter(Transport.Reply reply) {
        String millis = reply.headers().get("x-acs-retry-after");
        try {
            return millis == null || Long.parseLong(millis.strip()) <= 0 ? null
                    : Duration.ofMillis(Long.parseLong(millis.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * A fault of the service leaves open whether a write happened, and so does a time-out on its side; a refusal does not, whatever its
     * status.
     */
    private Stage stage(int status, String code) {
        boolean late = status == 504 || code != null && (code.contains("Timeout") || code.contains("TimedOut"));
        boolean fault = status >= 500 && (late || code == null || isFault(code));
        return fault && !call.read() ? Stage.UNKNOWN_OUTCOME : Stage.REFUSED;
    }

    private static boolean isFault(String code) {
        return code.startsWith("ServiceUnavailable") || code.startsWith("InternalError")
                || code.startsWith("InternalFailure");
    }

    private static String statusMeaning(int status, ErrorBody error) {
        if (status >= 300 && status < 400) {
            return Texts.of("the address answers with a redirection, so it is not the DataWorks gateway itself");
        }
        if (error.code() != null) {
            return null;
        }
        if (status == 407) {
            return Texts.of("the proxy wants a user and password");
        }
        return status == 502 || status == 503 || status == 504
                ? Texts.of("something between here and the service answered in its place, or the service is down")
                : Texts.of("the answer is not in the service's form, so it may come from something else at that address");
    }

    private String statusAdvice(int status) {
        if (status >= 500) {
            return call.read() ? Texts.of("wait a little and repeat") : Texts.of("look whether it happened before you repeat it");
        }
        return status >= 300 && status < 400 || status == 407 ? Texts.of("`dwx doctor` shows endpoint and proxy")
                : operation.name() + ".help()";
    }

    private ApiException unreadable(Transport.Reply reply, String header) {
        boolean empty = reply.text().isBlank() || reply.text().strip().equals("null");
        return details(Stage.UNKNOWN_OUTCOME, empty ? "dwx.EmptyAnswer" : "dwx.NotJson",
                empty ? null : clean(ErrorBody.excerpt(reply.text())))
                .status(reply.status())
                .requestId(header)
                .why(empty ? Texts.of("the service accepted the call but its answer is empty")
                        : Texts.of("the answer is not in the service's form, so it may come from something else than the service"))
                .next(call.read() ? Texts.of("repeat the call; `dwx doctor` shows endpoint and proxy")
                        : Texts.of("look whether it happened before you repeat it"))
                .build();
    }

    private void failInside(Transport.Reply reply, Map<?, ?> body, String requestId) {
        Object success = body.containsKey("Success") ? body.get("Success") : body.get("success");
        if (isFalse(success)) {
            String code = firstText(body, null, "ErrorCode", "errorCode", "Code", "code");
            String message = firstText(body, null, "ErrorMessage", "errorMessage", "Message", "message");
            String shown = code == null || code.isBlank() || code.equals("0") ? "dwx.Unsuccessful" : code;
            Optional<Advice> advice = ErrorAdvice.of(shown, message, operation.name(), operation.version());
            throw details(isFault(shown) && !call.read() ? Stage.UNKNOWN_OUTCOME : Stage.REFUSED, shown, clean(message))
                    .status(reply.status())
                    .retryAfter(retryAfter(reply))
                    .requestId(requestId)
                    .recommend(firstText(body, null, "Recommend"))
                    .why(advice.map(Advice::why).orElse(Texts.of("the service says Success: false")))
                    .next(advice.map(Advice::next).orElse(operation.name() + ".help()"))
                    .build();
        }
        if (success == null && isErrorBody(body)) {
            throw refused(reply, body, requestId);
        }
        if (body.get("SuccessInfo") instanceof Map<?, ?> entries) {
            failEntries(reply, entries, requestId);
        }
        if (!call.read()) {
            failEntries(reply, results(body), requestId);
            failJob(reply, body.get("AsyncJob"), requestId);
        }
    }

    /** Whether an answer is the gateway's error form in spite of its status; a few operations have a field Code of their own. */
    private boolean isErrorBody(Map<?, ?> body) {
        return body.get("Code") instanceof String code && !code.isBlank() && !code.equals("0") && !code.equals("200")
                && !code.equalsIgnoreCase("OK") && !code.equalsIgnoreCase("Success") && body.containsKey("Message")
                && (body.containsKey("HostId") || body.containsKey("Recommend")
                || !operation.resolve(operation.response()).properties().containsKey("Code"));
    }

    /** What a batch says of each thing, by its id where it has one; the newest batches answer with a list. */
    private static Map<String, Object> results(Map<?, ?> body) {
        Map<String, Object> results = new LinkedHashMap<>();
        List<?> entries = body.get("Results") instanceof List<?> list ? list
                : body.get("Result") instanceof Map<?, ?> one ? List.of(one) : List.of();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> result && result.containsKey("Success")) {
                String name = firstText(result, "number " + (results.size() + 1), "Id", "QualifiedName", "Name");
                results.put(results.containsKey(name) ? name + " (" + (results.size() + 1) + ")" : name, result);
            }
        }
        return results;
    }

    private void failJob(Transport.Reply reply, Object job, String requestId) {
        String status = job instanceof Map<?, ?> map ? firstText(map, "", "Status") : "";
        if (List.of("fail", "failed", "failure", "cancel", "cancelled").contains(status.toLowerCase(Locale.ROOT))) {
            Map<?, ?> map = (Map<?, ?>) job;
            throw details(Stage.REFUSED, "dwx.JobFailed", clean(firstText(map, null, "Error", "Message", "Response")))
                    .status(reply.status())
                    .requestId(requestId)
                    .why(Texts.of("the service took the call, and the job it started has ended with {0}", status))
                    .next("GetJobStatus(JobId: '" + firstText(map, "…", "Id") + "')")
                    .build();
        }
    }

    private void failEntries(Transport.Reply reply, Map<?, ?> entries, String requestId) {
        List<String> failed = new ArrayList<>();
        Optional<Advice> advice = Optional.empty();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            Object value = entry.getValue();
            Object success = value instanceof Map<?, ?> info ? info.get("Success") : value;
            if (isFalse(success)) {
                String message = value instanceof Map<?, ?> info ? firstText(info, null, "Message", "message", "ErrorMessage") : null;
                failed.add(entry.getKey() + (message == null || message.isBlank() ? "" : ": " + clean(message)));
                if (advice.isEmpty()) {
                    advice = ErrorAdvice.of(null, message, operation.name(), operation.version());
                }
            }
        }
        if (!failed.isEmpty()) {
            int done = entries.size() - failed.size();
            throw details(Stage.REFUSED, "dwx.PartlyFailed", Texts.of("failed: {0}", String.join(Texts.of("\n  failed: "), failed)))
                    .status(reply.status())
                    .requestId(requestId)
                    .why(Texts.of("{0} of {1} succeeded, {2} failed{3}", done, entries.size(), failed.size(),
                            advice.map(each -> Texts.of("; {0}", each.why())).orElse("")))
                    .next(advice.map(Advice::next).orElse(
                            Texts.of("repeat for the failed ids only; those that succeeded are done")))
                    .build();
        }
    }

    private static boolean isFalse(Object value) {
        return value instanceof Boolean flag ? !flag : value instanceof String text && text.strip().equalsIgnoreCase("false");
    }

    private static String firstText(Map<?, ?> map, String otherwise, String... names) {
        for (String name : names) {
            Object value = map.get(name);
            if (value != null && !(value instanceof Map) && !(value instanceof List) && !value.toString().isEmpty()) {
                return value.toString();
            }
        }
        return otherwise;
    }

    private Details details(Stage stage, String code, String message) {
        return ApiException.of(stage, operation.name(), operation.version()).code(code).serviceMessage(message);
    }

    private String clean(String text) {
        return call.credentials().redact(text);
    }
}
