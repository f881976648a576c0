package dev.dwx.catalog.discovery

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.Placement
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.catalog.Style
import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class TypedSdkSourceSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-01T00:00:00Z')
    static final List<String> SDK = Fixtures.text('sdk/files.txt').readLines()
    @Shared
    @TempDir
    Path classes
    @Shared
    ClassLoader madeUp

    def setupSpec() {
        // Compiled aside: on the tests' own class path these classes would be found by every other test.
        def sources = SDK.collect { name ->
            def file = classes.resolve(name.replace('.', '/') + '.java')
            Files.createDirectories(file.parent)
            Files.writeString(file, Fixtures.text("sdk/${name}.java.txt"))
            file.toString()
        }
        assert ToolProvider.systemJavaCompiler.run(null, null, null, *(['-proc:none', '-cp', System.getProperty('java.class.path'),
            '-d', classes.toString()] + sources)) == 0
        madeUp = new URLClassLoader([classes.toUri().toURL()] as URL[], getClass().classLoader)
    }

    def cleanupSpec() {
        madeUp.close()
    }

    def "SDKs of both generations are recognised by their clients"() {
        expect:
        TypedSdkSource.onClassPath(madeUp)*.id() == ['sdk-async-2024-05-18', 'sdk-tea-2024-05-18', 'sdk-tea-2020-05-18']
        TypedSdkSource.onClassPath(new URLClassLoader([] as URL[], (ClassLoader) null)).empty
    }

    def "the newer generation says names, types, places, what is required, and limits"() {
        when:
        def found = read(madeUp, 'sdk-async-2024-05-18')
        def create = found['CreateTruck'].operation()

        then:
        found.keySet() == ['CreateTruck', 'ListCrates'] as Set
        found['CreateTruck'].callable()
        create.version() == '2024-05-18'
        create.method() == 'POST'
        create.parameters()*.name() == ['RegionId', 'Plan', 'Options', 'Labels', 'DepotId']
        create.parameters()*.in() == [Placement.HOST, Placement.FORM_DATA, Placement.FORM_DATA, Placement.FORM_DATA, Placement.QUERY]
        create.parameters()*.required() == [false, true, false, false, false]
        with(create.parameter('Plan').get().schema()) {
            type() == 'string'
            maxLength() == 40
            minLength() == null
            pattern() == '[a-z]+'
        }
        with(create.parameter('DepotId').get().schema()) {
            isInt64()
            maximum() == 100
            minimum() == 1
        }
        create.parameter('Options').get().style() == Style.JSON
        create.parameter('Options').get().schema().properties()['Mode'].required()
        create.parameter('Options').get().schema().properties()['Wheels'].items().format() == 'int32'
        create.parameter('Labels').get().schema().additionalProperties().type() == 'string'
        create.response().properties()*.value*.type() == ['string', 'number', 'boolean']
    }

    def "where no form settles it, the method is left open and only guessed"() {
        expect:
        !read(madeUp, 'sdk-async-2024-05-18')['ListCrates'].callable()
        read(madeUp, 'sdk-async-2024-05-18')['ListCrates'].operation().methods() == ['GET']
    }

    def "of the older generation the companion classes tell styles and files"() {
        when:
        def found = read(madeUp, 'sdk-tea-2024-05-18')
        def upload = found['UploadMap'].operation()

        then:
        found.keySet() == ['UploadMap', 'Ping'] as Set
        !found['UploadMap'].callable()
        upload.parameters()*.name() == ['MapFile', 'Layers', 'Points', 'DepotId']
        upload.parameters()*.style() == [Style.NONE, Style.JSON, Style.REPEAT_LIST, Style.NONE]
        upload.parameter('MapFile').get().schema().fileUrl()
        upload.parameter('Points').get().schema().items().properties()['X'].format() == 'float'
        found['Ping'].operation().parameters().empty
    }

    def "the real SDK of the older version agrees with the snapshot in names, parameters and types"() {
        given:
        def snapshot = SnapshotCatalog.bundled()
        def found = read(getClass().classLoader, 'sdk-tea-2020-05-18').values()*.operation()
        def shared = found.findAll { snapshot.contains(ApiCatalog.V2020, it.name()) }
        int parameters = 0
        List<String> unknown = []
        List<String> otherType = []
        int fields = 0
        List<String> otherField = []

        when:
        shared.each { operation ->
            def known = snapshot.find(ApiCatalog.V2020, operation.name()).get()
            operation.parameters().each { parameter ->
                parameters++
                def other = known.parameter(parameter.name()).orElse(null)
                if (other == null) {
                    unknown << "${operation.name()}.${parameter.name()}".toString()
                } else if (known.resolve(other.schema()).type() != parameter.schema().type()) {
                    otherType << "${operation.name()}.${parameter.name()}".toString()
                }
            }
            operation.response().properties().each { name, schema ->
                fields++
                def other = known.resolve(known.response()).properties()[name]
                if (other == null || known.resolve(other).type() != schema.type()) {
                    otherField << "${operation.name()} -> $name".toString()
                }
            }
        }

        then:
        found.size() == 233
        shared.size() == 219
        parameters == 1053
        unknown == []
        otherType == []
        fields == 952
        otherField == []
        found.find { it.name() == 'CreateImportMigration' }.parameter('PackageFile').get().schema().fileUrl()
    }

    private static Map<String, FoundOperation> read(ClassLoader loader, String id) {
        def source = TypedSdkSource.onClassPath(loader).find { it.id() == id }
        source.load(null, NOW).operations().collectEntries { [it.operation().name(), it] }
    }
}
