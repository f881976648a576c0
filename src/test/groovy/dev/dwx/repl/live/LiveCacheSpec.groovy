package dev.dwx.repl.live

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Edition
import dev.dwx.client.ApiException
import dev.dwx.client.limits.CallCounts
import dev.dwx.client.limits.Standing
import dev.dwx.dsl.Context
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.Session
import dev.dwx.json.ExactJson
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executor
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

class LiveCacheSpec extends LanguageSpec {
    Standing standing = Standing.free('cn-shanghai')
    CallCounts counts = Stub(CallCounts) { standing(_) >> { standing } }
    long now = 0
    Executor background = { it.run() } as Executor
    List<Map> nodes = [[Id: '11', Name: 'ods_orders'], [Id: '9', Name: 'dwd_orders']]

    LiveCache cache(Frugality.Wish wish = Frugality.Wish.USUAL, Shelves shelves = new Shelves()) {
        def made = new LiveCache({ session }, new Feeds({ catalog }), new Frugality({ wish }, counts, { now }), { now }, background, shelves)
        session = Session.with({ catalog }, made.hearing(caller)).clock(clock).guards([])
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        made
    }

    def setup() {
        caller.on('ListNodes') { a ->
            int size = a.PageSize as int
            int from = ((a.PageNumber ?: 1) as int - 1) * size
            ExactJson.write([RequestId: 'x', PagingInfo: [TotalCount: nodes.size(), Nodes: nodes.drop(from).take(size)]])
        }
    }

    ApiOperation getNode() { catalog.find('2024-05-18', 'GetNode').get() }

    List<String> ids(LiveCache live, Map given = [:]) { live.of(getNode(), 'Id', given)*.text() }

    void pass(long amount, TimeUnit unit) { now += unit.toNanos(amount) }

    static Standing account(Edition edition, long today) {
        new Standing(edition, 'cn-shanghai', today, today, false, true, Instant.MAX)
    }

    def "an answer comes from memory while the listing is still under way, however long that takes"() {
        given:
        def begun = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        def done = new CountDownLatch(1)
        def pool = Executors.newSingleThreadExecutor()
        background = { Runnable work -> pool.execute { work.run(); done.countDown() } } as Executor
        def live = cache()
        def answer = caller.answers.ListNodes
        caller.on('ListNodes') { a -> begun.countDown(); go.await(); answer(a) }

        expect: 'the thread that types is never the one that waits'
        ids(live) == []
        begun.await(30, TimeUnit.SECONDS)
        ids(live) == []
        caller.calls.size() == 1

        when:
        go.countDown()
        done.await(30, TimeUnit.SECONDS)

        then:
        ids(live) == ['9', '11']
        caller.calls.size() == 1

        cleanup:
        go.countDown()
        pool.shutdownNow()
    }

    def "values are fresh for five minutes; after that old ones are offered while new ones are read"() {
        given:
        def live = cache()
        ids(live)
        nodes = [[Id: '12', Name: 'new']]

        expect:
        ids(live) == ['9', '11']

        when:
        pass(5, TimeUnit.MINUTES)
        List<Runnable> waiting = []
        background = { waiting << it } as Executor
        def slow = new LiveCache({ session }, new Feeds({ catalog }), new Frugality({ Frugality.Wish.USUAL }, counts, { now }), { now }, { waiting << it } as Executor)

        then:
        ids(live) == ['12']
        ids(slow) == []
        ids(slow) == []
        waiting.size() == 1
    }

    def "what is kept belongs to a project, a region and a profile, and to the arguments that are typed"() {
        given:
        def live = cache()
        ids(live)

        when:
        session.use(session.context().withProject(10002L, 'risk_dw'))
        nodes = [[Id: '77', Name: 'risk']]

        then:
        ids(live) == [] || ids(live) == ['77']
        ids(live) == ['77']
        ids(live, [ProjectId: '10001']) == ['9', '11']

        when:
        session.use(session.context().withProject(10001L, 'orders_dw').withRegion('cn-beijing'))
        ids(live)

        then:
        ids(live) == ['77']
        caller.calls*.target*.region() == ['cn-shanghai', 'cn-shanghai', 'cn-beijing']
    }

