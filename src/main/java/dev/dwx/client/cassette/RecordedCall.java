package dev.dwx.client.cassette;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.json.ExactJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One call of a cassette, and what came of it: a line each. The body is kept as the text that arrived, so that ids of 64 bits and
 * the order of fields come back as they were.
 *
 * @param operation operation name
 * @param version API version
 * @param region where it went
 * @param arguments what was sent, without secrets
 * @param at when it had ended
 * @param outcome the fields of the answer or of the failure
 */
record RecordedCall(String operation, String version, String region, Map<String, Object> arguments, Instant at,
        Map<String, Object> outcome) {
    /** Filled in anew for each run, so that the service can tell a repetition. */
    private static final String CLIENT_TOKEN = "ClientToken";
    private static final String TASKS = "Tasks";
    private static final String TASK_CODE = "ClientUniqueCode";

    static RecordedCall answered(ApiOperation operation, Map<String, Object> arguments, String region, Instant at, ApiAnswer answer,
            Redaction redaction) {
        Map<String, Object> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> {
            if (isWanted(name)) {
                headers.put(name, redaction.text(value));
            }
        });
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("status", answer.status());
        outcome.put("requestId", answer.requestId());
        outcome.put("millis", answer.elapsed() == null ? 0 : answer.elapsed().toMillis());
        outcome.put("headers", headers);
        outcome.put("body", answer.text() == null ? null : redaction.body(answer.text()));
        if (operation.streaming() && answer.body() instanceof List) {
            // What the events held is no JSON text of its own.
            outcome.put("events", redaction.body(ExactJson.write(answer.body())));
        }
        return new RecordedCall(operation.name(), operation.version(), region, redaction.arguments(operation.name(), recordable(arguments)), at,
                Map.of("answer", outcome));
    }

    /** A local file stands for itself by its name and size: its place is this machine's business. */
    static Map<String, Object> recordable(Map<String, Object> arguments) {
        Map<String, Object> kept = new LinkedHashMap<>(arguments);
        kept.replaceAll((name, value) -> value instanceof LocalFile file
                ? Map.of("file", file.name(), "bytes", file.size()) : value);
        return kept;
    }

    private static boolean isWanted(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("content-type") || name.equals("date")
                || name.startsWith("x-acs-") && !name.contains("token") && !name.contains("signature");
    }

    static RecordedCall failed(ApiOperation operation, Map<String, Object> arguments, String region, Instant at, ApiException failure,
            Redaction redaction) {
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("stage", failure.stage().name());
        outcome.put("code", failure.code());
        outcome.put("message", redaction.text(failure.serviceMessage()));
        outcome.put("requestId", failure.requestId());
        outcome.put("status", failure.status());
        outcome.put("recommend", redaction.text(failure.recommend()));
        outcome.put("retryAfterMillis", failure.retryAfter() == null ? null : failure.retryAfter().toMillis());
        outcome.put("why", redaction.text(failure.why()));
        outcome.put("next", redaction.text(failure.next()));
        return new RecordedCall(operation.name(), operation.version(), region, redaction.arguments(operation.name(), recordable(arguments)), at,
                Map.of("failure", outcome));
    }

    String line() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("call", operation);
        fields.put("version", version);
        fields.put("region", region);
        fields.put("at", at.toString());
        fields.put("arguments", arguments);
        fields.putAll(outcome);
        return ExactJson.write(fields);
    }

    /** @return the call, or {@code null} for a line that is none */
    @SuppressWarnings("unchecked")
    static RecordedCall read(String line) {
        try {
            if (!(ExactJson.parse(line) instanceof Map<?, ?> fields) || !(fields.get("call") instanceof String name)
                    || !(fields.get("arguments") instanceof Map<?, ?> arguments)) {
                return null;
            }
            String kind = fields.get("answer") instanceof Map ? "answer" : "failure";
            if (!(fields.get(kind) instanceof Map<?, ?> outcome)) {
                return null;
            }
            return new RecordedCall(name, String.valueOf(fields.get("version")),
                    fields.get("region") == null ? null : fields.get("region").toString(), (Map<String, Object>) arguments,
                    Instant.parse(String.valueOf(fields.get("at"))), Map.of(kind, outcome));
        } catch (ExactJson.Malformed | DateTimeException e) {
            return null;
        }
    }

    /** What two calls have in common that are the same call. */
    String key() {
        return key(operation, version, region, arguments);
    }

    static String key(String operation, String version, String region, Map<String, Object> redacted) {
        return version + '/' + operation + '@' + region + ' ' + ExactJson.write(sorted(redacted));
    }

    static Map<String, Object> sorted(Map<String, Object> arguments) {
        Map<String, Object> sorted = new TreeMap<>(arguments);
        sorted.remove(CLIENT_TOKEN);
        sorted.values().removeIf(java.util.Objects::isNull);
        sorted.computeIfPresent(TASKS, (name, tasks) -> withoutOwnCodes(tasks));
        return sorted;
    }

    /** Tasks that run once carry a code that is made up for each run where the script gives none; its own codes are compared. */
    private static Object withoutOwnCodes(Object tasks) {
        if (!(tasks instanceof List<?> list)) {
            return tasks;
        }
        List<Object> plain = new ArrayList<>();
        for (Object one : list) {
            if (one instanceof Map<?, ?> task && task.get(TASK_CODE) instanceof CharSequence code && isMadeUp(code.toString())) {
                Map<Object, Object> rest = new LinkedHashMap<>(task);
                rest.remove(TASK_CODE);
                plain.add(rest);
            } else {
                plain.add(one);
            }
        }
        return plain;
    }

    /** {@code dwx}, and at least fourteen hexadecimal digits. */
    private static boolean isMadeUp(String code) {
        if (!code.startsWith("dwx") || code.length() < 17) {
            return false;
        }
        for (int i = 3; i < code.length(); i++) {
            if (Character.digit(code.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code ListNodes(PageSize: 10)}, for messages. */
    String label() {
        return operation + "(" + Drift.shown(arguments) + ")";
    }

    /**
     * Gives the recorded answer once more.
     *
     * @throws ApiException when the call had failed
     */
    ApiAnswer replay(ApiOperation as) {
        if (outcome.get("failure") instanceof Map<?, ?> failure) {
            throw ApiException.of(stage(text(failure, "stage")), as.name(), as.version()).code(text(failure, "code"))
                    .serviceMessage(text(failure, "message")).requestId(text(failure, "requestId"))
                    .status(number(failure, "status")).recommend(text(failure, "recommend"))
                    .retryAfter(failure.get("retryAfterMillis") == null ? null : Duration.ofMillis(number(failure, "retryAfterMillis")))
                    .why(text(failure, "why")).next(text(failure, "next")).build();
        }
        Map<?, ?> answer = (Map<?, ?>) outcome.get("answer");
        Map<String, String> headers = new LinkedHashMap<>();
        if (answer.get("headers") instanceof Map<?, ?> kept) {
            kept.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        String text = text(answer, "body");
        String events = text(answer, "events");
        String content = events == null ? text : events;
        Object body = content == null ? null : ExactJson.parseOr(content, content);
        return new ApiAnswer(as, body, text, number(answer, "status"), headers, text(answer, "requestId"),
                Duration.ofMillis(number(answer, "millis")));
    }

    private static ApiException.Stage stage(String name) {
        for (ApiException.Stage stage : ApiException.Stage.values()) {
            if (stage.name().equals(name)) {
                return stage;
            }
        }
        return ApiException.Stage.UNKNOWN_OUTCOME;
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) == null ? null : fields.get(name).toString();
    }

    private static int number(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
