package dev.dwx.catalog

import java.time.Duration
import java.time.Instant
import spock.lang.Shared
import spock.lang.Specification

class SignatureCardSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-16T08:00:00Z')

    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()
    @Shared ApiDocument forms = new ApiDocsReader(
        new Provenance('api-docs', 'forms.api-docs.json', NOW - Duration.ofHours(5), false)).read(ApiDocsReaderSpec.bytes())

    String form(String name, int width = 0) {
        new SignatureCard(forms.operations().find { it.name() == name }).text(width, NOW)
    }

    String card(String version, String name, String other = null) {
        new SignatureCard(catalog.find(version, name).get(),
            other == null ? null : catalog.find(other, name).get()).text(0, NOW)
    }

    def 'a card says all that is known of an operation'() {
        expect:
        form('ListBeds') == '''\
            ListBeds (2024-05-18) · GET · Garden / 花园
            Beds
            Lists beds, see WaterBed (https://help.aliyun.com/document_detail/4711.html).

            Parameters (* required)
              GardenId*   64-bit integer; required; in the URL; for example 9223372036854775807
              RegionId    text; chooses the endpoint, not sent
              Kinds       list of text; in the URL; joined by commas; values Herb, Rose; at most 20 elements
              startDate   text; in the URL; pattern \\d{8}
              PageNumber  integer; in the URL; default 1; at least 1
              PageSize    integer; in the URL; default 10; 1 to 9223372036854775808

            Answer
              RequestId      text
              PagingInfo     object
                PageNumber   text
                PageSize     text
                TotalCount   text  <- .total
                Beds         list of object  <- .items
                  Id         64-bit integer
                  Neighbour  object
                    …        the same again
                  Tool       object
                             A tool.
                    Name     text
              Pages: by PageNumber and PageSize; ListBeds.all(…) reads them all.

            Example
              ListBeds(GardenId: 9223372036854775807)

            Errors
              429 Throttling.User  Slower, please.

            Source: api-docs, forms.api-docs.json, read 5 hours ago; no longer in the newest list.
            '''.stripIndent()
    }

    def 'a card says how each value is sent'() {
        expect: 'whatever the columns'
        form('WaterBed').replaceAll(' +', ' ').contains(line)

        where:
        line << ['\n Can* object; required; in the form; as JSON\n The can.\n Name text\n',
                 '\n Broken object; in the form; as JSON\n',
                 '\n Rows list of object; in the form; numbered Rows.1, .2 …\n Key* text; required\n',
                 '\n Labels map of text; in the form; as JSON\n',
                 '\n Plan file or its URL; in the form; 1 to 4096 characters\n',
                 '\n Level integer; in the form; one of 1, 2, 0; at most 99\n',
                 '\n Ratio decimal number; in the form; default 0.10; at least 0.5\n',
                 '\n Odd any value; in the URL\n',
                 'WaterBed (2024-05-18) · POST · answers with a stream of events · Water\n',
                 'Deprecated; use DrainBed (2024-05-18).\n', 'Answer\n a stream of events\n']
    }

    def 'an operation without parameters, and one of which only the name is known, say so'() {
        given:
        def named = new ApiDocsReader(Provenance.SNAPSHOT).read('{"info":{"version":"v"},"apis":["OnlyName"]}'.bytes)

        expect:
        form('LooseCall').contains('It takes no parameters.')
        form('LooseCall').contains('Answer\n  list of text\n')
        new SignatureCard(named.operations()[0]).text(0, NOW).startsWith('OnlyName (v)\n\nOnly the name is known')
    }

    def 'what the other version has under this name is said, and the example says which is meant'() {
        expect:
        card(ApiCatalog.V2020, 'GetNode', ApiCatalog.V2024).contains('Also in 2024-05-18, with other parameters: v2024.GetNode(…).')
        card(ApiCatalog.V2020, 'GetNode', ApiCatalog.V2024).contains("  v2020.GetNode(NodeId: 2, ProjectEnv: 'PROD')\n")
        card(ApiCatalog.V2024, 'GetNode', ApiCatalog.V2020).contains("  GetNode(Id: '…')\n")
        card(ApiCatalog.V2020, 'GetIDEEventDetail', ApiCatalog.V2024).contains('Also in 2024-05-18, with the same parameters.\n')
        card(ApiCatalog.V2024, 'ListSkills').contains('Pages: by NextToken and MaxResults; ListSkills.all(…)')
        card(ApiCatalog.V2024, 'ListSkills').contains('Source: the snapshot in this program.\n')
    }

    def 'lines keep to the width, Chinese characters counting two, where words allow it'() {
        expect:
        form('ListBeds', width).readLines().every { it.size() <= width || !it.strip().contains(' ') || it.contains('Pages:')
            || it.contains('Source:') || it.contains('ListBeds(') || it.contains('·') }

        where:
        width << [60, 72, 80, 100]
    }

    def 'a column too narrow to read does no harm'() {
        expect:
        form('ListBeds', width).contains('GardenId*')

        where:
        width << [-1, 0, 1, 5, 20]
    }

    def 'cards of all operations hold their parameters and no control characters'() {
        expect:
        catalog.list().each {
            def operation = catalog.find(it.version(), it.name()).get()
            def text = new SignatureCard(operation).text(80, NOW)
            assert operation.parameters().every { text.contains(it.name()) }
            assert text.chars().noneMatch { Character.isISOControl(it) && it != (int) ('\n' as char) }
            assert !text.contains('null')
        }
    }

    def 'control characters of downloaded texts never reach the screen'() {
        given:
        def json = '{"info":{"version":"v"},"apis":{"Evil\\u001b[2J":{"summary":"a\\u001b[31mb\\u0007","methods":["get"],' +
            '"parameters":[{"name":"P\\u001b]0;x","in":"query","schema":{"type":"string","required":true,"default":"\\u001b[0m",' +
            '"description":"d\\u009b1m"}}],"errorCodes":{"400":[{"errorCode":"E\\u001b","errorMessage":"\\u001bm"}]}}}}'

        when:
        def text = new SignatureCard(new ApiDocsReader(Provenance.SNAPSHOT).read(json.bytes).operations()[0]).text(80, NOW)

        then:
        text.chars().noneMatch { Character.isISOControl(it) && it != (int) ('\n' as char) }
    }

    def 'ages are told in one unit'() {
        expect:
        SignatureCard.age(age) == words

        where:
        age                    | words
        Duration.ofSeconds(-5) | 'just now'
        Duration.ofSeconds(59) | 'just now'
        Duration.ofMinutes(1)  | '1 minute ago'
        Duration.ofMinutes(59) | '59 minutes ago'
        Duration.ofHours(1)    | '1 hour ago'
        Duration.ofHours(23)   | '23 hours ago'
        Duration.ofHours(24)   | '1 day ago'
        Duration.ofDays(40)    | '40 days ago'
    }

    def 'links of the documents are shown with their address: #text'() {
        expect:
        DocText.plain(text) == shown

        where:
        text                                    | shown
        'See [X](~~9~~).'                       | 'See X (https://help.aliyun.com/document_detail/9.html).'
        'See \\[X]\\(~~9~~).'                   | 'See X (https://help.aliyun.com/document_detail/9.html).'
        '[A](~~1~~)[B](~~2~~)'                  | 'A (https://help.aliyun.com/document_detail/1.html)B (https://help.aliyun.com/document_detail/2.html)'
        '[X](https://e.cn/a)'                   | 'X (https://e.cn/a)'
        '[X](javascript:alert)'                 | '[X](javascript:alert)'
        '[X](~~no~~)'                           | '[X](~~no~~)'
        'a[0](b) and [c'                        | 'a[0](b) and [c'
        '[]()'                                  | '[]()'
        'a\\b'                                  | 'a\\b'
        'tab\there'                             | 'tab here'
        ''                                      | ''
    }
}