    def "nothing is shown of it, and a rehearsal or an explanation knows nothing of it"() {
        given:
        def live = cache()
        session.beginDryRun()
        session.beginExplaining()

        when:
        ids(live)

        then:
        ids(live) == ['9', '11']
        notes.empty
    }

    def "an edition of few calls has none to spare unless that was asked for, and a day that runs low neither"() {
        given:
        standing = account(edition, today)
        def live = cache(wish)

        when:
        ids(live)

        then:
        caller.calls.size() == calls
        calls > 0 || live.status().contains(told)

        where:
        edition                | today | wish                  || calls | told
        Edition.BASIC          | 0     | Frugality.Wish.USUAL  || 0     | 'few a day'
        Edition.BASIC          | 0     | Frugality.Wish.ON     || 1     | ''
        Edition.BASIC          | 90    | Frugality.Wish.ON     || 0     | 'few are left'
        Edition.STANDARD       | 700   | Frugality.Wish.USUAL  || 1     | ''
        Edition.STANDARD       | 801   | Frugality.Wish.USUAL  || 0     | 'few are left'
        Edition.ENTERPRISE     | 99999 | Frugality.Wish.USUAL  || 1     | ''
        null                   | 10    | Frugality.Wish.USUAL  || 1     | ''
        null                   | 40    | Frugality.Wish.USUAL  || 0     | 'few are left'
        Edition.UNLIMITED      | 9     | Frugality.Wish.OFF    || 0     | 'switched off'
    }

    def "a few calls a minute and ten pages of one listing are all that an account pays"() {
        given:
        standing = account(Edition.PROFESSIONAL, 0)
        nodes = (1..3000).collect { [Id: it as String, Name: 'n' + it] }
        def live = cache()

        when:
        ids(live)
        20.times { live.of(catalog.find('2024-05-18', 'GetTask').get(), 'Id', [ProjectId: "$it" as String]) }

        then:
        caller.calls.count { it.name == 'ListNodes' } == 10
        caller.calls.size() == 12
        ids(live).size() == 1000
        live.status().contains('within this minute')

        when:
        pass(1, TimeUnit.MINUTES)
        live.of(catalog.find('2024-05-18', 'GetTask').get(), 'Id', [ProjectId: '77'])

        then:
        caller.calls.size() == 13
    }

    def "a listing that fails is silent, is left alone for a while, and the status tells"() {
        given:
        def live = cache()
        caller.on('ListNodes') { throw ApiException.of(ApiException.Stage.REFUSED, 'ListNodes', '2024-05-18').code('Forbidden.Access').build() }

        when:
        3.times { ids(live) }

        then:
        ids(live) == []
        caller.calls.size() == 1
        notes.empty
        live.status().contains('ListNodes (2024-05-18) of project 10001 could not be read: Forbidden.Access')

        when:
        pass(61, TimeUnit.SECONDS)
        ids(live)

        then:
        caller.calls.size() == 2
    }

    def "what could not even be sent, for want of credentials say, is not tried again before a call of the user's has worked"() {
        given:
        def live = cache()
        def answer = caller.answers.ListNodes
        caller.on('ListNodes') { throw ApiException.of(ApiException.Stage.NOT_SENT, 'ListNodes', '2024-05-18').code('dwx.NoCredentials').build() }
        ids(live)
        pass(1, TimeUnit.HOURS)
        caller.on('ListNodes', answer)

        expect:
        ids(live) == []
        caller.calls.size() == 1
        live.status().contains('until one of yours has worked: dwx.NoCredentials')

        when:
        session.call('2024-05-18', 'ListProjects', [:])
        ids(live)

        then:
        ids(live) == ['9', '11']
    }

    def "what a write changed is read again at the next look, and only that"() {
        given:
        def live = cache()
        caller.on('ListDataSources', '{"PagingInfo":{"DataSources":[{"Name":"orders_holo","Type":"hologres"}]}}')
        def sources = { live.of(catalog.find('2024-05-18', 'ListDataSources').get(), 'Name', [:])*.text() }
        ids(live)
        sources()
        caller.on('RenameNode', '{"Success":true}').on('GetNode', '{}')
        caller.calls.clear()

        when:
        session.call('2024-05-18', 'RenameNode', [Id: '9', Name: 'renamed'])
        nodes[1].Name = 'renamed'
        ids(live)
        sources()

        then:
        live.of(getNode(), 'Id', [:]).find { it.text() == '9' }.note() == 'renamed'
        caller.calls*.name.findAll { it.startsWith('List') } == ['ListNodes']
    }

