package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import dev.dwx.client.ApiException;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import dev.dwx.time.TimeEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A call that the catalog does not vouch for: the arguments go as they are, into the query, or into the form when
 * {@code in: 'formData'} says so; lists and maps as JSON. Risk, confirmation and audit hold as for every call.
 */
final class UncheckedCall {
    private final Session session;

    UncheckedCall(Session session) {
        this.session = session;
    }

    ApiResult send(String name, Map<String, Object> given) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        given.forEach((key, value) -> arguments.put(String.valueOf(key), value));
        Object version = arguments.remove("version");
        Object method = arguments.remove("method");
        Object in = arguments.remove("in");
        if (!OperationNames.isOperationName(name)) {
            throw refusal(name, Texts.of("an operation's name is letters and digits, a capital first"));
        }
        Placement placement = in == null ? Placement.QUERY : Placement.of(in.toString());
        String verb = method == null ? "POST" : method.toString().toUpperCase(Locale.ROOT);
        if (!List.of("GET", "POST", "PUT", "DELETE").contains(verb)) {
            throw refusal(name, Texts.of("there is no method {0}; use GET, POST, PUT or DELETE", verb));
        }
        if (placement != Placement.QUERY && placement != Placement.FORM_DATA) {
            throw refusal(name, Texts.of("arguments go into 'query' or 'formData', not into {0}", in));
        }
        List<ApiParameter> parameters = new ArrayList<>();
        arguments.forEach((key, value) -> parameters.add(new ApiParameter(key, placement,
                value instanceof Map || value instanceof Iterable && !(value instanceof CharSequence)
                        ? Style.JSON : Style.NONE, Schema.ANY)));
        ApiOperation operation = new ApiOperation(version == null ? session.context().version() : version.toString(),
                name, List.of(verb), List.of("https"), null, null, null, null, null, false, null, false, parameters,
                Schema.ANY, Map.of(), Map.of(), new Provenance("call", null, null, false));
        TimeEncoding times = new TimeEncoding(session.context().timeZone(), session.context().timeForms());
        CheckedArguments checked = ArgumentCheck.check(operation, arguments, times);
        if (!checked.problems().isEmpty()) {
            throw refusal(name, Redactor.text(String.join("; ", checked.problems())));
        }
        return session.unchecked(operation, checked.arguments());
    }

    private static ApiException refusal(String name, String why) {
        return ApiException.of(ApiException.Stage.NOT_SENT, name, ApiCatalog.V2024).code("dwx.BadArguments").why(why)
                .next("call('Name', version: '2024-05-18', method: 'POST', in: 'query', Parameter: value)").build();
    }
}
