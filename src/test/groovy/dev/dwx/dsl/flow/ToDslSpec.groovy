package dev.dwx.dsl.flow

import dev.dwx.dsl.LanguageSpec
import dev.dwx.flowspec.decompile.SpecExamples
import dev.dwx.flowspec.model.FlowDocument
import spock.lang.Requires

/** Documents told in the words that build them. */
class ToDslSpec extends LanguageSpec {
    @Requires({ !SpecExamples.all().isEmpty() })
    def "every example of the reference survives the way through the language"() {
        expect:
        SpecExamples.all().size() == 21
        SpecExamples.all().each { name, json ->
            def text = run("toDsl('''${json.replace('\\', '\\\\').replace("'", "\\'")}''')".toString())
            def back = run(text)
            assert back instanceof Flow
            assert back.document() == FlowDocument.parse(json): "$name\n$text"
        }
    }
}
