package dev.dwx.repl.show

import dev.dwx.render.Showable
import spock.lang.Specification

class ResultsSpec extends Specification {
    private final Results results = new Results('Out')

    def 'a value by the number of its input, or counted from the end'() {
        given:
        results.add(1, 'a')
        results.add(2, null)
        results.add(3, [x: 1])

        expect:
        results[1] == 'a'
        results[3] == [x: 1]
        results[-1] == [x: 1]
        results[-2] == 'a'
        results.size() == 2
        results.toList() == ['a', [x: 1]]
        results.last(1) == 'a'
        results.last(2) == null
        results.rows() == [[Out: 1, Value: 'a'], [Out: 3, Value: '1 field']]
    }

    def 'what is not there says so'() {
        when:
        results[number]

        then:
        def e = thrown(IllegalArgumentException)
        e.message == message

        where:
        number | message
        1      | 'There is no Out[1]: no input has given a value yet'
        -1     | 'There is no Out[-1]: no input has given a value yet'
    }

    def 'only the last hundred are kept'() {
        given:
        (1..150).each { results.add(it, "value $it".toString()) }

        expect:
        results.size() == 100
        results[51] == 'value 51'

        when:
        results[50]

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'Out[50] is gone: only the last 100 values are kept'

        when:
        results[200]

        then:
        e = thrown(IllegalArgumentException)
        e.message == 'There is no Out[200]: that input has given no value. Out lists those that are there'
    }

    def 'answers of a usual size are held, whatever has come since; only what has no room any more may go'() {
        given:
        def answer = { int rows ->
            def items = (1..rows).collect { [Id: it, Name: "n$it".toString()] }
            [rows: { items }, isListing: { true }, value: { [PagingInfo: [Nodes: items]] }, isLazy: { false }, footer: { null }] as Showable
        }

        when:
        results.add(1, answer(1))
        results.add(2, answer(20_000))
        (3..40).each { results.add(it, answer(100)) }

        then:
        (1..40).every { held(it) }

        when:
        (41..46).each { results.add(it, answer(60_000)) }

        then: 'the three newest, and nothing of what stands behind their room'
        (44..46).every { held(it) }
        (1..43).every { !held(it) }
    }

    /** Held, and not at the garbage collector's mercy. */
    private boolean held(int number) {
        results.@values[number].held() != null
    }
}
