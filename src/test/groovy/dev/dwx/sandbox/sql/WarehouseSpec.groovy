package dev.dwx.sandbox.sql

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDateTime

class WarehouseSpec extends Specification {
    static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 15, 10, 30)

    @Shared
    @AutoCleanup
    Warehouse warehouse = Warehouse.maxCompute(tables())
    @AutoCleanup
    Warehouse own = Warehouse.maxCompute(tables())
    @TempDir
    Path directory

    static TableSource tables() {
        def text = { String name -> new SqlColumn(name, 'string', '') }
        def orders = { String project ->
            new SqlTable(project, 'orders', 'orders of a day', [new SqlColumn('id', 'bigint', 'key'), text('status'), new SqlColumn('amount', 'decimal(18,2)', ''),
                    new SqlColumn('created_at', 'datetime', '')], [text('dt')], ['dt=20260312', 'dt=20260313'], true, false)
        }
        [exists: { it in ['shop', 'other'] }, tables: { [orders(it), new SqlTable(it, 'fixed', '', [text('a')], [], [], false, false)] }] as TableSource
    }

    String log(String script) { warehouse.run('shop', script, NOW).log() }

    /** The cells of the last result of a script. */
    static List<List<String>> cells(String log) {
        assert log.endsWith('OK\n')
        def rows = log.readLines().findAll { it.startsWith('|') }.collect { it[1..-2].split(/\|/)*.trim() }
        rows.drop(1)
    }

    def "a result is a text table with NULL as backslash N, and OK behind it"() {
        expect:
        log("select id, if(id = 1, null, status) as s from orders where dt = '20260312' order by id limit 2") == '''\
+----+------+
| id | s    |
+----+------+
| 1  | \\N   |
| 2  | done |
+----+------+
OK
'''
        log("select id from orders where 1 = 0") == '+----+\n| id |\n+----+\nOK\n'
    }

    def "what MaxCompute writes in its own way means the same: #sql"() {
        expect:
        cells(log(sql))[0] == row

        where:
        sql                                                                  || row
        'select 5/2, 1/0, 7 % 3, 1 == 1'                                     || ['2.5', '\\N', '1', 'TRUE']
        'select "it\'s", \'a\\\'b\', `a` from (select 3L as a) q'            || ["it's", "a'b", '3']
        'select nvl(null, 1), if(1 > 2, \'x\', \'y\'), concat(\'a\', 1, null)' || ['1', 'y', '\\N']
        'select getdate(), current_timestamp()'                              || ['2026-03-15 10:30:00', '2026-03-15 10:30:00']
        "select to_char(getdate(), 'yyyymmdd hh:mi:ss')"                     || ['20260315 10:30:00']
        "select dateadd(getdate(), -1, 'dd'), datediff('2026-03-15', '2026-03-01', 'dd')" || ['2026-03-14 10:30:00', '14']
        "select to_date('20260301', 'yyyymmdd'), lastday(getdate())"         || ['2026-03-01 00:00:00', '2026-03-31']
        "select cast('7' as bigint) + 1, cast(1 as string), cast('2026-03-15 00:00:00' as datetime)" || ['8', '1', '2026-03-15 00:00:00']
        "select count(*), count(distinct id), avg(id), max(dt) from orders"  || ['24', '8', '4.5', '20260314']
        "select wm_concat(',', status) from (select 'x' as status) t"        || ['x']
        "select row_number() over (partition by dt order by id desc) rn from orders where id = 8 limit 1" || ['1']
        "with a as (select id from orders where dt = '20260312') select sum(id) from a" || ['36']
        "select upper(substr('abc', 2)), length('abc'), 'abc' rlike 'b.'"    || ['BC', '3', 'TRUE']
        "select weekday(getdate()), year('2026-03-15'), month(getdate())"    || ['6', '2026', '3']
        "select md5('a')"                                                    || ['0cc175b9c0f1b6a831c399e269772661']
        "select case when id = 1 then 'one' end from orders where dt = '20260312' and id = 1" || ['one']
        "select o.id from shop.orders o join other.orders p on o.id = p.id and o.dt = p.dt where o.dt = '20260313' order by 1 limit 1" || ['1']
        "set odps.sql.allow.fullscan=true; set x = a/b:c; select 1"          || ['1']
        "-- a remark\nselect /* two\nlines */ 1; -- the end"                 || ['1']
    }

    def "unnamed columns are called as the service calls them"() {
        expect:
        log('select count(*), id n, max(dt) from orders where id = 1 group by id').readLines()[1].replaceAll(' +', ' ') == '| _c0 | n | _c2 |'
    }

    def "a table is made, filled by partitions, looked at, changed and dropped"() {
        given:
        def run = { String sql -> own.run('shop', sql, NOW).log() }

        expect:
        run('''create table if not exists dwd (id bigint comment 'key', name string, v double) comment 'x'
               partitioned by (ds string) lifecycle 7;
               create table if not exists dwd (z int);
               insert overwrite table dwd partition (ds='20260312') select id, status, amount / 2 from orders where dt = '20260312' and id < 3''') ==
                'OK\nOK\nSummary: 2 rows written to shop.dwd [ds=20260312]\nOK\n'

        when: 'overwritten, and read while it is'
        run("insert overwrite table dwd partition (ds='20260312') select id, name, v from dwd where id = 1")
        run("insert into table dwd partition (ds) select id, null, 1, dt from orders where id = 5")
        run("insert into dwd (id, ds) values (9, 'x')")

        then:
        cells(run('select ds, count(*) from dwd group by ds order by ds')) == [['20260312', '2'], ['20260313', '1'], ['20260314', '1'], ['x', '1']]
        cells(run('show partitions dwd'))*.get(0) == ['ds=20260312', 'ds=20260313', 'ds=20260314', 'ds=x']
        cells(run('desc dwd')) == [['id', 'bigint', '', 'key'], ['name', 'string', '', ''], ['v', 'double', '', ''], ['ds', 'string', 'partition', '']]

        when:
        run("alter table dwd drop partition (ds='x'); alter table dwd add if not exists partition (ds='y'); alter table dwd add columns (w decimal(10,2)); truncate table dwd partition (ds='20260314')")

        then:
        cells(run('select ds, w from dwd order by ds, id')) == [['20260312', '\\N'], ['20260312', '\\N'], ['20260313', '\\N']]
        cells(run('show partitions dwd'))*.get(0) == ['ds=20260312', 'ds=20260313', 'ds=20260314', 'ds=y']
        cells(run("create table c as select id, 'q' as t from dwd where id = 1; select * from c")) == [['1', 'q']]
        cells(run('show tables'))*.get(0) == ['c', 'dwd', 'fixed', 'orders']
        run('drop table c; drop table if exists c; select * from c').endsWith('FAILED: ODPS-0130131:[1,53] Table not found - table shop.c cannot be resolved\n')
    }

    def "rows of one table change only where the table allows it"() {
        expect:
        own.run('shop', "delete from orders where id = 1", NOW).failure().contains('not a transactional table')
        cells(own.run('shop', '''create table t (id bigint) tblproperties ("transactional"="true"); insert into t values (1), (2);
                update t set id = 3 where id = 1; delete from t where id = 2; select * from t''', NOW).log())[-1] == ['3']
    }

    def "a new business date has its partition, and the same rows whenever it is asked for"() {
        expect:
        cells(own.run('shop', 'show partitions orders', NOW.plusDays(2)).log())*.get(0) == ['dt=20260312', 'dt=20260313', 'dt=20260314', 'dt=20260315', 'dt=20260316']
        own.run('shop', "select * from orders where dt = '20260314'", NOW.plusDays(2)).log() == log("select * from orders where dt = '20260314'")
    }

    def "refused with the warehouse's code and the place: #sql"() {
        when:
        def outcome = warehouse.run('shop', sql, NOW)

        then:
        outcome.failure().startsWith(start)
        outcome.log().readLines().last() == 'FAILED: ' + outcome.failure()

        where:
        sql                                             || start
        'selct 1'                                       || "ODPS-0130161:[1,1] Parse exception - invalid token 'selct'"
        'select 1;\nselect * frm orders'                || "ODPS-0130161:[2,10] Parse exception - invalid token 'frm'"
        'select id, from orders'                        || "ODPS-0130161:[1,12] Parse exception - invalid token 'from'"
        'select (1'                                     || "ODPS-0130161:[1,10] Parse exception - invalid token '<EOF>'"
        'select "abc'                                   || "ODPS-0130161:[1,8] Parse exception"
        'select ${bizdate}'                             || "ODPS-0130161:[1,8] Parse exception - invalid token '\$'"
        'select * from\n  nowhere'                      || 'ODPS-0130131:[2,3] Table not found - table shop.nowhere cannot be resolved'
        'select * from other.nowhere'                   || 'ODPS-0130131:[1,21] Table not found - table other.nowhere cannot be resolved'
        'select * from nobody.orders'                   || 'ODPS-0130131:'
        "insert into nowhere select 1"                  || 'ODPS-0130131:[1,13] Table not found'
        'drop table nowhere'                            || 'ODPS-0130131:[1,12]'
        'select nope from orders'                       || 'ODPS-0130071:[1,8] Semantic analysis exception - column nope cannot be resolved'
        'select nofunction(1)'                          || "ODPS-0130071:[1,8] Semantic analysis exception - function or view 'nofunction' cannot be resolved"
        'select id, dt from orders group by id'         || 'ODPS-0130071:[1,12] Semantic analysis exception - column reference'
        "insert overwrite table orders partition (dt='1') select * from orders" || 'ODPS-0130071:[1,24] Semantic analysis exception - wrong columns count 5 in data source, requires 4 columns'
        "insert into orders partition (ds='1') select 1" || 'ODPS-0130071:[1,13] Semantic analysis exception - invalid partition key ds'
        "insert into fixed partition (ds='1') select 1" || 'ODPS-0130071:[1,13] Semantic analysis exception - table shop.fixed is not a partitioned table'
        'insert into orders select 1, null, null, null, null' || 'ODPS-0123031:Partition exception'
        'create table orders (a int)'                   || 'ODPS-0130211:[1,14] Table or view already exists'
        'create table other.x (a int)'                  || 'ODPS-0130071:'
        'create table x (a unknown)'                    || "ODPS-0130161:[1,19] Parse exception - invalid token 'unknown'"
        'create table x (a int, a int)'                 || 'ODPS-0130071:[1,24]'
        "select cast('a' as bigint)"                    || 'ODPS-0121095:Invalid argument'
        'select * from orders lateral view explode(x) t' || 'ODPS-0130071:[1,22] Semantic analysis exception - lateral is not played by the sandbox'
        'explain select 1'                              || 'ODPS-0130071:[1,1] Semantic analysis exception - explain is not played'
        'select ' + '(' * 300 + '1' + ')' * 300         || 'ODPS-0130071:'
    }

    def "an endless statement is cancelled"() {
        given:
        def hasty = own.limited(1)

        expect:
        hasty.run('shop', 'select count(*) from orders a, orders b, orders c, orders d, orders e, orders f, orders g', NOW).failure() ==
                'ODPS-0010000:System internal error - the statement took longer than the sandbox lets one run, and was cancelled'
        hasty.run('shop', 'select 1', NOW).failure() == null

        cleanup:
        hasty.close()
    }

    def "no statement reaches a file, a class or another machine: #sql"() {
        given:
        def secret = Files.writeString(directory.resolve('secret.csv'), 'TOPSECRET,1\n')
        def target = directory.resolve('out')
        def script = sql.replace('SECRET', secret.toString()).replace('OUT', target.toString())

        expect:
        for (w in [warehouse, Warehouse.hologres([exists: { it == 'public' }, tables: { [] }] as TableSource)]) {
            def outcome = w.run(w.is(warehouse) ? 'shop' : 'public', script, NOW)
            assert outcome.failure() != null
            assert !outcome.log().contains('TOPSECRET')
            assert directory.toFile().list() as Set == ['secret.csv'] as Set
        }

        where:
        sql << ["select * from csvread('SECRET')", "select csvread('SECRET')", "select file_read('SECRET', null)", "select `file_read`('SECRET')",
                'select "FILE_READ"(\'SECRET\')', "select file_write('x', 'OUT')", "call csvwrite('OUT', 'select 1')", "select csvwrite('OUT', 'select 1')",
                "script to 'OUT'", "script", "runscript from 'SECRET'", "backup to 'OUT'", "create alias x for 'java.lang.System.exit'",
                "create alias x as 'void x() { }'", "create linked table l ('', 'jdbc:h2:file:OUT', '', '', 'x')", "create trigger t before insert on orders call 'x.Y'",
                "select * from link_schema('a', '', 'jdbc:h2:file:OUT', 'sa', '', 'b')", "select * from information_schema.settings", "create table x (a int) engine 'x.Y'",
                "create schema x", "create user x password 'y' admin", "grant admin to runner", "alter user runner admin true", "set db_close_delay 5; shutdown",
                "shutdown", "select database_path()", "create aggregate x for 'y'", "create domain d as int", "create external table e (a int) location 'oss://x'",
                "select * from final table (insert into orders values (1))", "select cast(x'00' as java_object)", "call system_exit(1)", "\$\$x\$\$", "select @x := 1",
                "prepare x as select 1", "execute immediate 'script'", "help x", "checkpoint", "set x '1'; create constant c value 1", "select 1; script to 'OUT'",
                "insert into orders select * from csvread('SECRET')", "create table x as select * from csvread('SECRET')", "with a as (select * from csvread('SECRET')) select * from a",
                "select /*+ x */ * from table(a int = (1))", "select * from system_range(1, 2)", "select * from unnest(array[1])", "values (csvread('SECRET'))"]
    }

    def "a Hologres database has tables of its own and double quotes for names"() {
        given:
        def holo = Warehouse.hologres([exists: { it == 'public' }, tables: { [] }] as TableSource)

        expect:
        holo.run('public', '''begin; create table if not exists public.gmv (id int8 not null, "Name" text, v numeric(10,2), primary key (id)); commit;
                call set_table_property('public.gmv', 'orientation', 'column');
                insert into gmv values (1, 'it''s', 2.5); update gmv set v = v * 2; select id, "name", v, 7 / 2 as half from public.gmv''', NOW).log().readLines().takeRight(5) ==
                ['| id | name | v    | half |', '+----+------+------+------+', "| 1  | it's | 5.00 | 3    |", '+----+------+------+------+', 'OK']
        holo.run('public', 'select * from orders', NOW).failure().contains('Table not found')

        cleanup:
        holo.close()
    }

    def "at most ten thousand rows are shown"() {
        expect:
        cells(log('select a.id from orders a, orders b, orders c')).size() == 10_000
    }

    def "nothing of the engine is loaded before the first script"() {
        given:
        def fresh = Warehouse.maxCompute(tables())

        expect:
        fresh.@database == null

        cleanup:
        fresh.close()
    }
}
