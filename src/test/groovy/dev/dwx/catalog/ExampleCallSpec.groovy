package dev.dwx.catalog

import spock.lang.Shared
import spock.lang.Specification

class ExampleCallSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()

    String example(String version, String name) {
        ExampleCall.of(catalog.find(version, name).get())
    }

    static String exampleOf(String parameters) {
        ExampleCall.of(new ApiDocsReader(Provenance.SNAPSHOT).read(
            """{"apis":{"Do":{"methods":["get"],"parameters":[$parameters]}}}""".getBytes('UTF-8')).operations()[0])
    }

    def 'an example has what is required, in values of the right kind: #name'() {
        expect:
        example(version, name) == call

        where:
        version          | name                | call
        ApiCatalog.V2024 | 'CreateNode'        | "CreateNode(ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: [:])"
        ApiCatalog.V2024 | 'ListProjects'      | 'ListProjects(PageSize: 10)'
        ApiCatalog.V2024 | 'ListSkills'        | 'ListSkills(MaxResults: 10)'
        ApiCatalog.V2024 | 'GetProject'        | 'GetProject(Id: 1)'
        ApiCatalog.V2020 | 'ListFiles'         | 'ListFiles(PageSize: 10)'
        ApiCatalog.V2024 | 'StopTaskInstances' | 'StopTaskInstances()'
    }

    def 'each kind of value has its form'() {
        expect:
        exampleOf("""{"name":"$name","in":"query","schema":$schema}""") == "Do($call)"

        where:
        name   | schema                                                                                 | call
        'A'    | '{"type":"string","required":true}'                                                    | "A: '…'"
        'A'    | '{"type":"string"}'                                                                    | ''
        'A'    | '{"type":"string","required":true,"enum":["X\'s","Y"]}'                                | "A: 'X\\'s'"
        'A'    | '{"type":"string","required":true,"default":"C:\\\\d"}'                                | "A: 'C:\\\\d'"
        'A'    | '{"type":"string","required":true,"example":"{\\"a\\":1}"}'                            | 'A: [:]'
        'A'    | '{"type":"string","required":true,"example":"two\\nlines"}'                            | "A: 'two\\nlines'"
        'A'    | '{"type":"integer","required":true,"minimum":"5"}'                                     | 'A: 5'
        'A'    | '{"type":"integer","required":true,"maximum":"0"}'                                     | 'A: 0'
        'A'    | '{"type":"integer","required":true,"example":"9223372036854775807"}'                   | 'A: 9223372036854775807'
        'A'    | '{"type":"integer","required":true,"example":"12***34"}'                               | 'A: 1'
        'A'    | '{"type":"integer","required":true,"example":"1.5"}'                                   | 'A: 1'
        'A'    | '{"type":"number","required":true,"example":"1.5"}'                                    | 'A: 1.5'
        'A'    | '{"type":"boolean","required":true}'                                                   | 'A: true'
        'Ids'  | '{"type":"array","required":true,"items":{"type":"integer"}}'                          | 'Ids: [1]'
        'A'    | '{"type":"array","required":true}'                                                     | 'A: []'
        'A'    | '{"type":"object","required":true}'                                                    | 'A: [:]'
        'A'    | '{"type":"object","required":true,"properties":{"B":{"type":"string","required":true},"C":{"type":"string"}}}' | "A: [B: '…']"
        'A.1'  | '{"type":"string","required":true}'                                                    | "'A.1': '…'"
    }

    def 'what only chooses the endpoint is left out'() {
        expect:
        exampleOf('{"name":"RegionId","in":"host","schema":{"type":"string","required":true}}') == 'Do()'
    }

    def 'every example is Groovy, and names just what is required'() {
        given: 'one script that makes all of the calls'
        def operations = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
        def source = operations.collect { ExampleCall.of(it) }.join('\n')
        def calls = []
        def recorder = new CallRecorder(calls: calls)

        when:
        def script = (DelegatingScript) new GroovyShell(getClass().classLoader, new Binding(),
            new org.codehaus.groovy.control.CompilerConfiguration(scriptBaseClass: DelegatingScript.name)).parse(source)
        script.setDelegate(recorder)
        script.run()

        then:
        calls.size() == 673
        (0..<673).every { i ->
            def required = operations[i].parameters().findAll { it.required() && it.in() != Placement.HOST }*.name()
            calls[i].name == operations[i].name() && (calls[i].names == required
                || required.isEmpty() && calls[i].names.size() == 1)
        }
    }
}

/** Notes which calls a script makes, instead of making them. */
class CallRecorder {
    List calls

    /** dwx's own word for a parameter that takes a file. */
    def file(String path) {
        path
    }

    def methodMissing(String name, Object arguments) {
        def given = arguments as List
        calls << [name: name, names: given.isEmpty() ? [] : (given[0] as Map).keySet() as List]
        null
    }
}
