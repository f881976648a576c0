package dev.dwx.dsl

/** What an error quotes of the source, its values or its causes holds no secret. */
class SecretsInErrorsSpec extends LanguageSpec {
    static final String SECRET = 'Zx9SecretQ7'

    List<String> told = []

    def setup() {
        begin(parts().notes({ told << it } as Notes))
    }

    def "#source"() {
        when:
        def e = failure(source)

        then:
        !e.message.contains(SECRET)
        !(e.sourceLine() ?: '').contains(SECRET)
        !FailureTrace.of(e).contains(SECRET)
        !told.any { it.contains(SECRET) }
        e.column() <= (e.sourceLine() ?: '').length() + 1

        where:
        source << [
                "ListProjects(PageSize: 'x', Password: '$SECRET')", "def x = [AccessKeySecret: '$SECRET'; ", "password = '$SECRET' +",
                "throw new RuntimeException('x', new Exception('password=$SECRET'))", "throw new IllegalStateException('https://u:$SECRET@host/')",
                "def token = '$SECRET'; assert token == 'x'", "def password = '$SECRET'\nfoo(password)", "def p = [password: '$SECRET']; p.foo()",
                "ListProjects(PageSize: '{\"password\":\"$SECRET\"}')", "project 'password=$SECRET'", "'password=$SECRET' as Integer",
                "@groovy.transform.Foo(password='$SECRET') class X {}"].collect { it.toString() }
    }

    def "a note about a value does not quote the secret in it"() {
        when:
        run("ListProjects(Status: [a: [password: '$SECRET']])")

        then:
        told.any { it.contains('none of the documented values') }
        !told.any { it.contains(SECRET) }
    }

    def "the caret stays at the name that the error is about"() {
        when:
        def e = failure("def password = '$SECRET'; ListNods()")

        then:
        e.sourceLine() == "def password = '******'; ListNods()"
        e.sourceLine().substring(e.column() - 1).startsWith('ListNods')
    }

    def "an assertion shows its values when no name tells of a secret"() {
        expect:
        failure("def a = 41; assert a == 42").message.contains('41')
    }
}
