package dev.dwx.render

import java.time.ZoneId
import spock.lang.Specification

/** Rows of which a person sees a window: what they look like must not depend on how many there are. */
class LongRowsSpec extends Specification {
    private static final int MANY = 6_000

    private static Renderer renderer(int width) {
        new Renderer(OutputForm.TABLE, new Look(width, false, true)).withZone { ZoneId.of('Asia/Shanghai') }
    }

    private static Layout layout(Object value, int width = 100) {
        renderer(width).layout(LongRows.of(value))
    }

    private static List<Map> rows(Closure<Map> row) {
        (0..<MANY).collect(row)
    }

    def 'a table of many rows is the table that it would be if all of it were laid out'() {
        given:
        def many = rows { [Id: 700000000000L + it, Name: "dwd_orders_$it" as String, Status: it % 7 ? 'Success' : 'Failure', CreateTime: 1773506400000L + it, Tags: ['a']] }

        when:
        def lines = layout(many, width)

        then:
        lines.lines() == renderer(width).render(many).readLines()
        lines.headings() == 1
        lines.note().get() == null

        where:
        width << [100, 64]
    }

    def 'only the rows that somebody looks at are made into text, beside those that are measured'() {
        given:
        int made = 0
        def many = rows { i -> [Id: i, Name: new Object() { String toString() { made++; "row $i" } }] }

        when:
        def lines = layout(many).lines()

        then:
        lines.size() == MANY + 1
        made < 500
        int before = made
        lines[MANY].endsWith('row 5999')
        made - before < 5
    }

    def 'a column whose first value comes late is there, and as wide as the longest text anywhere'() {
        given:
        def many = rows { [Id: it, Name: it == 3_331 ? 'a name much longer than the others' : 'n'] + (it == 4_444 ? [Late: 'here'] : it == 4_445 ? [Inner: [a: 1]] : [:]) }

        when:
        def lines = layout(many).lines()

        then:
        lines[0] == '    Id  Name                                Late  Inner'
        lines[3_332] == '  3331  a name much longer than the others'
        lines[4_445] == '  4444  n                                   here'
        lines[4_446] == '  4445  n                                         {"a":1}'
    }

    def 'what turns out longer than its column is cut and nothing is moved; that is said once somebody has seen it'() {
        given: 'fewer letters than another name has, but of two columns each'
        def many = rows { [Name: it == 3_331 ? '订单明细日汇总表' : it == 3_333 ? 'orders_12' : 'o', Id: it, Owner: 'wang'] }

        when:
        def layout = layout(many)
        layout.lines()[10]

        then:
        layout.note().get() == null
        layout.lines()[3_332] == '  3331  订单明细…  wang'
        layout.lines()[3_334] == '  3333  orders_12  wang'
        layout.note().get() ==~ /cells longer than in \d+ of 6000 rows are cut: save _, 'rows.txt' has them in full/
    }

    def 'what all rows have in common is said once only when all of them have it'() {
        given:
        def text = 'a text of so many letters that it has no room'
        def many = rows { [Id: it, Project: it == odd ? 'risk_dw_prod' : 'orders_dw_prod', Team: 'data_platform_team', Text: "$it $text" as String, More: "$it $text" as String] }

        when:
        def lines = layout(many, 60).lines()

        then:
        lines[0].contains('Project') == column
        !lines[0].contains('Team')
        lines.last().startsWith('  all rows: ')
        lines.last().contains('Project orders_dw_prod') != column
        lines.last().contains('Team data_platform_team')

        where:
        odd   || column
        -1    || false
        3_331 || true
    }

    def 'rows without room side by side are one line each, to be moved over'() {
        given:
        def many = rows { i -> (1..8).collectEntries { ["Name$it" as String, "value_${it}_$i" as String] } }

        when:
        def layout = layout(many, 60)

        then:
        layout.headings() == 1
        layout.lines().size() == MANY + 1
        layout.lines()[1].length() > 100
    }

    def 'many scalars stand one to a line, a mixture too'() {
        expect:
        layout((0..<MANY).toList()).lines()[4_321] == '  4321'
        layout((0..<MANY).toSet()).lines().size() == MANY
        layout((0..<MANY).collect { it % 2 ? it : [a: it] }).lines()[1_000..1_001] == ['  {"a":1000}', '  1001']
    }

    def 'every other form, and a table where nobody sits, has every row in full'() {
        given:
        def many = rows { [Id: it, Name: it == 3_331 ? '订单明细日汇总表' : 'o'] }

        expect:
        new Renderer(form, look).render(LongRows.of(many)) == new Renderer(form, look).render(many)

        where:
        form                | look
        OutputForm.JSON     | new Look(80, false, true)
        OutputForm.JSON     | Look.PLAIN
        OutputForm.CSV      | Look.PLAIN
        OutputForm.MD       | new Look(80, false, true)
        OutputForm.VERTICAL | new Look(80, false, true)
        OutputForm.TABLE    | Look.PLAIN
        OutputForm.TABLE    | new Look(80, false, true)
    }

    def 'few rows, maps and texts are what they were; of a listing all that it says stays'() {
        given:
        def listing = TableFormSpec.listing(rows { [Id: it] }, '6000 of 6000')

        expect:
        [[1, 2], [a: 1], 'text', null].every { LongRows.of(it).is(it) }
        renderer(80).footer(LongRows.of(listing)) == '6000 of 6000'
        Renderer.data(LongRows.of(listing)).size() == MANY
    }
}
