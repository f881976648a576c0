package dev.dwx.repl.watch

import dev.dwx.repl.screen.Press
import dev.dwx.dsl.watching.Instance
import dev.dwx.render.Look
import dev.dwx.repl.watch.BoardKeys.Order
import org.jline.utils.AttributedStyle
import spock.lang.Specification

import java.time.Duration
import java.time.Instant
import java.time.ZoneId

/** The board as text: a state and a window in, lines out; a state and a key in, the next state out. */
class BoardSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-16T02:00:30Z')
    static final ZoneId ZONE = ZoneId.of('Asia/Shanghai')
    static final List<Instance> DAY = [
            instance(900020778113L, 'dwd_orders', 'Failure', '2026-03-16T00:18:00Z', 2, 65, 'wang'),
            instance(900020778104L, 'ads_gmv', 'Running', '2026-03-16T01:58:00Z', 1, null, 'li'),
            instance(900020778101L, 'ods_orders', 'Success', '2026-03-15T16:10:00Z', 1, 300, 'wang'),
            instance(900020778102L, '订单_汇总', 'NotRun', '2026-03-16T03:00:00Z', 0, null, 'wang')]

    def picture = new BoardPicture('orders_dw · business date 2026-03-15 · Prod', ZONE, new Look(80, false, true))
    BoardState state = BoardState.EMPTY.read(DAY, NOW)

    private static Instance instance(long id, String task, String status, String due, int run, Integer seconds, String owner) {
        def from = Instant.parse(due)
        def started = status == 'NotRun' ? null : from.plusSeconds(2)
        new Instance(id, task, status, owner, from, started, seconds == null ? null : started.plusSeconds(seconds), run)
    }

    private List<String> lines(int width = 100, int height = 12, Duration next = Duration.ofSeconds(12)) {
        picture.lines(state, NOW, next, width, height).collect { it.toString().stripTrailing() }
    }

    private String window(int width = 100, int height = 12) {
        lines(width, height).join('\n')
    }

    private Order press(key) {
        def step = BoardKeys.press(state, key instanceof Press.Key ? Press.of(key) : Press.text(key as String), 7)
        state = step.state()
        step.order()
    }

    def "the day: what needs somebody first, how many of each status, how much is done"() {
        expect:
        window() == '''\
            orders_dw · business date 2026-03-15 · Prod · read 10:00:30 · next in 12 s
            4 instances: 1 Failure · 1 Running · 1 NotRun · 1 Success ▕██▌       ▏ 25 %

              STATUS   TASK        TOOK      DUE    STARTED   RUN  OWNER  INSTANCE
            > Failure  dwd_orders  1 m 05 s  08:18  08:18:02  2    wang   900020778113
              Running  ads_gmv     2 m 28 s  09:58  09:58:02  1    li     900020778104
              NotRun   订单_汇总             11:00                 wang   900020778102
              Success  ods_orders  5 m       00:10  00:10:02  1    wang   900020778101



            Enter details · l log · w why · r rerun · h hold · u let go · f filter · s sort · / find · q leaves'''.stripIndent()
    }

    def "a look that leaves something out says so"() {
        given:
        picture = new BoardPicture('orders_dw', ZONE, new Look(80, false, true), { '15,000 of 30,000 so far' })

        expect:
        lines()[0] == 'orders_dw · read 10:00:30 · next in 12 s · 15,000 of 30,000 so far'
    }

    def "a narrow window keeps status, task and id; a low one the head and what is selected"() {
        expect:
        window(50, 8) == '''\
            orders_dw · business date 2026-03-15 · Prod · rea…
            4 instances: 1 Failure · 1 Running · 1 NotRun · 1…

              STATUS   TASK        TOOK      INSTANCE
            > Failure  dwd_orders  1 m 05 s  900020778113
              Running  ads_gmv     2 m 28 s  900020778104
              NotRun   订单_汇总             900020778102
            l log · w why · r rerun · h hold · q leaves'''.stripIndent()
        lines(30, 5).size() == 5
        lines(30, 5)[4] == 'q leaves' || lines(30, 5).any { it.contains('Failure') }
    }

    def "before anything was read, and when it cannot be"() {
        given:
        state = BoardState.EMPTY

        expect:
        lines()[0] == 'orders_dw · business date 2026-03-15 · Prod · reading …'

        when:
        state = BoardState.EMPTY.read(DAY, NOW).failed('Throttling: too many calls')

        then: 'what there was stays'
        lines()[2] == '! Throttling: too many calls'
        lines()[4].startsWith('> Failure')
    }

    def "arrows select, and the selection stays with its instance when the list changes"() {
        when:
        press(Press.Key.DOWN)

        then:
        state.current().task() == 'ads_gmv'

        when: 'it has ended meanwhile'
        state = state.read(DAY.collect { it.task() == 'ads_gmv' ? instance(it.id(), it.task(), 'Success', '2026-03-16T01:58:00Z', 1, 9, 'li') : it }, NOW)

        then:
        state.current().task() == 'ads_gmv'
        lines()[7].startsWith('> Success  ads_gmv')

        when:
        10.times { press(Press.Key.UP) }

        then:
        state.current().task() == 'dwd_orders'
    }

    def "#key asks for #order of the selected instance, and for nothing where there is none"() {
        expect:
        press(key) == order

        when:
        state = BoardState.EMPTY.read([], NOW)

        then:
        press(key) == Order.NONE

        where:
        key                     || order
        'r'                     || Order.RERUN
        'h'                     || Order.HOLD
        'u'                     || Order.RESUME
        'x'                     || Order.STOP
        'l'                     || Order.LOG
        'w'                     || Order.WHY
        Press.Key.ENTER  || Order.DETAILS
    }

    def "q, Ctrl-D and the end of the terminal leave"() {
        expect:
        press(key) == Order.LEAVE

        where:
        key << ['q', 'Q', Press.Key.CTRL_C]
    }

    def "f goes through the statuses that there are, and back to all"() {
        expect:
        (1..5).collect { press('f'); state.status() } == ['Failure', 'Running', 'NotRun', 'Success', null]

        when:
        press('f')

        then:
        lines()[2] == 'only Failure'
        lines()[5] == ''
    }

    def "s changes the order"() {
        expect:
        (1..4).collect { press('s'); [state.sort().name(), state.shown()*.task().first(), lines()[2]] } == [
                ['DUE', 'ods_orders', 'by due time'],
                ['LONGEST', 'ods_orders', 'the longest first'],
                ['NAME', 'ads_gmv', 'by name'],
                ['STATUS', 'dwd_orders', '']]
    }

    def "/ finds by a part of a name or a whole id; letters are then no commands"() {
        when:
        '/orders'.each { assert press(it) == Order.NONE }

        then:
        lines()[2] == '/orders_'
        state.shown()*.task() == ['dwd_orders', 'ods_orders']

        when:
        press(Press.Key.BACKSPACE)
        press(Press.Key.ENTER)

        then:
        lines()[2] == 'with order'

        when:
        press(Press.Key.ESCAPE)
        '/900020778102'.each { press(it) }

        then:
        state.shown()*.task() == ['订单_汇总']
    }

    def "a text is read in place of the list: it scrolls, and q goes back"() {
        given:
        state = state.withPage(new BoardState.Page('log', (1..30).collect { "line $it" as String }, 0))

        when:
        press(' ')

        then:
        lines()[3..5] == ['log', 'line 8', 'line 9']
        lines()[11] == '↑ ↓ space scroll · q goes back'

        when:
        press(Press.Key.END)

        then:
        lines()[10] == 'line 30'
        press('q') == Order.NONE
        state.page() == null
    }

    def "a day of three thousand scrolls with the selection, and is drawn at once"() {
        given:
        state = BoardState.EMPTY.read((1..3000).collect { instance(900000000000L + it, "task_${it}", 'NotRun', '2026-03-16T03:00:00Z', 0, null, 'o') }, NOW)

        when:
        press(Press.Key.END)

        then:
        lines()[1].startsWith('3,000 instances: 3,000 NotRun')
        lines().findAll { it.startsWith('>') } == ['> NotRun  task_999        11:00                o      900000000999']
        lines().size() == 12
    }

    def "with colours a status has its own, and the selected line is in reverse"() {
        given:
        picture = new BoardPicture('x', ZONE, new Look(80, true, true))
        def drawn = picture.lines(state, NOW, null, 100, 12)

        expect:
        drawn[5].styleAt(2) == AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)
        drawn[4].styleAt(0) == AttributedStyle.DEFAULT.inverse()
        drawn[4].toString().startsWith('> Failure')
    }

    def "control characters of the service's texts do not reach the terminal"() {
        given:
        state = BoardState.EMPTY.read([instance(1, 'a\u001b[2Jb', 'Running', '2026-03-16T00:00:00Z', 1, null, 'o')], NOW)

        expect:
        !window().contains('\u001b')
    }
}
