package dev.dwx.flowspec

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

class NodeTypesSpec extends Specification {
    static final Path REFERENCE = Path.of(System.getProperty('dwx.basedir', '.')).resolve('../shared/reference/flowspec.md')

    def "a type is known by its command, by its number, and by the service's own name for it"() {
        expect:
        with(NodeTypes.of('ODPS_SQL').get()) {
            [command(), id(), engine(), group(), extension(), languages(), serviceName()] ==
                    ['ODPS_SQL', 10, 'MaxCompute', 'Data Analytics', '.sql', ['odps-sql'], 'ODPS_SQL']
            language().get() == 'odps-sql'
            datasourceType().get() == 'odps'
        }
        NodeTypes.of(1093).get().command() == 'HOLOGRES_SQL'
        NodeTypes.of('PY_ODPS').get() == NodeTypes.of('PYODPS').get()
        NodeTypes.of('PYODPS2').get() == NodeTypes.of('PYODPS').get()
        NodeTypes.of('ODPS_SQL_SCRIPT').get().id() == 24
        NodeTypes.of('HOLOGRES_DEVELOP').get().id() == 1091
        NodeTypes.of('Sql Server').get().command() == 'SQLSERVER'
        NodeTypes.of('odps_sql').empty
        NodeTypes.spelling('odps-sql').get() == 'ODPS_SQL'
        NodeTypes.code('DI').asInt == 23
        NodeTypes.command(6).get() == 'DIDE_SHELL'
        NodeTypes.of('CONTROLLER_ASSIGNMENT').get().language().empty
        NodeTypes.of('VIRTUAL').get().with { extension() == '.vi' && languages() == [] && group() == '' && isNode() }
        !NodeTypes.of('ODPS_PYTHON').get().isNode()
    }

    def "commands and numbers are unique"() {
        expect:
        NodeTypes.all().size() == 135
        NodeTypes.all()*.id().toSet().size() == 135
        NodeTypes.commands().toSet().size() == 135
    }

    @Requires({ Files.exists(NodeTypesSpec.REFERENCE) })
    def "the table agrees with the published list, row by row"() {
        given:
        def rows = Files.readString(REFERENCE).split('## 15')[1].split('## 16')[0].readLines().findAll { it ==~ /\| `\w+` \| \d+ \|.*/ }

        expect:
        rows.size() == 135
        rows.every { row ->
            def cells = row.split(/\|/)*.trim()*.replace('`', '')
            def type = NodeTypes.of(cells[1]).get()
            def extension = cells[7] == 'newer: .json' ? '.json' : cells[5] - '—'
            def service = cells.size() > 7 && cells[7] =~ /service name ([^;]+)/
            [type.id(), type.engine(), type.group(), type.extension(), type.languages()] ==
                    [cells[2] as int, cells[3], cells[4], extension, (cells[6] - '—' - ' (seen)').tokenize(' /')]
        }
    }
}
