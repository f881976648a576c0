import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/**
 * Starts the real dwx many times against a sandbox of its own process, each time to write as fast as it can, and kills it with
 * SIGKILL at a random moment: while it starts, while it writes, while it reads the list of operations. All share one home, as the
 * shells of one user do. At the end audit log, count of calls, history, catalog cache and kept pre-images must be readable, and
 * nothing may have been made twice.
 */
public final class Kill {
    private static final int SHORTEST_MILLIS = 1_500;
    private static final int LINES = 60;
    private static final int CTRL_P = 16;
    /** Prints what the line itself does not hold. */
    private static final String TOLD = "; println 'wro' + 'te'";

    private final Path project;
    private final Path home;
    private final String setsid;
    private final Map<String, String> account = new TreeMap<>();
    private final Map<String, Integer> killed = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Kill(Path project, Path home) {
        this.project = project;
        this.home = home;
        this.setsid = setsid();
    }

    /** What a command that ended left. */
    private record Ended(int code, String out, String err) {
    }

    public static void main(String[] args) throws Exception {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        int atOnce = args.length > 2 ? Integer.parseInt(args[2]) : 2;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 1;
        Path home = Files.createTempDirectory("dwx-kill");
        Kill kill = new Kill(Path.of(args[0]), home);
        boolean well = kill.run(runs, atOnce, seed,
                args.length > 4 ? Duration.ofMinutes(Long.parseLong(args[4])) : Duration.ofDays(1));
        if (well) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } else {
            System.out.println("all of it is kept in " + home);
        }
        System.exit(well ? 0 : 1);
    }

    private boolean run(int runs, int atOnce, long seed, Duration most) throws Exception {
        if (setsid == null) {
            System.out.println("no setsid on this machine: runs at the prompt, and with them the history, are left out");
        }
        Process sandbox = sandbox();
        try {
            long begun = System.nanoTime();
            Ended first = dwx("-e", "ListProjects().total");
            long start = millisSince(begun);
            if (first.code() != 0) {
                throw new IllegalStateException("dwx does not run against the sandbox: " + first.err());
            }
            String operations = dwx("apis").out();
            Path script = home.resolve("writes.dwx");
            Files.writeString(script, "def run = args[0]\nfor (n in 0..1000) {\n    " + write("${run}", "${n}", "\"")
                    + "\n    if (n == 0) System.err.println('writes')\n}\n");

            Random random = new Random(seed);
            ExecutorService pool = Executors.newFixedThreadPool(atOnce);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                int run = i;
                boolean starting = random.nextInt(5) == 0;
                long moment = random.nextLong(starting ? start : Math.max(SHORTEST_MILLIS, start));
                int kind = random.nextInt(10);
                all.add(pool.submit(() -> {
                    if (millisSince(begun) > most.toMillis()) {
                        return null;
                    }
                    if (kind == 0) {
                        killed("refresh", start(List.of("refresh")), moment + start / 2);
                    } else if (kind < 6 && setsid != null) {
                        atPrompt(run, starting, moment);
                    } else {
                        Process process = start(List.of("run", script.toString(), "s" + run));
                        if (!starting) {
                            process.errorReader().readLine();
                        }
                        killed(starting ? "starting" : "script", process, moment);
                    }
                    return null;
                }));
            }
            pool.shutdown();
            for (Future<?> each : all) {
                each.get();
            }
            System.out.printf("%d runs killed in %d s: %s; dwx was up for %d ms before it could write%n",
                    killed.values().stream().mapToInt(Integer::intValue).sum(), millisSince(begun) / 1000, killed, start);
            check(operations);
        } finally {
            sandbox.destroy();
            sandbox.waitFor();
        }
        System.out.println(faults.isEmpty() ? "all of it is readable" : faults.size() + " faults:");
        faults.forEach(fault -> System.out.println("  " + fault));
        return faults.isEmpty();
    }

    private static String write(String run, String line, String quote) {
        String name = quote + "kill_" + run + "_" + line + quote;
        return "UpdateProject(Id: 10001, Description: " + name + "); CreateNode(ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', "
                + "kind: 'Node', spec: [nodes: [[name: " + name + ", script: [path: 'kill/' + " + name + ", runtime: [command: "
                + "'VIRTUAL']], inputs: [nodeOutputs: [[data: 'orders_dw_root']]], outputs: [nodeOutputs: [[data: 'orders_dw.' + "
                + name + ", artifactType: 'NodeOutput']]]]]]]).Id";
    }

    private void check(String operations) throws Exception {
        Ended audit = dwx("audit", "--verify");
        long torn = audit.out().lines().filter(line -> line.contains("was cut off")).count();
        must(audit.code() == 0, "audit --verify: " + audit.out() + audit.err());
        System.out.printf("audit: %s, %d cut off%n", audit.out().lines().findFirst().orElse("nothing"), torn);

        Path state = home.resolve(".local/state/dwx");
        Ended limits = dwx("-e", "limits");
        must(limits.code() == 0 && !limits.err().contains("could not be read") && !Files.exists(state.resolve("calls.json.damaged")),
                "limits: " + limits.out() + limits.err());
        System.out.println("calls: " + limits.out().lines().filter(line -> line.contains("day")).findFirst().orElse("").strip());

        Ended undo = dwx("-e", "undo");
        must(undo.code() == 0, "undo: " + undo.err());
        long kept = 0;
        long parts = 0;
        try (Stream<Path> files = Files.list(Files.createDirectories(state.resolve("undo")))) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".json")) {
                    kept++;
                    must(dev.dwx.json.ExactJson.parse(Files.readString(file)) instanceof Map, file + " is no document");
                } else {
                    parts++;
                }
            }
        }
        System.out.printf("undo: %d kept, %d half written and never read%n", kept, parts);

        Ended apis = dwx("apis");
        must(apis.code() == 0 && apis.out().equals(operations), "apis: another list than before; " + apis.err());
        Ended refresh = dwx("refresh");
        must(refresh.code() == 0, "refresh: " + refresh.out() + refresh.err());
        System.out.printf("catalog: %d lines, as before%n", operations.lines().count());

        Ended twice = dwx("-o", "json", "-e", "ListNodes.all(ProjectId: 10001).findAll { it.Name.startsWith('kill_') }.countBy { it.Name }"
                + ".with { [made: it.size(), twice: it.findAll { name, times -> times > 1 }.keySet()] }");
        must(twice.code() == 0 && twice.out().replaceAll("\\s", "").contains("\"twice\":[]"), "nodes: " + twice.out() + twice.err());
        System.out.println("nodes: " + twice.out().replaceAll("\\s+", " ").strip());
        if (setsid != null) {
            history(state.resolve("history"));
        }
    }

    /** Every line is one that was typed, and a new prompt finds the newest. */
    private void history(Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            must(line.startsWith("UpdateProject(Id: 10001") && line.endsWith(TOLD), "history holds: " + line);
        }
        StringBuilder screen = new StringBuilder();
        Pty pty = new JniTerminalProvider().open(new Attributes(), new Size(100, 30));
        pty.setAttr(cooked(pty.getAttr()));
        Process process = prompt(pty);
        read(pty, screen);
        boolean found = awaits(screen, "dwx> ");
        pty.getMasterOutput().write(CTRL_P);
        pty.getMasterOutput().flush();
        found = found && awaits(screen, "UpdateProject(Id: 10001");
        must(found, "the prompt does not show the history: " + screen);
        end(process);
        pty.close();
        System.out.printf("history: %d lines%n", lines.size());
    }

    private void atPrompt(int run, boolean starting, long moment) throws Exception {
        Pty pty = new JniTerminalProvider().open(new Attributes(), new Size(200, 30));
        pty.setAttr(cooked(pty.getAttr()));
        StringBuilder screen = new StringBuilder();
        Process process = prompt(pty);
        read(pty, screen);
        Thread typist = new Thread(() -> {
            try {
                OutputStream keys = pty.getMasterOutput();
                awaits(screen, "dwx> ");
                for (int n = 0; n < LINES && process.isAlive(); n++) {
                    keys.write((write("p" + run, Integer.toString(n), "'") + TOLD + "\r").getBytes(StandardCharsets.UTF_8));
                    keys.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // The terminal was closed: the run is over.
            }
        });
        typist.setDaemon(true);
        typist.start();
        if (!starting) {
            awaits(screen, "wrote");
        }
        killed(starting ? "starting" : "prompt", process, moment);
        typist.interrupt();
        pty.close();
    }

    private Process prompt(Pty pty) throws IOException {
        return builder(List.of(setsid, "--wait", "/bin/sh", "-c",
                "exec '" + project.resolve("bin/dwx") + "' <'" + ((JniNativePty) pty).getName() + "' >'" + ((JniNativePty) pty).getName() + "' 2>&1")).start();
    }

    private static void read(Pty pty, StringBuilder screen) {
        Thread reader = new Thread(() -> {
            byte[] buffer = new byte[8192];
            try {
                for (int n = pty.getMasterInput().read(buffer); n >= 0; n = pty.getMasterInput().read(buffer)) {
                    synchronized (screen) {
                        screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-?]*[@-~]", ""));
                        screen.notifyAll();
                    }
                }
            } catch (IOException e) {
                // The terminal was closed.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static boolean awaits(StringBuilder screen, String text) throws InterruptedException {
        long begun = System.nanoTime();
        synchronized (screen) {
            while (screen.indexOf(text) < 0 && millisSince(begun) < 20_000) {
                screen.wait(100);
            }
            return screen.indexOf(text) >= 0;
        }
    }

    private void killed(String kind, Process process, long moment) throws InterruptedException {
        boolean itself = process.waitFor(moment, TimeUnit.MILLISECONDS);
        end(process);
        synchronized (killed) {
            killed.merge(itself ? kind + " that had ended" : kind, 1, Integer::sum);
        }
    }

    /** On this platform the end that is forced is SIGKILL. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().join();
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(project.resolve("bin/dwx").toString()));
        command.addAll(arguments);
        return builder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Ended dwx(String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(project.resolve("bin/dwx").toString()));
        command.addAll(List.of(arguments));
        Process process = builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        if (!process.waitFor(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS)) {
            end(process);
            return new Ended(-1, Files.readString(out), "still running after two minutes: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ALIBABA") || name.startsWith("DWX_") || name.startsWith("XDG_"));
        environment.putAll(Map.of("HOME", home.toString(), "DWX_ARCHIVE", "off", "DWX_EDITION", "enterprise", "TERM", "xterm-256color"));
        environment.putAll(account);
        return builder;
    }

    private Process sandbox() throws IOException {
        Process process = builder(List.of(project.resolve("bin/dwx").toString(), "sandbox", "--port", "0", "--edition", "enterprise",
                "--data", home.resolve("sandbox").toString())).redirectError(home.resolve("sandbox.err").toFile()).start();
        BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] export = line.replaceFirst("^export ", "").split("=", 2);
            account.put(export[0], export[1]);
            if (export[0].equals("DWX_MCP_URL")) {
                return process;
            }
        }
        throw new IllegalStateException("the sandbox did not start: " + Files.readString(home.resolve("sandbox.err")));
    }

    private void must(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault.strip());
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static String setsid() {
        for (String directory : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, "setsid"))) {
                return Path.of(directory, "setsid").toString();
            }
        }
        return null;
    }

    private static Attributes cooked(Attributes attributes) {
        attributes.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ISIG, Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO), true);
        attributes.setInputFlags(EnumSet.of(Attributes.InputFlag.ICRNL), true);
        attributes.setOutputFlags(EnumSet.of(Attributes.OutputFlag.OPOST, Attributes.OutputFlag.ONLCR), true);
        attributes.setControlChar(Attributes.ControlChar.VINTR, 3);
        attributes.setControlChar(Attributes.ControlChar.VEOF, 4);
        return attributes;
    }
}
