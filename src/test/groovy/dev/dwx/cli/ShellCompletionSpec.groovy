package dev.dwx.cli

import dev.dwx.PtyProcess
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.cli.shell.ShellWords
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import static java.nio.charset.StandardCharsets.UTF_8

/** The scripts of {@code dwx completion}: that of bash is run by bash itself, those of zsh and fish are read. */
class ShellCompletionSpec extends Specification {
    @Shared @TempDir
    Path directory
    @Shared
    Process bash
    @Shared
    BufferedReader answers
    @Shared
    Writer asking
    @Shared
    ShellWords words = CompletionCommand.words(SnapshotCatalog.bundled())

    def setupSpec() {
        Files.writeString(directory.resolve('dwx.bash'), words.script('bash'))
        Files.createDirectory(directory.resolve('flows'))
        ['nightly.dwx', 'spec.json', 'notes.txt', 'with blank.dwx'].each { Files.createFile(directory.resolve(it)) }
        bash = new ProcessBuilder('bash', '--norc', '--noprofile').directory(directory.toFile()).redirectErrorStream(true).start()
        answers = bash.inputReader(UTF_8)
        asking = bash.outputWriter(UTF_8)
        // Outside of a real Tab there is no completion whose ways could be set. Unset names are faults of the script.
        asking.write('set -u; source ./dwx.bash; compopt() { :; }\n')
    }

    def cleanupSpec() {
        bash?.destroy()
    }

    /** What bash offers for the words of a line as bash divides it, the last being the one at the cursor. */
    private List<String> offers(List<String> line) {
        def quoted = line.collect { "'" + it.replace("'", "'\\''") + "'" }.join(' ')
        asking.write("COMP_WORDS=($quoted); COMP_CWORD=${line.size() - 1}; _dwx\n")
        asking.write("[ \${#COMPREPLY[@]} = 0 ] || printf '%s\\n' \"\${COMPREPLY[@]}\"; echo ---\n")
        asking.flush()
        List<String> lines = []
        for (String one = answers.readLine(); one != '---'; one = answers.readLine()) {
            assert one != null: "bash ended: $lines"
            lines << one
        }
        lines
    }

    def "bash completes commands, options and their values"() {
        expect:
        offers(line) == offered

        where:
        line                                    || offered
        ['dwx', 'de']                           || ['decompile', 'describe']
        ['dwx', '--reg']                        || ['--region']
        ['dwx', '-o', '']                       || CommandLineParser.FORMS
        ['dwx', 'apis', '-o', 'js']             || ['json']
        ['dwx', '--output', '=', 'js']          || ['json']
        ['dwx', '--edition', 's']               || ['standard']
        ['dwx', '--region', 'cn-shanghai-']     || ['cn-shanghai-finance-1']
        ['dwx', '--api-version', '']            || ['2024-05-18', '2020-05-18']
        ['dwx', 'completion', '']               || ['bash', 'zsh', 'fish']
        ['dwx', 'help', 'exi']                  || ['exit-codes']
        ['dwx', 'decompile', '--o']             || ['--output', '--offline', '--out']
        ['dwx', 'run', '--ou']                  || ['--output']
        ['dwx', '--nothing', 'version', 'x']    || []
    }

    def "bash completes operations, of one version too, wherever one is asked for"() {
        expect:
        offers(line) == offered

        where:
        line                                             || offered
        ['dwx', 'describe', 'ListProjectM']              || ['ListProjectMembers']
        ['dwx', '-r', 'cn-beijing', 'call', 'GetFileV']  || ['GetFileVersion']
        ['dwx', 'describe', '2020', ':', 'GetNodeC']     || ['GetNodeChildren', 'GetNodeCode']
        ['dwx', 'describe', '2024:GetWorkflowD']         || ['2024:GetWorkflowDefinition']
        ['dwx', 'audit', '--operation', 'RenameN']       || ['RenameNode']
        ['dwx', 'apis', 'RenameN']                       || ['RenameNode']
        ['dwx', 'doctor', 'RenameN']                     || []
    }

    def "bash completes the parameters of a call, those already given left out, and files behind an at sign"() {
        expect:
        offers(line) == offered

        where:
        line                                                              || offered
        ['dwx', 'call', 'ListProjects', 'Page']                           || ['PageNumber=', 'PageSize=']
        ['dwx', 'call', 'ListProjects', 'PageSize', '=', '3', 'Page']     || ['PageNumber=']
        ['dwx', '-o', 'json', 'call', '2020', ':', 'ListNodes', 'Biz']    || ['BizName=']
        ['dwx', 'call', 'RenameNode', '']                                 || ['Id=', 'Name=', 'ProjectId=']
        ['dwx', 'call', 'RenameNode', 'Name', '=', 'x']                   || []
        ['dwx', 'call', 'CreateNode', 'Spec', '=@', 'spe']                || ['spec.json']
        ['dwx', 'call', 'CreateNode', 'Spec=@spe']                        || ['Spec=@spec.json']
        ['dwx', 'call', 'NoSuchOperation', '']                            || []
    }

