package dev.dwx

import java.nio.charset.StandardCharsets
import java.util.concurrent.TimeUnit

/** {@code dwx sandbox} as a process of its own, ready when the constructor returns. */
final class SandboxServer implements AutoCloseable {
    final Process process
    /** What its export lines say. */
    final Map<String, String> exports = [:]
    /** Its address with TLS, or {@code null}. */
    final String httpsEndpoint

    SandboxServer(DwxProcess dwx, List<String> options = []) {
        def log = java.nio.file.Files.createTempFile(dwx.home, 'sandbox', '.err')
        process = dwx.builder([DwxProcess.PROJECT.resolve('bin/dwx').toString(), 'sandbox'] + options)
                .redirectError(log.toFile()).start()
        def reader = new BufferedReader(new InputStreamReader(process.inputStream, StandardCharsets.UTF_8))
        // The lines come together, once it listens; the stream ends early only when it could not start.
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            def (name, value) = (line - 'export ').split('=', 2)
            exports[name] = value
            if (name == 'DWX_MCP_URL') {
                break
            }
        }
        if (!exports.DWX_MCP_URL) {
            process.waitFor(30, TimeUnit.SECONDS)
            throw new IllegalStateException('the sandbox did not start: ' + java.nio.file.Files.readString(log))
        }
        // The line that it is ready comes before the export lines.
        def secure = java.nio.file.Files.readString(log) =~ /https:\/\/127\.0\.0\.1:\d+/
        httpsEndpoint = secure ? secure[0] : null
    }

    URI getEndpoint() {
        URI.create(exports.DWX_ENDPOINT)
    }

    @Override
    void close() {
        process.destroy()
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor()
        }
    }
}
