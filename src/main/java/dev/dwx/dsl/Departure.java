package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.client.CallWatcher;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/**
 * The place where every call leaves for the service, those that a script makes and those that dwx makes by itself: a rehearsal
 * answers here what only it can answer, and an explanation hears of all.
 */
final class Departure {
    private final ApiCaller caller;
    private final SimulatedIds simulated;

    Departure(ApiCaller caller, SimulatedIds simulated) {
        this.caller = caller;
        this.simulated = simulated;
    }

    /**
     * Sends a call.
     *
     * @param filled those of its arguments that came from the context
     * @throws ApiException when it failed
     */
    ApiAnswer send(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled, Context context) {
        Rehearsal rehearsal = context.rehearsal();
        if (rehearsal != null) {
            if (RiskRules.of(operation, arguments) != Risk.READ) {
                throw new IllegalStateException(Texts.of("{0} is no read, and this is a rehearsal.", operation.label()));
            }
            ApiAnswer answer = rehearsal.read(operation, arguments);
            if (answer != null) {
                return answer;
            }
            rehearsal.sent(operation);
        }
        refuseSimulated(operation, arguments);
        Explanation explanation = context.explanation();
        if (explanation == null) {
            return caller.call(operation, arguments, new CallTarget(context.region(), context.watcher()));
        }
        Explanation.Follower follower = explanation.follow(operation, arguments, filled);
        try {
            ApiAnswer answer = caller.call(operation, arguments,
                    new CallTarget(context.region(), CallWatcher.both(context.watcher(), follower)));
            follower.done(answer);
            return answer;
        } catch (ApiException e) {
            follower.given(e);
            throw e;
        }
    }

    /** What a rehearsal made up exists nowhere; the service would be asked for nonsense. */
    private void refuseSimulated(ApiOperation operation, Map<String, Object> arguments) {
        List<String> found = simulated.in(arguments);
        if (!found.isEmpty()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                    .code("dwx.Simulated")
                    .why(found.size() == 1
                            ? Texts.of("{0} is an id that a rehearsal made up; the service knows nothing of it", found.get(0))
                            : Texts.of("{0} are ids that a rehearsal made up; the service knows nothing of it", String.join(", ", found)))
                    .next(Texts.of("make the thing itself, and use the id that it gets")).build();
        }
    }
}
