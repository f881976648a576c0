package dev.dwx.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Does a call with a {@code ClientToken} once, however often it comes: the same token with the same arguments gets the answer of
 * the first time, under a request id of its own; with other arguments it is refused. A refused call leaves its token free. So many
 * tokens are remembered, the oldest go first.
 */
final class TokenMemory implements Behaviour {
    private static final String TOKEN = "ClientToken";
    private static final int MOST = 10_000;

    private final Behaviour behind;
    private final Map<String, Once> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Once> eldest) {
            return size() > MOST;
        }
    };

    /** One piece of work: what was asked, and what came of it; {@code null} there when it was refused. */
    private record Once(Map<String, Object> arguments, CompletableFuture<Map<String, Object>> answer) {
    }

    TokenMemory(Behaviour behind) {
        this.behind = behind;
    }

    @Override
    public Map<String, Object> answer(SandboxCall call) throws ServiceFault {
        String token = call.operation().parameter(TOKEN).isPresent() ? call.text(TOKEN) : null;
        if (token == null || token.isBlank()) {
            return behind.answer(call);
        }
        String key = call.accountId() + ' ' + call.operation().label() + ' ' + token;
        while (true) {
            Once mine = new Once(call.arguments(), new CompletableFuture<>());
            Once earlier;
            synchronized (known) {
                earlier = known.putIfAbsent(key, mine);
            }
            if (earlier == null) {
                return work(key, mine, call);
            }
            if (!earlier.arguments().equals(call.arguments())) {
                throw new ServiceFault(400, "IdempotentParameterMismatch",
                        "The request uses the same client token as a previous, but non-identical request.");
            }
            // Two tries may be here at once: the second waits for the first.
            Map<String, Object> answer = earlier.answer().join();
            if (answer != null) {
                Map<String, Object> again = new LinkedHashMap<>(answer);
                again.replace("RequestId", call.requestId());
                return again;
            }
        }
    }

    private Map<String, Object> work(String key, Once mine, SandboxCall call) throws ServiceFault {
        Map<String, Object> answer = null;
        try {
            answer = behind.answer(call);
            return answer;
        } finally {
            if (answer == null || Boolean.FALSE.equals(answer.get("Success"))) {
                answer = null;
                synchronized (known) {
                    known.remove(key, mine);
                }
            }
            mine.answer().complete(answer);
        }
    }
}
