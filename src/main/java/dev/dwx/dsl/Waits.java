package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.waiting.Following;
import dev.dwx.dsl.waiting.Wait;
import dev.dwx.dsl.waiting.WaitDesk;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.texts.Texts;
import groovy.lang.Closure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** The waits of the language: what {@code waitFor} and its kin are given, and how a thing is looked at. */
final class Waits {
    private static final String FORMS = "Write waitFor { GetTaskInstance(Id: x) }, waitFor({ GetX(Id: x) }) { it.X.Field == 'value' }, "
            + "waitFor ImportWorkflowDefinition(…), each with every: '5s', timeout: '10m', what: '…' where wanted.";
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final Session session;

    Waits(Session session) {
        this.session = session;
    }

    /** {@code waitFor} in all its forms. */
    WaitResult waitFor(Object[] given) {
        List<Object> arguments = list(given);
        Map<?, ?> options = !arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map ? map : Map.of();
        if (!arguments.isEmpty() && arguments.get(0) == options) {
            arguments.remove(0);
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof ApiResult answer) {
            return begun(answer, options);
        }
        if (arguments.size() == 1 && arguments.get(0) instanceof Closure<?> look) {
            return until(look, null, options);
        }
        if (arguments.size() == 2 && arguments.get(0) instanceof Closure<?> look && arguments.get(1) instanceof Closure<?> condition) {
            return until(look, condition, options);
        }
        throw new IllegalArgumentException(Texts.of("waitFor does not know what to wait for. {0}", Texts.of(FORMS)));
    }

    /**
     * {@code waitForPipelineRun(id)} and the like.
     *
     * @param kind which thing
     * @param given options, the id, and for some the status wanted
     */
    WaitResult waitFor(Following.Kind kind, Object[] given) {
        List<Object> arguments = list(given);
        Map<?, ?> options = !arguments.isEmpty() && arguments.get(0) instanceof Map<?, ?> map ? map : Map.of();
        if (!arguments.isEmpty() && arguments.get(0) == options) {
            arguments.remove(0);
        }
        if (arguments.isEmpty() || arguments.size() > 2 || arguments.get(0) == null) {
            throw new IllegalArgumentException(Texts.of("Say which: its id{0}, and options such as timeout: '10m'.",
                    arguments.isEmpty() ? "" : Texts.of(", which must not be null")));
        }
        Object id = arguments.get(0);
        if (id instanceof ApiResult answer) {
            return begun(answer, options);
        }
        String wanted = arguments.size() == 2 ? String.valueOf(arguments.get(1)) : null;
        return follow(Following.of(kind, session.context().version(), id, wanted), options);
    }

    /** Groovy hands a lone null over in place of the list. */
    private static List<Object> list(Object[] given) {
        List<Object> arguments = new ArrayList<>();
        if (given == null) {
            arguments.add(null);
        } else {
            arguments.addAll(Arrays.asList(given));
        }
        return arguments;
    }

    private WaitResult begun(ApiResult answer, Map<?, ?> options) {
        ApiOperation operation = answer.getOperation();
        Following following = Following.begunBy(operation.version(), operation.name(), answer.answer().body());
        if (following == null) {
            throw new IllegalArgumentException(Texts.of("The answer of {0} names nothing to wait for. {1}", operation.label(), Texts.of(FORMS)));
        }
        return follow(following, options);
    }

    private WaitResult follow(Following thing, Map<?, ?> options) {
        WaitTerms terms = thing.terms().with(options);
        ApiOperation operation = session.operation(thing.version(), thing.operation());
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(thing.parameter(), thing.id());
        if (operation.parameter("ProjectEnv").filter(parameter -> parameter.required()).isPresent()
                && session.context().environment() == null) {
            arguments.put("ProjectEnv", "PROD");
        }
        Context context = session.context();
        if (context.rehearsal() != null) {
            Object value = session.call(operation, arguments, false);
            return rehearsed(value, thing.rehearsed(((ApiResult) value).answer().body()));
        }
        return thing.wait(desk(), terms, () -> session.look(operation, arguments), value -> ((ApiResult) value).answer().body());
    }

    private WaitResult until(Closure<?> look, Closure<?> condition, Map<?, ?> options) {
        Supplier<Object> once = () -> look(look);
        if (session.context().rehearsal() != null) {
            return rehearsed(once.get(), null);
        }
        WaitTerms terms = new WaitTerms(Texts.of("what the block says"), null, EVERY, TIMEOUT, true);
        if (condition != null) {
            WaitTerms told = terms.with(options);
            return new Wait(desk(), told).until(once, value -> DefaultTypeTransformation.castToBoolean(condition.call(value)));
        }
        return Following.blocks(desk(), terms, options, once, Waits::answer);
    }

    /**
     * One look. It is repeated, and once more after a lost answer, so nothing in it may change anything: what is done at each look would
     * be done as often as it takes.
     */
    private Object look(Closure<?> look) {
        Context context = session.context();
        if (context.readOnly()) {
            return look.call();
        }
        try {
            return session.within(context.withReadOnly(true), look::call);
        } catch (ApiException e) {
            if (!"dwx.ReadOnly".equals(e.code())) {
                throw e;
            }
            throw ApiException.of(ApiException.Stage.NOT_SENT, e.operation(), e.version()).code("dwx.WriteInWait")
                    .why(Texts.of("waitFor looks again and again, and this call changes something: it would be made at every look"))
                    .next(Texts.of("make the call first, then wait: def begun = {0}(…); waitFor begun, or waitFor { Get…(…) }",
                            e.operation()))
                    .cause(e).build();
        }
    }

    /** What of a block's value tells how things stand. */
    private static Following.Answer answer(Object value) {
        if (!(value instanceof ApiResult result)) {
            return new Following.Answer(null, null, null, DefaultTypeTransformation.castToBoolean(value));
        }
        ApiOperation operation = result.getOperation();
        if (result.isListing()) {
            return new Following.Answer(operation.version(), operation.name(), null, result.asBoolean());
        }
        Object object = ResponseShape.at(result.answer().body(), ResponseShape.of(operation).objectPath());
        return new Following.Answer(operation.version(), operation.name(), new Object[] {result.answer().body(), object}, false);
    }

    /** In a rehearsal nothing has begun, so nothing would end: one look is all. */
    private WaitResult rehearsed(Object value, String status) {
        session.note(status == null ? Texts.of("In a rehearsal nothing is waited for.")
                : Texts.of("In a rehearsal nothing is waited for: taken for {0}.", status));
        return new WaitResult(value, status, Duration.ZERO, 1);
    }

    private WaitDesk desk() {
        CallBudget budget = session.budget();
        return new WaitDesk(session.timer(), session.progress(), session::note, budget::widen, budget::mayNeed);
    }
}
