package dev.dwx.cli

import spock.lang.Specification

import java.util.function.LongSupplier
import java.util.function.Supplier

class ProgressLineSpec extends Specification {
    static final String ERASE = '\r\u001b[K'
    long now
    def terminal = new ByteArrayOutputStream()
    def line = new ProgressLine(terminal, 80, true, { now } as LongSupplier, false)

    private String written() {
        def text = terminal.toString('UTF-8')
        terminal.reset()
        text
    }

    private void pass(double seconds) {
        now += (seconds * 1_000_000_000d) as long
        line.tick()
    }

    def "what ends within a second is never seen; what takes longer is, and its time goes on by itself"() {
        given:
        def call = line.begin('waiting for GetNode')

        when:
        pass(0.9)

        then:
        written() == ''

        when:
        pass(0.2)

        then:
        written() == ERASE + 'waiting for GetNode · 1 s · Ctrl-C stops'

        when: 'nothing has changed on it'
        pass(0.2)

        then:
        written() == ''

        when:
        pass(1)

        then:
        written() == ERASE + 'waiting for GetNode · 2 s · Ctrl-C stops'

        when: 'it is over'
        call.close()
        line.tick()

        then: 'nothing is left of it'
        written() == ERASE

        when:
        pass(5)

        then:
        written() == ''
    }

    def "the line is gone before something is written, and stays away from a line without its end"() {
        given:
        def out = line.before(terminal)
        line.begin('x')
        pass(2)
        written()

        when:
        out.write('printed'.bytes)

        then:
        written() == ERASE + 'printed'

        when:
        pass(2)

        then:
        written() == ''

        when:
        out.write('\n'.bytes)
        line.tick()

        then:
        written() == '\n' + ERASE + 'x · 4 s · Ctrl-C stops'
    }

    def "what has been going on for longest is shown, and what holds up a part of it"() {
        given:
        def whole = line.begin('ListNodes.all')
        pass(0.5)
        def part = line.begin('waiting for ListNodes')
        pass(1)

        expect:
        written() == ERASE + 'ListNodes.all · 1 s · Ctrl-C stops'

        when:
        part.pause('HTTP 429, next try in 2 s')
        line.tick()

        then:
        written() == ERASE + 'ListNodes.all: HTTP 429, next try in 2 s · 1 s · Ctrl-C stops'

        when: 'one page and the next: the line does not blink'
        part.close()
        whole.close()
        def next = line.begin('ListNodes.all').after(whole).done(100, 300)
        pass(1)

        then:
        written().startsWith(ERASE + 'ListNodes.all: 100 of 300 · ')

        cleanup:
        next?.close()
    }

    def "a question has the screen to itself, and so has the reading of a line"() {
        given:
        line.begin('x')
        pass(2)
        written()

        when:
        def during = line.without({ pass(1); written() } as Supplier<String>)

        then:
        during == ERASE

        when:
        line.tick()

        then:
        written() == ERASE + 'x · 3 s · Ctrl-C stops'
    }

    def "while something draws on the whole screen, what is printed is kept for afterwards"() {
        given:
        def out = line.before(terminal)

        when:
        def during
        line.behind({ out.write('a remark\n'.bytes); during = [written(), line.lastHeld()] } as Runnable)

        then:
        during == ['', 'a remark']
        written() == 'a remark\n'
        line.lastHeld() == ''
    }

    def "where nobody looks nothing is written"() {
        given:
        def nobody = new ProgressLine(null, 80, true, { now } as LongSupplier, true)

        when:
        nobody.begin('x').done(1, 2).close()
        nobody.tick()
        nobody.clear()

        then:
        noExceptionThrown()
    }
}
