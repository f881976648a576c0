package dev.dwx.repl.complete

import dev.dwx.repl.complete.CompletionContext.Callee
import dev.dwx.repl.complete.CompletionContext.CommandArgument
import dev.dwx.repl.complete.CompletionContext.CommandName
import dev.dwx.repl.complete.CompletionContext.HandleMember
import dev.dwx.repl.complete.CompletionContext.Literal
import dev.dwx.repl.complete.CompletionContext.Member
import dev.dwx.repl.complete.CompletionContext.Nothing
import dev.dwx.repl.complete.CompletionContext.OperationName
import dev.dwx.repl.complete.CompletionContext.ParameterName
import dev.dwx.repl.complete.CompletionContext.ParameterValue
import dev.dwx.repl.complete.CompletionContext.PinnedOperation
import spock.lang.Specification

/** The cursor is the mark {@code ¦}. */
class CompletionContextSpec extends Specification {
    private static final Callee NODES = new Callee('ListNodes', null)

    private static CompletionContext at(String marked) {
        return CompletionContext.of(marked.replace('¦', ''), marked.indexOf('¦'))
    }

    def 'what is typed is recognised'() {
        expect:
        at(marked) == context

        where:
        marked                                        || context
        'Lis¦'                                        || new OperationName('Lis')
        'Lis¦tNodes'                                  || new OperationName('Lis')
        'x = Lis¦'                                    || new OperationName('Lis')
        'print(Lis¦'                                  || new OperationName('Lis')
        'xs.each { Get¦'                              || new OperationName('Get')
        'v2020.Lis¦'                                  || new PinnedOperation('2020', 'Lis')
        'ListNodes.he¦'                               || new HandleMember(NODES, 'he')
        'v2020.ListNodes.¦'                           || new HandleMember(new Callee('ListNodes', '2020'), '')
        'nodes.na¦'                                   || new Member(new Chain(0, 'nodes', false, []), '', 'na')
        'ListNodes(¦'                                 || new ParameterName(NODES, [] as Set, '')
        'ListNodes(Pa¦'                               || new ParameterName(NODES, [] as Set, 'Pa')
        'ListNodes(\n  Pa¦'                           || new ParameterName(NODES, [] as Set, 'Pa')
        'ListNodes(PageSize: 10, ¦'                   || new ParameterName(NODES, ['PageSize'] as Set, '')
        'ListNodes(PageSize: 10, ¦, Name: f(a: 1))'   || new ParameterName(NODES, ['PageSize', 'Name'] as Set, '')
        'ListNodes(A: [x: 1, y: 2], B¦'               || new ParameterName(NODES, ['A'] as Set, 'B')
        'ListNodes.all(Pa¦'                           || new ParameterName(NODES, [] as Set, 'Pa')
        'v2020.ListFiles(Pa¦'                         || new ParameterName(new Callee('ListFiles', '2020'), [] as Set, 'Pa')
        'x = ListNodes Pa¦'                           || new ParameterName(NODES, [] as Set, 'Pa')
        'ListNodes PageSize: 1, ¦'                    || new ParameterName(NODES, ['PageSize'] as Set, '')
        'a\nListNodes ¦'                              || new ParameterName(NODES, [] as Set, '')
        'ListNodes(Scene: ¦'                          || new ParameterValue(NODES, 'Scene', [], [:], new Literal('', '', false))
        'ListNodes(Scene: DA¦'                        || new ParameterValue(NODES, 'Scene', [], [:], new Literal('', 'DA', false))
        "ListNodes(Scene: 'DA¦"                       || new ParameterValue(NODES, 'Scene', [], [:], new Literal("'", 'DA', false))
        'ListNodes(Scene: "DA¦"'                      || new ParameterValue(NODES, 'Scene', [], [:], new Literal('"', 'DA', true))
        "ListNodes Scene: 'DA¦"                       || new ParameterValue(NODES, 'Scene', [], [:], new Literal("'", 'DA', false))
        'ListNodes(Scene: x + Ge¦'                    || new OperationName('Ge')
        'ListNodes(Id: GetNode(¦'                     || new ParameterName(new Callee('GetNode', null), [] as Set, '')
        "x = 'Lis¦"                                   || new Nothing('Lis')
        '// Lis¦'                                     || new Nothing('')
        '12¦'                                         || new Nothing('12')
        ':he¦'                                        || new CommandName('he')
        ':¦'                                          || new CommandName('')
        ':describe Li¦'                               || new CommandArgument('describe', 'Li')
    }
}
