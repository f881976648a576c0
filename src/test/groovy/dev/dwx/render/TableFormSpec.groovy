package dev.dwx.render

import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class TableFormSpec extends Specification {
    private static String table(Object value, int width = 0, boolean unicode = true) {
        return new Renderer(OutputForm.TABLE, new Look(width, false, unicode)).render(value)
    }

    static Showable listing(List rows, String footer = null) {
        return new Showable() {
            List<Object> rows() { rows }

            boolean isListing() { true }

            Object value() { [Items: rows, TotalCount: rows.size()] }

            String footer() { footer }
        }
    }

    def 'a listing is a table with id and name first and numbers to the right'() {
        expect:
        table(listing([
                [Status: 'Available', Name: 'orders_dw', Id: 10001L, Nodes: 7, DevEnvironmentEnabled: true],
                [Status: 'Forbidden', Name: 'risk_dw', Id: 10002L, Nodes: 1234, DevEnvironmentEnabled: false],
        ])) == '''\
     Id  Name       Status     Nodes  DevEnvironmentEnabled
  10001  orders_dw  Available      7  true
  10002  risk_dw    Forbidden   1234  false'''
    }

    def 'a list of maps is a table, too; keys come from all rows and what a row lacks stays empty, what it says is nothing is said'() {
        expect:
        table([[a: 1, b: 'x'], [b: 'y', c: new BigDecimal('1.50')], [a: null, c: 2]]) == '''\
     a  b     c
     1  x
        y  1.50
  null        2'''
    }

    def 'Chinese characters and emoji take two columns'() {
        expect:
        table([[Name: '数据开发', Owner: '王'], [Name: '🚀go', Owner: 'li'], [Name: 'é', Owner: 'x']]) == '''\
  Name      Owner
  数据开发  王
  🚀go      li
  é         x'''
    }

    def 'keys that only hold nested values make no column; a nested cell among scalars is folded'() {
        expect:
        table([[Id: '1', Tags: ['a'], Owner: 'x'], [Id: '2', Tags: ['b'], Owner: [Name: 'y']]]) == '''\
  Id  Owner
  1   x
  2   {"Name":"y"}'''
    }

    def 'on a terminal long cells are cut, ids never'() {
        expect:
        table([[NodeId: '7421000000000000001', Description: 'd' * 60, Owner: 'me']], 50) == '''\
  NodeId               Description           Owner
  7421000000000000001  ddddddddddddddddddd…  me'''
        table([[NodeId: '7421000000000000001', Description: 'd' * 60, Owner: 'me']], 50, false).contains('ddd...  me')
    }

    def 'nobody there: nothing is cut'() {
        expect:
        table([[Description: 'd' * 300]]).contains('d' * 300)
    }

    def 'what cannot be made narrow enough turns vertical'() {
        expect:
        table([[CreateTime: 1710000000000L, Name: 'a', Id: 1L, Content: 'select 1 from dual'],
               [Id: 2L, Name: 'b', CreateTime: 1710000000001L, Content: 'select 2']], 30) == '''\
  Id          1
  Name        a
  CreateTime  1710000000000
  Content     select 1 from du
              al

  Id          2
  Name        b
  CreateTime  1710000000001
  Content     select 2'''
    }

    private static String timed(Object value, int width = 0, OutputForm form = OutputForm.TABLE) {
        new Renderer(form, new Look(width, false, true)).withZone { java.time.ZoneId.of('Asia/Shanghai') }.render(value)
    }

    def 'too wide: what all rows have in common is said once below, and the rest is a table if it fits'() {
        given:
        def rows = (1..2).collect {
            [Id: it as long, Name: "node_$it".toString(), ProjectId: 10001L, ProjectEnv: 'Production', Description: "node_$it".toString(),
             Owner: "10000000000$it".toString(), CreateUser: "10000000000$it".toString(), Image: '', Status: 'Success']
        }

        expect: 'an empty column goes, one that repeats another is said'
        table(rows, 60) == '''\
  Id  Name    Owner
   1  node_1  100000000001
   2  node_2  100000000002
  all rows: ProjectId 10001 · ProjectEnv Production
            Status Success · Description = Name
            CreateUser = Owner'''

        and: 'with room enough all stays in columns'
        table(rows, 120).readLines().size() == 3
        table(rows).readLines().size() == 3

        and: 'one row has nothing in common with others'
        !table(rows.take(1), 40).contains('all rows')
    }

    def 'blocks, too, are short of what all rows have in common, and id and name stay in them'() {
        expect:
        table([[Id: 100000000001L, Name: 'same', Content: 'select 12345', Spec: [Kind: 'Node'], Zone: 'x'],
               [Id: 100000000002L, Name: 'same', Content: 'select 67890', Spec: [Kind: 'Node'], Zone: 'x']], 30) == '''\
  Id       100000000001
  Name     same
  Content  select 12345

  Id       100000000002
  Name     same
  Content  select 67890

  all rows: Spec {"Kind":"Node"}
            Zone x'''
    }

    def 'free texts are cut before anything else; names, times and numbers never'() {
        expect:
        table([[Name: 'n' * 30, Path: 'p' * 20, Description: 'd' * 30, Owner: '1234567890123456']], 90) == """\
  Name                            Path                  Description       Owner
  ${'n' * 30}  ${'p' * 20}  ddddddddddddddd…  1234567890123456"""
        table([[Name: 'n' * 30, Owner: '1' * 40]], 60) == """\
  Name   ${'n' * 30}
  Owner  ${'1' * 40}"""
    }

    def 'times are shown in the zone of the project, in tables only'() {
        given:
        def row = [Id: 1773506400000L, StartedTime: 1773506400000L, Bizdate: 1773504000000L, Bizdate2Date: 1773504000001L,
                   gmtCreate: 1773506400999L, RunTime: 17L, UpdateId: 1773506400000L]

        expect:
        timed([row]) == '''\
             Id  StartedTime          Bizdate     Bizdate2Date         gmtCreate            RunTime       UpdateId
  1773506400000  2026-03-15 00:40:00  2026-03-15  2026-03-15 00:00:00  2026-03-15 00:40:00       17  1773506400000'''
        timed([[When: '2026-03-14T16:40:00.123Z', Name: '2026-03-14T16:40:00Z', EndTime: '2026-99-14T16:40:00Z']]) == '''\
  Name                  When                 EndTime
  2026-03-14T16:40:00Z  2026-03-15 00:40:00  2026-99-14T16:40:00Z'''
        timed([Node: [CreateTime: 1773506400000L]]) == '  Node\n    CreateTime  2026-03-15 00:40:00'
        timed([row], 0, OutputForm.CSV).contains('1773506400000,1773506400000,1773504000000')
        timed([StartedTime: 1773506400000L], 0, OutputForm.JSON) == '{"StartedTime":1773506400000}'
        timed(1773506400000L) == '1773506400000'
        table([StartedTime: 1773506400000L]) == '  StartedTime  1773506400000'
    }

    def 'an empty listing says so, and an empty list is a value'() {
        expect:
        table(listing([])) == '  (none)'
        table([]) == '[]'
        table([:]) == '{}'
        table(null) == ''
    }

    def 'a list of scalars stands on one line while it fits'() {
        expect:
        table(['dwd_orders', 'ads_gmv']) == '[dwd_orders, ads_gmv]'
        table([1, null, true] as Object[]) == '[1, null, true]'
        table(['dwd_orders', 'ads_gmv'], 20) == '  dwd_orders\n  ads_gmv'
    }

    def 'an object is one line for each key, nested ones further in, texts of several lines below'() {
        expect:
        table([Id: 7421000000000000001L, Owner: [Name: 'li', Roles: ['admin', 'dev']], Empty: [:],
               Script: 'select 1;\nselect 2;', Inputs: [[Id: 1, Name: 'a'], [Id: 2, Name: 'b']]]) == '''\
  Id     7421000000000000001
  Owner
    Name  li
    Roles
      [admin, dev]
  Empty  {}
  Script
    select 1;
    select 2;
  Inputs
    Id  Name
     1  a
     2  b'''
    }

    def 'scalars are their text'() {
        expect:
        table(value) == text

        where:
        value                                  || text
        'two\nlines'                           || 'two\nlines'
        "g${1}string"                          || 'g1string'
        9223372036854775808G                   || '9223372036854775808'
        1E+3G                                  || '1000'
        0.1d                                   || '0.1'
        true                                   || 'true'
        Instant.parse('2026-03-15T02:00:00Z')  || '2026-03-15T02:00:00Z'
        LocalDate.of(2026, 3, 15)              || '2026-03-15'
        Map.entry('a', 1)                      || '  a  1'
        Optional.empty()                       || ''
    }

    def 'no character of the data acts on the terminal'() {
        expect:
        table([[Name: 'a\u001b[2Jb\nc\u202ed\u0007\u009bx\ud800']]) == '''\
  Name
  a␛[2Jb↵c\\u202ed␇\\u009bx\\ud800'''
        table('a\u001b]0;title\u0007\nb') == 'a␛]0;title␇\nb'
        table([[Name: 'a\u001bb\n']], 0, false) == '  Name\n  a\\u001bb\\n'
        table([['k\u001b[2J': 1]]) == '  k␛[2J\n      1'
        new Renderer(OutputForm.TABLE, Look.PLAIN).footer(listing([], 'x\u001by')) == 'x␛y'
    }

    def 'a container that holds itself is shown once'() {
        given:
        def map = [a: 1]
        map.self = map

        expect:
        table(map) == '  a     1\n  self  (inside itself)'
    }

    def 'the footer is apart from the data'() {
        given:
        def renderer = new Renderer(OutputForm.TABLE, new Look(0, true, true))

        expect:
        renderer.footer(listing([[a: 1]], '1 of 1 · 12 ms')) == '\u001b[2m1 of 1 · 12 ms\u001b[22m'
        !renderer.render(listing([[a: 1]], '1 of 1')).contains('of 1')
        renderer.footer([a: 1]) == null
    }
}
