package dev.dwx.client.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.aliyun.sdk.service.dataworks_public20990101.models.CreateAlarmRequest;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Style;
import dev.dwx.client.ApiClient;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Operations;
import dev.dwx.client.Signature;
import dev.dwx.client.Transport;
import dev.dwx.client.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes through the encoder reaches the fields of a typed request unchanged, in every style. */
class WireArgumentsProperties {
    private static final ApiClient ENCODER = new ApiClient(null, null, null, Signature.V3);

    /** Leaves models as maps of their typed values. */
    private static final TypedValues VALUES = new TypedValues() {
        @Override
        Object model(Class<?> type, Map<String, Object> values, String what) {
            return values;
        }
    };

    private static Object typed(Style list, Style tree, Map<String, Object> arguments) throws Exception {
        ApiOperation operation = Operations.operation("CreateAlarm", "POST", List.of(
                Operations.form("Id", "integer"),
                Operations.parameter("Types", Placement.FORM_DATA, list, "string[]"),
                Operations.parameter("Receivers", Placement.QUERY, tree, "any[]"),
                Operations.parameter("Labels", Placement.FORM_DATA, tree, "object")));
        Transport.Outgoing call = new Transport.Outgoing(operation, arguments, ENCODER.prepare(operation, arguments),
                Endpoint.parse("a.b"), Credentials.accessKey("id", "secret"), false);
        return VALUES.filled(CreateAlarmRequest.class, WireArguments.of(call), "CreateAlarm");
    }

    @Property(tries = 300)
    void argumentsReachTheirFields(
            @ForAll("texts") List<String> types, @ForAll("texts") List<String> names, @ForAll long number,
            @ForAll("lists") Style list, @ForAll("trees") Style tree) throws Exception {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("Id", number);
        arguments.put("Types", types);
        arguments.put("Receivers",
                names.stream().map(name -> Map.of("Name", (Object) name, "Uids", List.of(number, 7L))).toList());
        arguments.put("Labels", Map.of("some", number));
        assertEquals(arguments, typed(list, tree, arguments));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).filter(text ->
                        StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf(',') < 0),
                Arbitraries.of("a.b", "1", "[1]", "{\"a\":1}", "null", "$", " ", "😀", "中", "#1#a", "\n", "true", "."))
                .list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Style> lists() {
        return Arbitraries.of(Style.SIMPLE, Style.JSON, Style.REPEAT_LIST, Style.NONE);
    }

    @Provide
    Arbitrary<Style> trees() {
        return Arbitraries.of(Style.JSON, Style.REPEAT_LIST, Style.NONE);
    }
}
