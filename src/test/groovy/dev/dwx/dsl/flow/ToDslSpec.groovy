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
    private static final int DOCUMENTS = Integer.getInteger('dwx.roundtrips.language', 24)

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
        shell('one') { script 'echo ${dag.foreach.current}'; after 'start' }
        end { after 'one' }
    }
}
'''
        expect: 'the project is said, since outputs are made of its name'
        run("toDsl($text)") == text.replace("description 'Orders", "project 'orders_dw'\n    description 'Orders")
    }
}
