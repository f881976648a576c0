package dev.dwx

import groovy.transform.Immutable

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/**
 * The real bin/dwx as a process, in a home of its own: nothing of the machine's accounts, caches or settings is seen,
 * and nothing is left behind there.
 */
final class DwxProcess {
    static final Path PROJECT = Path.of(System.getProperty('dwx.basedir', '.')).toAbsolutePath().normalize()

    final Path home
    final Map<String, String> environment = [:]
    Path directory

    DwxProcess(Path home) {
        this.home = home
        this.directory = home
    }

    /** What a finished process left. */
    @Immutable
    static final class Run {
        int code
        String out
        String err

        @Override
        String toString() {
            "code $code\n--- out\n$out\n--- err\n$err"
        }
    }

    /** The sandbox's own key, and nothing of the network beyond loopback. */
    DwxProcess against(URI endpoint) {
        environment.putAll([
                ALIBABA_CLOUD_ACCESS_KEY_ID    : 'sandbox',
                ALIBABA_CLOUD_ACCESS_KEY_SECRET: 'sandbox',
                ALIBABA_CLOUD_REGION_ID        : 'cn-shanghai',
                DWX_ENDPOINT                   : endpoint.toString()])
        this
    }

    ProcessBuilder builder(List<? extends CharSequence> command) {
        def builder = new ProcessBuilder(command*.toString()).directory(directory.toFile())
        def env = builder.environment()
        env.keySet().removeIf { it.startsWith('ALIBABA') || it.startsWith('DWX_') || it.startsWith('XDG_') || it =~ /(?i)_proxy$/ }
        env.putAll([HOME: home.toString(), DWX_OFFLINE: '1', DWX_ARCHIVE: 'off', DWX_JAVA_OPTS: ClassArchive.options(), LC_ALL: 'C.UTF-8', TZ: 'America/New_York'])
        env.putAll(environment)
        builder
    }

    Run run(String... arguments) {
        run('', arguments as List<String>)
    }

    Run run(String input, List<String> arguments) {
        exec(input, [PROJECT.resolve('bin/dwx').toString()] + arguments)
    }

    Run exec(String input, List<? extends CharSequence> command) {
        Path out = Files.createTempFile(home, 'out', '.txt')
        Path err = Files.createTempFile(home, 'err', '.txt')
        def process = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start()
        process.outputStream.withCloseable {
            try {
                it.write(input.getBytes(StandardCharsets.UTF_8))
            } catch (IOException ignored) {
                // A process that does not read its input may be gone already.
            }
        }
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor()
            throw new IllegalStateException("still running after 300 s: $command\n${Files.readString(out)}\n${Files.readString(err)}")
        }
        new Run(process.exitValue(), Files.readString(out), Files.readString(err))
    }
}
