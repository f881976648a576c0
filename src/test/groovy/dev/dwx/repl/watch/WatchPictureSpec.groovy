package dev.dwx.repl.watch

import dev.dwx.dsl.watching.Rounds
import org.jline.utils.AttributedString
import spock.lang.Specification

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

class WatchPictureSpec extends Specification {
    static final ZoneId ZONE = ZoneId.of('Asia/Shanghai')
    def clock = Clock.fixed(Instant.parse('2026-03-16T02:15:30Z'), ZoneOffset.UTC)
    def rounds = new Rounds('running', { 'x' }, { false }, 0, Duration.ofSeconds(10), clock, { it })

    private static List<AttributedString> text(String... lines) {
        lines.collect { new AttributedString(it) }
    }

    private List<String> picture(Duration next, List<AttributedString> body, String remark = '', int height = 8) {
        WatchPicture.lines(rounds, rounds.next(), body, next, remark, ZONE, height)*.toString()
    }

    def "what, how often, when, until when; the value; the keys"() {
        expect:
        picture(Duration.ofMillis(5200), text('Id  Status', '1   Running'), '', 8).join('\n') == '''\
            running · every 10 s · round 1 at 10:15:30 · next in 6 s

            Id  Status
            1   Running



            q leaves · space pauses · r looks now · + - how often'''.stripIndent()
    }

    def "it says that it looks, and that it rests; what was said meanwhile stands beneath"() {
        expect:
        WatchPicture.lines(rounds, null, [], null, '', ZONE, 8)[0].toString() == 'running · every 10 s · looking …'
        picture(Duration.ofSeconds(-1), [])[0].endsWith(' · paused')
        picture(Duration.ofSeconds(1), [], 'budget is low')[1] == '! budget is low'
    }

    def "what does not fit is told"() {
        expect:
        picture(null, text('a', 'b', 'c', 'd', 'e'), '', 8)[2..5] == ['a', 'b', 'c', '… 2 lines more']
    }

    def "changed cells are marked, by the row's first cell, wherever it stands now: #what"() {
        expect:
        Changes.marked(text(*before), text(*now)).collect { line ->
            (0..<line.length()).collect { line.styleAt(it) == line.styleAt(it).inverse() && line.charAt(it) != ' ' ? '^' : '.' }.join('')
        } == marks

        where:
        what               | before                               | now                                  || marks
        'the first time'   | []                                   | ['1   Running']                      || ['...........']
        'nothing'          | ['1   Running']                      | ['1   Running']                      || ['...........']
        'a cell'           | ['1   Running  x']                   | ['1   Success  x']                   || ['....^^^^^^^...']
        'a row moved'      | ['1   Running', '2   NotRun']        | ['2   Running', '1   Running']       || ['....^^^^^^^', '...........']
        'a new row'        | ['1   Running']                      | ['1   Running', '3   NotRun']        || ['...........', '^...^^^^^^']
        'another width'    | ['1  Running']                       | ['1      Running']                   || ['..............']
    }
}
