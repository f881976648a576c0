import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts dwx many times beside a bare {@code java Hello} and prints the ratios pair by pair, since the speed of a
 * shared machine drifts and absolute times say little. The prompt is measured in a pseudo-terminal made by script(1).
 */
public final class Startup {
    private static final String PROMPT = "dwx> ";

    private final Path home;
    private final Path work;
    private final int runs;

    private Startup(Path home, Path work, int runs) {
        this.home = home;
        this.work = work;
        this.runs = runs;
    }

    private record Case(String name, double mark, boolean prompt, List<String> arguments) {
    }

    public static void main(String[] args) throws Exception {
        Path work = Files.createTempDirectory("dwx-bench");
        new Startup(Path.of(args[0]), work, Integer.parseInt(args[1])).run();
    }

    private void run() throws Exception {
        Path hello = Files.createDirectories(work.resolve("hello"));
        Files.writeString(hello.resolve("Hello.java"),
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        String java = ProcessHandle.current().info().command().orElse("java");
        Process javac = new ProcessBuilder(Path.of(java).resolveSibling("javac").toString(), "Hello.java")
                .directory(hello.toFile()).inheritIO().start();
        if (javac.waitFor() != 0) {
            throw new IllegalStateException("javac failed");
        }
        List<String> bare = List.of(java, "-cp", hello.toString(), "Hello");
        waitForArchive();

        List<Case> cases = List.of(
                new Case("--version", 0, false, List.of("--version")),
                new Case("--help", 0, false, List.of("--help")),
                new Case("apis", 2.5, false, List.of("apis")),
                new Case("describe ListProjects", 0, false, List.of("describe", "ListProjects")),
                new Case("-e '1+1'", 14, false, List.of("-e", "1+1")),
                new Case("-e 'ListProjects()' in the sandbox", 0, false,
                        List.of("--sandbox", "-e", "ListProjects(PageSize: 10)")),
                new Case("prompt drawn", 6, true, List.of()),
                new Case("prompt drawn, --sandbox", 0, true, List.of("--sandbox")));
        System.out.printf(Locale.ROOT, "%-36s %8s %8s %8s %10s %6s%n", "", "median", "min", "max", "ms", "mark");
        for (Case one : cases) {
            double[] ratios = new double[runs];
            double[] times = new double[runs];
            for (int i = -1; i < runs; i++) {
                double base = whole(bare);
                List<String> command = new ArrayList<>(List.of(home.resolve("bin/dwx").toString()));
                command.addAll(one.arguments());
                double time = one.prompt() ? untilPrompt(command) : whole(command);
                if (i >= 0) {
                    ratios[i] = time / base;
                    times[i] = time;
                }
            }
            Arrays.sort(ratios);
            Arrays.sort(times);
            System.out.printf(Locale.ROOT, "%-36s %7.2fx %7.2fx %7.2fx %10.0f %6s%n", one.name(), ratios[runs / 2],
                    ratios[0], ratios[runs - 1], times[runs / 2], one.mark() == 0 ? "" : "≤ " + one.mark());
        }
    }

    /** The archive of class data is made after the first start; what is measured is every start after that. */
    private void waitForArchive() throws Exception {
        whole(List.of(home.resolve("bin/dwx").toString(), "--version"));
        Path archives = work.resolve("cache/dwx/archive");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (System.nanoTime() < deadline) {
            if (Files.isDirectory(archives)) {
                try (var files = Files.list(archives)) {
                    if (files.anyMatch(f -> f.toString().endsWith(".jsa"))) {
                        return;
                    }
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.println("note: no class-data archive was made within 120 s; figures are without it");
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_CACHE_HOME", work.resolve("cache").toString());
        builder.environment().put("XDG_STATE_HOME", work.resolve("state").toString());
        builder.environment().put("DWX_OFFLINE", "1");
        builder.environment().put("TERM", "xterm-256color");
        return builder;
    }

    /** Milliseconds of a whole process. */
    private double whole(List<String> command) throws Exception {
        ProcessBuilder builder = builder(command).redirectErrorStream(true);
        long begin = System.nanoTime();
        Process process = builder.start();
        process.getOutputStream().close();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        int code = process.waitFor();
        double time = (System.nanoTime() - begin) / 1e6;
        if (code != 0) {
            throw new IllegalStateException(command + " left with " + code);
        }
        return time;
    }

    /** Milliseconds until the prompt stands in a pseudo-terminal. */
    private double untilPrompt(List<String> command) throws Exception {
        StringBuilder line = new StringBuilder();
        for (String word : command) {
            line.append('\'').append(word).append("' ");
        }
        ProcessBuilder builder = builder(List.of("script", "-qfec", line.toString(), "/dev/null"));
        long begin = System.nanoTime();
        Process process = builder.start();
        StringBuilder seen = new StringBuilder();
        InputStream output = process.getInputStream();
        byte[] buffer = new byte[8192];
        double time = -1;
        for (int n; time < 0 && (n = output.read(buffer)) >= 0;) {
            seen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            if (seen.indexOf(PROMPT) >= 0) {
                time = (System.nanoTime() - begin) / 1e6;
            }
        }
        if (time < 0) {
            throw new IllegalStateException("no prompt: " + seen);
        }
        leave(process);
        return time;
    }

    private static void leave(Process process) throws IOException, InterruptedException {
        process.getOutputStream().write(":quit\r".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
