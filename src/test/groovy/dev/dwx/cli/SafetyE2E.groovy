package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** What is shown, asked, kept and logged, through the real program. */
class SafetyE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private PtyProcess start() {
        def dwx = new DwxProcess(home)
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null])
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home, 160, 50)
        shell.waitFor('dwx> ')
        shell
    }

    @Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
    def "at the prompt: a list with its count, the name of what is in production, a wrong one, Ctrl-C, and undo"() {
        when:
        start()
        shell.type("tasks = ListTasks(PageSize: 100).findAll { it.Name.startsWith('ods_') }*.Id; tasks.size()")
        shell.waitFor('8')
        shell.waitFor('dwx> ')
        shell.type('DeleteTask(Id: tasks[0])')
        shell.waitFor(~/Task ods_\w+ \(\d+\), owner \d+, Prod/)
        shell.waitFor(~/\d downstream tasks?: dw/)
        shell.waitFor('Type the name ods_')
        shell.send('ods_\u0003')
        shell.waitFor('nothing was typed')
        shell.waitFor('dwx> ')
        shell.type('DeleteTask(Id: tasks[0])')
        shell.waitFor('Type the name ods_')
        shell.type('ods')
        shell.waitFor('what was typed is not the name ods_')
        shell.waitFor('dwx> ')
        shell.type("DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 60001, DataQualityRuleIds: [70001, 70002])")
        shell.waitFor('2 data quality rules:')
        shell.waitFor(~/70001\s+dwd_orders_rule_1/)
        shell.waitFor('Type the words detach 2 to go on')
        shell.type('detach 3')
        shell.waitFor('was not sent')
        shell.waitFor('dwx> ')
        shell.type("DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 60001, DataQualityRuleIds: [70001, 70002])")
        shell.waitFor('Type the words detach 2 to go on')
        shell.type('detach 2')
        shell.waitFor('RequestId')
        shell.waitFor('dwx> ')
        shell.type(':undo')
        shell.waitFor('AttachDataQualityRulesToEvaluationTask')
        shell.waitFor('dwx> ')
        shell.type(':undo last')
        shell.waitFor('Undone')
        shell.waitFor('dwx> ')
        shell.type(':audit refused')
        shell.waitFor('DeleteTask')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }

    def "the audit log is read, filtered and checked; what was done to it is told with its line"() {
        given:
        def dwx = new DwxProcess(home)
        def log = home.resolve('.local/state/dwx/audit.jsonl')
        def wrote = dwx.run('--sandbox', '--yes', '-e', '''
            DeleteProject(Id: 10002)
            UpdateProject(Id: 10001, Description: 'mysql -phunter2')
            try { UpdateProject(Id: 99, Description: 'x') } catch (Exception e) { }
        ''')

        expect: 'what --yes confirms is said'
        wrote.code == 0
        wrote.err.contains('Project risk_dw (10002), owner 1234567890123456')
        wrote.err.contains('confirmed by --yes')

        when:
        def all = new JsonSlurper().parseText(dwx.run('audit', '-o', 'json').out) as List<Map>
        def failed = new JsonSlurper().parseText(dwx.run('audit', '--failed', '-o', 'json').out) as List<Map>
        def table = dwx.run('audit', '--operation', 'DeleteProject', '--since', '1h')

        then:
        all*.operation == ['DeleteProject', 'UpdateProject', 'UpdateProject']
        all[0].allowed == '--yes'
        all*.result.take(2) == ['ok', 'ok']
        failed.size() == 1
        table.out.contains('DeleteProject') && !table.out.contains('UpdateProject')
        !Files.readString(log).contains('hunter2')

        when:
        def whole = dwx.run('audit', '--verify')
        Files.writeString(log, Files.readString(log).replaceFirst('10002', '10003'))
        def changed = dwx.run('audit', '--verify')
        Files.write(log, Files.readAllLines(log).drop(1))
        def removed = dwx.run('audit', '--verify')

        then:
        whole.code == 0
        whole.out =~ /6 lines of .* are as they were written; the newest has the hash [0-9a-f]{64}/
        changed.code == 8
        changed.out.contains('audit.jsonl line 1 was changed')
        removed.code == 8
        removed.out.contains('were removed')
    }

    def "a script whose write cannot be logged does not send it"() {
        given:
        def dwx = new DwxProcess(home)
        def state = Files.createDirectories(home.resolve('.local/state/dwx'))
        Files.createDirectories(state.resolve('audit.jsonl'))

        when:
        def refused = dwx.run('--sandbox', '-e', "UpdateProject(Id: 10001, Description: 'x')")
        dwx.environment.DWX_AUDIT = 'off'
        def sent = dwx.run('--sandbox', '-e', "UpdateProject(Id: 10001, Description: 'x')")

        then:
        refused.code == 4
        refused.err.contains('dwx.NoAudit')
        sent.code == 0
        sent.err.contains('no audit log is kept')
    }
}
