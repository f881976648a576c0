package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.safety.AuditEntry;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.time.TimeEncoding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The one way of every call: fill in from the context, check and convert the arguments, ask where something is taken away,
 * write the audit log, send.
 */
final class CallLine {
    private final OperationNames names;
    private final ApiCaller caller;
    private final ProjectNames projects;
    private final ConfirmationPolicy policy;
    private final Confirmer confirmer;
    private final AuditLog audit;
    private final Notes notes;

    CallLine(OperationNames names, ApiCaller caller, ProjectNames projects, ConfirmationPolicy policy,
            Confirmer confirmer, AuditLog audit, Notes notes) {
        this.names = names;
        this.caller = caller;
        this.projects = projects;
        this.policy = policy;
        this.confirmer = confirmer;
        this.audit = audit;
        this.notes = notes;
    }

    /**
     * Calls an operation that the catalog describes.
     *
     * @param bare whether the call left the version to us, so that the other one may be what was meant
     * @throws ApiException when the call was refused here or there
     * @throws NotConfirmedException when nobody allowed it
     */
    ApiResult call(ApiOperation operation, Map<String, Object> given, Context context, boolean bare) {
        Map<String, Object> named = new LinkedHashMap<>(given);
        Map<String, Object> filled = fill(operation, named, context);
        TimeEncoding times = new TimeEncoding(context.timeZone(), context.timeForms());
        CheckedArguments checked = ArgumentCheck.check(operation, named, times);
        if (!checked.problems().isEmpty()) {
            throw refusal(operation, checked.problems(), bare ? otherThatFits(operation, given, context, times) : null);
        }
        for (String note : checked.notes()) {
            notes.note(operation.name() + ": " + Redactor.text(note));
        }
        return send(operation, checked.arguments(), filled, context);
    }

    /** Sends without a check of the arguments; the safety rules hold all the same. */
    ApiResult unchecked(ApiOperation operation, Map<String, Object> arguments, Context context) {
        return send(operation, arguments, Map.of(), context);
    }

    private ApiResult send(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled,
            Context context) {
        Risk risk = RiskRules.of(operation, arguments);
        if (risk == Risk.READ) {
            return new ApiResult(caller.call(operation, arguments, new CallTarget(context.region())), filled);
        }
        if (context.readOnly()) {
            log(entry(operation, risk, arguments, context, null, AuditEntry.REFUSED));
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                    .code("dwx.ReadOnly").why("the session is read-only, and this call changes something")
                    .next("start without --read-only to allow it").build();
        }
        String warning = RiskRules.warning(operation, arguments);
        if (warning != null) {
            notes.note(warning);
        }
        String allowed = null;
        if (risk == Risk.DESTRUCTIVE) {
            try {
                allowed = policy.allow(context.allowance(),
                        () -> new Impact(names, caller).of(operation, arguments, context), confirmer);
            } catch (NotConfirmedException e) {
                log(entry(operation, risk, arguments, context, null, AuditEntry.REFUSED));
                throw e;
            }
        }
        AuditEntry sent = entry(operation, risk, arguments, context, allowed, AuditEntry.SENT);
        // Before the call: whoever ends this process while it waits shall not leave a write without a trace.
        log(sent);
        String result = AuditEntry.UNKNOWN;
        String requestId = null;
        try {
            ApiAnswer answer = caller.call(operation, arguments, new CallTarget(context.region()));
            result = AuditEntry.OK;
            requestId = answer.requestId();
            return new ApiResult(answer, filled);
        } catch (ApiException e) {
            result = e.stage() == ApiException.Stage.UNKNOWN_OUTCOME ? AuditEntry.UNKNOWN : e.code();
            requestId = e.requestId();
            throw e;
        } finally {
            log(sent.resulted(result, requestId));
        }
    }

    private static AuditEntry entry(ApiOperation operation, Risk risk, Map<String, Object> arguments, Context context,
            String allowed, String result) {
        return new AuditEntry(operation, risk, arguments, context.region(), context.endpoint(), context.projectLabel(),
                context.environment(), allowed, result, null,
                AuditEntry.SENT.equals(result) ? UUID.randomUUID().toString() : null);
    }

    private void log(AuditEntry entry) {
        try {
            audit.append(entry);
        } catch (IOException | RuntimeException e) {
            // The call goes on, or is done or refused already; hiding its outcome behind this would be worse.
            notes.note("the audit log " + audit.file() + " could not be written: " + Redactor.text(e.getMessage()));
        }
    }

    /** Adds what the context knows and the call does not say; gives what was added. */
    private Map<String, Object> fill(ApiOperation operation, Map<String, Object> named, Context context) {
        Map<String, Object> filled = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            String name = parameter.name();
            if (named.containsKey(name)) {
                if ("ProjectId".equals(name) && isProjectName(named.get(name))) {
                    named.put(name, projects.find(named.get(name).toString().strip(), context).id());
                }
                continue;
            }
            Object value = switch (name) {
                case "ProjectId" -> named.containsKey("ProjectIdentifier") ? null : projectId(context);
                case "RegionId" -> context.region();
                case "ProjectEnv" -> spelled(parameter, operation.version(), context.environment());
                // Elsewhere it is a filter, or hands a thing over to another person.
                case "Owner" -> parameter.required() || operation.name().startsWith("Create") ? context.owner() : null;
                default -> null;
            };
            if (value != null) {
                named.put(name, value);
                filled.put(name, value);
            }
        }
        return filled;
    }

    private Long projectId(Context context) {
        return context.projectId() != null ? context.projectId()
                : context.projectName() == null ? null : projects.find(context.projectName(), context).id();
    }

    private static boolean isProjectName(Object value) {
        if (!(value instanceof CharSequence text) || text.toString().isBlank()) {
            return false;
        }
        return !text.toString().strip().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code Prod} here is {@code PROD} there: as the operation's own values spell it, else as its version does. */
    private static String spelled(ApiParameter parameter, String version, String environment) {
        if (environment == null) {
            return null;
        }
        for (String value : parameter.schema().enumeration()) {
            if (value.equalsIgnoreCase(environment)) {
                return value;
            }
        }
        return version.startsWith("2020") ? environment.toUpperCase(Locale.ROOT) : environment;
    }

    /** The operation of the same name in the other version, when the arguments fit that one. */
    private ApiOperation otherThatFits(ApiOperation operation, Map<String, Object> given, Context context,
            TimeEncoding times) {
        Optional<ApiOperation> other = names.known(OperationNames.other(operation.version()), operation.name());
        if (other.isEmpty() || given.isEmpty()) {
            return null;
        }
        Map<String, Object> named = new LinkedHashMap<>(given);
        fill(other.get(), named, context);
        return ArgumentCheck.check(other.get(), named, times).problems().isEmpty() ? other.get() : null;
    }

    private static ApiException refusal(ApiOperation operation, List<String> problems, ApiOperation other) {
        boolean noProject = problems.size() == 1 && problems.get(0).startsWith("ProjectId is missing");
        String next = noProject ? "say ProjectId: …, or project 'NAME' for this and all later calls"
                : other == null ? "type " + operation.name() + " to see what it takes"
                : "these arguments fit " + other.label() + ", which exists in the other version with other parameters: "
                + "write " + OperationNames.handle(other.version()) + "." + operation.name() + "(…)";
        return ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                .code("dwx.BadArguments")
                .serviceMessage(Redactor.text(String.join("\n  ", problems))).next(next).build();
    }
}
