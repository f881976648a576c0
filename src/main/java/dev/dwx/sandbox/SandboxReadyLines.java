package dev.dwx.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person who started a sandbox must know to use it: one line that it is ready, then lines for a shell. */
public final class SandboxReadyLines {
    private SandboxReadyLines() {
    }

    /**
     * The lines, without line ends.
     *
     * @param certificateFile where {@link Sandbox#certificatePem()} was written, or {@code null} without TLS
     */
    public static List<String> of(Sandbox sandbox, Path certificateFile) {
        List<String> lines = new ArrayList<>();
        lines.add("sandbox ready: " + sandbox.endpoint()
                + (sandbox.httpsEndpoint() == null ? "" : " and " + sandbox.httpsEndpoint()));
        lines.add("export ALIBABA_CLOUD_ACCESS_KEY_ID=" + SandboxKeys.ID);
        lines.add("export ALIBABA_CLOUD_ACCESS_KEY_SECRET=" + SandboxKeys.SECRET);
        lines.add("export ALIBABA_CLOUD_REGION_ID=cn-shanghai");
        lines.add("export DWX_ENDPOINT=" + sandbox.endpoint());
        if (certificateFile != null) {
            lines.add("export DWX_CA_FILE=" + quoted(certificateFile.toString()));
        }
        lines.add("export DWX_META_URL=" + sandbox.endpoint());
        lines.add("export DWX_HELP_URL=" + sandbox.endpoint());
        lines.add("export DWX_MCP_URL=" + sandbox.endpoint());
        return lines;
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(Character.isLetterOrDigit(c) || "/._-".indexOf(c) >= 0)) {
                return "'" + text.replace("'", "'\\''") + "'";
            }
        }
        return text;
    }
}
