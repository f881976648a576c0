package dev.dwx.dsl.flow

import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.ScriptFailure
import dev.dwx.flowspec.decompile.AnyDocument
import dev.dwx.flowspec.decompile.SpecExamples
import dev.dwx.flowspec.decompile.Telling
import dev.dwx.flowspec.lint.SpecCheck
import dev.dwx.flowspec.lint.SpecSetting
import dev.dwx.flowspec.lint.SpecUse
import dev.dwx.flowspec.model.FlowDocument
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.TempDir

/** Documents told in the words that build them. More documents with -Ddwx.roundtrips.language=1000. */
class ToDslSpec extends LanguageSpec {
    private static final int DOCUMENTS = Integer.getInteger('dwx.roundtrips.language', 12)

    @TempDir
    Path folder

    static List<String> lint(Object document) {
        SpecCheck.of(document, SpecSetting.of(SpecUse.IMPORT_WORKFLOW).withProjectName('shop'))*.line().sort()
    }

    @Requires({ !SpecExamples.all().isEmpty() })
    def "every example of the reference survives the way through the language, with the same findings"() {
        given:
        def examples = SpecExamples.all().collectEntries { title, json -> [title, FlowDocument.parse(json)] }

        when:
        def back = run('[' + examples.values().collect { Telling.of(it).text() }.join(',\n') + ']')

        then:
        examples.size() == 21
        [examples.keySet().toList(), back].transpose().each { title, flow ->
            assert flow.document() == examples[title]: title
            assert lint(flow.document().map()) == lint(examples[title].map()): title
        }
    }

    def "documents of every kind survive it, whatever stands in them"() {
        expect:
        (1..DOCUMENTS).collate(12).each { seeds ->
            def documents = seeds.collect { FlowDocument.parse(AnyDocument.of(it * 7919L).json()) }
            def texts = documents.collect { Telling.of(it).text() }
            def back = run('[' + texts.join(',\n') + ']')
            seeds.eachWithIndex { seed, i -> assert back[i].document() == documents[i]: "seed ${seed * 7919L}\n${texts[i]}" }
        }
    }

    def "what a flow says, toDsl says again"() {
        given:
        def text = '''\
flow('daily_orders') {
    description 'Orders of a day'
    params day: '$[yyyymmdd-1]', region: 'eu'
    cron daily: '02:00'
    datasource 'shop_mc'
    resourceGroup 'Serverless_res_group_1_2'
    sql('ods_orders') { script 'select 1'; params bizdate: '${yyyymmdd}' }
    sql('dwd_orders') {
        script \'\'\'\\
insert overwrite table dwd_orders
select * from ods_orders where ds = '${bizdate}'
\'\'\'
        after 'ods_orders', self: true
        rerun times: 3, every: '2m'
        timeout '2h'
    }
    branch('by_size') {
        after 'dwd_orders'
        when '${n} > 1000', to: 'big', describe: 'many'
        when '${n} <= 1000', to: 'small'
    }
    sql('big') { script 'select 2' }
    sql('small') { script 'select 3' }
    join('both') {
        when 'b_1', of: 'big', status: ['SUCCESS', 'FAILURE']
        when 'b_2', of: 'small', status: ['SUCCESS', 'FAILURE']
        logic 'b_1 or b_2'
    }
    forEach('again') {
        after 'both'
        most 10
        shell('one') { script 'echo ${dag.foreach.current}' }
    }
}
'''
        expect: 'the project is said, since outputs are made of its name'
        run("toDsl($text)") == text.replace("description 'Orders", "project 'orders_dw'\n    description 'Orders")
    }

    def "a node of the service is told with its ids, its output and what no word says"() {
        given:
        def json = """{"version":"1.1.0","kind":"Node","metadata":{"gmtModified":1719999999999},"spec":{"nodes":[{
            "id":"7349000000000000002","name":"dwd_orders","recurrence":"Normal","timeout":0,"rerunMode":"Allowed","rerunTimes":3,
            "rerunInterval":180000,"datasource":{"name":"shop_mc","type":"odps"},"script":{"path":"team/dwd_orders","language":"odps-sql",
            "content":"select '\$bizdate'","runtime":{"command":"ODPS_SQL","commandTypeId":10}},"trigger":{"type":"Scheduler",
            "cron":"00 30 02 * * ?","timezone":"Asia/Shanghai"},"inputs":{"nodeOutputs":[{"data":"shop_root","artifactType":"NodeOutput"}]},
            "outputs":{"nodeOutputs":[{"data":"7349000000000000002","artifactType":"NodeOutput","isDefault":true}]},"new":{"x":1.10}}],
            "flow":[{"nodeId":"7349000000000000002","depends":[{"type":"Normal","output":"shop_root"}]}]}}"""

        expect:
        Telling.of(FlowDocument.parse(json)).text() == '''\
node('dwd_orders') {
    project 'shop'
    type 'ODPS_SQL'
    id '7349000000000000002'
    path 'team/dwd_orders'
    script 'select \\'$bizdate\\''
    cron daily: '02:30'
    zone 'Asia/Shanghai'
    output '7349000000000000002', isDefault: true
    datasource 'shop_mc'
    rerun times: 3, every: '3m'
    set 'document.metadata', [gmtModified: 1719999999999]
    set 'timeout', 0
    set 'new', [x: 1.10]
}
'''

        and: 'clean, it builds another one'
        Telling.of(Telling.clean(FlowDocument.parse(json))).text() == '''\
node('dwd_orders') {
    project 'shop'
    type 'ODPS_SQL'
    path 'team/dwd_orders'
    script 'select \\'$bizdate\\''
    cron daily: '02:30'
    zone 'Asia/Shanghai'
    output 'shop.dwd_orders'
    datasource 'shop_mc'
    rerun times: 3, every: '3m'
    set 'timeout', 0
    set 'new', [x: 1.10]
}
'''
    }

