package dev.dwx.dsl.lifecycle

import spock.lang.Specification

class LogTableSpec extends Specification {
    def "a log's tables are its results, between whatever else it says"() {
        expect:
        LogTable.all('''2026-03-15 INFO run 1 starts
select 1
+-----+--------+
| id  | name   |
+-----+--------+
| 007 | a|b    |
| 2   | \\N     |
+-----+--------+
OK
+---+
| n |
+---+
+---+
| not a row |
OK
''') == [[[id: '007', name: 'a|b'], [id: '2', name: null]], []]
    }

    def "#what is no table"() {
        expect:
        LogTable.all(log) == []

        where:
        what                  | log
        'nothing'             | ''
        'a border alone'      | '+---+\n'
        'a row without one'   | '| a |\n| 1 |\n'
        'other crosses'       | '+ added\n| x |\n+ more\n'
        'unequal borders'     | '+---+\n| a |\n+---+---+\n'
    }

    def "a log that breaks off gives the rows that it has"() {
        expect:
        LogTable.all('+---+---+\r\n| a | a |\r\n+---+---+\r\n| 1 | 2 |\r\n') == [[[a: '1', a_2: '2']]]
    }

    def "once or more often a day is told by the cron expression"() {
        expect:
        FileDraft.cycle('00 30 06 * * ?') == 'DAY'
        FileDraft.cycle('00 30 06 ? * 1') == 'DAY'
        FileDraft.cycle('00 15 * * * ?') == 'NOT_DAY'
        FileDraft.cycle('00 */30 0-23 * * ?') == 'NOT_DAY'
    }

    def "names are found by parts and stars"() {
        expect:
        Reruns.fits(name, pattern) == fits

        where:
        name         | pattern   | fits
        'dwd_orders' | 'dwd_*'   | true
        'dwd_orders' | '*orders' | true
        'dwd_orders' | 'd*_*s'   | true
        'dwd_orders' | 'orders'  | true
        'dwd_orders' | 'ods_*'   | false
        'aba'        | 'ab*ba'   | false
        'dwd_orders' | '*'       | true
    }
}
