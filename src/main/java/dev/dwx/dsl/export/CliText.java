package dev.dwx.dsl.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** A command line of the vendor's own tool, told to send what it is given. */
final class CliText {
    private final ExportedCall call;

    CliText(ExportedCall call) {
        this.call = call;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        call.remarks().forEach(remark -> text.append("# ").append(remark).append('\n'));
        text.append("aliyun dataworks-public ").append(call.operation().name()).append(" --version ")
                .append(call.operation().version()).append(" --method ").append(call.isGet() ? "GET" : "POST").append(" --force");
        if (call.region() != null) {
            text.append(" --region ").append(Quoting.shell(call.region()));
        }
        text.append(" --endpoint ").append(Quoting.shell(call.endpoint().authority()));
        if (call.endpoint().scheme().equals("http")) {
            text.append(" --insecure");
        }
        Map<String, String> all = new LinkedHashMap<>(call.request().query());
        all.putAll(call.request().form());
        all.forEach((name, value) -> {
            String variable = call.variableOf(name);
            // A value that begins with a hyphen would be taken for an option of its own.
            text.append(" \\\n  --").append(name).append(value.startsWith("-") ? '=' : ' ')
                    .append(variable == null ? Quoting.shell(value) : "\"$" + variable + "\"");
        });
        return text.append('\n').toString();
    }
}
