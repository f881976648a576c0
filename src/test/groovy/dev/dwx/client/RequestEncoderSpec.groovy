package dev.dwx.client

import dev.dwx.catalog.ApiParameter
import dev.dwx.catalog.Placement
import dev.dwx.catalog.Schema
import dev.dwx.catalog.Style
import spock.lang.Specification

import static dev.dwx.client.Operations.form
import static dev.dwx.client.Operations.operation
import static dev.dwx.client.Operations.parameter
import static dev.dwx.client.Operations.query

/** Where arguments go and what they look like there. */
class RequestEncoderSpec extends Specification {
    def encoder = new RequestEncoder(Signature.V3)

    Map<String, String> asQuery(String type, Style style, Object value) {
        encoder.encode(operation('GetX', 'POST', [parameter('P', Placement.QUERY, style, type)]), [P: value]).query()
    }

    String refusal(String type, Style style, Object value, Placement place = Placement.QUERY, String method = 'POST') {
        try {
            encoder.encode(operation('GetX', method, [parameter('P', place, style, type)]), [P: value])
        } catch (ApiException e) {
            assert e.stage() == ApiException.Stage.NOT_SENT && e.code() == 'dwx.BadArgument'
            return e.why()
        }
        throw new AssertionError('it was encoded')
    }

    enum Colour { RED }

    def "#style #type of #value becomes #expected"() {
        expect:
        asQuery(type, style, value) == expected

        where:
        style                 | type        | value                                           || expected
        Style.NONE            | 'string'    | 'a b'                                           || [P: 'a b']
        Style.NONE            | 'string'    | ''                                              || [P: '']
        Style.NONE            | 'string'    | "bizdate=\${bizdate} ${1 + 1}"                  || [P: 'bizdate=${bizdate} 2']
        Style.NONE            | 'string'    | 8604388726201130001L                            || [P: '8604388726201130001']
        Style.NONE            | 'string'    | true                                            || [P: 'true']
        Style.NONE            | 'string'    | Colour.RED                                      || [P: 'RED']
        Style.NONE            | 'string'    | 'é'.getBytes('UTF-8')                           || [P: 'é']
        Style.NONE            | 'string'    | [version: '1.1.0', spec: [nodes: []]]           || [P: '{"version":"1.1.0","spec":{"nodes":[]}}']
        Style.NONE            | 'string'    | ['a', 1]                                        || [P: '["a",1]']
        Style.NONE            | 'integer'   | 9007199254740993L                               || [P: '9007199254740993']
        Style.NONE            | 'integer'   | 92233720368547758080G                           || [P: '92233720368547758080']
        Style.NONE            | 'integer'   | '0010'                                          || [P: '0010']
        Style.NONE            | 'integer'   | "${40 + 2}"                                     || [P: '42']
        Style.NONE            | 'integer'   | 10.00G                                          || [P: '10']
        Style.NONE            | 'integer'   | 1E+3G                                           || [P: '1000']
        Style.NONE            | 'integer'   | (byte) 7                                        || [P: '7']
        Style.NONE            | 'number'    | 1.50G                                           || [P: '1.50']
        Style.NONE            | 'number'    | 1E+3G                                           || [P: '1000']
        Style.NONE            | 'number'    | 2.5d                                            || [P: '2.5']
        Style.NONE            | 'number'    | '1e3'                                           || [P: '1e3']
        Style.NONE            | 'boolean'   | false                                           || [P: 'false']
        Style.NONE            | 'boolean'   | 'TRUE'                                          || [P: 'true']
        Style.NONE            | 'any'       | 5                                               || [P: '5']
        Style.JSON            | 'string[]'  | ['a', '<b>&"']                                  || [P: '["a","<b>&\\""]']
        Style.JSON            | 'integer[]' | [1, 8604388726201130001L]                       || [P: '[1,8604388726201130001]']
        Style.JSON            | 'string[]'  | ['b', 'a'] as LinkedHashSet                     || [P: '["b","a"]']
        Style.JSON            | 'string[]'  | ['b', 'a'] as String[]                          || [P: '["b","a"]']
        Style.JSON            | 'integer[]' | [1, 2] as int[]                                 || [P: '[1,2]']
        Style.JSON            | 'object'    | [X: null, A: "${'g'}"]                          || [P: '{"X":null,"A":"g"}']
        Style.JSON            | 'object'    | '{ "ready" :1.0 }'                              || [P: '{ "ready" :1.0 }']
        Style.JSON            | 'string[]'  | []                                              || [P: '[]']
        Style.SIMPLE          | 'string[]'  | ['mysql', 'holo']                               || [P: 'mysql,holo']
        Style.SIMPLE          | 'string[]'  | 'mysql,holo'                                    || [P: 'mysql,holo']
        Style.SIMPLE          | 'integer[]' | [1, '2']                                        || [P: '1,2']
        Style.SPACE_DELIMITED | 'string[]'  | ['a', 'b']                                      || [P: 'a b']
        Style.PIPE_DELIMITED  | 'string[]'  | ['a', 'b']                                      || [P: 'a|b']
        Style.REPEAT_LIST     | 'string[]'  | ['a', 'b']                                      || ['P.1': 'a', 'P.2': 'b']
        Style.REPEAT_LIST     | 'string[]'  | 'a'                                             || ['P.1': 'a']
        Style.REPEAT_LIST     | 'any'       | [[Key: 'k', Value: 1], [Key: 'l', Value: null]] || ['P.1.Key': 'k', 'P.1.Value': '1', 'P.2.Key': 'l']
        Style.NONE            | 'object'    | [In: [X: 1], L: [true]]                         || ['P.In.X': '1', 'P.L.1': 'true']
        Style.FLAT            | 'object'    | ['b.c': ['x'], d: 1]                            || ['P.#3#b.c.1': 'x', 'P.#1#d': '1']
    }

