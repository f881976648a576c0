package dev.dwx.repl.show

import spock.lang.Specification

class AssignmentSpec extends Specification {
    def 'an assignment is told from everything else'() {
        expect:
        Assignment.in(text) == name

        where:
        text                           || name
        'nodes = ListNodes()'          || 'nodes'
        'def x = 1'                    || 'x'
        'String x = "a"'               || 'x'
        'a; b = 1'                     || 'b'
        'x == 1'                       || null
        'x =~ /a/'                     || null
        'ListNodes(Name: "a=b")'       || null
        'x += 1'                       || null
        'x.y = 1'                      || null
        'x'                            || null
        'a = 1; a'                     || null
    }
}
