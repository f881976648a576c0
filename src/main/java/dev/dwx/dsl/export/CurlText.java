package dev.dwx.dsl.export;

import java.util.Map;
import java.util.TreeMap;

/**
 * A POSIX shell script around curl. All that does not depend on who calls and when is encoded already; the script adds key, time,
 * nonce and signature. The secret never stands on a command line, where others could read it.
 */
final class CurlText {
    private static final String SIGNING = """
            sha256() { openssl dgst -sha256 | sed 's/^.* //'; }

            # HMAC-SHA256 of standard input. The key is mixed in here, byte by byte, since options of openssl show in ps.
            hmac() (
              key=$(printf %s "$ALIBABA_CLOUD_ACCESS_KEY_SECRET" | od -An -v -tx1 | tr -d ' \\n')
              [ ${#key} -le 128 ] || key=$(printf %s "$ALIBABA_CLOUD_ACCESS_KEY_SECRET" | sha256)
              inner= outer= i=0
              while [ $i -lt 64 ]; do
                byte=${key%"${key#??}"} key=${key#??}
                inner=$inner\\\\$(printf %03o $((0x${byte:-00} ^ 0x36)))
                outer=$outer\\\\$(printf %03o $((0x${byte:-00} ^ 0x5c)))
                i=$((i + 1))
              done
              { printf "$outer"; { printf "$inner"; cat; } | openssl dgst -sha256 -binary; } | sha256
            )
            """;
    private static final String ENCODING = """

            # Percent-encodes a value that is only known now.
            encode() {
              printf %s "$1" | od -An -v -tx1 | tr -s ' ' '\\n' | while read -r byte; do
                case $byte in
                  '') ;;
                  2d|2e|5f|7e|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a]) printf "\\\\$(printf %03o "0x$byte")" ;;
                  *) printf '%%%s' "$byte" | tr a-f A-F ;;
                esac
              done
            }
            """;
    private static final String SENDING = """

            hash=$(printf %s "$body" | sha256)
            date=$(date -u +%Y-%m-%dT%H:%M:%SZ)
            nonce=$(openssl rand -hex 16)
            request="$method
            /
            $query
            $headers

            $signed
            $hash"
            """;

    private final ExportedCall call;

    CurlText(ExportedCall call) {
        this.call = call;
    }

    String text() {
        StringBuilder text = new StringBuilder("#!/bin/sh\n");
        text.append("# ").append(call.operation().label()).append(" of DataWorks, signed with ACS3-HMAC-SHA256. Needs curl and openssl.\n")
                .append("# Who calls: ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET, and where it is temporary\n")
                .append("# ALIBABA_CLOUD_SECURITY_TOKEN.\n");
        call.remarks().forEach(remark -> text.append("# ").append(remark).append('\n'));
        text.append("set -eu\n: \"${ALIBABA_CLOUD_ACCESS_KEY_ID:?is not set}\" \"${ALIBABA_CLOUD_ACCESS_KEY_SECRET:?is not set}\"\n");
        boolean encodes = false;
        for (String variable : call.variables()) {
            text.append(": \"${").append(variable).append(":?is not set}\"\n");
            encodes = true;
        }
        text.append("token=${ALIBABA_CLOUD_SECURITY_TOKEN:-}\n\n").append(SIGNING);
        if (encodes) {
            text.append(ENCODING);
        }
        text.append("\nurl=").append(Quoting.shell(call.endpoint().url())).append("\nhost=")
                .append(Quoting.shell(call.endpoint().authority())).append("\nmethod=")
                .append(call.request().method()).append("\nquery=")
                .append(parameters(new TreeMap<>(call.request().query()))).append("\nbody=")
                .append(parameters(call.request().form())).append("\n");
        // The headers need the hash, the date and the nonce, the request needs the headers.
        int headers = SENDING.indexOf("request=");
        text.append(SENDING, 0, headers).append(headers()).append(SENDING.substring(headers)).append("""
                signature=$(printf 'ACS3-HMAC-SHA256\\n%s' "$(printf %s "$request" | sha256)" | hmac)
                {
                  printf 'url = "%s/%s"\\nrequest = "%s"\\nheader = "accept: application/json"\\n' "$url" "${query:+?$query}" "$method"
                  printf '%s\\n' "$headers" | sed 's/.*/header = "&"/'
                  printf 'header = "authorization: ACS3-HMAC-SHA256 Credential=%s,SignedHeaders=%s,Signature=%s"\\n' \\
                    "$ALIBABA_CLOUD_ACCESS_KEY_ID" "$signed" "$signature"
                """);
        if (!call.isGet()) {
            text.append("  printf 'data-binary = \"%s\"\\n' \"$body\"\n");
        }
        return text.append("} | curl --silent --show-error --config -\necho\n").toString();
    }

    private String headers() {
        String form = call.isGet() ? "" : "content-type:application/x-www-form-urlencoded\n";
        String names = (call.isGet() ? "" : "content-type;") + "host;";
        return "headers=\"" + form + "host:$host\n"
                + "${token:+x-acs-accesskey-id:$ALIBABA_CLOUD_ACCESS_KEY_ID\n}x-acs-action:" + call.operation().name() + "\n"
                + "x-acs-content-sha256:$hash\nx-acs-date:$date\n"
                + "${token:+x-acs-security-token:$token\n}x-acs-signature-nonce:$nonce\n"
                + "x-acs-version:" + call.operation().version() + "\"\n"
                + "signed=\"" + names + "${token:+x-acs-accesskey-id;}x-acs-action;x-acs-content-sha256;x-acs-date;"
                + "${token:+x-acs-security-token;}x-acs-signature-nonce;x-acs-version\"\n";
    }

    /** {@code 'A=1&B='"$(encode "$DWX_PASSWORD")"}; what is encoded holds no character that a shell or curl would read. */
    private String parameters(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder("'");
        String separator = "";
        for (Map.Entry<String, String> entry : parameters.entrySet()) {
            text.append(separator).append(Quoting.percent(entry.getKey())).append('=');
            String variable = call.variableOf(entry.getKey());
            text.append(variable == null ? Quoting.percent(entry.getValue()) : "'\"$(encode \"$" + variable + "\")\"'");
            separator = "&";
        }
        return text.append('\'').toString();
    }
}
