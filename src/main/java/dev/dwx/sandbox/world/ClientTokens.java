package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls that a caller may send again without doing the work again: those that carry a {@code ClientToken}, and one-off runs, whose
 * tasks' {@code ClientUniqueCode}s serve as one. The same token with the same arguments gets the first answer again,
 * under a new request id; with other arguments it is refused. What was refused is not remembered.
 */
final class ClientTokens {
    private static final String KIND = "ClientToken";
    private static final String TOKEN = "ClientToken";
    private static final int LONGEST = 64;

    private ClientTokens() {
    }

    /** Whether the call names itself by a token. */
    static boolean given(Scene scene) {
        return token(scene) != null;
    }

    /**
     * The answer that the same call has had already, or {@code null} for a new one.
     *
     * @throws Refusal when the token is too long, or was used for other arguments
     */
    static Map<String, Object> repeated(Scene scene) throws Refusal {
        String token = token(scene);
        if (token == null) {
            return null;
        }
        if (scene.text(TOKEN) != null && token.length() > LONGEST) {
            throw Refusal.invalid("ClientToken must have at most " + LONGEST + " characters, and has "
                    + token.length() + ".");
        }
        Thing known = scene.store.find(KIND, key(scene, token));
        if (known == null) {
            return null;
        }
        if (!arguments(scene).equals(known.text("Arguments"))) {
            throw Refusal.error(400, "IdempotentParameterMismatch", "The request uses the same client token as a previous,"
                    + " but non-identical request. Do not reuse a client token with different requests,"
                    + " unless the requests are identical: " + token);
        }
        Map<String, Object> body = Values.object(known.text("Body"));
        if (body.containsKey("RequestId")) {
            body.put("RequestId", scene.requestId());
        }
        return body;
    }

    /** Remembers the answer of a call that has succeeded. */
    static void keep(Scene scene, Map<String, Object> body) {
        String token = token(scene);
        if (token != null) {
            scene.store.add(KIND, key(scene, token),
                    Values.of("Arguments", arguments(scene), "Body", JsonText.write(body)));
        }
    }

    private static String token(Scene scene) {
        String own = scene.takes(TOKEN) ? scene.text(TOKEN) : null;
        if (own != null && !own.isEmpty()) {
            return own;
        }
        if (!scene.operation.name().equals("ExecuteAdhocWorkflowInstance")) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        for (Object task : scene.list("Tasks")) {
            Object code = Values.at(task, "ClientUniqueCode");
            if (code == null || code.toString().isEmpty()) {
                return null;
            }
            codes.add(code.toString());
        }
        return codes.isEmpty() ? null : String.join(",", codes);
    }

    private static String key(Scene scene, String token) {
        return scene.account() + "/" + scene.operation.version() + "/" + scene.operation.name() + "/" + token;
    }

    private static String arguments(Scene scene) {
        Map<String, Object> arguments = new LinkedHashMap<>(scene.arguments());
        arguments.remove(TOKEN);
        return JsonText.write(arguments);
    }
}
