package dev.dwx.dsl

import dev.dwx.catalog.ApiOperation
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.CallTarget
import dev.dwx.json.ExactJson
import java.time.Duration

/** Answers with what a spec put down for the operation, and remembers every call. */
class RecordingCaller implements ApiCaller {
    static class Call {
        ApiOperation operation
        Map<String, Object> arguments
        CallTarget target

        String getName() { operation.name() }

        String getVersion() { operation.version() }
    }

    final List<Call> calls = Collections.synchronizedList([])
    final Map<String, Closure<Object>> answers = [:]

    /** JSON text, or a closure that is given the call's arguments and gives JSON text or throws. */
    RecordingCaller on(String name, Object answer) {
        answers[name] = answer instanceof Closure ? answer : { answer }
        this
    }

    @Override
    ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        calls << new Call(operation: operation, arguments: new LinkedHashMap(arguments), target: target)
        def answer = answers[operation.name()]
        String text = answer == null ? '{"RequestId": "R-1"}' : answer.call(arguments).toString()
        def body = ExactJson.parse(text)
        new ApiAnswer(operation, body, text, 200, [:], body instanceof Map ? (body.RequestId ?: 'R-1') as String : null,
                Duration.ofMillis(12))
    }

    Call getLast() { calls.last() }
}
