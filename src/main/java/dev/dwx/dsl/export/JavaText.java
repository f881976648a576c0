package dev.dwx.dsl.export;

import java.util.Map;

/** A Java class on tea-openapi's generic call. */
final class JavaText {
    private final ExportedCall call;

    JavaText(ExportedCall call) {
        this.call = call;
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                import com.aliyun.teaopenapi.Client;
                import com.aliyun.teaopenapi.models.Config;
                import com.aliyun.teaopenapi.models.OpenApiRequest;
                import com.aliyun.teaopenapi.models.Params;
                import com.aliyun.teautil.models.RuntimeOptions;
                """);
        if (call.hasEmptyFormValue()) {
            text.append("import java.net.URLEncoder;\nimport java.nio.charset.StandardCharsets;\n");
        }
        text.append("import java.util.LinkedHashMap;\nimport java.util.Map;\n");
        if (call.hasEmptyFormValue()) {
            text.append("import java.util.StringJoiner;\n");
        }
        text.append("\n/**\n * ").append(call.operation().label()).append(" of DataWorks. Needs com.aliyun:tea-openapi.\n");
        call.remarks().forEach(remark -> text.append(" * ").append(remark).append('\n'));
        text.append(" */\npublic class ").append(call.operation().name()).append("""
                 {
                    public static void main(String[] args) throws Exception {
                        Config config = new Config()
                                .setAccessKeyId(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"))
                                .setAccessKeySecret(System.getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"))
                                .setSecurityToken(System.getenv("ALIBABA_CLOUD_SECURITY_TOKEN"))
                """);
        text.append("                .setEndpoint(").append(Quoting.java(call.endpoint().authority())).append(")\n")
                .append("                .setProtocol(").append(Quoting.java(call.endpoint().scheme())).append(");\n");
        map(text, "query", call.request().query());
        map(text, "form", call.request().form());
        boolean bytes = call.hasEmptyFormValue();
        text.append("        Params params = new Params().setAction(").append(Quoting.java(call.operation().name()))
                .append(").setVersion(").append(Quoting.java(call.operation().version())).append(")\n")
                .append("                .setMethod(").append(Quoting.java(call.request().method()))
                .append(").setProtocol(\"HTTPS\").setPathname(\"/\").setAuthType(\"AK\").setStyle(\"RPC\")\n")
                .append("                .setReqBodyType(").append(bytes ? "\"byte\"" : "\"formData\"")
                .append(").setBodyType(\"string\");\n")
                .append("        OpenApiRequest request = new OpenApiRequest().setQuery(query);\n");
        if (bytes) {
            text.append("""
                            // As bytes: the library would leave the empty values out of a form.
                            StringJoiner body = new StringJoiner("&");
                            form.forEach((name, value) -> body.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
                            request.setBody(body.toString().getBytes(StandardCharsets.UTF_8))
                                    .setHeaders(Map.of("content-type", "application/x-www-form-urlencoded"));
                    """);
        } else if (!call.request().form().isEmpty()) {
            text.append("        request.setBody(form);\n");
        }
        return text.append("""
                        Map<String, ?> answer = new Client(config).callApi(params, request, new RuntimeOptions());
                        System.out.println(answer.get("body"));
                    }
                }
                """).toString();
    }

    private void map(StringBuilder text, String name, Map<String, String> parameters) {
        if (parameters.isEmpty() && name.equals("form")) {
            return;
        }
        text.append("        Map<String, String> ").append(name).append(" = new LinkedHashMap<>();\n");
        parameters.forEach((key, value) -> {
            String variable = call.variableOf(key);
            text.append("        ").append(name).append(".put(").append(Quoting.java(key)).append(", ")
                    .append(variable == null ? Quoting.java(value) : "System.getenv(\"" + variable + "\")").append(");\n");
        });
    }
}
