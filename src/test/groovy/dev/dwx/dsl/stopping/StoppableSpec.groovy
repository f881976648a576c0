package dev.dwx.dsl.stopping

import spock.lang.Specification

/** Where a thread may be ended, by its stack. */
class StoppableSpec extends Specification {
    private static StackTraceElement[] stack(List<String> frames) {
        frames.collect {
            def (type, method) = it.contains('#') ? it.split('#') as List : [it, 'work']
            new StackTraceElement(type, method, type.startsWith('dwx_cell') || type == 'Endless' ? 'dwx_cell.7' : type + '.java', 1)
        } as StackTraceElement[]
    }

    def "a thread is ended where it computes for the user, and nowhere else: #innermost"() {
        expect:
        Stoppable.is(stack(innermost + ['dwx_cell', 'dev.dwx.dsl.GroovyEvaluator', 'dev.dwx.repl.Repl', 'java.lang.Thread'])) == stoppable

        where:
        innermost                                                    || stoppable
        []                                                           || true
        ['Endless']                                                  || true
        ['dwx_cell$_run_closure1']                                   || true
        ['java.util.regex.Pattern$Loop', 'java.util.regex.Matcher']  || true
        ['java.math.BigInteger']                                     || true
        ['jdk.internal.misc.Unsafe', 'java.util.concurrent.locks.LockSupport', 'java.util.concurrent.locks.ReentrantLock'] || true
        ['java.lang.Integer', 'org.codehaus.groovy.runtime.dgm$643', 'org.codehaus.groovy.reflection.GeneratedMetaMethod$Proxy', 'groovy.lang.MetaClassImpl'] || true
        ['org.codehaus.groovy.reflection.ParameterTypes', 'org.codehaus.groovy.reflection.CachedMethod', 'groovy.lang.MetaClassImpl'] || true
        ['dev.dwx.dsl.Interruption']                                 || true
        ['java.util.HashMap', 'dev.dwx.client.ApiClient']            || false
        ['jdk.internal.misc.Unsafe', 'dev.dwx.dsl.CallLine']         || false
        ['java.io.FileOutputStream']                                 || false
        ['java.lang.String', 'java.io.FileWriter']                   || false
        ['java.util.HashMap', 'java.lang.ClassLoader']               || false
        ['java.util.HashMap', 'some.Library#<clinit>']               || false
        ['java.util.HashMap', 'groovy.lang.MetaClassImpl#initialize'] || false
        ['java.util.HashMap', 'java.lang.invoke.MethodHandles$Lookup']      || false
        ['java.util.HashMap', 'org.codehaus.groovy.util.ManagedConcurrentMap'] || false
        ['java.lang.Class', 'org.codehaus.groovy.reflection.ClassInfo', 'org.codehaus.groovy.reflection.CachedMethod'] || false
        ['java.util.HashMap', 'java.util.ServiceLoader']             || false
        ['some.library.Native']                                      || false
    }

    def "what has called the user's code does not matter: #frames"() {
        expect:
        Stoppable.is(stack(frames)) == stoppable

        where:
        frames                                                                                  || stoppable
        ['java.util.AbstractList', 'dwx_cell$_run_closure1', 'dev.dwx.dsl.parallel.Batch', 'java.lang.Thread']     || true
        ['java.util.AbstractList', 'dwx_cell$_run_closure1', 'dev.dwx.dsl.ContextBlocks', 'dwx_cell', 'java.lang.Thread'] || true
        ['java.util.AbstractList', 'dev.dwx.dsl.ContextBlocks', 'dwx_cell', 'java.lang.Thread'] || false
    }

    def "work that is not the user's is not ended"() {
        expect:
        !Stoppable.is(stack(['java.util.HashMap', 'java.lang.Thread']))
        !Stoppable.is(stack(['java.util.HashMap', 'dev.dwx.dsl.GroovyEvaluator', 'java.lang.Thread']))
        !Stoppable.is(stack([]))
    }
}
