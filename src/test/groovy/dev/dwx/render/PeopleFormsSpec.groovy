package dev.dwx.render

import java.time.ZoneId
import spock.lang.Specification

class PeopleFormsSpec extends Specification {
    private static final NODE = [
            Id: 7421L, Name: 'dwd_orders', Tags: [], Script: [Path: 'a/b', Content: 'select 1\nfrom dual'],
            Inputs: [[Data: 'root'], [Data: null]], CreateTime: 1773506400000L]

    private static String shown(OutputForm form, Object value, Look look = Look.PLAIN) {
        new Renderer(form, look).withZone { ZoneId.of('Asia/Shanghai') }.render(value)
    }

    def 'a tree shows everything inside'() {
        expect:
        shown(OutputForm.TREE, NODE) == '''\
├─ Id: 7421
├─ Name: dwd_orders
├─ Tags: []
├─ Script
│  ├─ Path: a/b
│  └─ Content:
│     select 1
│     from dual
├─ Inputs
│  ├─ 0
│  │  └─ Data: root
│  └─ 1
│     └─ Data: null
└─ CreateTime: 2026-03-15 00:40:00'''
        shown(OutputForm.TREE, [a: [b: 1], c: 2], new Look(80, false, false)) == '''\
|- a
|  `- b: 1
`- c: 2'''
        shown(OutputForm.TREE, []) == '[]'
        shown(OutputForm.TREE, 7) == '7'
    }

    def 'vertical: each row a block with everything in full'() {
        expect:
        shown(OutputForm.VERTICAL, [NODE, [Id: 2L, Name: 'x' * 40]], new Look(30, false, true)) == """\
── 0 ──
  Id          7421
  Name        dwd_orders
  Tags        []
  Script
    Path  a/b
    Content
      select 1
      from dual
  Inputs
    Data
    root
    null
  CreateTime  2026-03-15 00:40
              :00

── 1 ──
  Id    2
  Name  ${'x' * 22}
        ${'x' * 18}"""
    }

    def 'a table of Markdown; what Markdown would read as its own is escaped'() {
        expect:
        shown(OutputForm.MD, [[Name: 'dwd_orders|a', Id: 1L, Note: '<b>*x*</b>\nnext'], [Id: 22L, Name: '数据', Spec: [a: 1]]]) == '''\
| Id | Name | Note | Spec |
| ---: | --- | --- | --- |
| 1 | dwd\\_orders\\|a | \\<b\\>\\*x\\*\\</b\\><br>next |  |
| 22 | 数据 |  | {"a":1} |'''
        shown(OutputForm.MD, [a: 1]) == '| Field | Value |\n| --- | ---: |\n| a | 1 |'
        shown(OutputForm.MD, []) == ''
    }

    def 'a status has the colour of its meaning, in its own column only'() {
        expect:
        shown(OutputForm.TABLE, [[Name: 'Failure', Status: 'Failure'], [Name: 'b', Status: 'NOT_RUN'], [Name: 'c', Status: 'Other']],
                new Look(60, true, true)) == '''\
  \u001b[1mName     Status\u001b[22m
  Failure  \u001b[31mFailure\u001b[0m
  b        \u001b[2mNOT_RUN\u001b[0m
  c        Other'''
        shown(OutputForm.TABLE, [Status: 'Running'], new Look(60, true, true)) == '  \u001b[1mStatus\u001b[22m  \u001b[36mRunning\u001b[0m'
        !shown(OutputForm.TABLE, [[Status: 'Failure']], new Look(60, false, true)).contains('\u001b')
    }

    def 'words of both versions mean the same'() {
        expect:
        StatusWords.coloured('Status', word) == "\u001b[${code}m$word\u001b[0m"

        where:
        word                 | code
        'Success'            | 32
        'SUCCESS'            | 32
        'Available'          | 32
        'Failure'            | 31
        'Fail'               | 31
        'InitFailed'         | 31
        'Running'            | 36
        'CHECKING_CONDITION' | 36
        'CheckingCondition'  | 36
        'WAIT_TIME'          | 33
        'WaitResource'       | 33
        'NotRun'             | 2
        'Termination'        | 2
    }

    def 'what is nested is folded where somebody looks, and written out where nobody does'() {
        given:
        def rows = [[Id: 1L, Owner: [Name: 'orders_odps', Type: 'odps', Zone: 'cn-shanghai'], Outputs: [[Name: 'a'], [Name: 'b'], [Name: 'c'], [Name: 'd']],
                     Tiny: [a: 1]]]

        expect:
        shown(OutputForm.TABLE, rows, new Look(100, false, true)) == '''\
  Id  Owner                   Outputs         Tiny
   1  {3 fields} orders_odps  [4] a, b, c, …  {"a":1}'''
        shown(OutputForm.TABLE, rows) == '  Id\n   1'
    }

    def 'nothing is told from an empty text'() {
        expect:
        shown(OutputForm.TABLE, [[a: null, b: 'x'], [a: '', b: 'y']]) == '''\
  a     b
  null  x
        y'''
        shown(OutputForm.TABLE, [a: null, b: '']) == '  a  null\n  b'
    }

    def 'raw shows times as they came'() {
        expect:
        new Renderer(OutputForm.TABLE, Look.PLAIN).withZone { ZoneId.of('UTC') }.raw().render([CreateTime: 1773506400000L]) == '  CreateTime  1773506400000'
    }

    def 'a window over a coloured line keeps its colours and never halves a character'() {
        expect:
        StyledText.window('ab\u001b[31mcd\u001b[0mef', 1, 3) == 'b\u001b[31mcd\u001b[0m\u001b[0m'
        StyledText.window('数据开发', 1, 4) == ' 据 '
        StyledText.width('\u001b[1m数据\u001b[22m') == 4
        StyledText.plain('\u001b[1mx\u001b[22my') == 'xy'
    }

    def 'what is drawn as one character counts as one'() {
        expect:
        DisplayWidth.of(text) == width
        DisplayWidth.next(text, 0) == text.length()

        where:
        text                                                 | width
        '\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67'   | 2
        '\uD83C\uDDE8\uD83C\uDDF3'                           | 2
        '\uD83D\uDC4D\uD83C\uDFFD'                           | 2
        '\u2764\uFE0F'                                       | 2
        '1\uFE0F\u20E3'                                      | 2
        'e\u0301'                                            | 1
        '\uD83D\uDC69\u200D\uD83D\uDCBB'                     | 2
    }
}
