package dev.dwx.repl.line

import dev.dwx.catalog.ApiCatalog
import dev.dwx.repl.command.Commands
import dev.dwx.repl.complete.CandidatesSpec
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class SessionWordsSpec extends Specification {
    def 'a bare name is of the version of the session, as it is at the moment, and a pinned one of its own'() {
        given:
        def version = ApiCatalog.V2024
        def words = new SessionWords({ CandidatesSpec.catalog() }, { version }, new Commands([]), { false })
        words.warm()
        new PollingConditions(timeout: 10).eventually {
            assert words.complete()
        }

        expect:
        words.operation('ListNodes', null).get().version() == ApiCatalog.V2024
        words.operation('ListFiles', null).get().version() == ApiCatalog.V2020

        when:
        version = ApiCatalog.V2020

        then:
        words.operation('ListNodes', null).get().version() == ApiCatalog.V2020
        words.operation('ListNodes', '2024').get().version() == ApiCatalog.V2024
        words.operation('ListProjects', null).get().version() == ApiCatalog.V2024
    }
}
