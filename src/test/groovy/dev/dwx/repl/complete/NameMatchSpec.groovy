package dev.dwx.repl.complete

import spock.lang.Specification

class NameMatchSpec extends Specification {
    private static final List<String> NAMES =
            ['GetTaskInstance', 'ListNodes', 'ListTaskInstances', 'ListTasks', 'ListTaskInstanceOperationLogs', 'DeleteNode']

    def 'names are found by their beginning, by their words, or by a part; a stronger match silences weaker ones'() {
        expect:
        NameMatch.best(NAMES, typed) == found

        where:
        typed       || found
        'List'      || ['ListNodes', 'ListTaskInstances', 'ListTasks', 'ListTaskInstanceOperationLogs']
        'listn'     || ['ListNodes']
        'LTI'       || ['ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'listTaIn'  || ['ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'LN'        || ['ListNodes']
        'LLogs'     || ['ListTaskInstanceOperationLogs']
        'node'      || ['ListNodes', 'DeleteNode']
        'stance'    || ['GetTaskInstance', 'ListTaskInstances', 'ListTaskInstanceOperationLogs']
        'xyz'       || []
        'es'        || []
    }
}
