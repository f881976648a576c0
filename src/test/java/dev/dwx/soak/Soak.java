package dev.dwx.soak;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.client.ApiClient;
import dev.dwx.client.ApiException;
import dev.dwx.client.ClientSettings;
import dev.dwx.client.Endpoints;
import dev.dwx.client.credentials.CredentialSource;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.client.steady.Pace;
import dev.dwx.client.steady.RetryRules;
import dev.dwx.client.steady.SteadyCaller;
import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.settle.Looks;
import dev.dwx.safety.AuditLog;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.sandbox.Behaviour;
import dev.dwx.sandbox.Disturbance;
import dev.dwx.sandbox.Sandbox;
import dev.dwx.sandbox.SandboxKeys;
import dev.dwx.sandbox.SandboxOptions;
import dev.dwx.sandbox.world.World;
import dev.dwx.sandbox.world.WorldOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Many calls from several threads through the whole client against a sandbox in which one call of twenty goes wrong in one of all
 * known ways; at the end what the callers were told is compared with what the server holds. Also a program of its own.
 */
public final class Soak {
    private static final List<Disturbance> FAULTS = new ArrayList<>(List.of(Disturbance.values()));
    private static final int KEPT = 25;

    static {
        FAULTS.remove(Disturbance.NONE);
    }

    /** What one caller believes of one thing. */
    private enum Belief { THERE, GONE, UNKNOWN }

    private record Thing(String kind, String name, Object id, String content, Belief belief) {
    }

    /**
     * How it went.
     *
     * @param faults injected ones by kind
     * @param outcomes how calls ended, by name
     * @param contradictions where a caller was told something that is not so; empty when all is well
     * @param heap megabytes in use after a collection, sampled at even distances
     */
    public record Report(long calls, double seconds, Map<String, Long> faults, Map<String, Long> outcomes, List<String> contradictions,
            List<Long> heap) {
    }

    private final ApiCatalog catalog = SnapshotCatalog.bundled();
    private final Map<String, AtomicLong> faults = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> done = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final List<Long> heap = new ArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private Sandbox sandbox;
    private Session session;

    private Soak() {
    }

    /** Runs it: so many calls, by so many threads. */
    public static Report run(int calls, int threads, long seed, Consumer<String> progress) throws Exception {
        return new Soak().work(calls, threads, seed, progress);
    }

    /** {@code Soak.java [CALLS [THREADS [SEED]]]}. */
    public static void main(String[] arguments) throws Exception {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        Report report = run(calls, threads, seed, System.err::println);
        System.out.printf("%d calls by %d threads in %.1f s, %.0f a second%n", report.calls(), threads, report.seconds(),
                report.calls() / report.seconds());
        System.out.println("faults    " + report.faults());
        System.out.println("outcomes  " + report.outcomes());
        System.out.println("heap (MB) " + report.heap());
        System.out.println(report.contradictions().isEmpty() ? "no lost write, no double write" : "CONTRADICTIONS");
        report.contradictions().stream().limit(20).forEach(System.out::println);
        System.exit(report.contradictions().isEmpty() ? 0 : 1);
    }

