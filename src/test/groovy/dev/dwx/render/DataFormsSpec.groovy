package dev.dwx.render

import spock.lang.Specification

class DataFormsSpec extends Specification {
    private static String render(OutputForm form, Object value, int width = 0) {
        return new Renderer(form, new Look(width, false, true)).render(value)
    }

    def 'json is exact, on one line for programs and indented for people'() {
        given:
        def value = [Id: 7421000000000000001L, Big: 9223372036854775808G, Rate: 0.10G, Name: '数"据\n', None: null, Empty: [],
                     List: [1, true]]

        expect:
        render(OutputForm.JSON, value) ==
                '{"Id":7421000000000000001,"Big":9223372036854775808,"Rate":0.10,"Name":"数\\"据\\n","None":null,"Empty":[],"List":[1,true]}'
        render(OutputForm.JSON, value, 80) == '''\
{
  "Id": 7421000000000000001,
  "Big": 9223372036854775808,
  "Rate": 0.10,
  "Name": "数\\"据\\n",
  "None": null,
  "Empty": [],
  "List": [
    1,
    true
  ]
}'''
    }

    def 'json and yaml show the whole value of an answer, csv its rows'() {
        given:
        def listing = TableFormSpec.listing([[Id: 1], [Id: 2]])

        expect:
        render(OutputForm.JSON, listing) == '{"Items":[{"Id":1},{"Id":2}],"TotalCount":2}'
        render(OutputForm.YAML, listing) == 'Items:\n- Id: 1\n- Id: 2\nTotalCount: 2'
        render(OutputForm.CSV, listing) == 'Id\n1\n2'
    }

    def 'json escapes what a terminal would act on'() {
        expect:
        render(OutputForm.JSON, 'a\u001b\u009b\u202e\u007f') == '"a\\u001B\\u009b\\u202e\\u007f"'
    }

    def 'null, true and a number are whole documents'() {
        expect:
        render(OutputForm.JSON, null) == 'null'
        render(OutputForm.JSON, 2) == '2'
        render(OutputForm.YAML, null) == 'null'
        render(OutputForm.CSV, null) == ''
        render(OutputForm.CSV, 2) == 'value\n2'
    }

    def 'csv has a header of every key, quotes where it must, JSON in nested cells and the data as it is'() {
        expect:
        render(OutputForm.CSV, [[Name: 'a,"b"', Tags: ['x', 'y'], Formula: '=1+1'], [Extra: null, Name: 'c\nd', Id: 1L]]) == '''\
Name,Tags,Formula,Extra,Id
"a,""b""","[""x"",""y""]",=1+1,,
"c
d",,,,1'''
    }

    def 'yaml quotes every text that some reader takes for something else'() {
        expect:
        render(OutputForm.YAML, [a: text]) == "a: '$text'"

        where:
        text << ['7421000000000000001', 'no', 'Yes', 'null', '~', 'true', '2026-03-15', '012', '12:30', '1_000', '.5', '1e3', '',
                 '0x1F', '.inf', '- a', 'a: b', '# no']
    }

    def 'yaml keeps a script readable'() {
        expect:
        render(OutputForm.YAML, [Script: 'select 1;\nselect 2;\n', Name: '数据', Id: 7421000000000000001L]) == '''\
Script: |
  select 1;
  select 2;
Name: 数据
Id: 7421000000000000001'''
    }

    def 'a form that is not there names those that are'() {
        when:
        OutputForm.of('xml')

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "No output form is called 'xml'; there are table, vertical, tree, json, csv, yaml, md"
        OutputForm.of('Json') == OutputForm.JSON
    }
}
