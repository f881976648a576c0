package dev.dwx.client

/** The topics of the table of errors, for specs of other rooms. */
class AdviceTopics {
    static Set<String> all() {
        (AdviceTable.ROWS + [AdviceTable.MISSING, AdviceTable.INVALID, AdviceTable.NUMBER])*.topic() as Set
    }
}
