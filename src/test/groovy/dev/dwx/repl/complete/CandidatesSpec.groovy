package dev.dwx.repl.complete

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.ApiParameter
import dev.dwx.catalog.ApiSummary
import dev.dwx.catalog.Placement
import dev.dwx.catalog.Provenance
import dev.dwx.catalog.Schema
import dev.dwx.catalog.Style
import dev.dwx.repl.command.Command
import dev.dwx.repl.command.Commands
import dev.dwx.repl.command.SessionPreferences
import dev.dwx.repl.live.LiveValues
import java.time.Duration
import spock.lang.Specification

class CandidatesSpec extends Specification {
    static ApiParameter parameter(String name, String type, boolean required = false, List<String> values = []) {
        def schema = new Schema.Builder().type(type).required(required).enumeration(values).build()
        return new ApiParameter(name, Placement.QUERY, Style.values()[0], schema)
    }

    static ApiOperation operation(String version, String name, List<ApiParameter> parameters) {
        return new ApiOperation(version, name, ['GET'], ['https'], 'read', null, "about $name", null, null, false, null, false,
                parameters, Schema.ANY, [:], [:], Provenance.SNAPSHOT)
    }

    static ApiCatalog catalog() {
        def operations = [
                operation(ApiCatalog.V2024, 'ListNodes', [
                        parameter('PageSize', 'integer'), parameter('ProjectId', 'integer', true),
                        parameter('Scene', 'string', false, ['DATAWORKS_PROJECT', 'NONE']), parameter('Recurring', 'boolean'),
                        parameter('Env', 'string', true, ['Prod', 'Dev'])]),
                operation(ApiCatalog.V2024, 'ListProjects', []),
                operation(ApiCatalog.V2020, 'ListFiles', [parameter('FileTypes', 'string')]),
                operation(ApiCatalog.V2020, 'ListNodes', [parameter('BizName', 'string')]),
        ]
        return new ApiCatalog() {
            List<String> versions() { [V2024, V2020] }

            List<ApiSummary> list() {
                operations.collect { new ApiSummary(it.version(), it.name(), it.summary(), null, null, false) }
            }

            Optional<ApiOperation> find(String version, String name) {
                Optional.ofNullable(operations.find { it.version() == version && it.name() == name })
            }
        }
    }

    static final Commands COMMANDS = new Commands([
            new Command('help', ['h'], Command.Argument.TOPIC, '[topic]', 'help', '', { '' }),
            new Command('history', [], Command.Argument.WORDS, '', 'lines', '', { '' }),
            new Command('last', [], Command.Argument.FORM, '', 'value', '', { '' }),
            new Command('time', [], Command.Argument.INPUT, '', 'how long', '', { '' }),
            new Command('project', [], Command.Argument.PROJECT, '', 'which', '', { '' }),
            new Command('set', [], Command.Argument.SETTING, '', 'settings', '', { '' }),
            new Command('load', [], Command.Argument.FILE, '', 'a file', '', { '' }),
            new Command('shell', ['!'], Command.Argument.SHELL, '', 'a command', '', { '' })])

    static List<Proposal> proposals(String marked, Map<String, Object> variables = [:], LiveValues live = LiveValues.NONE, ApiCatalog catalog = catalog(),
                                    String version = ApiCatalog.V2024) {
        def context = CompletionContext.of(marked.replace('¦', ''), marked.indexOf('¦'))
        return Candidates.of({ catalog }, { version }, { COMMANDS }, live, { variables },
                { new SessionPreferences([:]).now() }, new Deadline(Duration.ofSeconds(50), System::nanoTime)).at(context)
    }

    private static List<String> at(String marked) {
        return proposals(marked)*.text()
    }

