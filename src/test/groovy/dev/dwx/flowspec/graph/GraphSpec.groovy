package dev.dwx.flowspec.graph

import dev.dwx.flowspec.model.FlowDocument
import java.time.Duration
import spock.lang.Specification

class GraphSpec extends Specification {
    /** {@code 'a>b'}: b waits for a; {@code '@x>b'}: for an output of elsewhere; {@code 'a'}: a node alone. */
    static FlowGraph graph(String... edges) {
        def names = edges.collectMany { it.split('>').toList() }.findAll { !it.startsWith('@') }.unique()
        def flow = edges.findAll { it.contains('>') }.groupBy { it.split('>')[1] }.collect { to, list ->
            [nodeId: to, depends: list.collect { def from = it.split('>')[0]; [type: 'Normal', output: from.startsWith('@') ? from.substring(1) : 'o.' + from] }]
        }
        document(names, flow)
    }

    static FlowGraph document(List<String> names, List flow, Map more = [:]) {
        FlowGraph.of(FlowDocument.of([version: '1.1.0', kind: 'CycleWorkflow', spec: [name: 'w', flow: flow] + more +
                [nodes: names.collect { [id: it, name: it, outputs: [nodeOutputs: [[data: 'o.' + it]]]] }]]))
    }

    static Picture picture(FlowGraph graph, int columns = 80, boolean all = true, boolean unicode = true, Map badges = [:]) {
        Picture.of(graph, badges, new Terms(columns, unicode, { String s -> s.codePoints().map { it > 0x2e80 ? 2 : 1 }.sum() }, { it }), all)
    }

    def "a chain goes straight down, in characters of any terminal, too"() {
        expect:
        picture(graph('a>b')).toString() == '┌───┐\n│ a │\n└─┬─┘\n  │\n┌─┴─┐\n│ b │\n└───┘'
        picture(graph('a>b'), 80, true, false).toString() == '+---+\n| a |\n+-+-+\n  |\n+-+-+\n| b |\n+---+'
    }

    def "what is waited for from elsewhere has no box"() {
        expect:
        picture(graph('@shop_root>a')).toString() == ' shop_root\n     │\n   ┌─┴─┐\n   │ a │\n   └───┘'
    }

    def "a circle is told and taken out, and the rest is drawn"() {
        when:
        def graph = graph('a>b', 'b>c', 'c>a', 'c>d')

        then:
        graph.circles() == [['a', 'b', 'c', 'a']]
        graph.edges().size() == 3
        picture(graph).remarks().any { it.contains('a > b > c > a') && it.contains('refuses') }
        'abcd'.every { picture(graph).toString().count("│ $it │") == 1 }

        and: 'a node that waits for itself is a circle of one'
        GraphSpec.graph('a>a').circles() == [['a', 'a']]
    }

    def "earlier runs are marked, not drawn as lines"() {
        when:
        def graph = document(['a', 'b'], [[nodeId: 'a', depends: [[type: 'CrossCycleDependsOnSelf']]],
                                          [nodeId: 'b', depends: [[type: 'CrossCycleDependsOnOtherNode', output: 'o.a'], [type: 'CrossCycleDependsOnOtherNode', output: 'far.x']]]])

        then:
        graph.edges().empty
        picture(graph).toString().contains('a ↻')
        picture(graph, 80, true, false).toString().contains('a (again)')
        graph.remarks() == ['b waits for the previous run of a', 'b waits for the previous run of far.x']
    }

    def "an edge of a node that is not there is told"() {
        expect:
        document(['a'], [[nodeId: 'ghost', depends: [[type: 'Normal', output: 'o.a']]]]).remarks().any { it.contains("'ghost'") }
    }

    def "characters that take two columns take two"() {
        expect:
        picture(graph('订单>b')).toString() == '┌──────┐\n│ 订单 │\n└───┬──┘\n    │\n  ┌─┴─┐\n  │ b │\n  └───┘'
    }

    def "a long name is cut, an empty document is no fault"() {
        expect:
        picture(graph('n' * 80)).toString().contains('…')
        picture(document([], [])).toString() == ''
    }

    def "a layer that is too wide is drawn in several"() {
        when:
        def picture = picture(graph(*(1..12).collect { "root>child_number_$it".toString() }), 60)

        then:
        picture.toString().readLines().every { it.length() <= 60 }
        (1..12).every { picture.toString().count("child_number_$it ") == 1 }
    }

    def "a large graph is folded: chains, and what is too much in a layer; what failed stays in sight"() {
        given:
        def edges = (1..90).collect { "root>n${it}".toString() } + ['root>c1'] + (1..9).collect { "c$it>c${it + 1}".toString() }
        def large = graph(*edges)
        def failed = large.labelled('n77').get().id()

        when:
        def folded = picture(large, 100, false, true, [(failed): new Badge('Failure', Style.BAD, false)])

        then:
        folded.toString().contains('c1 … c10 (10)')
        folded.toString().contains('n77')
        folded.toString() =~ /… \d+ more/
        folded.drawn() + folded.folded() == 101
        folded.toString().readLines().every { it.length() <= 100 }
        picture(large, 0, true).folded() == 0
    }

    def "a part of a graph is what is near a node"() {
        given:
        def whole = graph('a>b', 'b>c', 'c>d', 'x>c', 'd>e')

        expect:
        whole.around(whole.labelled('c').get().id(), up, down).nodes()*.label().sort() == nodes

        where:
        up | down || nodes
        0  | 9    || ['c', 'd', 'e']
        9  | 0    || ['a', 'b', 'c', 'x']
        1  | 1    || ['b', 'c', 'd', 'x']
    }

    def "200 nodes are drawn in well under a second"() {
        given:
        def document = GraphProperties.document(200, new Random(7), 2, false)
        picture(FlowGraph.of(document), 120, false)

        when:
        long begun = System.nanoTime()
        picture(FlowGraph.of(document), 120, false)
        def took = Duration.ofNanos(System.nanoTime() - begun)

        then:
        took < Duration.ofSeconds(2)
    }
}