    def "resources, jobs and other documents are told as a person would"() {
        expect:
        run("toDsl($source)") == source + '\n'

        where:
        source << [
                '''\
resource('mask.py') {
    path 'shop/mask.py'
    datasource 'shop_mc'
    resourceGroup 'Serverless_res_group_1_2'
    file path: 'libs/mask.py', storage: [type: 'oss', bucket: 'shop']
}''',
                '''\
function('mask_phone') {
    type 'string'
    path 'shop/mask_phone'
    uses 'mask.py'
    datasource 'shop_mc'
    className 'mask.PhoneMask'
}''',
                '''\
node('to_holo') {
    project 'shop'
    type 'DI'
    params bizdate: '$bizdate'
    cron weekly: ['MON', 'FRI'], at: '05:00'
    after 'shop.dwd_orders'
    reader 'odps', datasource: 'shop_mc', table: 'dwd_orders', columns: ['id', 'n'], partition: 'dt=\\'${bizdate}\\''
    writer 'holo', datasource: 'shop_holo', table: 'public.orders', columns: ['id', 'n'], writeMode: 'insert'
    errorLimit '7'
}''',
                '''\
manualFlow('tool') {
    project 'shop'
    params day: '20250101'
    sql('count') { script 'select count(*) from t' }
}''']
    }

    def "long code goes into files beside the script, which builds the same from there"() {
        given:
        def code = 'insert into t select 1;\r\n' * 30
        def node = FlowDocument.of([version: '1.1.0', kind: 'Node', spec: [nodes: [[name: 'a/b', script: [content: code, runtime:
                [command: 'ODPS_SQL']]]]]])

        when:
        session = parts().begin()
        def written = ToDsl.of([dir: folder.toString()], node)

        then:
        written == [folder.resolve('a_b.dwx').toString(), folder.resolve('sql/a_b.sql').toString()]
        Files.readString(folder.resolve('sql/a_b.sql')) == code
        Files.readString(folder.resolve('a_b.dwx')).contains("script file: 'sql/a_b.sql'")
        run(Files.readString(folder.resolve('a_b.dwx')).replace("'sql/", "'$folder/sql/")).document() == node

        when: 'the same again, then something else'
        ToDsl.of([dir: folder.toString()], node)
        Files.writeString(folder.resolve('sql/a_b.sql'), 'mine')
        ToDsl.of([dir: folder.toString()], node)

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message.contains('a_b.sql is there already and holds something else. Nothing was written.')
        refused.message.contains('force: true')
        Files.readString(folder.resolve('sql/a_b.sql')) == 'mine'

        when:
        ToDsl.of([dir: folder.toString(), force: true], node)

        then:
        Files.readString(folder.resolve('sql/a_b.sql')) == code
    }

    def "answers, maps, files and texts are taken; anything else is explained"() {
        given:
        def spec = '{"kind":"Node","spec":{"nodes":[{"name":"n","script":{"runtime":{"command":"VIRTUAL"}}}]}}'
        Files.writeString(folder.resolve('x.json'), '{"Node":{"Id":"1","Spec":' + groovy.json.JsonOutput.toJson(spec) + '}}')

        expect:
        run("toDsl(file('${folder.resolve('x.json')}'))") == run("toDsl('$spec')")
        run("toDsl([Node: [Spec: '$spec']])") == run("toDsl('$spec')")
        run("toDsl('$spec')").startsWith("node('n') {")

        and:
        failure("toDsl('x.json')").message.contains("'x.json', and there is no such file")
        failure("toDsl('{}')").message.contains('found no FlowSpec in an object')
        failure("toDsl('{nope')").message.contains('no FlowSpec: not JSON')
        failure("toDsl('$spec', folder: 'x')").message.contains('toDsl does not know folder')
    }
}
