package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.Map;

/** Makes calls as another caller does, and lets the cache see what they brought. */
final class Overheard implements ApiCaller {
    private final ApiCaller caller;
    private final LiveCache cache;

    Overheard(ApiCaller caller, LiveCache cache) {
        this.caller = caller;
        this.cache = cache;
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        if (cache.isOwn()) {
            return caller.call(operation, arguments, target);
        }
        ApiAnswer answer;
        try {
            answer = caller.call(operation, arguments, target);
        } catch (ApiException e) {
            if (e.stage() == ApiException.Stage.UNKNOWN_OUTCOME && RiskRules.of(operation, arguments) != Risk.READ) {
                cache.wrote(operation, arguments, null, target.region());
            }
            throw e;
        }
        cache.heard(operation, arguments, answer.body(), target.region());
        return answer;
    }

    @Override
    public void cancel(Thread waiting) {
        caller.cancel(waiting);
    }
}
