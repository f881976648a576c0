package dev.dwx.dsl

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiAnswer
import spock.lang.Shared
import spock.lang.Specification

import java.time.Duration

/** What is said of the mistakes that people make first. */
class HintsSpec extends Specification {
    @Shared def catalog = SnapshotCatalog.bundled()
    def shown = []
    def evaluator = new GroovyEvaluator(Session.with({ catalog }, { operation, arguments, target -> throw new AssertionError() })
            .shower { form, value -> shown << [form, value]; null }.begin())

    private ScriptFailure failure(String source) {
        try {
            evaluator.evaluate(source, 'In[1]')
        } catch (ScriptFailure e) {
            return e
        }
        throw new AssertionError("$source did not fail" as Object)
    }

    private ApiResult nodes() {
        ApiOperation operation = catalog.find('2024-05-18', 'ListNodes').get()
        def body = [RequestId: 'R', PagingInfo: [TotalCount: 2, Nodes: [[Name: 'b', Id: '1'], [Name: 'a', Id: '2']]]]
        new ApiResult(new ApiAnswer(operation, body, '{}', 200, [:], 'R', Duration.ZERO), [:])
    }

    def '#source: #words'() {
        expect:
        failure(source).message.startsWith(words)

        where:
        source                                          || words
        'x = "abc'                                      || 'The text that begins here has no closing "'
        'ListProjects(PageSize: 10 PageNumber: 1)'      || 'A comma is missing before PageNumber'
        "ListProjects(Names: ['a'] PageSize: 1)"        || 'A comma is missing before PageSize'
        "ListNodes(Name: 'a, b: c' PageSize: 1)"        || 'A comma is missing before PageSize'
        'ListProjects(PageSize 10)'                     || 'A colon is missing after PageSize'
        'ListProjects)'                                 || 'The ) here closes nothing'
        'foo(1'                                         || 'The ( here is never closed'
        'Json r'                                        || 'There is no type Json; the verb is spelled json'
        'Wombat r'                                      || 'There is no type Wombat. If it is an operation'
        'def a = null; a.Id'                            || 'Nothing (null) has no Id: '
        'def b = null; b[3]'                            || 'Nothing (null) has no '
        '[1].asImmutable() << 2'                        || 'This list or map cannot be changed'
        'wombat'                                        || "'wombat' is no variable, no verb and no operation. A text stands in quotes: 'wombat'."
        'Qqqq'                                          || "'Qqqq' is no variable, no verb and no operation. apis('words') finds operations."
        '1.foo'                                         || 'There is no foo in an Integer'
    }

    def 'what a script never closes is shown where it begins, and not where the compiler gave up: #source'() {
        when:
        def failure = failure(source)

        then:
        failure.message == words
        [failure.line, failure.column, failure.sourceLine] == [line, column, source.readLines()[line - 1]]
        evaluator.check(source, 'a.dwx')*.message.first() == words

        where:
        source                                                         || line | column | words
        'foo(1'                                                        || 1    | 4      | 'The ( here is never closed: a ) is missing.'
        'x = 1\nListNodes(ProjectId: 1\nprintln x\n'                   || 2    | 10     | 'The ( here is never closed: a ) is missing.'
        'x = 1\nflow("a") {\n  sql("b") { script "q" }\n\nprintln x\n'  || 2    | 11     | 'The { here is never closed: a } is missing.'
        'x = [1, [2, 3]\nprintln x\n'                                  || 1    | 5      | 'The [ here is never closed: a ] is missing.'
        "x = 1\ny = '''\nselect 1\n"                                  || 2    | 5      | "The text that begins here is never closed: ''' is missing at its end."
        'x = 1\n/* off\nprintln x\n'                                  || 2    | 1      | 'The comment that begins here is never closed: */ is missing at its end.'
    }

    def 'what is wrong before that is told first'() {
        expect:
        failure('x = = 1\nfoo(2').line == 1
    }

    def 'a variable of the scheduler in double quotes: how to send it as it is'() {
        expect:
        failure('"select ${bizdate}"').message.contains("'\${bizdate}' in single quotes goes to the service as it is")
        failure('"select $hour"').message.contains("'\${hour}' in single quotes")
        !failure('bizdate').message.contains('quotes')
    }

    def 'a declaration still begins with its empty value'() {
        expect:
        evaluator.evaluate('int n; n', 'In[1]') == 0
        evaluator.evaluate('String s', 'In[2]') == null
        evaluator.evaluate('def d', 'In[3]') == null
        evaluator.evaluate('LocalDate day', 'In[4]') == null
    }

    def 'a piece that ends with each has no value, so that nothing is printed twice'() {
        given:
        evaluator.variables().put('r', [1, 2])

        expect:
        evaluator.evaluate('seen = []; r.each { seen << it }', 'In[1]') == null
        evaluator.evaluate('seen', 'In[2]') == [1, 2]
        evaluator.evaluate('x = r.each { }', 'In[3]') == [1, 2]
        evaluator.evaluate('r.collect { it + 1 }', 'In[4]') == [2, 3]
    }

    def 'an answer can be sorted and cut; the answer itself stays as it came'() {
        given:
        evaluator.variables().put('r', nodes())

        expect:
        evaluator.evaluate(source, 'In[1]') == value
        evaluator.evaluate('r*.Name', 'In[2]') == ['b', 'a']

        where:
        source                                     || value
        'r.items.sort { it.Name }*.Name'           || ['a', 'b']
        'r.items.sort { x, y -> x.Name <=> y.Name }*.Id' || ['2', '1']
        'r.items*.Name.sort()'                     || ['a', 'b']
        'r.items.unique { 1 }.size()'              || 1
        'r[0..1]*.Name'                            || ['b', 'a']
        'r[-1].Name'                               || 'a'
    }

    def 'a field of the items asked of the listing: how to take it'() {
        given:
        evaluator.variables().put('r', nodes())

        expect:
        failure('r.Name').message == 'Name is a field of the items: *.Name takes it from all of them, [0].Name from the first.'
    }

    def 'table and csv with names show these columns only'() {
        given:
        evaluator.variables().put('r', nodes())

        when:
        evaluator.evaluate("table r, 'Name'\ncsv r, ['Id', 'Name']\ntable([[a: 1, b: 2]], 'b')", 'In[1]')

        then:
        shown == [['table', [[Name: 'b'], [Name: 'a']]],
                  ['csv', [[Id: '1', Name: 'b'], [Id: '2', Name: 'a']]],
                  ['table', [[b: 2]]]]
        failure("table r, 'Nam'").message == 'No row has a column Nam. Did you mean Name? There are: Name, Id.'
    }

    def 'every verb and topic has a page, and no line of help is too long'() {
        expect:
        LanguagePages.page(topic).get().readLines().every { it.length() <= 110 }

        where:
        topic << ['language', 'verbs', 'dates'] + Verbs.names()
    }

    def 'the page of the language names every verb'() {
        expect:
        Verbs.names().every { LanguagePages.language().contains("\n  $it ") }
        LanguagePages.page('no such thing').isEmpty()
    }
}