    def "#style #type of #value is refused: #problem"() {
        expect:
        refusal(type, style, value).contains(problem)

        where:
        style                 | type        | value                     || problem
        Style.NONE            | 'integer'   | 1.0d                      || 'may have lost digits'
        Style.NONE            | 'integer'   | 1.0f                      || 'may have lost digits'
        Style.NONE            | 'integer'   | 1.5G                      || 'a whole number is needed'
        Style.NONE            | 'integer'   | 'abc'                     || 'a whole number is needed'
        Style.NONE            | 'integer'   | '١٢'                      || 'a whole number is needed'
        Style.NONE            | 'integer'   | '-'                       || 'a whole number is needed'
        Style.NONE            | 'integer'   | true                      || 'a whole number is needed'
        Style.NONE            | 'integer'   | [1]                       || 'is a list, and a whole number is needed'
        Style.NONE            | 'number'    | [a: 1]                    || 'is a map, and a number is needed'
        Style.NONE            | 'boolean'   | [true]                    || 'is a list, and true or false is needed'
        Style.NONE            | 'integer'   | new BigDecimal('1E+999999999') || 'more than 1000 digits'
        Style.NONE            | 'number'    | Double.NaN                || 'no number that can be sent'
        Style.NONE            | 'number'    | 'x'                       || 'a number is needed'
        Style.NONE            | 'boolean'   | 1                         || 'true or false'
        Style.NONE            | 'string'    | 'a\uD800b'                || 'lone surrogate at place 2'
        Style.NONE            | 'string'    | '\uDC00'                  || 'lone surrogate'
        Style.NONE            | 'string'    | [0xff] as byte[]          || 'no UTF-8'
        Style.NONE            | 'string'    | new Date(0)               || 'java.util.Date'
        Style.NONE            | 'string'    | new StringReader('')      || 'no certain form'
        Style.NONE            | 'string'    | [(null): 1]               || 'key that is null'
        Style.JSON            | 'integer[]' | [1, 2.0d]                 || 'may have lost digits'
        Style.SIMPLE          | 'string[]'  | ['a', 'b,c']              || 'comma'
        Style.SIMPLE          | 'string[]'  | ['a', null]               || 'empty element, number 2'
        Style.SIMPLE          | 'string[]'  | [a: 1]                    || 'a list is needed'
        Style.SIMPLE          | 'string[]'  | [['a']]                   || 'single value'
        Style.SPACE_DELIMITED | 'string[]'  | ['a b']                   || 'blank'
        Style.PIPE_DELIMITED  | 'string[]'  | ['a|b']                   || 'vertical bar'
    }

    def "a value that holds itself is refused, not followed for ever"() {
        given:
        def list = []
        list << list
        def map = [:]
        map.a = [map]

        expect:
        refusal('string', Style.NONE, list).contains('in itself')
        refusal('object', Style.JSON, map).contains('in itself')
    }

    def "fields inside JSON are held to their declared type"() {
        given:
        def schema = Schema.ANY.toBuilder().type('object').properties([Id: Operations.schema('integer'), Rate: Operations.schema('number')]).build()
        def op = operation('CreateX', 'POST', [new ApiParameter('P', Placement.FORM_DATA, Style.JSON, schema)])

        when:
        encoder.encode(op, [P: [Id: 1.0d, Rate: 0.5d]])

        then:
        thrown(ApiException)

        expect:
        encoder.encode(op, [P: [Id: 7.0G, Rate: 0.5d]]).form() == [P: '{"Id":7,"Rate":0.5}']
    }

