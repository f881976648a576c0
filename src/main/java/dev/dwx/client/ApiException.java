package dev.dwx.client;

import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A call that failed, whatever the reason: refused before it was sent, lost on the way, or answered with an error.
 * Its message says what happened, why, and what to type next. It never holds a secret.
 */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** At which point a call failed; tells whether the service may have done the work. */
    public enum Stage {
        /** Nothing was sent: bad arguments, no credentials, no endpoint, no connection. */
        NOT_SENT,
        /** Sent, and no whole answer came back: a write may or may not have happened. */
        UNKNOWN_OUTCOME,
        /** The service answered with an error. */
        REFUSED
    }

    private final Stage stage;
    private final String operation;
    private final String version;
    private final String code;
    private final String serviceMessage;
    private final String requestId;
    private final int status;
    private final String recommend;
    private final Duration retryAfter;
    private final String why;
    private final String next;

    private ApiException(Details details) {
        super(details.format(), details.cause);
        stage = details.stage;
        operation = details.operation;
        version = details.version;
        code = details.code;
        serviceMessage = details.serviceMessage;
        requestId = details.requestId;
        status = details.status;
        recommend = details.recommend;
        retryAfter = details.retryAfter;
        why = details.why;
        next = details.next;
    }

    public static Details of(Stage stage, String operation, String version) {
        return new Details(stage, operation, version);
    }

    /** The same failure in the making, for one who can tell more of it. */
    public Details details() {
        return details(stage);
    }

    /** The same failure of another stage, in the making. */
    public Details details(Stage other) {
        return of(other, operation, version).code(code).serviceMessage(serviceMessage).requestId(requestId)
                .status(status).recommend(recommend).retryAfter(retryAfter).why(why).next(next).cause(getCause());
    }

    public Stage stage() {
        return stage;
    }

    /** Operation name, {@code ListProjects}. */
    public String operation() {
        return operation;
    }

    /** API version, {@code 2024-05-18}. */
    public String version() {
        return version;
    }

    /** The service's error code, or one of our own ({@code dwx.…}) for a call that was not answered. */
    public String code() {
        return code;
    }

    /** The service's own words, or {@code null}. */
    public String serviceMessage() {
        return serviceMessage;
    }

    /** What the vendor's support asks for, or {@code null}. */
    public String requestId() {
        return requestId;
    }

    /** HTTP status, or 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** The vendor's troubleshooting address, or {@code null}. */
    public String recommend() {
        return recommend;
    }

    /** How long the service asks to wait before the next try, or {@code null} when it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The cause in plain words, or {@code null} when it is not known. */
    public String why() {
        return why;
    }

    /** What to type next, or {@code null}. */
    public String next() {
        return next;
    }

    /**
     * The same failure with more to say.
     *
     * @param more what was found out, put before what is known
     * @param step what to type next; {@code null} to leave it as it is
     */
    public ApiException explained(String more, String step) {
        Details details = of(stage, operation, version).code(code).serviceMessage(serviceMessage).requestId(requestId).status(status)
                .recommend(recommend).retryAfter(retryAfter).why(why == null ? more : Texts.of("{0}; {1}", more, why))
                .next(step == null ? next : step).cause(getCause());
        ApiException told = details.build();
        told.setStackTrace(getStackTrace());
        return told;
    }

    /** Collects what is known of a failure; every setter returns this object. */
    public static final class Details {
        private final Stage stage;
        private final String operation;
        private final String version;
        private String code = "dwx.Unknown";
        private String serviceMessage;
        private String requestId;
        private int status;
        private String recommend;
        private Duration retryAfter;
        private String why;
        private String next;
        private Throwable cause;

        private Details(Stage stage, String operation, String version) {
            this.stage = stage;
            this.operation = operation;
            this.version = version;
        }

        public Details code(String value) {
            code = value;
            return this;
        }

        public Details serviceMessage(String value) {
            serviceMessage = value;
            return this;
        }

        public Details requestId(String value) {
            requestId = value;
            return this;
        }

        public Details status(int value) {
            status = value;
            return this;
        }

        public Details recommend(String value) {
            recommend = value;
            return this;
        }

        public Details retryAfter(Duration value) {
            retryAfter = value;
            return this;
        }

        public Details why(String value) {
            why = value;
            return this;
        }

        public Details next(String value) {
            next = value;
            return this;
        }

        public Details cause(Throwable value) {
            cause = value;
            return this;
        }

        public ApiException build() {
            return new ApiException(this);
        }

        private String format() {
            StringBuilder text = new StringBuilder(operation).append(" (").append(version).append("): ").append(code);
            if (status > 0) {
                text.append(" [HTTP ").append(status).append(']');
            }
            if (serviceMessage != null && !serviceMessage.isBlank()) {
                text.append("\n  ").append(serviceMessage.strip());
            }
            List<String> lines = new ArrayList<>();
            if (why != null) {
                lines.add(Texts.of("why:  {0}", why));
            }
            if (next != null) {
                lines.add(Texts.of("next: {0}", next));
            }
            if (requestId != null) {
                lines.add("RequestId " + requestId);
            }
            if (recommend != null) {
                lines.add(recommend);
            }
            for (String line : lines) {
                text.append("\n  ").append(line);
            }
            return text.toString();
        }
    }
}
