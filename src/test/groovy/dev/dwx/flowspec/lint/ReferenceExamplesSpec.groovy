package dev.dwx.flowspec.lint

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

/** The worked examples of the published form have no fault but those that they are known for. */
@Requires({ Files.exists(ReferenceExamplesSpec.REFERENCE) })
class ReferenceExamplesSpec extends Specification {
    static final Path REFERENCE = Path.of(System.getProperty('dwx.basedir', '.')).resolve('../shared/reference/flowspec.md')
    /** A node without an output; a dependency by nodeId on one that has none. */
    static final Map<String, List<String>> ODD = ['17.19': ['outputs'], '17.21': ['dependency-lost']]

    @Shared
    Map<String, String> examples = Files.exists(REFERENCE) ? read() : [:]

    static Map<String, String> read() {
        def examples = [:]
        String number = null
        StringBuilder text = null
        Files.readString(REFERENCE).eachLine { line ->
            def title = line =~ /^### (17\.\d+) .*/
            if (title.matches()) {
                number = title.group(1)
            } else if (number && line == '```json') {
                text = new StringBuilder()
            } else if (text != null && line == '```') {
                examples[number] = text.toString()
                text = null
                number = null
            } else if (text != null) {
                text << line << '\n'
            }
        }
        examples
    }

    def "the examples have no errors but their known ones, and mended ones have none"() {
        expect:
        examples.size() == 21
        examples.every { number, text ->
            def setting = SpecSetting.of(text).withProjectName('shop')
            def errors = SpecCheck.of(text, setting).findAll { it.error }
            assert errors*.code() as Set == (ODD[number] ?: []) as Set, number + ' ' + errors*.line()
            assert SpecCheck.of(SpecCheck.mended(text, setting, [] as Set).map(), setting).findAll { it.error } == [], number
            true
        }
    }

    def "remarks on the examples are few"() {
        expect:
        examples.collectMany { number, text ->
            SpecCheck.of(text, SpecSetting.of(text).withProjectName('shop')).findAll { !it.error }.collect { number + ' ' + it.line() }
        }.findAll { !it.contains('(body-flat)') && !it.contains('(error-limit)') } == []
    }
}
