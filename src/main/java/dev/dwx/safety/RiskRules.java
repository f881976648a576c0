package dev.dwx.safety;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells the risk of a call from its name. The HTTP method is not looked at: several deletes of this service are GET,
 * and dozens of reads are POST. What the metadata says of an operation can raise the risk and never lower it, since it is
 * known to be wrong (it has called restarts and undeployments reads).
 *
 * <p>What is a read here takes nothing away and changes nothing that a user has made; whether it may be sent twice is a stricter
 * question, which {@link dev.dwx.client.ReadVerb} answers, and what it counts as in the service's limits is another one.
 */
public final class RiskRules {
    private static final Set<String> DESTRUCTIVE = Set.of("delete", "remove", "stop", "suspend", "kill", "abolish",
            "revoke", "detach", "dissociate", "disassociate", "offline", "terminate", "cancel", "disable", "untag",
            "unbind", "unregister", "deregister", "unpublish", "uninstall", "unsubscribe", "drop", "destroy", "purge",
            "truncate", "umount", "unmount", "undeploy", "unlink", "unshare", "unassociate", "freeze", "archive",
            "clear", "erase", "wipe", "abort", "deactivate", "reset", "release", "withdraw");
    private static final Set<String> READ = Set.of("get", "list", "describe", "query", "search", "find", "count",
            "check", "preview", "download", "load", "top", "scan", "desensitize", "export", "validate", "exist",
            "exists", "batchget");
    private static final Set<String> WRITE = Set.of("abandon", "add", "apply", "approve", "associate", "attach", "bind",
            "callback", "change", "clone", "copy", "create", "deploy", "edit", "enable", "establish", "exec", "execute",
            "generate", "grant", "import", "insert", "modify", "mount", "move", "prompt", "publish", "put", "register", "rename",
            "rerun", "restart", "restore", "resume", "retry", "rollback", "run", "save", "send", "set", "start",
            "submit", "tag", "test", "trigger", "update", "upload");
    private static final List<String> WARNED = List.of("SetSuccess", "Rerun", "Restart", "Rollback", "Move", "Rename");

    private RiskRules() {
    }

    /**
     * The risk of calling an operation with these arguments.
     *
     * @param arguments by parameter name; a few operations take things away only with certain arguments
     */
    public static Risk of(ApiOperation operation, Map<String, ?> arguments) {
        Risk risk = ofName(operation.name());
        String type = operation.operationType();
        if ("write".equals(type) || "readAndWrite".equals(type)) {
            risk = risk.or(Risk.WRITE);
        }
        if ("CreatePipelineRun".equals(operation.name()) && takesOffline(arguments.get("Type"))) {
            risk = Risk.DESTRUCTIVE;
        }
        return risk;
    }

    /**
     * The risk that a name alone tells. The first word is the verb; where it is none that is known (a product's
     * prefix, {@code Batch}), or the name joins two ({@code GetAndDelete…}), the gravest verb among all words counts; with
     * no verb at all the call is a write. Capitals in other places than the service's change nothing.
     */
    public static Risk ofName(String name) {
        List<String> words = words(name);
        Risk first = words.isEmpty() ? null : verb(words.get(0));
        if (first == null && !words.isEmpty() && beginsDestructive(words.get(0))) {
            return Risk.DESTRUCTIVE;
        }
        if (first != null && !words.contains("and") && !words.contains("or") && !words.contains("then")) {
            return first;
        }
        Risk gravest = null;
        for (String word : words) {
            Risk risk = verb(word);
            if (risk != null) {
                gravest = gravest == null ? risk : gravest.or(risk);
            }
        }
        return gravest == null ? Risk.WRITE : gravest;
    }

    /** A side effect worth a line before the call is sent, or {@code null}. */
    public static String warning(ApiOperation operation, Map<String, ?> arguments) {
        String name = operation.name();
        if ("UpdateWorkflow".equals(name)) {
            return Texts.of("UpdateWorkflow replaces the whole workflow: tasks that the call does not name are lost.");
        }
        if (name.startsWith("Deploy") || name.startsWith("Publish")) {
            return Texts.of("{0} changes what runs in production.", name);
        }
        if ("UpdateNodeRunMode".equals(name)) {
            return Texts.of("{0} can freeze the node: with SchedulerType 1 it and what waits for it no longer run.", name);
        }
        for (String prefix : WARNED) {
            if (name.startsWith(prefix)) {
                return switch (prefix) {
                    case "SetSuccess" -> Texts.of("{0} lets everything downstream run as if the work had been done.", name);
                    case "Rerun", "Restart" -> Texts.of("{0} runs again, and writes again, what has run before.", name);
                    case "Rollback" -> Texts.of("{0} gives up what was changed since.", name);
                    default -> Texts.of("{0} changes a path or name that others may refer to.", name);
                };
            }
        }
        return null;
    }

    /** {@code Deletenode}: a word that is no verb and begins with one that takes away. */
    private static boolean beginsDestructive(String word) {
        for (String verb : DESTRUCTIVE) {
            if (verb.length() >= 4 && word.startsWith(verb)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesOffline(Object type) {
        return type != null && "offline".equalsIgnoreCase(type.toString().strip());
    }

    private static Risk verb(String word) {
        return DESTRUCTIVE.contains(word) ? Risk.DESTRUCTIVE
                : WRITE.contains(word) ? Risk.WRITE : READ.contains(word) ? Risk.READ : null;
    }

    /** {@code UnTagDataAssets} as {@code untag, data, assets}. */
    static List<String> words(String name) {
        List<String> words = OperationName.split(name);
        words.replaceAll(word -> word.toLowerCase(Locale.ROOT));
        return words;
    }
}