    def 'a bare name means the version of the session first, and the other where only that has it'() {
        expect:
        proposals(marked, [:], LiveValues.NONE, catalog(), ApiCatalog.V2020)*.text() == texts

        where:
        marked                  || texts
        'Li¦'                   || ['ListFiles(', 'ListNodes(', 'ListProjects(']
        'ListNodes(¦'           || ['BizName: ']
        'v2024.ListNodes(P¦'    || ['ProjectId: ', 'PageSize: ']
        'v2020.ListNodes(¦'     || ['BizName: ']
        'ListNodes(Scene: ¦'    || []
        'ListProjects.a¦'       || ['all(']
    }

    def 'and the remarks name the version that is another than that'() {
        expect:
        proposals('Li¦', [:], LiveValues.NONE, catalog(), ApiCatalog.V2020)*.note() ==
                ['about ListFiles', 'about ListNodes', '(2024-05-18) about ListProjects']
        proposals('Li¦')*.note() == ['about ListNodes', 'about ListProjects', '(2020-05-18) about ListFiles']
    }

    def 'what fits is offered, and nothing else'() {
        expect:
        at(marked) == texts

        where:
        marked                               || texts
        'Li¦'                                || ['ListNodes(', 'ListProjects(', 'ListFiles(']
        'LP¦'                                || ['ListProjects(']
        '¦'                                  || []
        'v2020.L¦'                           || ['ListFiles(', 'ListNodes(']
        'v1999.L¦'                           || []
        'ListNodes.a¦'                       || ['all(']
        'Unknown.a¦'                         || []
        'ListNodes(¦'                        || ['ProjectId: ', 'Env: ', 'PageSize: ', 'Scene: ', 'Recurring: ']
        'ListNodes(P¦'                       || ['ProjectId: ', 'PageSize: ']
        'ListNodes(ProjectId: 1, ¦'          || ['Env: ', 'PageSize: ', 'Scene: ', 'Recurring: ']
        'v2020.ListNodes(¦'                  || ['BizName: ']
        'ListNodes(Scene: ¦'                 || ["'DATAWORKS_PROJECT'", "'NONE'"]
        "ListNodes(Scene: 'DA¦"              || ["'DATAWORKS_PROJECT'"]
        'ListNodes(Scene: "no¦'              || ['"NONE"']
        'ListNodes(Recurring: ¦'             || ['true', 'false']
        'ListNodes(PageSize: ¦'              || []
        'ListNodes(Nope: ¦'                  || []
        'Nope(¦'                             || []
        'Nope(Lis¦'                          || ['ListNodes(', 'ListProjects(', 'ListFiles(']
        "flow('x') { cr¦"                    || ['cron ']
        "x = flow 'x', {\n  sql('a') { af¦"   || ['after ']
        "flow('x') { sql('a') { }; hol¦"     || ['holo ']
        "flow('x') { di('a') { rea¦"         || ['reads ', 'reader ']
        "flow('x') { sql('a') { rea¦"        || ['reads ']
        "flow('x') { doWhile('a') { en¦"     || ['ends ', 'end ']
        "flow('x') { sql('a') { Li¦"         || ['ListNodes(', 'ListProjects(', 'ListFiles(']
        "flow('x') { sql('a') { script Li¦"  || ['ListNodes(', 'ListProjects(', 'ListFiles(']
        "x.each { cr¦"                       || ['cron']
        ':h¦'                                || ['help', 'history']
        'inP¦'                               || ['inProject']
        'ListNodes(ProjectId: 1); yes¦'      || ['yesterday']
        'listn¦'                             || ['ListNodes(']
        ':help ListP¦'                       || ['ListProjects']
        ':h his¦'                            || ['history']
        ':last j¦'                           || ['json']
        ':nope x¦'                           || []
        ':time ListNodes(Recu¦'              || ['ListNodes(Recurring: ']
        ':time x = ListNodes(Scene: \'N¦'    || ['x = ListNodes(Scene: \'NONE\'']
        ':set langua¦'                       || ['language ']
        ':set language z¦'                   || ['language zh']
    }

    def 'required parameters say so'() {
        expect:
        proposals('ListNodes(P¦')*.note() == ['integer, required', 'integer']
    }
}
