package dev.dwx.dsl

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Schema
import dev.dwx.safety.Allowance
import org.codehaus.groovy.runtime.DefaultGroovyMethods

class EveryNameSpec extends LanguageSpec {
    static final KEYWORDS = '''abstract as assert async await boolean break byte case catch char class const continue def default
        defer do double else enum extends false final finally float for goto if implements import in instanceof int interface long native
        new non-sealed null package permits private protected public record return sealed short static strictfp super switch
        synchronized this threadsafe throw throws trait true try var void volatile while yield it _'''.split(/\s+/) as Set

    def "no operation has the name of a word, a method, a verb or a class that scripts see"() {
        given:
        def names = catalog.list()*.name() as Set
        def methods = [DwxScript, Script, Object, GroovyObject, Closure, Class].collectMany { it.methods*.name } +
                DefaultGroovyMethods.methods*.name
        def packages = ['java.lang', 'java.util', 'java.io', 'java.net', 'groovy.lang', 'groovy.util', 'java.math', 'java.time']
        def classes = names.findAll { name ->
            packages.any { pack ->
                try {
                    Class.forName("${pack}.$name", false, getClass().classLoader)
                    true
                } catch (ClassNotFoundException | NoClassDefFoundError e) {
                    false
                }
            }
        }

        expect:
        names.size() == 618
        names.intersect(KEYWORDS) == [] as Set
        names.intersect(methods as Set) == [] as Set
        names.intersect(Verbs.names() as Set) == [] as Set
        names.intersect(['BizDate', 'Path', 'Files', 'ChronoUnit', 'DateTimeFormatter', 'ApiException', 'NotConfirmedException'] as Set) == [] as Set
        classes == [] as Set
    }

    def "no verb has the name of a method that closures have of their own, but for the two that are compiled specially"() {
        given:
        def methods = (Closure.methods*.name + Object.methods*.name + DefaultGroovyMethods.methods.findAll {
            it.parameterCount > 0 && it.parameterTypes[0] in [Object, Closure]
        }*.name) as Set

        expect:
        Verbs.names().findAll { it in methods } == ['call', 'use']
    }

    def "every operation of both versions is called through the evaluator, and gives its handle"() {
        given:
        begin(parts().context(session.context().withAllowance(new Allowance('every name'))).guards([]))
        def operations = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
        def wrong = []

        when:
        operations.collate(40).each { batch ->
            def source = new StringBuilder()
            batch.eachWithIndex { ApiOperation o, i ->
                evaluator.variables()["a$i".toString()] = arguments(o)
                source << "seen << v${o.version()[0..3]}.${o.name()}(a$i)\n"
                source << "handles << v${o.version()[0..3]}.${o.name()}\n"
                source << "bare << ${o.name()}\n"
            }
            evaluator.variables().putAll(seen: [], handles: [], bare: [])
            run(source.toString())
            def seen = evaluator.variables().seen
            def handles = evaluator.variables().handles
            def bare = evaluator.variables().bare
            batch.eachWithIndex { ApiOperation o, i ->
                if (seen[i].operation != o || handles[i].operation != o || bare[i].name != o.name()) {
                    wrong << o.label()
                }
            }
        }

        then:
        operations.size() == 673
        wrong == []
        caller.calls.size() >= 673
    }

    def "every operation that is called by its bare name reaches its newest version"() {
        given:
        begin(parts().context(session.context().withAllowance(new Allowance('every name'))).guards([]))
        def names = catalog.list()*.name().unique()

        when:
        names.collate(60).each { batch ->
            def source = new StringBuilder()
            batch.eachWithIndex { name, i ->
                def o = catalog.find('2024-05-18', name).or { catalog.find('2020-05-18', name) }.get()
                evaluator.variables()["a$i".toString()] = arguments(o)
                source << "$name(a$i)\n"
            }
            run(source.toString())
        }
        def reached = caller.calls.collectEntries { [it.name, it.version] }

        then:
        names.every { reached[it] == (catalog.contains('2024-05-18', it) ? '2024-05-18' : '2020-05-18') }
    }

    private static Map arguments(ApiOperation o) {
        o.parameters().findAll { it.required() }.collectEntries { [it.name(), it.name() == 'ProjectId' ? 10001 : value(o, it.schema(), 0)] }
    }

    private static Object value(ApiOperation o, Schema unresolved, int depth) {
        def s = o.resolve(unresolved)
        switch (s.type()) {
            case 'integer': return (s.minimum() ?: 1).toLong()
            case 'number': return s.minimum() ?: 1.5
            case 'boolean': return true
            case 'array': return depth > 6 ? [] : [value(o, s.items() ?: Schema.ANY, depth + 1)] * Math.max(s.minItems() ?: 1, 1)
            case 'object': return s.properties().findAll { it.value.required() }.collectEntries { k, v -> [k, value(o, v, depth + 1)] }
            default: return s.fileUrl() ? 'https://files.example.com/x' : s.enumeration() ? s.enumeration()[0] : 'x' * Math.max(s.minLength() ?: 1, 1)
        }
    }
}
