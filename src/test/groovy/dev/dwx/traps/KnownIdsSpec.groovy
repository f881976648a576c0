package dev.dwx.traps

import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** An id of something else, told by what the session has seen and, where that is cheap, by one read. */
class KnownIdsSpec extends Specification {
    @Shared @AutoCleanup SandboxSession dwx = new SandboxSession()

    def setup() {
        dwx.begin()
    }

    def "a task where an instance is wanted, and an instance where a task is wanted, are found by one read"() {
        when:
        def wrong = dwx.refusal('GetTaskInstance(Id: 700000000001)')
        def instance = dwx.run('ListTaskInstances(Bizdate: yesterday)[0].Id')
        dwx.begin()
        def other = dwx.refusal("GetTask(Id: $instance)")

        then:
        wrong.why().contains('700000000001 is the id of the task ods_orders, and this call wants the id of a task instance')
        wrong.next() == 'ListTaskInstances(TaskId: 700000000001, Bizdate: yesterday)*.Id'
        other.why().contains("$instance is the id of the task instance ")
        other.next() == "Id: GetTaskInstance(Id: $instance).TaskInstance.TaskId"
    }

    def "what was seen is told without a read"() {
        given:
        dwx.run('ListTasks(PageSize: 100)')
        int before = dwx.arrived()

        expect:
        dwx.refusal('GetTaskInstance(Id: 700000000001)').why().contains('is the id of the task ods_orders')
        dwx.arrived() == before + 1
    }

    def "ids of the version before are told from those of this one"() {
        given:
        def file = dwx.run('v2020.ListFiles(PageSize: 10)[0].FileId')

        when:
        def refusal = dwx.refusal("GetNode(Id: '$file')")

        then:
        refusal.why().contains("$file is the id of the file ods_orders, and this call wants the id of a node")
        refusal.next() == "v2020.GetFile(FileId: $file)"
    }

    def "an id that nothing is known of, and one of the right kind, are told as the service told them"() {
        expect:
        !dwx.refusal('GetTaskInstance(Id: 123456789012)').message.contains('is the id of')
        !dwx.refusal('GetTask(Id: 999999999999)').message.contains('is the id of')
    }
}