    def "no secret is kept, in whatever field it comes"() {
        given:
        nodes = [[Id: '1', Name: 'password=Hunter2Hunter2Hunter2'], [Id: '2', Name: 'LTAI5tExampleExampleKey1'], [Id: '3', Name: 'plain']]
        def live = cache()
        ids(live)
        def columns = new Columns(catalog.find('2020-05-18', 'ListConnections').get(), new Feeds({ catalog }).table())

        expect:
        !live.of(getNode(), 'Id', [:])*.note().toString().contains('Hunter2')
        columns.of('Content') < 0
    }

    def "ten thousand values are answered at once"() {
        given:
        nodes = (1..10_500).collect { [Id: (700000000000L + it) as String, Name: "dwd_orders_$it" as String] }
        def live = cache()
        ids(live)
        List<LiveValues.Value> first = live.of(getNode(), 'Id', [:])

        expect: 'they are one list, sorted once, for as long as nothing changes'
        first.size() == 10_000
        live.of(getNode(), 'Id', [:]).is(first)
        first[0].text() == '700000000001'
        first[9_999].text() == '700000010000'
    }

    def "all listings together are kept within an amount of memory, and those asked for longest ago give way"() {
        given:
        def shelves = new Shelves(1_000_000)
        def live = cache(Frugality.Wish.USUAL, shelves)
        standing = account(Edition.UNLIMITED, 0)
        def ask = { int project -> ids(live, [ProjectId: project as String]).size() }

        when: 'each project has a thousand nodes'
        nodes = (1..1_000).collect { [Id: (700000000000L + it) as String, Name: "n$it" as String] }
        def most = (1..10).collect { ask(20000 + it); shelves.bytes() }.max()

        then:
        most > 500_000
        most <= 1_000_000

        when: 'the last two are asked for again, the first two were let go and are read anew'
        int made = caller.calls.size()
        assert ask(20010) == 1_000 && ask(20009) == 1_000
        int again = caller.calls.size()
        ask(20001)

        then:
        again == made
        caller.calls.size() > again
        ask(20001) == 1_000
    }

    def "one listing of long texts takes no more than half of it"() {
        given:
        def shelves = new Shelves(400_000)
        def live = cache(Frugality.Wish.USUAL, shelves)
        nodes = (1..2_000).collect { [Id: "$it" as String, Name: "n$it " + 'text ' * 40] }

        when:
        int known = ids(live).size() ?: ids(live).size()

        then:
        known > 100
        known < 1_000
        shelves.bytes() < 250_000
    }

    def "what is kept of a listing is reckoned anew when things are gone or have other names"() {
        given:
        def shelf = new Shelf(new Columns(catalog.find('2024-05-18', 'ListNodes').get(), new Feeds({ catalog }).table()), 10_000, 1L << 20)
        shelf.begins()
        shelf.put((1..100).collect { [Id: "$it" as String, Name: "name $it" as String] })
        shelf.ends(0, true)
        long first = shelf.bytes()

        when:
        20.times { round ->
            shelf.begins()
            shelf.put((1..100).collect { [Id: "$it" as String, Name: "${'abcdefghijklmnopqrst'[round]}ame $it" as String] })
            shelf.ends(0, true)
        }

        then:
        shelf.bytes() <= first

        when:
        shelf.begins()
        shelf.ends(0, true)

        then:
        shelf.bytes() == 0
    }

    def "of more listings than anybody looks at the oldest give way, and the newest is kept"() {
        given:
        def shelves = new Shelves()
        def columns = new Columns(catalog.find('2024-05-18', 'ListNodes').get(), new Feeds({ catalog }).table())
        def key = { int i -> new ListKey(null, 'cn-shanghai', '2024-05-18', 'ListNodes', "$i" as String, [:]) }
        def first = shelves.of(key(0), columns)

        when:
        (1..199).each { shelves.of(key(it), columns) }
        def still = shelves.of(key(0), columns)
        shelves.of(key(200), columns)

        then:
        still.is(first)
        shelves.all().size() == 200
        shelves.all().containsKey(key(0))
        shelves.all().containsKey(key(200))
        !shelves.all().containsKey(key(1))
    }
}
