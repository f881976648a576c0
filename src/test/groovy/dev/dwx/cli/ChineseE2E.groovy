package dev.dwx.cli

import dev.dwx.DwxProcess
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The real program, for somebody whose language is Chinese. */
class ChineseE2E extends Specification {
    @TempDir Path home

    private DwxProcess dwx(Map<String, String> variables) {
        def dwx = new DwxProcess(home)
        dwx.environment.putAll(variables)
        dwx
    }

    def 'the language of a locale is kept, also where its characters are not UTF-8'() {
        when:
        def run = dwx(LC_ALL: 'zh_CN.GB18030').run('nonsense')

        then:
        run.code == ExitCode.USAGE.code()
        run.err.startsWith('dwx：没有命令“nonsense”，也没有这个名称的文件\n  命令：call, run, check, ')
    }

    def 'errors and refusals are in Chinese; data, codes and JSON are as ever'() {
        given:
        def script = Files.writeString(home.resolve('night.dwx'), '''\
            try { ListNodes(PageSize: 'many') } catch (e) { println e.code; println e.message }
            try { CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[name: 'a']]]]) } catch (e) { println e.message }
            println json(ListProjects(PageSize: 1).items*.Name)
            DeleteNode(Id: ListNodes().items[0].Id)
            '''.stripIndent())

        when:
        def run = dwx(DWX_LANG: 'zh').run('--sandbox', script.toString())

        then:
        run.code == ExitCode.NOT_CONFIRMED.code()
        run.out.contains('dwx.BadArguments')
        run.out.contains("PageSize 需要整数，而不是文本 'many'")
        run.out.contains('缺少它，服务会拒绝该节点')
        run.out.contains('["orders_dw"]')
        run.err.contains('night.dwx：第 4 行')
        run.err.contains('未发送：这次调用会移除对象，但当前没有人可以确认。')
        run.err.contains('下一步：加上 --yes 运行')
    }

    def 'an error points at what is wrong in Chinese as in English'() {
        when:
        def run = dwx(DWX_LANG: 'zh').run('--offline', '-e', 'ListNodes(PageSise: 10)')

        then:
        run.err.contains('  ListNodes(PageSise: 10)\n            ^\n')
        run.err.contains('没有参数 PageSise；您是不是要写 PageSize？')
    }
}
