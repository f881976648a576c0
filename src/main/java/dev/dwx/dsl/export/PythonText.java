package dev.dwx.dsl.export;

import java.util.Map;

/** A Python program on alibabacloud-tea-openapi's generic call. */
final class PythonText {
    private final ExportedCall call;

    PythonText(ExportedCall call) {
        this.call = call;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("# ").append(call.operation().label()).append(" of DataWorks. Needs: pip install alibabacloud-tea-openapi\n");
        call.remarks().forEach(remark -> text.append("# ").append(remark).append('\n'));
        text.append("import json\nimport os\n");
        if (call.hasEmptyFormValue()) {
            text.append("from urllib.parse import urlencode\n");
        }
        text.append("""

                from alibabacloud_tea_openapi import models
                from alibabacloud_tea_openapi.client import Client
                from alibabacloud_tea_util.models import RuntimeOptions

                client = Client(models.Config(
                    access_key_id=os.environ['ALIBABA_CLOUD_ACCESS_KEY_ID'],
                    access_key_secret=os.environ['ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
                    security_token=os.environ.get('ALIBABA_CLOUD_SECURITY_TOKEN'),
                """);
        text.append("    endpoint=").append(Quoting.python(call.endpoint().authority())).append(",\n    protocol=")
                .append(Quoting.python(call.endpoint().scheme())).append(",\n))\n");
        text.append("query = ").append(dictionary(call.request().query())).append('\n');
        text.append("form = ").append(dictionary(call.request().form())).append('\n');
        boolean bytes = call.hasEmptyFormValue();
        text.append("params = models.Params(\n    action=").append(Quoting.python(call.operation().name()))
                .append(",\n    version=").append(Quoting.python(call.operation().version()))
                .append(",\n    method=").append(Quoting.python(call.request().method()))
                .append(",\n    protocol='HTTPS',\n    pathname='/',\n    auth_type='AK',\n    style='RPC',\n    req_body_type=")
                .append(bytes ? "'byte'" : "'formData'").append(",\n    body_type='json',\n)\n");
        if (bytes) {
            text.append("""
                    # As bytes: the library would leave the empty values out of a form.
                    request = models.OpenApiRequest(
                        query=query,
                        body=urlencode(form).encode(),
                        headers={'content-type': 'application/x-www-form-urlencoded'},
                    )
                    """);
        } else {
            text.append("request = models.OpenApiRequest(query=query, body=form or None)\n");
        }
        return text.append("""
                answer = client.call_api(params, request, RuntimeOptions())
                print(json.dumps(answer['body'], ensure_ascii=False, indent=2))
                """).toString();
    }

    private String dictionary(Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return "{}";
        }
        StringBuilder text = new StringBuilder("{\n");
        parameters.forEach((name, value) -> {
            String variable = call.variableOf(name);
            text.append("    ").append(Quoting.python(name)).append(": ")
                    .append(variable == null ? Quoting.python(value) : "os.environ['" + variable + "']").append(",\n");
        });
        return text.append('}').toString();
    }
}
