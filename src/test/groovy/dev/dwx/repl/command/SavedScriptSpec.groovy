package dev.dwx.repl.command

import spock.lang.Specification

class SavedScriptSpec extends Specification {
    private static String script(List<List> entries, String opening = '') {
        new SavedScript('a header', opening, entries.collect { new SessionRecord.Entry(it[0] as String, it[1] as String) }).text()
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
        SavedScript.belongs(new SessionRecord.Entry(source, null)) == belongs

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
}