    def "bash completes operations and parameters inside the text of -e and keeps its quote open"() {
        expect:
        offers(['dwx', '-e', text]) == offered

        where:
        text                                 || offered
        "'RenameN"                           || ['RenameNode(', 'RenameNode()']
        "\"x = RenameN"                      || ['x = RenameNode(', 'x = RenameNode()']
        "'ListProjects(PageN"                || ['ListProjects(PageNumber: ', 'ListProjects(PageNumber: …']
        "'ListProjects(PageSize: 3, Page"    || ['ListProjects(PageSize: 3, PageNumber: ', 'ListProjects(PageSize: 3, PageNumber: …']
        "'RenameNode("                       || ['RenameNode(Id: ', 'RenameNode(Name: ', 'RenameNode(ProjectId: ']
        "'"                                  || []
    }

    def "bash completes files: scripts to run, documents to lint, and directories"() {
        expect:
        offers(line).sort() == offered

        where:
        line                    || offered
        ['dwx', 'run', '']      || ['flows', 'nightly.dwx', 'with blank.dwx']
        ['dwx', 'lint', '']     || ['flows', 'spec.json']
        ['dwx', 'nigh']         || ['nightly.dwx']
        ['dwx', '--record', 'no'] || ['notes.txt']
        ['dwx', 'decompile', '--out', ''] || ['flows']
        ['dwx', 'run', 'nightly.dwx', 'no'] || []
    }

    @Requires({ PtyProcess.available() })
    def "at a real Tab bash puts it in and leaves the quote of -e open"() {
        given:
        def shell = PtyProcess.start(['bash', '--norc', '--noprofile', '-i'], [PS1: '$ ', INPUTRC: '/dev/null', HISTFILE: null], directory)
        shell.waitFor('$ ')
        shell.type('source ./dwx.bash; echo re""ady')
        shell.waitFor('ready')

        when:
        shell.send("dwx -e 'RenameN\tI\t")

        then:
        shell.waitUntilDrawn { it.contains("dwx -e 'RenameNode(Id:") }

        when:
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('$') }
        shell.send('dwx call ListProjects PageSize=3 PageN\t')

        then:
        shell.waitUntilDrawn { it.contains('PageSize=3 PageNumber=') }

        cleanup:
        shell.close()
    }

    def "the line of a call is one of the language, with the values beside it"() {
        given:
        Files.writeString(directory.resolve('spec.json'), '{"a": 1}')
        def input = new ByteArrayInputStream('[1]'.bytes)
        def catalog = SnapshotCatalog.bundled()

        expect:
        CallWords.of(given, catalog, '2024-05-18', input) == new CallWords(source, values)

        where:
        given                                                  || source                                  | values
        ['ListProjects']                                       || 'ListProjects()'                        | []
        ['2020:ListFiles', 'PageSize=3']                       || 'v2020.ListFiles(PageSize: args[0])'    | ['3']
        ['GetNode', 'Id=1', 'ProjectId=']                      || 'GetNode(Id: args[0], ProjectId: args[1])' | ['1', '']
        ['RenameNode', 'Name=a=b$c\'"', 'Id=@@x']              || 'RenameNode(Name: args[0], Id: args[1])' | ['a=b$c\'"', '@x']
        ['ListProjects', 'Ids=-']                              || 'ListProjects(Ids: args[0])'            | ['[1]']
    }

    def "a word of a call that is none is told"() {
        when:
        CallWords.of(given, SnapshotCatalog.bundled(), '2024-05-18', System.in)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(told)

        where:
        given                             || told
        ['list projects']                 || "not 'list projects'"
        ['ListProjects', '10']            || "'10' is no argument"
        ['ListProjects', '=10']           || "'=10' is no argument"
        ['ListProjects', 'a);x(b=1']      || 'is no argument'
        ['ListProjects', 'A=1', 'A=2']    || 'A is given twice'
        ['ListProjects', 'A=@no-file']    || 'there is no file no-file'
    }

    def "every shell's script knows every command, option and operation with its parameters, and leaves no gap"() {
        when:
        def script = words.script(shell)

        then:
        !(script =~ /@[A-Z]+@/)
        words.commands().every { script.contains(it.name()) }
        words.options().every { script.contains(it.name()) }
        words.operations().size() > 600
        words.operations().every { script.contains("${it.name()}${it.parameters().collect { ' ' + it }.join('')}") }

        where:
        shell << ShellWords.SHELLS
    }

    def "the scripts of zsh and fish say what completes what"() {
        expect:
        words.script(shell).contains(line)

        where:
        shell  | line
        'zsh'  | '#compdef dwx\n'
        'zsh'  | "'(-o --output)--output=[how values are shown\\: table, json, csv, yaml]:value:(table json csv yaml)'"
        'zsh'  | "call) _arguments \$options '1: :_dwx_operations' '*: :_dwx_arguments' ;;"
        'zsh'  | "apis|describe) _arguments \$options '*: :_dwx_operations' ;;"
        'zsh'  | "setopt localoptions extendedglob"
        'fish' | "complete -c dwx -s o -l output -x -a 'table json csv yaml' -d "
        'fish' | "complete -c dwx -n '__dwx_does call' -a '(__dwx_call)'"
        'fish' | "complete -c dwx -n '__dwx_does sandbox' -l port -x -d "
        'fish' | "    'RenameNode Id Name ProjectId'"
        'fish' | "complete -c dwx -n '__dwx_does run' -a '(__fish_complete_suffix .dwx)'"
    }
}