    private Report work(int total, int threads, long seed, Consumer<String> progress) throws Exception {
        Path directory = Files.createTempDirectory("dwx-soak");
        WorldOptions options = WorldOptions.of(catalog).withAccountId(SandboxKeys.ACCOUNT_ID);
        try (World world = World.open(options);
                Sandbox opened = Sandbox.start(SandboxOptions.of(catalog).withBehaviour(counting(world)));
                ApiClient client = ApiClient.create(ClientSettings.of(Endpoints.of(opened.endpoint(), null, Map.of()),
                        CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))))) {
            sandbox = opened;
            session = Session.with(() -> catalog, new SteadyCaller(client, RetryRules.usual().hurried(50), Pace.real()))
                    .context(Context.of("cn-shanghai").withProject(10001L, "orders_dw")).policy(ConfirmationPolicy.YES)
                    .audit(new AuditLog(directory.resolve("audit.jsonl"), Clock.systemUTC(), () -> "sandbox"))
                    .notes(line -> { }).looks(Looks.of(Pace.real().rest(), 0, 5, 20, 60)).begin();
            long begin = System.nanoTime();
            List<Worker> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(new Worker(i, total / threads, new Random(seed * 1000 + i)));
            }
            workers.forEach(Thread::start);
            int samples = 10;
            for (int sample = 1; sample <= samples; sample++) {
                while (calls.get() < (long) total * sample / samples && workers.stream().anyMatch(Thread::isAlive)) {
                    Thread.sleep(20);
                }
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                heap.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
                progress.accept(calls + " calls, " + (System.nanoTime() - begin) / 1_000_000_000 + " s, heap " + heap.get(heap.size() - 1) + " MB");
            }
            for (Worker worker : workers) {
                worker.join();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            quiet();
            Map<String, List<Map<?, ?>>> server = server();
            workers.forEach(worker -> worker.things.values().forEach(thing -> compare(thing, server)));
            done.forEach((what, times) -> {
                if (times.get() > 1) {
                    contradictions.add(what + " was done " + times + " times");
                }
            });
            return new Report(calls.get(), seconds, counts(faults), counts(outcomes), List.copyOf(contradictions), heap);
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** Counts what really is done. The world itself tells a repeated client token, so calls with one are compared by their rows. */
    private Behaviour counting(World world) {
        return call -> {
            Map<String, Object> answer = world.answer(call);
            String name = call.operation().name();
            if (!name.startsWith("Get") && !name.startsWith("List") && call.text("ClientToken") == null
                    && !Boolean.FALSE.equals(answer.get("Success"))) {
                String what = name + " " + UUID.nameUUIDFromBytes(call.arguments().toString().getBytes(StandardCharsets.UTF_8));
                done.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
            }
            return answer;
        };
    }

    /** Uses up the faults that nobody met. */
    private void quiet() {
        for (int i = 0; i < 200; i++) {
            try {
                session.call(null, "ListProjects", Map.of("PageSize", 1));
            } catch (ApiException e) {
                // One of them.
            }
        }
    }

    private void compare(Thing thing, Map<String, List<Map<?, ?>>> server) {
        List<Map<?, ?>> rows = server.getOrDefault(thing.kind() + " " + thing.name(), List.of());
        boolean right = switch (thing.belief()) {
            case THERE -> rows.size() == 1 && (thing.content() == null || content(rows.get(0)).equals(thing.content()));
            case GONE -> rows.isEmpty();
            case UNKNOWN -> rows.size() <= 1;
        };
        if (!right) {
            contradictions.add(thing + ", and the server has " + rows.size());
        }
    }

    /** All that the server has, by kind and name. */
    private Map<String, List<Map<?, ?>>> server() {
        Map<String, List<Map<?, ?>>> found = new HashMap<>();
        for (String kind : List.of("Node", "ResourceGroup", "Business")) {
            int size = 100;
            for (int page = 1; size == 100; page++) {
                List<Map<?, ?>> rows = page(kind, "soak_", page);
                size = rows.size();
                rows.forEach(row -> found.computeIfAbsent(kind + " " + name(kind, row), key -> new ArrayList<>()).add(row));
            }
        }
        return found;
    }

    private static Object name(String kind, Map<?, ?> row) {
        return row.get(kind.equals("Business") ? "BusinessName" : "Name");
    }

    private List<Map<?, ?>> page(String kind, String name, int page) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(kind.equals("Business") ? "Keyword" : "Name", name);
        arguments.put("PageNumber", page);
        arguments.put("PageSize", 100);
        if (kind.equals("ResourceGroup")) {
            arguments.put("ProjectId", null);
            arguments.put("ResourceGroupTypes", List.of("CommonV2"));
        }
        List<Map<?, ?>> rows = new ArrayList<>();
        String list = kind.equals("Business") ? "ListBusiness" : "List" + kind + "s";
        session.call(null, list, arguments).getItems().forEach(item -> rows.add((Map<?, ?>) item));
        return rows;
    }

    private String content(Map<?, ?> row) {
        String spec = session.call(null, "GetNode", Map.of("Id", row.get("Id"))).getRaw();
        int at = spec.indexOf("select ");
        return at < 0 ? "" : spec.substring(at, spec.indexOf(';', at));
    }

    private static Map<String, Long> counts(Map<String, AtomicLong> from) {
        Map<String, Long> counts = new TreeMap<>();
        from.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    private static void count(Map<String, AtomicLong> in, String name) {
        in.computeIfAbsent(name, key -> new AtomicLong()).incrementAndGet();
    }

    /** One caller with things of its own. */
    private final class Worker extends Thread {
        private final int number;
        private final int rounds;
        private final Random random;
        private final Map<String, Thing> things = new LinkedHashMap<>();
        private int made;

        Worker(int number, int rounds, Random random) {
            super("soak-" + number);
            this.number = number;
            this.rounds = rounds;
            this.random = random;
        }

        @Override
        public void run() {
            try {
                for (int i = 0; i < rounds; i++) {
                    if (random.nextInt(20) == 0) {
                        disturb();
                    }
                    step();
                    calls.incrementAndGet();
                }
            } catch (RuntimeException e) {
                contradictions.add(getName() + " ended with " + e);
            }
        }

        /** Mostly one fault, sometimes a run of the same. */
        private void disturb() {
            Disturbance fault = FAULTS.get(random.nextInt(FAULTS.size()));
            int times = random.nextInt(5) == 0 && fault != Disturbance.SLOW ? 2 + random.nextInt(3) : 1;
            for (int i = 0; i < times; i++) {
                sandbox.disturb(fault);
                count(faults, fault.name());
            }
        }

        private void step() {
            int dice = random.nextInt(100);
            List<Thing> there = things.values().stream().filter(thing -> thing.belief() == Belief.THERE).toList();
            Thing one = there.isEmpty() ? null : there.get(random.nextInt(there.size()));
            if (dice < 45 || one == null && dice < 60) {
                outcome("read", () -> session.call(null, "ListNodes", Map.of("Name", "soak_" + number + "_", "PageSize", 10)));
            } else if (one == null || there.size() < KEPT && dice < 80) {
                create();
            } else if (dice < 85 && one.kind().equals("Node")) {
                update(one);
            } else {
                delete(one);
            }
        }

        private void create() {
            String kind = new String[] {"Node", "Node", "ResourceGroup", "Business"}[random.nextInt(4)];
            String name = "soak_" + number + "_" + made++;
            Map<String, Object> arguments = switch (kind) {
                case "Node" -> Map.of("Scene", "DATAWORKS_PROJECT", "Spec", Map.of("version", "1.1.0", "kind", "Node", "spec",
                        Map.of("nodes", List.of(Map.of("name", name, "script", Map.of("path", "soak/" + name, "content", "select 0;", "runtime",
                        Map.of("command", "ODPS_SQL")), "outputs", Map.of("nodeOutputs", List.of(Map.of("data", "soak." + name))))))));
                case "ResourceGroup" -> Map.of("Name", name, "PaymentType", "PostPaid", "VpcId", "vpc-1", "VswitchId", "vsw-1");
                default -> Map.of("BusinessName", name);
            };
            ApiResult answer = outcome("create " + kind, () -> session.call(null, "Create" + kind, arguments));
            Belief belief = answer != null ? Belief.THERE : lost ? Belief.UNKNOWN : Belief.GONE;
            Map<?, ?> body = answer == null ? Map.of() : (Map<?, ?>) answer.answer().body();
            Object id = body.get("Id") == null ? body.get("BusinessId") : body.get("Id");
            if (kind.equals("ResourceGroup") && answer != null) {
                List<Map<?, ?>> rows = List.of();
                for (int i = 0; i < 10 && rows.isEmpty(); i++) {
                    try {
                        rows = page(kind, name, 1);
                        rows.removeIf(row -> !name.equals(row.get("Name")));
                    } catch (ApiException e) {
                        // Met a fault that does not pass.
                    }
                }
                id = rows.isEmpty() ? null : rows.get(0).get("Id");
            }
            things.put(name, new Thing(kind, name, id, kind.equals("Node") ? "select 0" : null, belief));
        }

        private void update(Thing thing) {
            String content = "select " + random.nextInt(1_000_000_000);
            Map<String, Object> arguments = Map.of("Id", thing.id(), "Spec", Map.of("version", "1.1.0", "kind", "Node", "spec",
                    Map.of("nodes", List.of(Map.of("id", thing.id().toString(), "script", Map.of("content", content + ";"))))));
            boolean done = outcome("update Node", () -> session.call(null, "UpdateNode", arguments)) != null;
            String now = done ? content : lost ? null : thing.content();
            things.put(thing.name(), new Thing(thing.kind(), thing.name(), thing.id(), now, Belief.THERE));
        }

        private void delete(Thing thing) {
            if (thing.id() == null) {
                return;
            }
            String parameter = thing.kind().equals("Business") ? "BusinessId" : "Id";
            boolean done = outcome("delete " + thing.kind(),
                    () -> session.call(null, "Delete" + thing.kind(), Map.of(parameter, thing.id()))) != null;
            Belief belief = done ? Belief.GONE : lost ? Belief.UNKNOWN : Belief.THERE;
            things.put(thing.name(), new Thing(thing.kind(), thing.name(), thing.id(), thing.content(), belief));
        }

        private boolean lost;

        /** Makes the call; {@code null} when it failed, and then {@link #lost} says whether its outcome is unknown. */
        private ApiResult outcome(String what, Supplier<ApiResult> call) {
            lost = false;
            try {
                ApiResult answer = call.get();
                count(outcomes, what + (answer.answer().status() == 0 ? " looked up" : " ok"));
                return answer;
            } catch (ApiException e) {
                lost = e.stage() == ApiException.Stage.UNKNOWN_OUTCOME;
                count(outcomes, what + (lost ? " unknown" : " " + e.code()));
                return null;
            }
        }
    }
}
