package dev.dwx.repl.command

import spock.lang.Specification

class ShorthandSpec extends Specification {
    def "#input is #command"() {
        expect:
        Shorthand.command(input) == command

        where:
        input                   || command
        ':help'                 || ':help'
        '  :set output json'    || ':set output json'
        '!ls -l'                || ':shell ls -l'
        '!'                     || ':shell'
        "!echo it's open ("     || ":shell echo it's open ("
        'ListProjects?'         || ':about ListProjects'
        'ListProjects ??'       || ':examples ListProjects'
        'v2020.ListFiles?'      || ':about v2020.ListFiles'
        'dwx.BadArguments?'     || ':about dwx.BadArguments'
        ':save?'                || ':save?'
        'x?'                    || ':about x'
        'read-only?'            || ':about read-only'
        'x = y ?'               || null
        'list.find { it } ?'    || null
        '?'                     || ':help'
        '??'                    || ':help'
        'help'                  || ':help'
        'x.?'                   || null
        '!= 3'                  || null
        '1 + 1'                 || null
        "'a?'"                  || null
        '(!x)'                  || null
    }

    def "#input leaves: #leaves"() {
        expect:
        Shorthand.leaves(input) == leaves

        where:
        input      || leaves
        'exit'     || true
        'quit'     || true
        'exit()'   || true
        'quit();'  || true
        'exit(3)'  || false
        'exits'    || false
    }

    def "options are those of the usage, and stand first"() {
        expect:
        GivenWords.of('[--force] FILE', '--force a b') == new GivenWords(['force'] as Set, 'a b')
        GivenWords.of('[--force] FILE', 'a --force') == new GivenWords([] as Set, 'a --force')
        GivenWords.of('INPUT', '--x') == new GivenWords([] as Set, '--x')

        when:
        GivenWords.of('[--keep] [NAME [VALUE]]', '--kep a')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'There is no option --kep here. Perhaps --keep?'
    }
}
