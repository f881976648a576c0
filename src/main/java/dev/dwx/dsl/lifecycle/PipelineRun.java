package dev.dwx.dsl.lifecycle;

import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Brings a pipeline run to its end: the first stage that has not begun is executed once all before it have succeeded. Executing a stage
 * only sets it off, and stages' codes are the service's own. Only {@code Success} is a success.
 */
final class PipelineRun {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final int SHOWN = 10;

    private final Service service;
    private final String id;
    private final String what;
    /** When a stage was first seen to have begun, and what it was last seen to be. */
    private final Map<String, Long> began = new HashMap<>();
    private final Map<String, Duration> took = new LinkedHashMap<>();
    /** The stage that only a person can let pass, and why that is thought. */
    private String held;
    /** The stage that was set off last, and how often was looked since. */
    private String tried;
    private int looks;

    /** @param what whose run it is, in words */
    PipelineRun(Service service, String id, String what) {
        this.service = service;
        this.id = id;
        this.what = what;
    }

    /**
     * Drives it to its end.
     *
     * @return its stages: code, type, status, and how long each took as seen from here
     * @throws dev.dwx.dsl.waiting.WaitException when it ends badly, or not in time
     */
    List<Map<String, Object>> drive(Duration timeout) {
        String look = "GetPipelineRun(Id: '" + id + "')";
        if (service.rehearsed()) {
            return stages(service.call("GetPipelineRun", "Id", id).get("Pipeline"));
        }
        long until = service.session().timer().nanos() + timeout.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(1, until - service.session().timer().nanos()));
            // A wait for each stage, so that the pauses between looks are short again when another one begins.
            WaitTerms terms = new WaitTerms(what, Texts.of("{0}; what is left of it begins when deploy is called again", look), EVERY, left, false);
            Object pipeline = JsonWalk.at(service.wait(terms, this::look, this::standing).getValue(), "Pipeline");
            String status = String.valueOf(JsonWalk.text(pipeline, "Status"));
            if (status.equalsIgnoreCase("Success")) {
                return stages(pipeline);
            }
            String code = StatusWords.of(status) == StatusWords.Meaning.GOING_ON ? next(pipeline) : null;
            if (code == null) {
                throw failed(pipeline, look);
            }
            tried = code;
            looks = 0;
            execute(code);
        }
    }

    private Map<String, Object> look() {
        Map<String, Object> body = service.look("GetPipelineRun", "Id", id);
        time(body);
        looks++;
        return body;
    }

    /** The first stage that has not begun, when all before it have succeeded. */
    private static String next(Object pipeline) {
        for (Map<String, Object> stage : Fields.maps(pipeline, "Stages")) {
            String status = String.valueOf(JsonWalk.text(stage, "Status"));
            if (status.equalsIgnoreCase("Init")) {
                return JsonWalk.text(stage, "Code");
            }
            if (!status.equalsIgnoreCase("Success")) {
                return null;
            }
        }
        return null;
    }

    private void execute(String code) {
        try {
            service.call("ExecPipelineRunStage", "Id", id, "Code", code);
        } catch (ApiException e) {
            if (isApproval(e.serviceMessage()) || isApproval(e.code())) {
                held = code;
            } else if (e.stage() != ApiException.Stage.UNKNOWN_OUTCOME && !passes(e)) {
                throw e;
            }
            // Else it has begun, or will be seen to have not: the next look tells.
        }
    }

    /** A stage that began, or a run that ended, between the look and the call. */
    private static boolean passes(ApiException e) {
        String topic = ErrorAdvice.of(e.code(), e.serviceMessage(), null, null).map(ErrorAdvice.Advice::topic).orElse("");
        String said = String.valueOf(e.serviceMessage()).toLowerCase(Locale.ROOT);
        return topic.equals("pipeline has ended") || topic.equals("package not ready") || said.contains("has been executed");
    }

    static boolean isApproval(String text) {
        String said = String.valueOf(text).toLowerCase(Locale.ROOT);
        return said.contains("approv") || said.contains("审批");
    }

    private void time(Object body) {
        long now = service.session().timer().nanos();
        for (Map<String, Object> stage : Fields.maps(body, "Pipeline", "Stages")) {
            String code = JsonWalk.text(stage, "Code");
            StatusWords.Meaning meaning = StatusWords.of(String.valueOf(JsonWalk.text(stage, "Status")));
            if (!"Init".equalsIgnoreCase(JsonWalk.text(stage, "Status"))) {
                began.putIfAbsent(code, now);
            }
            if (meaning == StatusWords.Meaning.GOOD || meaning == StatusWords.Meaning.BAD) {
                took.putIfAbsent(code, Duration.ofNanos(now - began.get(code)));
            }
        }
    }

    private Standing standing(Object body) {
        String status = String.valueOf(JsonWalk.text(body, "Pipeline", "Status"));
        StatusWords.Meaning meaning = StatusWords.of(status);
        if (meaning != StatusWords.Meaning.GOING_ON) {
            return Standing.of(status, meaning);
        }
        String next = next(JsonWalk.at(body, "Pipeline"));
        if (next != null && !next.equals(held) && (!next.equals(tried) || looks > 1)) {
            // The end of this wait: what comes next is to be set off. One that was just set off is given time to show it.
            return Standing.of(Texts.of("stage {0}", next), StatusWords.Meaning.GOOD);
        }
        StringBuilder line = new StringBuilder();
        String hint = null;
        for (Map<String, Object> stage : Fields.maps(body, "Pipeline", "Stages")) {
            String code = JsonWalk.text(stage, "Code");
            String at = String.valueOf(JsonWalk.text(stage, "Status"));
            line.append(line.length() == 0 ? "" : " › ").append(code).append(at.equalsIgnoreCase("Success") ? " ✓" : at.equalsIgnoreCase("Init") ? ""
                    : " " + at.toLowerCase(Locale.ROOT));
            boolean open = StatusWords.of(at) == StatusWords.Meaning.GOING_ON;
            if (open && hint == null && (code != null && code.equals(held) || !at.equalsIgnoreCase("Init") && needsPerson(stage))) {
                hint = Texts.of("stage {0} waits for somebody's approval{1}, which no call can give: approve it in the console, Data"
                        + " Studio › Deploy › this run. Waiting goes on; left with Ctrl-C, deploy again goes on with this very run", code,
                        said(stage));
            }
        }
        return new Standing(line.length() == 0 ? status : line.toString(), meaning, null, hint);
    }

    private static boolean needsPerson(Map<String, Object> stage) {
        return isApproval(JsonWalk.text(stage, "Type")) || isApproval(JsonWalk.text(stage, "Code")) || isApproval(JsonWalk.text(stage, "Name"))
                || isApproval(JsonWalk.text(stage, "Message"));
    }

    private static String said(Map<String, Object> stage) {
        String message = JsonWalk.text(stage, "Message");
        return message == null ? "" : " (" + message + ")";
    }

    private List<Map<String, Object>> stages(Object pipeline) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> stage : Fields.maps(pipeline, "Stages")) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Stage", JsonWalk.text(stage, "Code"));
            row.put("Type", JsonWalk.text(stage, "Type"));
            row.put("Status", JsonWalk.text(stage, "Status"));
            row.put("Elapsed", took.get(String.valueOf(stage.get("Code"))));
            if (JsonWalk.text(stage, "Message") != null) {
                row.put("Message", JsonWalk.text(stage, "Message"));
            }
            rows.add(row);
        }
        return rows;
    }

    private WaitFailed failed(Object pipeline, String look) {
        String status = JsonWalk.text(pipeline, "Status");
        StringBuilder text = new StringBuilder(Texts.of("{0} ended with {1}.", what, status));
        String trouble = JsonWalk.text(pipeline, "Message");
        for (Map<String, Object> stage : Fields.maps(pipeline, "Stages")) {
            if (StatusWords.of(String.valueOf(JsonWalk.text(stage, "Status"))) == StatusWords.Meaning.BAD) {
                trouble = trouble == null ? JsonWalk.text(stage, "Message") : trouble;
                text.append(Texts.of("\n  stage {0} {1}", JsonWalk.text(stage, "Code"), JsonWalk.text(stage, "Status")))
                        .append(JsonWalk.text(stage, "Message") == null ? "" : Texts.of(": {0}", JsonWalk.text(stage, "Message")));
            }
        }
        int shown = 0;
        for (Map<String, Object> item : service.all("ListPipelineRunItems", "PipelineRunId", id)) {
            String message = JsonWalk.text(item, "Message");
            trouble = trouble == null ? message : trouble;
            if (message != null && shown++ < SHOWN) {
                text.append("\n  ").append(JsonWalk.text(item, "Type")).append(' ').append(JsonWalk.text(item, "Name")).append(": ").append(message);
            }
        }
        if (status != null && StatusWords.of(status) == StatusWords.Meaning.BAD && !status.equalsIgnoreCase("Fail")) {
            text.append(Texts.of("\n  why: somebody ended it; that some of its stages succeeded does not make it a success"));
        }
        ErrorAdvice.Advice advice = trouble == null ? null : ErrorAdvice.of(null, trouble, "CreatePipelineRun", null).orElse(null);
        if (advice != null) {
            text.append(Texts.of("\n  why: {0}", advice.why()));
        }
        text.append(Texts.of("\n  next: ")).append(advice != null && advice.next() != null ? Texts.of("{0}; then deploy again, which makes a new"
                + " run", advice.next())
                : Texts.of("mend it and deploy again, which makes a new run; {0} shows this one", look));
        return new WaitFailed(text.toString(), status, pipeline);
    }
}