    def "query and form parameters are parted, in one POST"() {
        expect:
        with(encoder.encode(operation('CreateDIJob', 'POST', [query('Type', 'string'), form('Settings', 'string')]), [Settings: 's', Type: 't'])) {
            method() == 'POST'
            query() == [Type: 't']
            form() == [Settings: 's']
        }
    }

    def "form parameters of an operation that is called with GET go into the URL"() {
        expect:
        with(encoder.encode(operation('GetX', 'GET', [form('A', 'string'), query('B', 'string')]), [A: '1', B: '2'])) {
            query() == [A: '1', B: '2']
            form() == [:]
        }
    }

    def "a host parameter is not sent, an unknown one goes into the URL, null is left out"() {
        expect:
        encoder.encode(operation('GetX', 'POST', [parameter('R', Placement.HOST, Style.NONE, 'string'), query('N', 'string')]), [R: 'cn-shanghai', New: 5, N: null]).query() == [New: '5']
    }

    def "an operation without a description sends everything in the URL"() {
        expect:
        with(encoder.encode(operation('BrandNewApi', null, []), [A: 1, L: ['x']])) {
            method() == 'GET'
            query() == [A: '1', 'L.1': 'x']
        }
    }

    def "a body is JSON text or raw bytes"() {
        expect:
        with(encoder.encode(operation('CreateX', 'POST', [parameter('B', Placement.BODY, Style.NONE, 'object')]), [B: [a: 1]])) {
            new String(body(), 'UTF-8') == '{"a":1}'
            contentType() == 'application/json; charset=utf-8'
        }
        encoder.encode(operation('CreateX', 'POST', [parameter('B', Placement.BYTE, Style.NONE, 'string')]), [B: [1, -1] as byte[]]).body() == [1, -1] as byte[]
        encoder.encode(operation('CreateX', 'POST', [parameter('B', Placement.BYTE, Style.NONE, 'string')]), [B: 'é']).body() == 'é'.getBytes('UTF-8')
    }

    def "what has no place is refused"() {
        expect:
        refusal('string', Style.NONE, 'x', Placement.PATH).contains('path')
        refusal('object', Style.NONE, [:], Placement.BODY, 'GET').contains('a GET has none')
    }

    def "a header is sent, unless it breaks the request or the signature"() {
        given:
        def op = { String named -> operation('GetX', 'GET', [parameter(named, Placement.HEADER, Style.NONE, 'string')]) }

        expect:
        encoder.encode(op('X-Trace'), ['X-Trace': 'a b']).headers() == ['x-trace': 'a b']

        when:
        encoder.encode(op(name), [(name): value])

        then:
        thrown(ApiException)

        where:
        name            | value
        'X-Trace'       | 'a\r\nHost: evil'
        'X-Trace'       | 'é'
        'Host'          | 'evil'
        'x-acs-date'    | 'x'
        'Authorization' | 'x'
        'bad name'      | 'x'
    }

    def "two values for one wire name are refused"() {
        when:
        encoder.encode(operation('GetX', 'GET', [parameter('P', Placement.QUERY, Style.REPEAT_LIST, 'string[]'), query('P.1', 'string')]), [P: ['a'], 'P.1': 'b'])

        then:
        def e = thrown(ApiException)
        e.why().contains('second value for P.1')
    }

    def "signature v1 refuses what it cannot carry: #arguments"() {
        when:
        new RequestEncoder(Signature.V1).encode(operation('CreateX', 'POST', [form('F', 'string'), query('Version', 'string'), parameter('B', Placement.BODY, Style.NONE, 'object')]), arguments)

        then:
        def e = thrown(ApiException)
        e.why().contains('use v3')

        where:
        arguments << [[F: ''], [Version: '3'], [B: [a: 1]]]
    }

    def "signature v1 sends an empty text in the URL, and v3 takes the names that v1 needs"() {
        expect:
        new RequestEncoder(Signature.V1).encode(operation('GetX', 'GET', [query('Q', 'string')]), [Q: '']).query() == [Q: '']
        encoder.encode(operation('GetX', 'GET', [query('Version', 'string')]), [Version: '3']).query() == [Version: '3']
    }

    def "the order of arguments is kept in the form text"() {
        expect:
        encoder.encode(operation('CreateX', 'POST', [form('B', 'string'), form('A', 'string')]), [B: 'a b', A: '*~&=']).formText() == 'B=a+b&A=*%7E%26%3D'
    }
}
