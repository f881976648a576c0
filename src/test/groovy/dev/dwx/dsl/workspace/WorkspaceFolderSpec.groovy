package dev.dwx.dsl.workspace

import dev.dwx.dsl.lifecycle.LifecycleSandbox
import dev.dwx.json.ExactJson
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class WorkspaceFolderSpec extends Specification {
    @TempDir Path kept
    @TempDir Path place
    LifecycleSandbox dwx

    def setup() {
        dwx = new LifecycleSandbox(kept)
    }

    def cleanup() {
        dwx.close()
    }

    private Map<String, String> files(Path folder) {
        Files.walk(folder).filter { Files.isRegularFile(it) }.toList().collectEntries { [(folder.relativize(it).toString()): Files.readString(it)] }.sort()
    }

    def 'a project goes into a folder, always the same, and plan finds nothing to do in it'() {
        given:
        def folder = place.resolve('orders')

        when:
        def rows = dwx.run("export('orders_dw', '$folder')")
        def first = files(folder)
        dwx.sandbox.clock().advance(java.time.Duration.ofHours(30))
        dwx.run("export '$folder'")

        then:
        rows*.Kind.unique() == ['workflow', 'resource', 'function']
        first['workflows/daily_orders.dwx'].contains("script file: 'daily_orders/dwd_orders.sql'")
        first['workflows/daily_orders/dwd_orders.sql'].toLowerCase().contains('insert')
        ExactJson.parse(first['workspace.json']).files == first.keySet().toList() - 'workspace.json'
        files(folder) == first
        dwx.arrived().keySet().every { it.startsWith('Get') || it.startsWith('List') }

        expect:
        dwx.run("plan('$folder')").toString().contains('Nothing to do')
        dwx.run("plan('$folder', delete: true)").empty
    }

    def 'what is changed in a file is what plan finds and apply does'() {
        given:
        def folder = place.resolve('orders')
        dwx.run("export '$folder'")
        def code = folder.resolve('workflows/daily_orders/dwd_orders.sql')
        Files.writeString(code, '-- looked at\n' + Files.readString(code))

        when:
        def plan = dwx.run("p = plan '$folder'")

        then:
        plan.rows.findAll { it.Action == 'update' }*.Name == ['daily_orders', 'dwd_orders']

        when:
        def done = dwx.run('apply p')

        then:
        done*.Call == ['UpdateNode']
        dwx.run("plan '$folder'").empty
    }

    def 'what is gone from the project goes from the folder, and nothing else does'() {
        given:
        def folder = place.resolve('orders')
        dwx.run("apply plan([version: '1.1.0', kind: 'Node', spec: [nodes: [[name: 'lone', script: [path: 'x/lone', content: 'select 1', runtime: [command: 'ODPS_SQL']], " +
                "inputs: [nodeOutputs: [[data: 'orders_dw_root']]], outputs: [nodeOutputs: [[data: 'orders_dw.lone']]]]]]])")
        dwx.run("export '$folder'")
        Files.writeString(folder.resolve('README.md'), 'mine')
        assert files(folder).keySet().containsAll(['nodes/lone.dwx', 'nodes/lone/lone.sql'])

        when:
        dwx.run("DeleteNode(Id: ListNodes(Name: 'lone')[0].Id); export '$folder'")

        then:
        !files(folder).keySet().any { it.contains('lone') }
        Files.readString(folder.resolve('README.md')) == 'mine'
    }

    def 'scripts of any folder are asked for their documents, and send nothing; JSON lies beside them'() {
        given:
        def folder = Files.createDirectories(place.resolve('mine/sql')).parent
        Files.writeString(folder.resolve('sql/one.sql'), 'select 1')
        Files.writeString(folder.resolve('one.dwx'), "DeleteNode(Id: ListNodes()[0].Id)\nnode('spec_one') { type 'ODPS_SQL'; script file: 'sql/one.sql' }\n")
        Files.writeString(folder.resolve('two.json'), '{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"spec_two"}]}}')

        expect:
        dwx.run("plan '$folder'").rows.collect { it.Action + ' ' + it.Name } == ['create spec_one', 'create spec_two']
        dwx.run("plan '${folder.resolve('one.dwx')}'").rows*.Name == ['spec_one']
        !dwx.arrived().DeleteNode

        when:
        Files.writeString(folder.resolve('three.dwx'), 'x = 1')
        dwx.run("plan '$folder'")

        then:
        def e = thrown(Exception)
        e.message.contains('three.dwx ends with no document')
    }

    def 'a folder with other things in it is not written to'() {
        given:
        Files.writeString(place.resolve('mine.txt'), 'x')

        when:
        dwx.run("export '$place'")

        then:
        def e = thrown(Exception)
        e.message.contains('is not empty, and no export has written it')
        files(place).keySet() == ['mine.txt'].toSet()
    }

    def 'no name and no index leads out of the folder'() {
        given:
        def outside = place.resolve('precious.txt')
        Files.writeString(outside, 'x')
        def folder = Files.createDirectory(place.resolve('ws'))
        Files.writeString(folder.resolve('workspace.json'), '{"format":1,"files":["../precious.txt"]}')

        when:
        dwx.run("export '$folder'")

        then:
        def e = thrown(Exception)
        e.message.contains('is no file of the folder')
        Files.readString(outside) == 'x'
    }

    def 'names become names of files that every system takes, and stay apart'() {
        given:
        def names = new FileNames()

        when:
        def made = ['plain_1', 'Plain_1', '../../etc/passwd', 'a/b', 'a_b', 'CON', '', '.hidden', '订单', 'x' * 300].collect { names.of(it) }

        then:
        made[0] == 'plain_1'
        made[8] == '订单'
        made*.toLowerCase().toSet().size() == made.size()
        made.every { !(it =~ /[\/\\:]/) && it.length() < 100 && !it.startsWith('.') && !it.contains('..') }
    }
}
