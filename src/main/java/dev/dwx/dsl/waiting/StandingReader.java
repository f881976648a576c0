package dev.dwx.dsl.waiting;

import dev.dwx.dsl.waiting.StatusWords.Meaning;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** Reads how a thing stands where there is more to it than one word. */
final class StandingReader {
    private static final List<String> REASONS = List.of("FailureMessage", "ErrorMessage", "Error", "Message", "FailReason");

    private StandingReader() {
    }

    static Standing of(Waited thing, Map<?, ?> fields) {
        if (thing == Waited.DEPLOYMENT || thing == Waited.OLD_DEPLOYMENT) {
            return deployment(fields);
        }
        if (thing == Waited.JOB) {
            return job(fields);
        }
        String status = text(fields.get(thing.field()));
        if (thing == Waited.OLD_DAG && "CREATED".equals(status)) {
            // For a set of instances this is an end; a DAG has yet to run.
            return Standing.of(status, Meaning.GOING_ON);
        }
        Meaning meaning = StatusWords.of(status);
        String hint = thing == Waited.PIPELINE_RUN && meaning == Meaning.GOING_ON ? waitingStage(fields) : null;
        String failure = meaning == Meaning.BAD ? failure(fields) : null;
        return new Standing(status, meaning, failure, hint);
    }

    /** {@code Completed} is the text True or False, and only the status says whether it went well. */
    private static Standing job(Map<?, ?> fields) {
        String completed = text(fields.get("Completed"));
        String status = fields.get("Status") == null ? "true".equalsIgnoreCase(completed) ? "Completed" : "Running"
                : text(fields.get("Status"));
        Meaning meaning = StatusWords.of(status);
        String error = text(fields.get("Error"));
        if (meaning == Meaning.UNKNOWN && "true".equalsIgnoreCase(completed)) {
            meaning = error == null || error.isBlank() ? Meaning.GOOD : Meaning.BAD;
        }
        if (meaning == Meaning.GOOD && "false".equalsIgnoreCase(completed)) {
            meaning = Meaning.GOING_ON;
        }
        return new Standing(status, meaning, meaning == Meaning.BAD ? failure(fields) : null, null);
    }

    /**
     * A package is ready (0), done (1) or failed (2); one for the development environment may go on to production only when it is done
     * and its check too: 7 is a check that failed, 8 one that is under way.
     */
    private static Standing deployment(Map<?, ?> fields) {
        String status = text(fields.get("Status"));
        String checking = text(fields.get("CheckingStatus"));
        boolean checked = checking == null || checking.isBlank() || checking.equals("0");
        if ("2".equals(status)) {
            return new Standing("2 (failed)", Meaning.BAD, failure(fields), null);
        }
        if ("7".equals(checking)) {
            return new Standing("check failed (7)", Meaning.BAD, Texts.of("the extension checks refused it; SubmitFile with"
                    + " SkipAllDeployFileExtensions: true passes them over, if that is what you want"), null);
        }
        if ("8".equals(checking)) {
            return Standing.of("being checked (8)", Meaning.GOING_ON);
        }
        return switch (String.valueOf(status)) {
            case "0" -> Standing.of("0 (ready)", Meaning.GOING_ON);
            case "1" -> checked ? Standing.of("1 (done)", Meaning.GOOD) : Standing.of("1, check " + checking, Meaning.UNKNOWN);
            default -> Standing.of(String.valueOf(status), Meaning.UNKNOWN);
        };
    }

    /** A stage runs only when somebody has it executed; a run that waits for that would be waited on for ever. */
    private static String waitingStage(Map<?, ?> run) {
        if (!(run.get("Stages") instanceof List<?> stages)) {
            return null;
        }
        for (Object each : stages) {
            if (!(each instanceof Map<?, ?> stage)) {
                return null;
            }
            String status = text(stage.get("Status"));
            if ("Init".equals(status)) {
                return Texts.of("stage {0} has to be executed: ExecPipelineRunStage(Id: '{1}', Code: '{2}')", stage.get("Code"),
                        run.get("Id"), stage.get("Code"));
            }
            if (!"Success".equals(status)) {
                return null;
            }
        }
        return null;
    }

    private static String failure(Map<?, ?> fields) {
        for (String reason : REASONS) {
            String text = text(fields.get(reason));
            if (text != null && !text.isBlank()) {
                return text.strip();
            }
        }
        if (fields.get("Stages") instanceof List<?> stages) {
            for (Object each : stages) {
                if (each instanceof Map<?, ?> stage && StatusWords.of(String.valueOf(stage.get("Status"))) == Meaning.BAD) {
                    return Texts.of("stage {0}: {1}", stage.get("Code"),
                            stage.get("Message") == null ? stage.get("Status") : stage.get("Message"));
                }
            }
        }
        return null;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
