package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.SandboxCall

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.atomic.AtomicInteger

/** Calls a world as the gateway would, at a time that the test sets. */
class Caller implements Closeable {
    static final ApiCatalog CATALOG = SnapshotCatalog.bundled()
    static final String ACCOUNT = '1001234567890123'
    /** 2026-03-15 10:30 in Shanghai: yesterday's business date is 2026-03-14. */
    static final Instant START = Instant.parse('2026-03-15T02:30:00Z')

    Instant now = START
    /** Whether every answer is held against its schema. */
    boolean strict = true
    final World world
    private final AtomicInteger calls = new AtomicInteger()

    Caller(Map given = [:]) {
        def options = WorldOptions.of(given.catalog ?: CATALOG).withSeed((given.seed ?: 7) as long)
                .withClock(Clock.fixed(START, ZoneOffset.UTC)).withZone(ZoneId.of('Asia/Shanghai')).withAccountId(ACCOUNT)
        if (given.directory) {
            options = options.withDirectory(given.directory)
        }
        world = World.open(options)
    }

    void later(Duration duration) {
        now = now + duration
    }

    Map v2024(Map args = [:], String name) { call(ApiCatalog.V2024, name, args) }

    Map v2024(String name, Map args) { call(ApiCatalog.V2024, name, args) }

    Map v2020(Map args = [:], String name) { call(ApiCatalog.V2020, name, args) }

    Map call(String version, String name, Map args) {
        def operation = CATALOG.find(version, name).orElseThrow { new IllegalArgumentException("$name in $version") }
        def known = operation.parameters()*.name()
        assert known.containsAll(args.keySet()), "$name takes $known"
        def answer = world.answer(new SandboxCall(operation, plain(args) as Map, ACCOUNT,
                UUID.nameUUIDFromBytes("${calls.incrementAndGet()}".bytes).toString().toUpperCase(), now))
        assert !strict || Shape.faults(operation, answer) == []
        answer
    }

    /** Values as the gateway decodes them: whole numbers are Long, texts are String. */
    static Object plain(Object value) {
        if (value instanceof Map) {
            def copy = new LinkedHashMap()
            value.each { k, v -> copy[k.toString()] = plain(v) }
            return copy
        }
        value instanceof List ? value.collect { plain(it) } : value instanceof Integer ? (value as long)
                : value instanceof GString ? value.toString() : value
    }

    @Override
    void close() { world.close() }
}
