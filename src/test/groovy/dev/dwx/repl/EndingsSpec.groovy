package dev.dwx.repl

import dev.dwx.client.ApiException
import dev.dwx.dsl.ScriptFailure
import java.nio.channels.AsynchronousCloseException
import java.nio.channels.ClosedByInterruptException
import java.util.concurrent.CancellationException
import java.util.concurrent.ExecutionException
import spock.lang.Specification

/** Which errors after Ctrl-C are the stop itself, and which are told. */
class EndingsSpec extends Specification {
    private static ApiException call(ApiException.Stage stage, String code, Throwable cause = null) {
        ApiException.of(stage, 'DeleteNode', '2024-05-18').code(code).cause(cause).build()
    }

    /** As the language hands it on: with its place, and the error as its cause. */
    private static ScriptFailure failure(Throwable error) {
        new ScriptFailure(String.valueOf(error.message), 'In[1]', 1, 1, 'x', error)
    }

    private static Throwable beside(Throwable error, Throwable other) {
        error.addSuppressed(other)
        error
    }

    def "the stop is known as #error"() {
        expect:
        Endings.isStop(failure(error))
        !Endings.leavesInDoubt(failure(error))

        where:
        error << [
                new InterruptedException('sleep interrupted'),
                new RuntimeException('of the user', new InterruptedException()),
                new ExecutionException(new InterruptedException()),
                new InterruptedIOException(),
                new UncheckedIOException(new ClosedByInterruptException()),
                new AsynchronousCloseException(),
                new CancellationException(),
                new ThreadDeath(),
                new IOException('Cannot run program "sleep": error=0, Failed to exec spawn helper: pid: 19244, signal: 2',
                        new IOException('error=0, Failed to exec spawn helper: pid: 19244, signal: 2')),
                new IOException('Cannot run program "sleep": error=0, Failed to exec spawn helper: pid: 1, signal: 15'),
                new IOException('Stream closed'),
                new UncheckedIOException(new IOException('Stream Closed')),
                new IOException('Broken pipe'),
                call(ApiException.Stage.NOT_SENT, 'dwx.Cancelled'),
                call(ApiException.Stage.NOT_SENT, 'dwx.NoConnection', new InterruptedIOException()),
        ]
    }

    def "what went wrong by itself is told: #error"() {
        expect:
        !Endings.isStop(failure(error))

        where:
        error << [
                new IllegalStateException('of the user'),
                new SocketTimeoutException('read timed out'),
                new IOException('Cannot run program "nope": error=2, No such file or directory', new IOException('error=2, No such file or directory')),
                new IOException('error=0, Failed to exec spawn helper: pid: 7, exit value: 1'),
                new IOException('No space left on device'),
                new SocketException('Broken pipe'),
                call(ApiException.Stage.REFUSED, 'Throttling.User'),
                call(ApiException.Stage.REFUSED, 'InvalidParameter', new InterruptedException()),
                new RuntimeException(call(ApiException.Stage.REFUSED, 'InternalError')),
                beside(new InterruptedException(), call(ApiException.Stage.REFUSED, 'Forbidden')),
                call(ApiException.Stage.NOT_SENT, 'dwx.BadArguments'),
                call(ApiException.Stage.UNKNOWN_OUTCOME, 'dwx.ConnectionLost', new IOException('Stream closed')),
        ]
    }

    def "a write that may have happened is told of also where it was the stop that broke it off"() {
        given:
        def broken = failure(call(ApiException.Stage.UNKNOWN_OUTCOME, 'dwx.Cancelled', new InterruptedIOException()))

        expect:
        Endings.isStop(broken)
        Endings.leavesInDoubt(broken)
    }

    def "errors that cause each other in a ring are looked through once"() {
        given:
        def one = new IllegalStateException('one')
        one.initCause(new IllegalStateException('two', one))

        expect:
        !Endings.isStop(one)
        !Endings.leavesInDoubt(one)
    }

    def "the input is not said again under itself, nor what a command has made of it: #text"() {
        expect:
        Endings.withoutEcho(text, 'In[1]', 'x y') == shown

        where:
        text                                                  || shown
        'In[1]: line 1, column 1\n  x y\n  ^\nno'             || 'no'
        'In[1]: line 1, column 3\n  x y\n    ^\nno'           || '  x y\n    ^\nno'
        'In[1]: line 2, column 3\n  x y\n    ^\nno'           || text
        'In[2]: line 1, column 3\n  x y\n    ^\nno'           || text
        ":command: line 1, column 1\n  project 'x'\n  ^\nno"  || 'no'
        'no'                                                  || 'no'
    }
}
