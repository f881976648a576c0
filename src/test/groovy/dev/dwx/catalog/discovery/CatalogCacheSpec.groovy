package dev.dwx.catalog.discovery

import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.time.Instant
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(60)
class CatalogCacheSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-01T00:00:00.123Z')
    @TempDir
    Path folder
    CatalogSource source = new ApiDocsSource('2024-05-18', 'https://host/api-docs.json', 'EN_US')
    CatalogCache cache

    def setup() {
        cache = new CatalogCache(folder.resolve('cache/dwx'), Duration.ofSeconds(10))
    }

    def "a document comes back as it was kept"() {
        given:
        def document = document('{"ä":"€"}\n\nmore')

        when:
        cache.store(source, document)
        def kept = new CatalogCache(cache.directory()).document(source).get()

        then:
        new String(kept.content(), 'UTF-8') == '{"ä":"€"}\n\nmore'
        kept.location() == document.location()
        kept.language() == 'EN_US'
        kept.fetched() == NOW
        kept.etag() == '"e"'
        kept.lastModified() == 'yesterday'
        kept.count() == 7
        cache.takeNotices().empty
    }

    def "an empty cache has nothing and touches nothing"() {
        expect:
        cache.document(source).empty
        cache.compiled().empty
        cache.singles() == []
        cache.takeNotices().empty
        !Files.exists(cache.directory())
    }

    def "a document of another address is not this source's"() {
        given:
        cache.store(source, document('{}'))

        expect:
        cache.document(new ApiDocsSource('2024-05-18', 'https://elsewhere/api-docs.json', 'EN_US')).empty
    }

    @Requires({ FileSystems.default.supportedFileAttributeViews().contains('posix') })
    def "everything is for the owner only"() {
        given:
        cache.locked { cache.store(source, document('{}')) }

        expect:
        Files.walk(cache.directory()).withCloseable { it.toList() }.every {
            PosixFilePermissions.toString(Files.getPosixFilePermissions(it)) == (Files.isDirectory(it) ? 'rwx------' : 'rw-------')
        }
    }

    def "a kept document that is #what is set aside with one notice, and then there is none"() {
        given:
        cache.store(source, document('{"a":1}'))
        def file = cache.directory().resolve('sources/api-docs-2024-05-18.doc')
        byte[] bytes = Files.readAllBytes(file)
        Files.write(file, damage(bytes))

        expect:
        cache.document(source).empty
        cache.takeNotices().size() == 1
        cache.takeNotices().empty
        !Files.exists(file)
        Files.exists(file.resolveSibling('api-docs-2024-05-18.doc.damaged'))
        cache.document(source).empty
        cache.takeNotices().empty

        where:
        what                     | damage
        'cut in half'            | { byte[] b -> Arrays.copyOf(b, b.length.intdiv(2)) }
        'cut at the end'         | { byte[] b -> Arrays.copyOf(b, b.length - 1) }
        'changed'                | { byte[] b -> b[b.length - 2] = (byte) 'x'; b }
        'empty'                  | { byte[] b -> new byte[0] }
        'of another form'        | { byte[] b -> new String(b).replace('"format":1', '"format":9').bytes }
        'something else'         | { byte[] b -> 'hello\nworld'.bytes }
    }

    def "a compiled catalog that is #what is set aside, and the program goes on without it"() {
        given:
        def operations = Fixtures.snapshot().with { s -> s.list().collect { s.find(it.version(), it.name()).get() } }
        cache.storeCompiled(CompiledCatalogWriter.write(operations, 5, NOW, 'here'))
        def file = cache.directory().resolve('catalog.bin')
        Files.write(file, damage(Files.readAllBytes(file)))

        expect:
        cache.compiled().empty
        cache.takeNotices().size() == 1
        Files.exists(file.resolveSibling('catalog.bin.damaged'))
        cache.compiled().empty

        where:
        what               | damage
        'cut in half'      | { byte[] b -> Arrays.copyOf(b, b.length.intdiv(2)) }
        'empty'            | { byte[] b -> new byte[0] }
        'of another form'  | { byte[] b -> b[7] = 99; b }
        'changed early'    | { byte[] b -> b[30] ^= 1; b }
        'changed late'     | { byte[] b -> b[b.length - 5] ^= 1; b }
    }

    def "a cache that cannot be written costs a notice and nothing else"() {
        given:
        Files.writeString(folder.resolve('file'), 'not a folder')
        def blocked = new CatalogCache(folder.resolve('file/cache'))

        expect:
        blocked.locked { 42 } == 42
        !blocked.store(source, document('{}'))
        blocked.document(source).empty
        blocked.takeNotices().size() >= 1
    }

    def "while one holds the lock the other waits, within one process too"() {
        given:
        def order = Collections.synchronizedList([])
        def inside = new java.util.concurrent.CountDownLatch(1)
        def release = new java.util.concurrent.CountDownLatch(1)
        def first = Thread.start {
            cache.locked {
                order << 'first in'
                inside.countDown()
                release.await()
                order << 'first out'
            }
        }
        inside.await()
        def second = Thread.start { new CatalogCache(cache.directory(), Duration.ofSeconds(20)).locked { order << 'second' } }

        when:
        release.countDown()
        first.join()
        second.join()

        then:
        order == ['first in', 'first out', 'second']
    }

    def "who cannot have the lock in time goes on alone and says so"() {
        given:
        def impatient = new CatalogCache(cache.directory(), Duration.ofMillis(50))

        when:
        def result = cache.locked { impatient.locked { 'done' } }

        then:
        result == 'done'
        impatient.takeNotices().size() == 1
    }

    def "no temporary files stay behind"() {
        given:
        5.times { cache.store(source, document("{\"n\":$it}")) }

        expect:
        Files.list(cache.directory().resolve('sources')).withCloseable { it.toList() }*.fileName*.toString() == ['api-docs-2024-05-18.doc']
    }

    def "two processes that write at once both end with whole files"() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def command = [java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'),
                       CacheWriter.name, cache.directory().toString()]
        def processes = ['one', 'two'].collect { new ProcessBuilder(command + [it]).redirectErrorStream(true).start() }

        when:
        int reads = 0
        while (processes.any { it.alive }) {
            cache.document(source).ifPresent { reads++ }
            cache.compiled()
        }
        def output = processes.collect { it.inputStream.getText('UTF-8') }

        then:
        processes.every { it.waitFor(30, TimeUnit.SECONDS) }
        output == ['', '']
        processes*.exitValue() == [0, 0]
        cache.takeNotices().empty
        cache.document(source).get().with { it.content().length > 100_000 && new String(it.content()).every { c -> c == it.etag() } }
        cache.compiled().get().list().size() == 40
        Files.readString(cache.directory().resolve('turns')).length() == 2 * CacheWriter.ROUNDS

        cleanup:
        processes?.each { it.destroyForcibly() }
    }

    private static StoredDocument document(String text) {
        new StoredDocument('https://host/api-docs.json', 'EN_US', NOW, '"e"', 'yesterday', 7, Fixtures.bytes(text))
    }
}
