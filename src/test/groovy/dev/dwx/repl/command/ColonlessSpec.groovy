package dev.dwx.repl.command

import dev.dwx.dsl.ScriptFailure
import spock.lang.Specification

/** Commands typed without a colon: told so, and nothing else is. */
class ColonlessSpec extends Specification {
    private final Commands commands = new Commands([
            row('find', [], Command.Argument.WORDS), row('tour', [], Command.Argument.WORDS), row('apis', ['a'], Command.Argument.WORDS),
            row('vars', [], Command.Argument.NONE), row('help', ['h'], Command.Argument.TOPIC)])

    private static Command row(String name, List<String> aliases, Command.Argument argument) {
        new Command(name, aliases, argument, '', '', '', { '' })
    }

    def "#input is #meant"() {
        expect:
        new Colonless({ commands }).apply(new Typed(input, null, failure)) == (meant == null ? null
                : "$said is a command, and commands begin with a colon: $meant".toString())

        where:
        input             | said   || meant
        'tour'            | 'tour' || ':tour'
        'find failed run' | 'find' || ':find failed run'
        '/help'           | 'help' || ':help'
        '\\h'             | 'h'    || ':h'
        'vars'            | 'vars' || ':vars'
        'vars of mine'    | ''     || null
        'apis x y'        | ''     || null
        'h'               | ''     || null
        'find(x)'         | ''     || null
        'find = x'        | ''     || null
        'find.x'          | ''     || null
        'find\nx'         | ''     || null
        ''                | ''     || null
        failure = new ScriptFailure('no', 'In[1]', 1, 1, input, null)
    }

    def "what worked, and what the service refused, is left alone"() {
        expect:
        new Colonless({ commands }).apply(new Typed('tour', 1, null)) == null
        new Colonless({ commands }).apply(new Typed('tour', null, new IllegalStateException('no'))) == null
    }
}
