package dev.dwx.dsl

class DispatchSpec extends LanguageSpec {
    def "an operation is called with named arguments, with or without parentheses, or with one map"() {
        when:
        run(source)

        then:
        caller.last.name == 'ListProjects'
        caller.last.version == '2024-05-18'
        caller.last.arguments == [PageSize: 10L]
        caller.last.target.region() == 'cn-shanghai'

        where:
        source << ['ListProjects(PageSize: 10)', 'ListProjects PageSize: 10', 'ListProjects([PageSize: 10])',
                   'def size = 10\nListProjects(PageSize: size)', '[10].each { ListProjects(PageSize: it) }',
                   'def pages(n) { ListProjects(PageSize: n) }\npages(10)',
                   'class Reader { def read() { ListProjects(PageSize: 10) } }\nnew Reader().read()',
                   'class Reader2 { static read() { ListProjects(PageSize: 10) } }\nReader2.read()',
                   'ListProjects.call(PageSize: 10)', 'x = ListProjects; x(PageSize: 10)',
                   'v2024.ListProjects(PageSize: 10)', 'v2024.ListProjects.call(PageSize: 10)',
                   '[1].each { [2].each { ListProjects PageSize: 10 } }', 'table ListProjects(PageSize: 10)']
    }

    def "an operation that is only named shows its signature card"() {
        expect:
        run('ListProjects') instanceof OperationHandle
        run('ListProjects.toString()').startsWith('ListProjects (2024-05-18)')
        run('ListProjects.help()').contains('PageSize')
        run('ListProjects.example()').startsWith('ListProjects(')
        run('ListProjects.parameters*.name()').contains('PageSize')
        caller.calls.isEmpty()
    }
}
