package dev.dwx.dsl

import dev.dwx.client.ApiException
import dev.dwx.json.ExactJson
import dev.dwx.safety.NotConfirmedException
import dev.dwx.time.BizDate
import java.time.Duration
import java.time.Instant

class HostileArgumentsSpec extends LanguageSpec {
    static Object value(Random random, int depth) {
        def loop = [:]
        switch (random.nextInt(depth > 3 ? 24 : 30)) {
            case 0: return null
            case 1: return random.nextLong()
            case 2: return new BigInteger(200, random)
            case 3: return Double.NaN
            case 4: return Double.NEGATIVE_INFINITY
            case 5: return random.nextDouble() * 1e300
            case 6: return new BigDecimal(new BigInteger(64, random), random.nextInt(4000) - 2000)
            case 7: return new BigDecimal('1e999999999')
            case 8: return ''
            case 9: return 'x' * random.nextInt(5000)
            case 10: return "g${random.nextInt()}"
            case 11: return '\u0000\uD800\n\r\u202E'
            case 12: return '{"a":' * 500
            case 13: return '[[[' + '1,' * 20
            case 14: return '2026-99-99'
            case 15: return new Object()
            case 16: return { it }
            case 17: return new File('/etc/passwd')
            case 18: return Thread.currentThread()
            case 19: return String
            case 20: return random.nextBoolean()
            case 21: return BizDate.parse('20260315')
            case 22: return random.nextBoolean() ? Instant.MAX : Duration.ofDays(Long.MAX_VALUE >> 20)
            case 23: return '99999999-12-31T00:00:00Z'
            case 24: loop.me = loop; return loop
            case 25: def list = []; list << list; return list
            case 26: return (1..random.nextInt(5) + 1).collect { value(random, depth + 1) }
            case 27: return (1..random.nextInt(5) + 1).collectEntries { [value(random, 9), value(random, depth + 1)] }
            case 28: return [null: [1, null], (null): 2]
            default: return [1, 2, 3] as long[]
        }
    }

    def "whatever is given, only our own errors come out, and what is sent has a JSON form"() {
        given:
        def random = new Random(20260315)
        def operations = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
        def strange = []

        when:
        operations.each { operation ->
            2.times {
                def arguments = [:]
                operation.parameters().each { p ->
                    if (random.nextInt(10) < 7) {
                        arguments[p.name()] = value(random, 0)
                    }
                }
                if (random.nextInt(4) == 0) {
                    arguments[value(random, 9)] = value(random, 0)
                }
                try {
                    session.call(operation.version(), operation.name(), session.named(operation.name(), [arguments] as Object[]))
                } catch (ApiException | NotConfirmedException expected) {
                    assert expected.message
                } catch (Throwable e) {
                    strange << "${operation.label()}: $e at ${e.stackTrace.take(4)}".toString()
                }
            }
        }

        then:
        strange.take(3) == []
        caller.calls.every { ExactJson.write(it.arguments) }
        caller.calls.size() > 20
    }
}
