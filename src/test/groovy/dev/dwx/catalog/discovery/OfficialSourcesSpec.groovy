package dev.dwx.catalog.discovery

import dev.dwx.catalog.Style
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class OfficialSourcesSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-01T00:00:00Z')
    static final Path DATA = Path.of(System.getProperty('dwx.basedir', '.')).resolve('../shared/data')
    @AutoCleanup
    LoopbackSite site = new LoopbackSite()
    @TempDir
    Path folder
    Fetcher fetcher = new Fetcher(ProxyRules.NONE, Duration.ofSeconds(2), Duration.ofSeconds(10), false)

    def "the metadata of a version is read from an address in the language asked for, and from a file"() {
        given:
        site.page('/api-docs.json', Fixtures.text('api-docs-2024-05-18.json'))
        def file = Files.writeString(folder.resolve('api-docs.json'), Fixtures.text('api-docs-2024-05-18.json'))

        when:
        def read = new ApiDocsSource('2024-05-18', "$site.url/api-docs.json", 'EN_US').load(fetcher, NOW)
        def fromFile = new ApiDocsSource('2024-05-18', file.toString(), 'EN_US').load(fetcher, NOW)

        then:
        read.operations()*.operation()*.name() == ['ListCrates', 'CreateTruck', 'OldCrate', 'MoveCrate', 'GetCrate', 'CountCrates']
        read.operations().every { it.callable() }
        fromFile.operations()*.operation()*.parameters() == read.operations()*.operation()*.parameters()
        site.asked == ['/api-docs.json?language=EN_US']
        with(read.operations()[0].operation()) {
            provenance().source() == 'api-docs'
            provenance().fetched() == NOW
            parameter('Kinds').get().style() == Style.SIMPLE
            parameter('PageSize').get().schema().maximum() == 100
            category() == 'Warehouse'
        }
    }

    def "a document of another #what is refused and both are named"() {
        when:
        new ApiDocsSource('2024-05-18', 'docs.json', null).read(Fixtures.bytes(document), NOW)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains(named)
        failure.message.contains('not dataworks-public 2024-05-18')

        where:
        what      | document                                                                       | named
        'version' | Fixtures.text('api-docs-2020-05-18.json')                                      | '2020-05-18'
        'product' | Fixtures.docs('2024-05-18') { it.info.product = 'ecs' }                        | 'ecs'
        'nothing' | Fixtures.docs('2024-05-18') { it.remove('info') }                              | 'null'
    }

    def "what is no metadata is a failure: #document"() {
        when:
        new ApiDocsSource('2024-05-18', 'docs.json', null).read(Fixtures.bytes(document), NOW)

        then:
        thrown(SourceFailure)

        where:
        document << ['', 'null', '[]', '{}', '<html>busy</html>', '{"apis":{', '{"code":404,"message":"no"}',
                     Fixtures.docs('2024-05-18') { it.apis = [:] }, Fixtures.text('api-docs-2024-05-18.json')[0..700]]
    }

    def "a list of names alone is a list of names: #apis"() {
        when:
        def result = new ApiDocsSource('2024-05-18', 'docs.json', null)
            .read(Fixtures.bytes(Fixtures.docs('2024-05-18') { it.apis = apis }), NOW)

        then:
        result.operations().empty
        result.titles()*.name() == ['GetCrate', 'ListCrates']

        where:
        apis << [['GetCrate', 'ListCrates', 'no name!'], [[name: 'GetCrate'], [apiName: 'ListCrates']]]
    }

    def "a host that is not the service's is not taken from metadata, and is spoken of"() {
        when:
        def result = new ApiDocsSource('2024-05-18', 'docs.json', null).read(Fixtures.bytes(
            Fixtures.docs('2024-05-18') { it.endpoints = [[regionId: 'cn-shanghai', endpoint: 'evil.example.org']] }), NOW)

        then:
        result.notices().size() == 1
        result.notices()[0].contains('evil.example.org')
        result.notices()[0].contains('not used')
    }

    def "one operation's document is the same plain and wrapped; a reported failure is one"() {
        given:
        def plain = '{"methods":["get"],"parameters":[{"name":"Id","in":"query","schema":{"type":"string","required":true}}],"responses":{}}'
        def source = new SingleApiSource('2024-05-18', 'GetCrate', 'api.json', null)

        expect:
        source.read(Fixtures.bytes(plain), NOW) == source.read(Fixtures.bytes("{\"code\":0,\"data\":$plain}"), NOW)

        when:
        source.read(Fixtures.bytes(failed), NOW)

        then:
        thrown(SourceFailure)

        where:
        failed << ['{"code":404,"message":"no such operation"}', '{}', '', '<html></html>', '{"methods":[],"parameters":[]}']
    }

    @Requires(reason = 'the official documents are not beside the project', value = { Files.isDirectory(OfficialSourcesSpec.DATA.resolve('openmeta')) })
    def "the official documents are taken as they are: #version"() {
        when:
        def result = new ApiDocsSource(version, DATA.resolve("openmeta/$version/$file").toString(), null).load(fetcher, NOW)

        then:
        result.operations().size() == count
        result.operations().every { it.callable() }

        where:
        version      | file                     | count
        '2024-05-18' | 'api-docs.json'          | 262
        '2020-05-18' | 'api-docs.json'          | 306
        '2020-05-18' | 'api-docs-stripped.json' | 308
    }
}
