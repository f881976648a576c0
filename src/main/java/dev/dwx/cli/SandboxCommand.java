package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.Edition;
import dev.dwx.sandbox.Sandbox;
import dev.dwx.sandbox.SandboxKeys;
import dev.dwx.sandbox.SandboxOptions;
import dev.dwx.sandbox.SandboxReadyLines;
import dev.dwx.sandbox.ShapedBehaviour;
import dev.dwx.sandbox.Strictness;
import dev.dwx.sandbox.world.Coverage;
import dev.dwx.sandbox.world.World;
import dev.dwx.sandbox.world.WorldOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code dwx sandbox}: a DataWorks endpoint on loopback until Ctrl-C, and the sandbox inside {@code --sandbox}. */
final class SandboxCommand {
    private final Screen screen;
    private final Places places;

    SandboxCommand(Screen screen, Places places) {
        this.screen = screen;
        this.places = places;
    }

    /** A sandbox and the state behind it; closing it saves and stops both. */
    record Running(Sandbox sandbox, World world) implements AutoCloseable {
        @Override
        public void close() {
            sandbox.close();
            world.close();
        }
    }

    /**
     * Starts a sandbox for this process or for others.
     *
     * @param clock the world's; signatures are judged by the machine's all the same
     */
    static Running start(ApiCatalog catalog, Invocation.Options options, Clock clock) throws IOException {
        WorldOptions worldOptions = WorldOptions.of(catalog).withSeed(options.seed()).withClock(clock)
                .withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour());
        if (options.data() != null) {
            worldOptions = worldOptions.withDirectory(Path.of(options.data()));
        }
        World world = World.open(worldOptions);
        try {
            SandboxOptions sandboxOptions = SandboxOptions.of(catalog).withBehaviour(world).withHttpPort(options.port());
            if (options.httpsPort() >= 0) {
                sandboxOptions = sandboxOptions.withHttps(options.httpsPort());
            }
            if (options.edition() != null) {
                sandboxOptions = sandboxOptions.withEdition(Edition.of(options.edition()));
            }
            if (options.lenient()) {
                sandboxOptions = sandboxOptions.withStrictness(Strictness.LENIENT);
            }
            Sandbox sandbox = Sandbox.start(sandboxOptions);
            sandbox.clock().follow(clock);
            if (options.frozenClock()) {
                sandbox.clock().freeze();
            }
            return new Running(sandbox, world);
        } catch (RuntimeException e) {
            world.close();
            throw e;
        }
    }

    ExitCode run(ApiCatalog catalog, Invocation.Options options) throws IOException {
        if (options.coverage()) {
            screen.out().print(Coverage.of(catalog).text());
            return ExitCode.OK;
        }
        Running running = start(catalog, options, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "dwx-sandbox-close"));
        Path certificate = null;
        if (running.sandbox().certificatePem() != null) {
            certificate = places.state().resolve("sandbox-" + options.httpsPort() + ".pem");
            Files.createDirectories(certificate.getParent());
            Files.writeString(certificate, running.sandbox().certificatePem());
        }
        List<String> lines = SandboxReadyLines.of(running.sandbox(), certificate);
        screen.err().println(lines.get(0));
        screen.err().flush();
        if (options.edition() != null) {
            screen.out().println("export DWX_EDITION=" + options.edition());
        }
        lines.subList(1, lines.size()).forEach(screen.out()::println);
        screen.out().flush();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }
}
