package dev.dwx.dsl.pages

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiException
import dev.dwx.dsl.Context
import dev.dwx.dsl.progress.SeenProgress
import dev.dwx.dsl.Session
import spock.lang.Shared
import spock.lang.Specification

class PagesSpec extends Specification {
    @Shared ApiCatalog catalog = SnapshotCatalog.bundled()
    ListServer server = new ListServer()
    List<String> notes = []
    SeenProgress progress = new SeenProgress()

    private Pages pages(boolean strict = true, int count = 0, Map arguments = [:]) {
        def operation = catalog.find('2024-05-18', 'ListNodes').get()
        if (count) { server.fill(operation, count) }
        def session = Session.with({ catalog }, server).notes({ notes << it }).progress(progress).context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withStrict(strict)).begin()
        session.handle(null, 'ListNodes').get().all(arguments)
    }

    def "a count that never agrees is an error in a script, a remark at the prompt, and taken by lenient: #words"() {
        given:
        def all = pages(true, 150)
        server.total = { n as long }

        when:
        all.toList()

        then:
        def error = thrown(ApiException)
        error.code() == 'dwx.IncompleteListing'
        error.why().contains(words)
        error.next().contains('.lenient()')

        when:
        def taken = all.lenient().toList()
        def prompt = pages(false).toList()

        then:
        taken.size() == 150
        prompt.size() == 150
        notes.size() == 2
        notes.every { it.startsWith('Incomplete: ListNodes: ') && it.contains(words) }

        where:
        n   | words
        160 | 'only 150 came of the 160'
        140 | '150 came, and the service counts 140: some may be there twice'
    }

    def "a listing that changes faster than it can be read says so"() {
        given:
        def all = pages(true, 150)
        long counted = 150
        server.total = { counted++ }

        when:
        all.toList()

        then:
        def error = thrown(ApiException)
        error.why().contains('changes faster than it can be read')
        server.calls < 20
    }

    def "taking only the first reads one page and checks nothing"() {
        given:
        def all = pages(true, 150)
        server.total = { 999L }

        expect:
        all.take(5).size() == 5
        all.first().Id == server.items[0].Id
        all.find { true } != null
        all.total == 999
        all as boolean
        server.calls == 5
    }

    def "at the prompt as many are shown as can be read, in a script all; a CSV has all in both"() {
        when:
        def shownAtPrompt = pages(false, 250)

        then:
        shownAtPrompt.rows().size() == 100
        shownAtPrompt.footer() == 'the first 100 of 250; .toList() has all, .count() says how many'
        shownAtPrompt.everyRow().size() == 250
        pages(true).rows().size() == 250
        pages().count() == 250
        pages().collect { it.Id }.size() == 250
        pages()*.Id.toSet().size() == 250
    }

    def "the caller's first page is where it begins, and the count is held against what is left"() {
        expect:
        pages(true, 250, [PageNumber: 2, PageSize: 100]).count() == 150
        pages(true, 250, [PageNumber: 9]).count() == 0
    }

    def "the screen says how far it is"() {
        when:
        pages(true, 250).count()

        then:
        def lines = progress.ended.findAll { it.startsWith('ListNodes.all') }
        lines.size() == 3
        lines[0] == 'ListNodes.all · 1 s · Ctrl-C stops'
        lines[1] ==~ /ListNodes.all: 100 of 250 · .*Ctrl-C stops/
        progress.underWay.empty
    }

    def "what has no pages is refused before anything is sent: #name"() {
        given:
        def session = Session.with({ catalog }, server).begin()

        when:
        session.handle(null, name).get().all()

        then:
        def error = thrown(ApiException)
        error.code() == 'dwx.NoListing'
        server.calls == 0

        where:
        name << ['GetProject', 'DeleteNode', 'RerunTaskInstances']
    }
}
