package dev.dwx.repl.command

import spock.lang.Specification

class SavedScriptSpec extends Specification {
    private static String script(List<List> entries, String opening = '') {
        new SavedScript('a header', opening, entries.collect { new SessionRecord.Entry(it[0] as String, it[1] as String, SessionRecord.Values.NONE) }).text()
    }

    private static String body(List<List> entries) {
        def text = script(entries)
        text.substring(text.lastIndexOf('}\n\n') < 0 || !text.contains('def secret(') ? '// a header\n\n'.length() : text.indexOf('}\n\n') + 3)
    }

    def "what worked stands there in its order, under where it began"() {
        expect:
        script([['x = 1', null], ['f(x)', null]], "use project: 'orders_dw'") == '''\
            // a header

            use project: 'orders_dw'

            x = 1
            f(x)
            '''.stripIndent()
    }

    def "#source belongs into a script: #belongs"() {
        expect:
        SavedScript.belongs(new SessionRecord.Entry(source, null, SessionRecord.Values.NONE)) == belongs

        where:
        source                                               || belongs
        'watch instances'                                    || false
        "watch(every: '2s') { ListNodes().total }"           || false
        'browse ListNodes()'                                 || false
        'watch(times: 3) { ListNodes().total }'              || true
        'watch(until: { it == 0 }) { ListNodes().total }'    || true
        'watched = 3'                                        || true
    }

    def "what was confirmed stands in a block with its reason: #source"() {
        expect:
        body([[source, "it's old"]]) == text

        where:
        source                       || text
        "DeleteNode(Id: '1')"        || "confirm('it\\'s old') {\n    DeleteNode(Id: '1')\n}\n"
        "x = DeleteNode(Id: '1')"    || "confirm('it\\'s old') {\n    x = DeleteNode(Id: '1')\n}\n"
        "def x = DeleteNode(Id: 1)"  || "def x = confirm('it\\'s old') {\n    DeleteNode(Id: 1)\n}\n"
        "a()\nb()"                   || "confirm('it\\'s old') {\n    a()\n    b()\n}\n"
    }

    def "a secret is asked of the environment, under the name of what held it: #source"() {
        given:
        def text = script([[source, null]])

        expect:
        text.contains('def secret(String variable)')
        text.endsWith('\n\n' + put + '\n')
        !text.contains('******')

        where:
        source                                 || put
        "Create(Password: '******')"           || "Create(Password: secret('DWX_PASSWORD'))"
        'dbPassword = "******"'                || "dbPassword = secret('DWX_DB_PASSWORD')"
        "f('''{\"pwd\": \"******\"}''')"       || "f('''{\"pwd\": \"''' + secret('DWX_F') + '''\"}''')"
        "p = 'https://me:******@host'"         || "p = 'https://me:' + secret('DWX_P') + '@host'"
    }

    def "a mask outside a text makes the input a comment"() {
        expect:
        script([["f(/a ******/)\ng()", null]]).endsWith('// a secret stood here, write it anew: f(/a ******/)\n// g()\n')
    }

    /** Inputs as a prompt numbers them: each gives a value and has those of the last three at hand. */
    private static String saved(List<String> inputs) {
        def recent = []
        def entries = inputs.withIndex(1).collect { source, number ->
            def entry = new SessionRecord.Entry(source, source.startsWith('Delete') ? 'why not' : null, new SessionRecord.Values(number, recent.take(3)))
            recent = [number] + recent
            entry
        }
        new SavedScript('a header', '', entries).text().substring('// a header\n\n'.length())
    }

    def "a value of the prompt gets a name in the script: #inputs"() {
        expect:
        saved(inputs) == text

        where:
        inputs                                     || text
        ['f(1)', 'why _[0]']                       || 'out1 = f(1)\nwhy out1[0]\n'
        ['f(1)', '_ + _']                          || 'out1 = f(1)\nout1 + out1\n'
        ['1', '2', '3', '[_, __, ___]']            || 'out1 = 1\nout2 = 2\nout3 = 3\n[out3, out2, out1]\n'
        ['1', '2', 'Out[1] + 5', '_']              || 'out1 = 1\n2\nout3 = out1 + 5\nout3\n'
        ['a = 1; a + 1', '_ * 2', 'Out[2]']        || 'a = 1; out1 = a + 1\nout2 = out1 * 2\nout2\n'
        ['def a = f()', 'g _']                     || 'def a = f()\nout1 = a\ng out1\n'
        ['f(1)', '"is ${_.x} and $_"']             || 'out1 = f(1)\n"is ${out1.x} and $out1"\n'
        ['f(1)', "['a', _].each { h(_) }\n_"]      || "out1 = f(1)\n['a', out1].each { h(out1) }\nout1\n"
        ["f('_ Out[1]') // _", 'x._']              || "f('_ Out[1]') // _\nx._\n"
        ['f(1)', 'l.each { _ -> g(_) }']           || 'f(1)\nl.each { _ -> g(_) }\n'
        ['out1 = 5', '_']                          || 'out_1 = out1 = 5\nout_1\n'
        ["Delete(Id: '1')", '_.Id']                || "confirm('why not') {\n    out1 = Delete(Id: '1')\n}\nout1.Id\n"
        ["f('\u4e2d\u6587'); g()", 'k(_, 1)']      || "f('\u4e2d\u6587'); out1 = g()\nk(out1, 1)\n"
    }

    def "what uses a value that no line of the script gives is a comment, and what uses that, too: #inputs"() {
        expect:
        saved(inputs) == text

        where:
        inputs                      || text
        ['_e.message', '_ + 1']     || '// a value of the prompt that this script does not make: _e.message\n// a value of the prompt that this script does not make: _ + 1\n'
        ['f(1)', 'Out\n.size()']    || 'f(1)\n// a value of the prompt that this script does not make: Out\n// .size()\n'
        ['if (a) b', '_']           || 'if (a) b\n// a value of the prompt that this script does not make: _\n'
        ['f(1)', 'Out[7]']          || 'f(1)\n// a value of the prompt that this script does not make: Out[7]\n'
    }
}
