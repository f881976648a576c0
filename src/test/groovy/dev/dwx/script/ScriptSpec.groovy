package dev.dwx.script

import dev.dwx.client.ApiException
import dev.dwx.dsl.Evaluator
import dev.dwx.dsl.ScriptFailure
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.render.TableFormSpec
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import org.codehaus.groovy.control.MultipleCompilationErrorsException
import spock.lang.Specification
import spock.lang.TempDir

class ScriptSpec extends Specification {
    @TempDir
    Path directory

    private final ByteArrayOutputStream out = new ByteArrayOutputStream()
    private final ByteArrayOutputStream err = new ByteArrayOutputStream()
    private final Map<String, Object> variables = [:]
    private final List<String> evaluated = []
    private Closure answer = { source, name -> source }

    private ScriptRunner runner(OutputForm form = OutputForm.TABLE, OutputStream stdout = out) {
        def evaluator = { String source, String name ->
            evaluated << source
            answer(source, name)
        } as Evaluator
        return new ScriptRunner({ evaluator }, { name, value -> variables[name] = value }, new Renderer(form, Look.PLAIN),
                new FailureText(false), { it.replace('s3cret', '***') },
                { it.cause instanceof SecurityException ? RunOutcome.REFUSED : null },
                new PrintStream(stdout, false, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8))
    }

    private static ApiException apiError() {
        return ApiException.of(ApiException.Stage.REFUSED, 'GetNode', '2024-05-18').code('Forbidden.Access').status(403)
                .why('no right').next('ask').requestId('R-1').build()
    }

    def 'data goes to one stream, the footer to the other'() {
        given:
        answer = { source, name -> TableFormSpec.listing([[Id: 1L, Name: '数据']], '1 of 1') }

        expect:
        runner(form).runText('ListProjects()', '-e', []) == RunOutcome.OK
        out.toString('UTF-8') == text
        err.toString('UTF-8') == '1 of 1\n'

        where:
        form             || text
        OutputForm.TABLE || '  Id  Name\n   1  数据\n'
        OutputForm.JSON  || '{"Items":[{"Id":1,"Name":"数据"}],"TotalCount":1}\n'
        OutputForm.CSV   || 'Id,Name\n1,数据\n'
    }

    def 'null prints nothing in any form'() {
        given:
        answer = { source, name -> null }

        expect:
        runner(form).runText('println 1', '-e', []) == RunOutcome.OK
        out.size() == 0
        err.size() == 0

        where:
        form << OutputForm.values()
    }

    def 'a file, a stream and a text do the same, with their arguments'() {
        given:
        def file = Files.writeString(directory.resolve('数 据.dwx'), '\ufeff#!/usr/bin/env dwx\n1 + 1')

        expect:
        runner().runFile(file, ['a', 'b']) == RunOutcome.OK
        runner().runStream(new ByteArrayInputStream(Files.readAllBytes(file)), 'stdin', ['a', 'b']) == RunOutcome.OK
        runner().runText('#!/usr/bin/env dwx\n1 + 1', '-e', ['a', 'b']) == RunOutcome.OK
        evaluated.toSet() == ['#!/usr/bin/env dwx\n1 + 1'] as Set
        variables.args == ['a', 'b']
    }

    def 'what cannot be run says why'() {
        given:
        def latin = Files.write(directory.resolve('latin.dwx'), [0xe9] as byte[])

        expect:
        runner().runFile(directory.resolve('none.dwx'), []) == RunOutcome.USAGE
        runner().runFile(directory, []) == RunOutcome.USAGE
        runner().runFile(latin, []) == RunOutcome.USAGE
        err.toString('UTF-8').readLines().with {
            it[0].startsWith('There is no file ') && it[1].contains('it is a directory') && it[2].contains('is not UTF-8 text')
        }
        evaluated.empty
    }

    def 'the outcome tells kinds of failure apart'() {
        given:
        answer = { source, name -> throw failure }

        expect:
        runner().runText('x', '-e', []) == outcome
        out.size() == 0
        err.size() > 0

        where:
        failure                                                                                     || outcome
        new ScriptFailure('m', '-e', 1, 1, 'x', new IllegalStateException())                        || RunOutcome.SCRIPT_ERROR
        new ScriptFailure('m', '-e', 1, 1, 'x', apiError())                                         || RunOutcome.API_ERROR
        new ScriptFailure('m', '-e', 1, 1, 'x', new SecurityException())                            || RunOutcome.REFUSED
        new ScriptFailure('m', '-e', 1, 1, 'x', new RuntimeException(new InterruptedException()))   || RunOutcome.INTERRUPTED
        new ScriptFailure('m', '-e', 1, 1, 'x', new SocketTimeoutException())                       || RunOutcome.SCRIPT_ERROR
        new StackOverflowError()                                                                    || RunOutcome.SCRIPT_ERROR
    }

