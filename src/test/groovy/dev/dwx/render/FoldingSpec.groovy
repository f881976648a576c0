package dev.dwx.render

import spock.lang.Specification

class FoldingSpec extends Specification {
    def "a meaning goes on below itself"() {
        expect:
        Folding.of(['  Status  text; one of Available, Initializing, InitFailed'], 30) == [
                '  Status  text; one of',
                '          Available,',
                '          Initializing,',
                '          InitFailed']
    }

    def "beside a name that takes half of the window there is no room for its meaning"() {
        expect:
        Folding.of(['  :tour [next|back|again|stop]  ten steps through dwx, each looked at'], 40) == [
                '  :tour [next|back|again|stop]',
                '      ten steps through dwx, each looked',
                '      at']
    }

    def "Chinese is folded anywhere but before a closing sign"() {
        expect:
        Folding.of(['读取最新的目录：新增、变更和下线的操作。'], 20) == ['读取最新的目录：新', '增、变更和下线的操', '作。']
    }

    def "what has room, what has colours and what is in a tiny window is left alone"() {
        expect:
        Folding.of(lines, columns) == lines

        where:
        lines                                   | columns
        ['short', '', '   ']                    | 40
        ["\u001b[31m" + 'red ' * 20]            | 40
        ['a word and another word']             | 10
    }

    def "a word without an end is cut at the edge, and nothing is lost"() {
        given:
        def folded = Folding.of(['x' * 100_000], 30)

        expect:
        folded.size() == 3334
        folded.join('') == 'x' * 100_000
    }

    def "a remark is folded as a whole, but for the line that a caret points into"() {
        expect:
        Folding.of('  ListNodes(PageSise: 10, Name: "orders")\n            ^\nthere is no parameter PageSise; did you mean PageSize?', 30) == '''\
            |  ListNodes(PageSise: 10, Name: "orders")
            |            ^
            |there is no parameter
            |PageSise; did you mean
            |PageSize?'''.stripMargin()
        Folding.of('short', 0) == 'short'
        Folding.of("grep is a shell's. Try: names.findAll { it.contains('x') }", 40) == "grep is a shell's. Try:\n    names.findAll { it.contains('x') }"
        Folding.of('see\n  https://api.example/troubleshoot?q=Invalid&requestId=1', 30) == 'see\n  https://api.example/troubleshoot?q=Invalid&requestId=1'
    }
}
