package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.json.JsonWalk;
import java.time.Duration;
import java.util.Map;

/** Imports of workflows are jobs: what they made is known when they have ended. */
public final class Imports {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Service service;

    public Imports(Service service) {
        this.service = service;
    }

    /**
     * Waits for a job.
     *
     * @return the id of what it made; {@code null} when it does not say
     * @throws dev.dwx.dsl.waiting.WaitException when it fails, or does not end in time
     */
    public String waitFor(String job, String what) {
        WaitTerms terms = new WaitTerms(what, "GetJobStatus(JobId: '" + job + "')", EVERY, TIMEOUT, true);
        Map<?, ?> body = (Map<?, ?>) service.wait(terms, () -> service.look("GetJobStatus", "JobId", job), Imports::standing).getValue();
        return JsonWalk.text(body, "JobStatus", "Response");
    }

    private static Standing standing(Object body) {
        String status = JsonWalk.text(body, "JobStatus", "Status");
        String error = JsonWalk.text(body, "JobStatus", "Error");
        return new Standing(status, status == null ? StatusWords.Meaning.UNKNOWN : StatusWords.of(status), error, null);
    }
}
