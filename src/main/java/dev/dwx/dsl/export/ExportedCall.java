package dev.dwx.dsl.export;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.client.ApiException;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Requests;
import dev.dwx.client.WireRequest;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One call, made ready to be written down for another tool: encoded as dwx itself would send it, and without a secret. An argument
 * that is a secret as a whole becomes an environment variable; one that holds a secret inside keeps {@value Redactor#MASK} in its
 * place, and the text says so.
 */
public final class ExportedCall {
    private final ApiOperation operation;
    private final WireRequest request;
    private final Endpoint endpoint;
    private final String region;
    private final Map<String, String> secrets;

    private ExportedCall(ApiOperation operation, WireRequest request, Endpoint endpoint, String region, Map<String, String> secrets) {
        this.operation = operation;
        this.request = request;
        this.endpoint = endpoint;
        this.region = region;
        this.secrets = secrets;
    }

    /**
     * The call as it would be sent.
     *
     * @throws ApiException when it cannot be encoded, or has a body that is no form
     */
    public static ExportedCall of(PlannedCall call, Requests requests) {
        ApiOperation operation = call.operation();
        call.arguments().forEach((name, value) -> {
            if (value instanceof LocalFile) {
                throw refusal(operation, Texts.of("{0} is a file of this machine, which has to be uploaded first", name),
                        Texts.of("call it here, or give the address of a file that is uploaded already"));
            }
        });
        // What could not be sent cannot be exported either.
        requests.prepare(operation, call.arguments());
        Map<String, Object> shown = Redactor.arguments(operation.name(), call.arguments());
        Map<String, String> secrets = new LinkedHashMap<>();
        shown.forEach((name, value) -> {
            if (Redactor.MASK.equals(value) && !Redactor.MASK.equals(call.arguments().get(name))) {
                secrets.put(name, variable(name));
            }
        });
        WireRequest request = requests.prepare(operation, shown);
        if (request.body() != null || !request.headers().isEmpty()) {
            throw refusal(operation, Texts.of("its request has a body or headers of its own, which cannot be written down for other tools"),
                    Texts.of("call it here"));
        }
        return new ExportedCall(operation, request, requests.endpoint(operation, call.target()), call.context().region(), secrets);
    }

    private static ApiException refusal(ApiOperation operation, String why, String next) {
        return ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.NoExport")
                .why(why).next(next).build();
    }

    /** {@code UserPassword} as {@code DWX_USER_PASSWORD}. */
    private static String variable(String name) {
        StringBuilder variable = new StringBuilder("DWX");
        for (String word : OperationName.split(name)) {
            variable.append('_').append(word.toUpperCase(Locale.ROOT));
        }
        return variable.toString();
    }

    /** A shell script that signs the call with openssl and sends it with curl; runs in any POSIX shell. */
    public String curl() {
        return new CurlText(this).text();
    }

    /** A Python program on the vendor's generic client. */
    public String python() {
        return new PythonText(this).text();
    }

    /** A Java class on the vendor's generic client. */
    public String java() {
        return new JavaText(this).text();
    }

    /** A command line of the vendor's {@code aliyun} tool. */
    public String cli() {
        return new CliText(this).text();
    }

    ApiOperation operation() {
        return operation;
    }

    WireRequest request() {
        return request;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String region() {
        return region;
    }

    boolean isGet() {
        return request.method().equals("GET");
    }

    /** The environment variable that holds the value of a parameter, or {@code null} when its value may be written down. */
    String variableOf(String parameter) {
        return secrets.get(parameter);
    }

    Iterable<String> variables() {
        return secrets.values();
    }

    /** Whether the vendor's libraries would leave an empty value out of the form. */
    boolean hasEmptyFormValue() {
        return request.form().containsValue("");
    }

    /** Lines to stand above the code, without the marks of a comment. */
    Iterable<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!secrets.isEmpty()) {
            remarks.add(Texts.of("Secrets are read from the environment: {0}.", String.join(", ", secrets.values())));
        }
        boolean masked = false;
        for (Map<String, String> place : List.of(request.query(), request.form())) {
            for (Map.Entry<String, String> entry : place.entrySet()) {
                masked |= !secrets.containsKey(entry.getKey()) && entry.getValue().contains(Redactor.MASK);
            }
        }
        if (masked) {
            remarks.add(Texts.of("{0} stands where a secret was left out; put it in before you run this.", Redactor.MASK));
        }
        return remarks;
    }
}
