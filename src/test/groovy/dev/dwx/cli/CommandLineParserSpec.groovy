package dev.dwx.cli

import spock.lang.Specification

class CommandLineParserSpec extends Specification {

    static Invocation parse(List<String> words, boolean terminal = true) {
        CommandLineParser.parse(words as String[], terminal)
    }

    def "nothing at a terminal is the prompt, nothing in a pipe is a script from standard input"() {
        expect:
        parse([]).command() == Command.PROMPT
        parse(['--sandbox']).with { it.command() == Command.PROMPT && it.options().sandbox() }
        parse([], false).with { it.command() == Command.RUN && it.source() == '-' }
    }

    def "what follows a script's name belongs to the script"() {
        when:
        def run = parse(['-r', 'cn-beijing', 'run', '--yes', 'nightly.dwx', '--yes', '-o', 'json', 'x'])

        then:
        run.command() == Command.RUN
        run.source() == 'nightly.dwx'
        run.operands() == ['--yes', '-o', 'json', 'x']
        run.options().yes()
        run.options().form() == null
        run.options().region() == 'cn-beijing'
    }

    def "a file's name alone runs it, and so does a dash"() {
        expect:
        parse(['nightly.dwx', 'a', '-b']).with { it.command() == Command.RUN && it.operands() == ['a', '-b'] }
        parse(['-', 'a']).with { it.command() == Command.RUN && it.source() == '-' && it.operands() == ['a'] }
    }

    def "text to evaluate takes arguments too, also such that look like options"() {
        expect:
        parse(['-e', '1+1']).source() == '1+1'
        parse(['-e', 'args', 'a', 'b']).operands() == ['a', 'b']
        parse(['-o', 'json', '-e', 'args', '--', '-x']).with { it.operands() == ['-x'] && it.options().form() == 'json' }
        parse(['-e', '-1']).source() == '-1'
    }

    def "options stand before and after the command and its operands"() {
        expect:
        parse(words).with {
            it.command() == Command.APIS && it.operands() == ['data', 'source'] && it.options().form() == 'json'
        }

        where:
        words << [['-o', 'json', 'apis', 'data', 'source'], ['apis', '-o', 'json', 'data', 'source'],
                  ['apis', 'data', '--output', 'json', 'source'], ['apis', 'data', 'source', '-o=json'],
                  ['apis', 'data', 'source', '--output=json']]
    }

    def "a version may be given by its year"() {
        expect:
        parse(['--api-version', '2020']).options().apiVersion() == '2020-05-18'
    }

    def "a wrong command line says what is wrong: #words"() {
        when:
        parse(words)

        then:
        def e = thrown(UsageException)
        e.message.contains(fragment)

        where:
        words                             | fragment
        ['--colour']                      | '--colour'
        ['apis', '--colour']              | '--colour'
        ['fly']                           | "no command 'fly'"
        ['run']                           | 'run needs a file'
        ['describe']                      | 'one operation name'
        ['describe', 'A', 'B']            | 'one operation name'
        ['-o', 'xml', '-e', '1']          | "not 'xml'"
        ['-e']                            | 'argument'
        ['--api-version', '2019']         | "not '2019'"
        ['--timezone', 'Mars']            | "not 'Mars'"
        ['--network', 'private']          | "not 'private'"
        ['sandbox', '--port', 'x']        | "not 'x'"
        ['sandbox', '--port', '70000']    | '70000'
        ['doctor', 'now']                 | "doctor takes no 'now'"
    }

    def "help may be asked in many ways"() {
        expect:
        parse(words).with { it.command() == Command.HELP && it.operands() == topics }

        where:
        words                  | topics
        ['--help']             | []
        ['-h']                 | []
        ['help']               | []
        ['help', 'sandbox']    | ['sandbox']
        ['sandbox', '--help']  | ['sandbox']
        ['run', '--help']      | ['run']
    }
}
