package dev.dwx.repl.complete

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What follows the language's own words; the cursor is the mark {@code ¦}. */
class WordSpec extends Specification {
    @TempDir
    Path directory

    private static List<String> at(String marked) {
        return CandidatesSpec.proposals(marked)*.text()
    }

    def 'options and values of verbs and of words in blocks'() {
        expect:
        at(marked) == texts

        where:
        marked                                                                       || texts
        "logs 'x', ¦"                                                                || ['bizdate: ', 'follow: ', 'run: ', 'timeout: ']
        "logs('x', follow: true, b¦"                                                 || ['bizdate: ']
        "logs('x', follow: ¦"                                                        || ['true', 'false']
        "backfill 'x', from: y¦"                                                     || ['yesterday']
        "deploy 'x', timeout: '3¦"                                                   || ["'30s'", "'30m'"]
        'use env¦'                                                                   || ['environment: ']
        'use environment: ¦'                                                         || ["'Prod'", "'Dev'"]
        'use(version: \'2020¦\')'                                                    || ["'2020-05-18"]
        'describe ListP¦'                                                            || ['ListProjects']
        "describe 'ListP¦"                                                           || ["'ListProjects'"]
        "node('n') { type 'ODPS_SQ¦"                                                 || ["'ODPS_SQL'"]
        "node('n') { type ODPS_SQ¦"                                                  || ["'ODPS_SQL'"]
        "node('n') { language 'py¦"                                                  || ["'python'", "'python2'", "'python3'"]
        "node('n') { recurrence ¦"                                                   || ["'Normal'", "'Pause'", "'Skip'"]
        "node('n') { recurrence 'S¦"                                                 || ["'Skip'"]
        "node('n') { autoParse ¦"                                                    || ['true', 'false']
        "node('n') { kind 'Man¦"                                                     || ["'ManualWorkflow'", "'ManualNode'"]
        "resource('r') { type '¦"                                                    || ["'python'", "'jar'", "'archive'", "'file'"]
        "flow('f') { onFailure ¦"                                                    || ["'Continue'", "'Break'"]
        "flow('f') { cron dai¦"                                                      || ['daily: ']
        "flow('f') { cron weekly: ['MON', 'T¦"                                       || ["'TUE'", "'THU'"]
        "flow('f') { sql('a') { rerun e¦"                                            || ['every: ']
        "flow('f') { sql('a') { rerun mode: 'D¦"                                     || ["'Denied'"]
        "flow('f') { sql('a') { }; sql('b') { after '¦"                              || ["'a'"]
        "flow('f') {\n  sql('a') { script 'x' }\n  holo 'c', { }\n  sql('b') { after 'a', '¦" || ["'a'", "'c'"]
        "flow('f') { sql('a') { script 'from sql(\"q\")' }; sql('b') { after '¦"     || ["'a'"]
        "x.y { type '¦"                                                              || []
        "frob '¦"                                                                    || []
    }

    def 'files: directories first, hidden ones when asked, none that are not there'() {
        given:
        ['b.dwx', 'a.dwx', '.hidden', 'it\'s'].each { Files.createFile(directory.resolve(it)) }
        Files.createDirectory(directory.resolve('zoo'))
        def at = { String marked -> at(marked.replace('DIR', directory.toString()))*.replace(directory.toString(), 'DIR') }

        expect:
        at("file('DIR/¦") == ["'DIR/zoo/", "'DIR/a.dwx'", "'DIR/b.dwx'", "'DIR/it\\'s'"]
        at("file('DIR/a¦')") == ["'DIR/a.dwx"]
        at("new File('DIR/z¦") == ["'DIR/zoo/"]
        at("file('DIR/.¦") == ["'DIR/.hidden'"]
        at("file('DIR/nowhere/¦") == []
        at("node('n') { script file: 'DIR/b¦") == ["'DIR/b.dwx'"]
        at("toDsl(dir: 'DIR/z¦") == ["'DIR/zoo/"]
        at('!cat DIR/b¦') == ['cat DIR/b.dwx']
        at('!c¦') == []
    }

    def 'the home directory may be written as a tilde, and stays one'() {
        given:
        Files.createDirectories(directory.resolve('flows'))
        def source = new FileSource({ CandidatesSpec.COMMANDS }, directory)
        def at = { String marked -> source.at(CompletionContext.of(marked.replace('¦', ''), marked.indexOf('¦')))*.text() }

        expect:
        at('!ls ~/f¦') == ['ls ~/flows/']
        at("file('~/¦") == ["'~/flows/"]
    }
}
