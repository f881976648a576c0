package dev.dwx.catalog

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class SnapshotCatalogSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()

    def 'the program brings 673 operations in two versions, the newest first'() {
        expect:
        catalog.versions() == [ApiCatalog.V2024, ApiCatalog.V2020]
        catalog.list().size() == 673
        catalog.list().countBy { it.version() } == [(ApiCatalog.V2024): 358, (ApiCatalog.V2020): 315]
        catalog.list()*.version() == catalog.list()*.version().sort(false).reverse()
        ApiCatalog.V2024.with { v -> catalog.list().findAll { it.version() == v }*.name() }.with { it == it.sort(false) }
    }

    def 'names that both versions have are two operations'() {
        given:
        def names = catalog.list().groupBy { it.name() }

        expect:
        names.count { it.value.size() == 2 } > 50
        catalog.find(ApiCatalog.V2024, 'GetNode').get().parameter('Id').present
        catalog.find(ApiCatalog.V2020, 'GetNode').get().parameter('NodeId').present
    }

    def 'what a list says of an operation is what the operation says'() {
        expect:
        catalog.list().each {
            def operation = catalog.find(it.version(), it.name()).get()
            assert it == new ApiSummary(operation.version(), operation.name(), operation.summary(),
                operation.category(), operation.categoryZh(), operation.deprecated())
        }
        catalog.list().every { it.summary() && it.category() }
    }

    def 'a call means the pinned version only, else the preferred one, else the newest that has the name'() {
        expect:
        catalog.meant(name, pin, preferred).map { it.version() }.orElse(null) == version

        where:
        name               | pin    | preferred        || version
        'GetNode'          | null   | null             || ApiCatalog.V2024
        'GetNode'          | null   | ApiCatalog.V2020 || ApiCatalog.V2020
        'GetNode'          | '2020' | ApiCatalog.V2024 || ApiCatalog.V2020
        'GetNode'          | '2024' | ApiCatalog.V2020 || ApiCatalog.V2024
        'CreateBaseline'   | null   | ApiCatalog.V2024 || ApiCatalog.V2020
        'CreateBaseline'   | '2024' | null             || null
        'ListPipelineRuns' | null   | ApiCatalog.V2020 || ApiCatalog.V2024
        'NoSuch'           | null   | null             || null
    }

    def 'an operation is found by its exact name and version only'() {
        expect:
        catalog.contains(version, name) == there
        catalog.find(version, name).present == there

        where:
        version          | name           || there
        ApiCatalog.V2024 | 'ListProjects' || true
        ApiCatalog.V2024 | 'listProjects' || false
        ApiCatalog.V2024 | 'ListProject'  || false
        ApiCatalog.V2024 | ''             || false
        ApiCatalog.V2024 | null           || false
        ApiCatalog.V2024 | 'AbolishA'     || false
        ApiCatalog.V2024 | 'Zzz'          || false
        '2019-01-01'     | 'ListProjects' || false
        null             | 'ListProjects' || false
    }

    def 'asking twice gives the same operation, by many threads too'() {
        given:
        def fresh = SnapshotCatalog.bundled()
        def pool = Executors.newFixedThreadPool(4)

        when:
        def found = pool.invokeAll((1..4).collect { { -> fresh.list().collect {
            fresh.find(it.version(), it.name()).get() } } as Callable }, 60, TimeUnit.SECONDS)*.get()

        then:
        found.every { mine -> (0..<673).every { mine[it].is(found[0][it]) } }
        found[0] == catalog.list().collect { catalog.find(it.version(), it.name()).get() }

        cleanup:
        pool.shutdownNow()
    }

    def 'regions have their hosts'() {
        expect:
        catalog.endpoints(ApiCatalog.V2024).find { it.regionId() == 'cn-shanghai' } ==
            new RegionEndpoint('cn-shanghai', 'dataworks.cn-shanghai.aliyuncs.com', 'dataworks-vpc.cn-shanghai.aliyuncs.com')
        catalog.endpoints('2019-01-01') == []
        catalog.product('2019-01-01') == null
    }

    def 'a file of another kind, of another format, cut or damaged is refused with what to do'() {
        when:
        SnapshotCatalog.of(bytes, 'old.bin')

        then:
        def e = thrown(CatalogException)
        e.message.contains('old.bin')
        e.message.contains(reason)
        e.message.contains('SnapshotGenerator')

        where:
        bytes                          | reason
        new byte[0]                    | 'no snapshot file'
        'PK zip'.bytes                 | 'no snapshot file'
        new byte[100]                  | 'no snapshot file'
        changed(7)                     | 'has format'
        changed(40)                    | 'damaged'
        changed(-1)                    | 'damaged'
        whole()[0..-2] as byte[]       | 'bytes long'
    }

    static byte[] whole() {
        SnapshotCatalog.getResourceAsStream('snapshot.bin').withCloseable { it.readAllBytes() }
    }

    static byte[] changed(int at) {
        byte[] bytes = whole()
        bytes[at] ^= 0x5a
        bytes
    }

    @TempDir Path folder

    def 'anybody can make a snapshot of documents'() {
        given:
        def document = folder.resolve('doc.json')
        def out = folder.resolve('out.bin')
        Files.write(document, ApiDocsReaderSpec.bytes())

        when:
        SnapshotGenerator.main([out, document]*.toString() as String[])
        def made = SnapshotCatalog.of(Files.readAllBytes(out), 'out.bin')

        then:
        made.list()*.name() == ['DrainBed', 'GetTool', 'ListBeds', 'LooseCall', 'WaterBed']
        made.find(ApiCatalog.V2024, 'ListBeds').get() ==
            new ApiDocsReader(Provenance.SNAPSHOT).read(ApiDocsReaderSpec.bytes()).operations()[0]
        made.endpoints(ApiCatalog.V2024)*.regionId() == ['cn-shanghai', 'cn-vpc']
    }

    def 'the generator says which document it cannot use'() {
        given:
        def paths = documents.collect { text ->
            def file = Files.createTempFile(folder, 'doc', '.json')
            Files.write(file, text.getBytes(StandardCharsets.UTF_8))
            file
        }

        when:
        SnapshotGenerator.generate(paths)

        then:
        def e = thrown(CatalogException)
        e.message.contains(reason)

        where:
        documents                                                              | reason
        ['<html>']                                                             | '.json: The API document is not valid JSON'
        ['{"apis":{}}']                                                        | 'without info.version'
        ['{"info":{"version":"v"},"apis":{}}'] * 2                             | 'Two documents describe version v'
    }

    def 'loading and listing uses nothing but the JDK\'s basic classes, from #place'() {
        given: 'a process that loads only the catalog, and says which classes it took'
        def classes = Path.of(SnapshotCatalog.protectionDomain.codeSource.location.toURI())
        def probe = folder.resolve('Probe.java')
        Files.writeString(probe, '''
            public class Probe {
                public static void main(String[] args) {
                    dev.dwx.catalog.SnapshotCatalog catalog = dev.dwx.catalog.SnapshotCatalog.bundled();
                    dev.dwx.catalog.ApiOperation one = catalog.find("2024-05-18", "ListProjects").get();
                    System.out.println(catalog.list().size());
                    System.out.println(one.parameters().size());
                }
            }'''.stripIndent())
        def bin = Files.createDirectory(folder.resolve('bin'))
        assert javax.tools.ToolProvider.systemJavaCompiler.run(null, null, null,
            '-cp', classes.toString(), '-d', bin.toString(), probe.toString()) == 0
        def jar = folder.resolve('program.jar')
        new JarOutputStream(Files.newOutputStream(jar)).withCloseable { out ->
            [bin, classes.resolve('dev/dwx/catalog')].each { from ->
                def root = from == bin ? bin : classes
                Files.walk(from).filter { Files.isRegularFile(it) }.forEach {
                    out.putNextEntry(new JarEntry(root.relativize(it).join('/')))
                    Files.copy(it, out)
                    out.closeEntry()
                }
            }
        }

        when:
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def process = new ProcessBuilder(java, '-Xshare:auto', '-Xlog:class+load:file=' + folder.resolve('loaded.txt'),
            '-cp', place == 'a jar' ? jar.toString() : [bin, classes].join(File.pathSeparator), 'Probe')
            .redirectErrorStream(true).start()
        def output = process.inputStream.text
        def ended = process.waitFor(60, TimeUnit.SECONDS)
        def loaded = Files.readAllLines(folder.resolve('loaded.txt'))

        then:
        ended
        output.readLines() == ['673', '10']
        loaded.findAll { it.contains('com.fasterxml') || it.contains('groovy') } == []
        loaded.findAll { it =~ /source: (?!shared)/ && it =~ /java\.util\.(regex|stream)|LambdaForm|VarHandle/ } == []
        place != 'a jar' || loaded.findAll { it.contains('JarURLConnection') } == []

        cleanup:
        process?.destroyForcibly()

        where:
        place << ['a jar', 'folders']
    }
}