    def 'rows that fail while they are shown fail the run'() {
        given:
        answer = { source, name -> TableFormSpec.listing([new Object() { String toString() { throw new IllegalStateException('gone') } }]) }

        expect:
        runner().runText('x', '-e', []) == RunOutcome.SCRIPT_ERROR
        err.toString('UTF-8') == 'gone\n'
    }

    def 'a reader that went away is no error'() {
        given:
        def closed = new OutputStream() {
            void write(int b) { throw new IOException('Broken pipe') }
        }

        expect:
        runner(OutputForm.TABLE, closed).runText('1', '-e', []) == RunOutcome.OUTPUT_CLOSED
        err.size() == 0
    }

    def 'an error shows place, line, caret and message, and no secret'() {
        given:
        answer = { source, name -> throw new ScriptFailure('There is no operation ListNods with s3cret', name, 2, 5, null, null) }

        when:
        runner().runText('a\nx = ListNods()', 'nightly.dwx', [])

        then:
        err.toString('UTF-8') == '''\
nightly.dwx: line 2, column 5
  x = ListNods()
      ^
There is no operation ListNods with ***
'''
    }

    def 'the caret stands below its character behind tabs and Chinese text'() {
        expect:
        new FailureText(false).of(new ScriptFailure('m', 'f', 1, column, line, null)) == "f: line 1, column $column\n  $line\n  $caret\nm"

        where:
        line          | column || caret
        '\tx = y'     | 6      || '\t    ^'
        "a('数据') b" | 9      || '           ^'.substring(1)
        'abc'         | 4      || '   ^'
        'abc'         | 99     || '   ^'
    }

    def 'of a very long line the part around the caret is shown'() {
        when:
        def text = new FailureText(false).of(new ScriptFailure('m', 'f', 1, 1001, 'x' * 1000 + 'Y' + 'x' * 1000, null)).readLines()

        then:
        text[1].length() < 170
        text[1].charAt(text[2].indexOf('^')) == 'Y' as char
    }

    def 'a failed call keeps its whole message'() {
        expect:
        new FailureText(false).of(new ScriptFailure(apiError().message, 'f', 1, 0, 'GetNode(Id: 1)', apiError())) == """\
f: line 1
  GetNode(Id: 1)
${apiError().message}"""
        new FailureText(false).of(new ScriptFailure(null, null, 0, 0, null, apiError())) == apiError().message
    }

    def 'every place of a text that does not compile is shown'() {
        given:
        MultipleCompilationErrorsException errors = null
        try {
            new GroovyShell().parse('abstract class A {}\nfinal abstract class B {}\nclass C extends Nope {}\nclass D extends Nada {}')
        } catch (MultipleCompilationErrorsException e) {
            errors = e
        }

        when:
        def text = new FailureText(false).of(new ScriptFailure('whole', 'f.dwx', 3, 1, null, errors),
                'abstract class A {}\nfinal abstract class B {}\nclass C extends Nope {}\nclass D extends Nada {}')

        then:
        text.contains('f.dwx: line 3, column 1\n  class C extends Nope {}\n  ^\nunable to resolve class Nope')
        text.contains('f.dwx: line 4, column 1\n  class D extends Nada {}\n  ^\nunable to resolve class Nada')
    }

    def 'the whole trace comes only when asked for'() {
        given:
        def failure = new ScriptFailure('m', 'f', 1, 1, 'x', new IllegalStateException('deep'))

        expect:
        !new FailureText(false).of(failure).contains('deep')
        new FailureText(true).of(failure).contains('Caused by: java.lang.IllegalStateException: deep')
    }

    def 'an error without a message has a name at least, and its text cannot act on the terminal'() {
        expect:
        new FailureText(false).of(new StackOverflowError()) == 'StackOverflowError'
        new FailureText(false).of(new IllegalStateException('a\u001b[2J')) == 'a␛[2J'
    }
}
