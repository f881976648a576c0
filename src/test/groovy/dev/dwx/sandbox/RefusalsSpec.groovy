package dev.dwx.sandbox

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import java.nio.charset.StandardCharsets
import java.time.Instant
import java.time.InstantSource
import java.util.function.Consumer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Everything that the sandbox must refuse, over a socket, with the code and the status of the service. */
class RefusalsSpec extends Specification {
    static final String V2024 = '2024-05-18'
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    Instant now = Instant.parse('2026-03-15T08:30:00Z')
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withClock({ now } as InstantSource).withRequestIdSeed(7L))

    def setup() {
        now = Instant.parse('2026-03-15T08:30:00Z')
    }

    SigningClient client() {
        new SigningClient(sandbox.endpoint()).clock { now }
    }

    SigningClient.Call list() {
        client().call('POST', 'ListProjects', V2024).form('PageSize', 10)
    }

    void refused(SigningClient.Answer answer, int status, String code, String message = null) {
        assert answer.status() == status
        assert answer.headers()['content-type'] == 'application/json;charset=utf-8'
        def body = answer.json()
        assert body.keySet() as List == ['RequestId', 'HostId', 'Code', 'Message', 'Recommend']
        assert body.Code == code
        assert message == null || body.Message == message
        assert body.RequestId == answer.headers()['x-acs-request-id']
        assert body.HostId == URI.create(sandbox.endpoint()).authority
        assert body.Recommend == "https://api.aliyun.com/troubleshoot?q=$code&product=dataworks-public&requestId=$body.RequestId"
        def entry = sandbox.log().last()
        assert entry.status() == status && entry.code() == code && entry.requestId() == body.RequestId
    }

    def "names and method: #what"() {
        expect:
        refused(client().call(method, action, version).signV3().send(), status, code, message)
        refused(client().call(method, action, version).signV1().send(), status, code, message)

        where:
        what                     | method | action         | version      || status | code                    | message
        'unknown version'        | 'POST' | 'ListProjects' | '2024-05-19' || 400    | 'InvalidVersion'        | 'Specified parameter Version is not valid.'
        'unknown operation'      | 'POST' | 'ListProject'  | V2024        || 404    | 'InvalidAction.NotFound' | 'Specified api is not found, please check your url and method.'
        'wrong case'             | 'POST' | 'listProjects' | V2024        || 404    | 'InvalidAction.NotFound' | null
        'of the other version'   | 'GET'  | 'GetNode'      | '2020-05-18' || 400    | 'UnsupportedHTTPMethod' | null
        'only in the old one'    | 'POST' | 'RunSmokeTest' | V2024        || 404    | 'InvalidAction.NotFound' | null
        'method not in metadata' | 'GET'  | 'ListProjects' | V2024        || 400    | 'UnsupportedHTTPMethod' | null
        'another method'         | 'PUT'  | 'ListProjects' | V2024        || 400    | 'UnsupportedHTTPMethod' | null
    }

    def "a path other than / is no operation"() {
        given:
        def call = list().signV3()
        call.path = '/ListProjects'

        expect:
        refused(call.send(), 404, 'InvalidAction.NotFound')
    }

    def "action and version must be there"() {
        expect:
        refused(list().signV3().header('x-acs-action', null).send(), 400, 'MissingAction', 'Action is mandatory for this action.')
        refused(list().signV3().header('x-acs-version', null).send(), 400, 'MissingVersion', 'Version is mandatory for this action.')
    }

    def "the current signature: #what"(String what, Consumer<SigningClient.Call> before, Consumer<SigningClient.Call> after, int status, String code) {
        given:
        def call = list()
        before.accept(call)
        call.signV3()
        after.accept(call)

        expect:
        refused(call.send(), status, code)

        where:
        what                          | before                                                         | after                                                                        || status | code
        'no authorization'            | { }                                                            | { it.header('authorization', null) }                                         || 400    | 'MissingAccessKeyId'
        'another scheme'              | { }                                                            | { it.header('authorization', 'Basic c2FuZGJveDpzYW5kYm94') }                 || 400    | 'InvalidSignatureMethod'
        'a key pair instead of HMAC'  | { }                                                            | { it.header('authorization', it.headers.authorization.replace('ACS3-HMAC-SHA256', 'ACS3-RSA-SHA256')) } || 400 | 'InvalidSignatureMethod'
        'no signature in it'          | { }                                                            | { it.header('authorization', it.headers.authorization.replaceAll(/,Signature=.*/, '')) } || 400 | 'IncompleteSignature'
        'an empty signature'          | { }                                                            | { it.header('authorization', it.headers.authorization.replaceAll(/Signature=.*/, 'Signature=')) } || 400 | 'SignatureDoesNotMatch'
        'no key in it'                | { }                                                            | { it.header('authorization', it.headers.authorization.replace('Credential=sandbox,', 'Credential=,')) } || 400 | 'MissingAccessKeyId'
        'host not signed'             | { }                                                            | { it.header('authorization', it.headers.authorization.replace('host;', '')) } || 400   | 'IncompleteSignature'
        'an x-acs header not signed'  | { }                                                            | { it.header('x-acs-extra', '1') }                                            || 400    | 'IncompleteSignature'
        'a signed header is absent'   | { it.header('x-acs-extra', '1') }                              | { it.header('x-acs-extra', null) }                                           || 400    | 'IncompleteSignature'
        'no date'                     | { }                                                            | { it.header('x-acs-date', null) }                                            || 400    | 'MissingTimestamp'
        'no nonce'                    | { }                                                            | { it.header('x-acs-signature-nonce', null) }                                 || 400    | 'MissingSignatureNonce'
        'an empty nonce'              | { it.header('x-acs-signature-nonce', '') }                     | { }                                                                          || 400    | 'MissingSignatureNonce'
        'date of another form'        | { it.header('x-acs-date', '2026-03-15 08:30:00') }             | { }                                                                          || 400    | 'InvalidTimeStamp.Format'
        'date with milliseconds'      | { it.header('x-acs-date', '2026-03-15T08:30:00.000Z') }        | { }                                                                          || 400    | 'InvalidTimeStamp.Format'
        'date with an offset'         | { it.header('x-acs-date', '2026-03-15T16:30:00+08:00') }       | { }                                                                          || 400    | 'InvalidTimeStamp.Format'
        'no such day'                 | { it.header('x-acs-date', '2026-02-30T08:30:00Z') }            | { }                                                                          || 400    | 'InvalidTimeStamp.Format'
        'too old'                     | { it.header('x-acs-date', '2026-03-15T08:14:59Z') }            | { }                                                                          || 400    | 'InvalidTimeStamp.Expired'
        'too new'                     | { it.header('x-acs-date', '2026-03-15T08:45:01Z') }            | { }                                                                          || 400    | 'InvalidTimeStamp.Expired'
        'body altered after signing'  | { }                                                            | { it.form.PageSize = '11' }                                                  || 400    | 'SignatureDoesNotMatch'
        'hash of another body'        | { it.header('x-acs-content-sha256', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855') } | { }                               || 400    | 'SignatureDoesNotMatch'
        'query added after signing'   | { }                                                            | { it.query('PageNumber', 1) }                                                || 400    | 'SignatureDoesNotMatch'
        'other method than signed'    | { it.method = 'GET' }                                          | { it.method = 'POST' }                                                       || 400    | 'SignatureDoesNotMatch'
        'token on a lasting key'      | { it.header('x-acs-security-token', SandboxKeys.STS_TOKEN) }   | { }                                                                          || 400    | 'InvalidSecurityToken.MismatchWithAccessKey'
    }

    def "a wrong secret is told the string that the server signed"() {
        when:
        def v3 = client().key('sandbox', 'wrong', null).call('POST', 'ListProjects', V2024).signV3().send()
        def v1 = client().key('sandbox', 'wrong', null).call('POST', 'ListProjects', V2024).signV1().send()

        then:
        v3.code() == 'SignatureDoesNotMatch'
        v3.message() =~ /server StringToSign is \[ACS3-HMAC-SHA256\n[0-9a-f]{64}\]/
        v1.code() == 'SignatureDoesNotMatch'
        v1.message().contains('server string to sign is:POST&%2F&AccessKeyId%3Dsandbox%26Action%3DListProjects')
        !v3.body().contains('wrong') && !v1.body().contains('wrong')
    }

    def "the old signature: #what"(String what, Consumer<SigningClient.Call> before, Consumer<SigningClient.Call> after, String code) {
        given:
        def call = list()
        before.accept(call)
        call.signV1()
        after.accept(call)

        expect:
        refused(call.send(), 400, code)

        where:
        what                       | before                                         | after                                 || code
        'no key id'                | { }                                            | { it.query.remove('AccessKeyId') }     || 'MissingAccessKeyId'
        'no time stamp'            | { }                                            | { it.query.remove('Timestamp') }       || 'MissingTimestamp'
        'no nonce'                 | { }                                            | { it.query.remove('SignatureNonce') }  || 'MissingSignatureNonce'
        'no signature'             | { }                                            | { it.query.remove('Signature') }       || 'MissingSignature'
        'no method'                | { }                                            | { it.query.remove('SignatureMethod') } || 'MissingSignatureMethod'
        'no version of it'         | { }                                            | { it.query.remove('SignatureVersion') } || 'MissingSignatureVersion'
        'another method of it'     | { it.query('SignatureMethod', 'HMAC-SHA256') } | { }                                    || 'InvalidSignatureMethod'
        'another version of it'    | { it.query('SignatureVersion', '2.0') }        | { }                                    || 'InvalidSignatureVersion'
        'time stamp of wrong form' | { it.query('Timestamp', '1773563400000') }     | { }                                    || 'InvalidTimeStamp.Format'
        'too old'                  | { it.query('Timestamp', '2026-03-15T08:00:00Z') } | { }                                 || 'InvalidTimeStamp.Expired'
        'signed as GET'            | { it.method = 'GET' }                          | { it.method = 'POST' }                 || 'SignatureDoesNotMatch'
        'form altered'             | { }                                            | { it.form.PageSize = '11' }            || 'SignatureDoesNotMatch'
    }

    def "the edges of the window are inside it"() {
        expect:
        list().header('x-acs-date', '2026-03-15T08:15:00Z').signV3().send().status() == 200
        list().header('x-acs-date', '2026-03-15T08:45:00Z').signV3().send().status() == 200
    }

    def "keys: #what"() {
        expect:
        refused(client().key(id, secret, token).call('POST', 'ListProjects', V2024).signV3().send(), status, code)
        refused(client().key(id, secret, token).call('POST', 'ListProjects', V2024).signV1().send(), status, code)

        where:
        what                    | id                         | secret                 | token                       || status | code
        'unknown'               | 'nobody'                   | 'sandbox'              | null                        || 404    | 'InvalidAccessKeyId.NotFound'
        'disabled'              | SandboxKeys.DISABLED_ID    | 'sandbox'              | null                        || 400    | 'InvalidAccessKeyId.Inactive'
        'token missing'         | SandboxKeys.STS_ID         | SandboxKeys.STS_SECRET | null                        || 400    | 'MissingSecurityToken'
        'token not ours'        | SandboxKeys.STS_ID         | SandboxKeys.STS_SECRET | 'CAIS-something'            || 400    | 'InvalidSecurityToken.Malformed'
        'token of another key'  | SandboxKeys.STS_ID         | SandboxKeys.STS_SECRET | SandboxKeys.EXPIRED_STS_TOKEN || 400  | 'InvalidSecurityToken.MismatchWithAccessKey'
        'token has ended'       | SandboxKeys.EXPIRED_STS_ID | SandboxKeys.STS_SECRET | SandboxKeys.EXPIRED_STS_TOKEN || 400  | 'InvalidSecurityToken.Expired'
        'token on lasting key'  | 'sandbox'                  | 'sandbox'              | SandboxKeys.STS_TOKEN       || 400    | 'InvalidSecurityToken.MismatchWithAccessKey'
    }

    def "a token that names another key id is refused"() {
        expect:
        refused(client().key(SandboxKeys.STS_ID, SandboxKeys.STS_SECRET, SandboxKeys.STS_TOKEN).call('POST', 'ListProjects', V2024)
                .header('x-acs-accesskey-id', 'sandbox').signV3().send(), 400, 'InvalidSecurityToken.MismatchWithAccessKey')
    }

    def "a bearer token must be known and current"() {
        given:
        def bearer = { token, date ->
            list().header('x-acs-action', 'ListProjects').header('x-acs-version', V2024).header('x-acs-bearer-token', token)
                    .header('x-acs-date', date).header('content-type', 'application/x-www-form-urlencoded')
        }

        expect:
        bearer(SandboxKeys.BEARER_TOKEN, '2026-03-15T08:30:00Z').send().status() == 200
        refused(bearer('other', '2026-03-15T08:30:00Z').send(), 400, 'InvalidBearerToken.Malformed')
        refused(bearer(SandboxKeys.BEARER_TOKEN, '2026-03-15T07:30:00Z').send(), 400, 'InvalidTimeStamp.Expired')
        refused(bearer(SandboxKeys.BEARER_TOKEN, null).send(), 400, 'MissingTimestamp')
    }

    def "a nonce serves one key once until its time stamp has ended"() {
        given:
        def sent = { SigningClient c, String nonce -> c.call('POST', 'ListProjects', V2024).header('x-acs-signature-nonce', nonce).signV3().send() }

        expect:
        sent(client(), 'n-1').status() == 200
        refused(sent(client(), 'n-1'), 400, 'SignatureNonceUsed')
        sent(client().key(SandboxKeys.STS_ID, SandboxKeys.STS_SECRET, SandboxKeys.STS_TOKEN), 'n-1').status() == 200
        refused(client().call('POST', 'ListProjects', V2024).query('SignatureNonce', 'n-1').signV1().send(), 400, 'SignatureNonceUsed')

        when:
        now = now.plusSeconds(15 * 60 + 1)

        then:
        sent(client(), 'n-1').status() == 200
    }

    def "a refused request does not use up its nonce"() {
        given:
        def wrong = client().key('sandbox', 'wrong', null).call('POST', 'ListProjects', V2024).header('x-acs-signature-nonce', 'n-2').signV3()

        expect:
        refused(wrong.send(), 400, 'SignatureDoesNotMatch')
        list().header('x-acs-signature-nonce', 'n-2').signV3().send().status() == 200
    }

    def "parameters: #what"(String what, String method, String action, Map query, Map form, String code, String message) {
        given:
        def call = { it.query.putAll(query); it.form.putAll(form); it }

        expect:
        refused(call(client().call(method, action, V2024)).signV3().send(), 400, code, message)
        refused(call(client().call(method, action, V2024)).signV1().send(), 400, code, message)

        where:
        what                         | method | action                  | query                                    | form                                     || code                  | message
        'required and absent'        | 'GET'  | 'GetNode'               | [ProjectId: '1']                         | [:]                                      || 'MissingId'           | 'Id is mandatory for this action.'
        'required and empty'         | 'GET'  | 'GetNode'               | [ProjectId: '1', Id: '']                 | [:]                                      || 'MissingId'           | 'Id is mandatory for this action.'
        'query instead of form'      | 'POST' | 'CreateNode'            | [ProjectId: '1', Scene: 'DATAWORKS_PROJECT', Spec: '{}'] | [:]                      || 'MissingProjectId'    | 'ProjectId is mandatory for this action.'
        'form instead of query'      | 'POST' | 'DeleteDataQualityRule' | [ProjectId: '1']                         | [Id: '22']                               || 'MissingId'           | 'Id is mandatory for this action.'
        'optional in the wrong place' | 'POST' | 'ListProjects'         | [PageSize: '10']                         | [:]                                      || 'InvalidParameter'    | null
        'unknown'                    | 'POST' | 'ListProjects'          | [:]                                      | [PageSiz: '10']                          || 'InvalidParameter'    | 'The specified parameter PageSiz is not valid: it is unknown to ListProjects (2024-05-18).'
        'another case'               | 'POST' | 'ListProjects'          | [:]                                      | [pageSize: '10']                         || 'InvalidParameter'    | null
        'no digits'                  | 'POST' | 'ListProjects'          | [:]                                      | [PageSize: 'ten']                        || 'InvalidParameter'    | null
        'a decimal'                  | 'POST' | 'ListProjects'          | [:]                                      | [PageSize: '10.0']                       || 'InvalidParameter'    | null
        'a plus sign'                | 'POST' | 'ListProjects'          | [:]                                      | [PageSize: '+10']                        || 'InvalidParameter'    | null
        'beyond 32 bits'             | 'POST' | 'ListProjects'          | [:]                                      | [PageNumber: '4294967297']               || 'InvalidParameter'    | null
        'beyond 64 bits'             | 'GET'  | 'GetNode'               | [ProjectId: '9223372036854775808', Id: '1'] | [:]                                   || 'InvalidParameter'    | null
        'an id as a double'          | 'GET'  | 'GetNode'               | [ProjectId: '8.60438872620113E18', Id: '1'] | [:]                                   || 'InvalidParameter'    | null
        'a Boolean in capitals'      | 'POST' | 'ListProjects'          | [:]                                      | [DevEnvironmentEnabled: 'True']          || 'InvalidParameter'    | null
        'no JSON'                    | 'POST' | 'ListProjects'          | [:]                                      | [Ids: '1,2']                             || 'InvalidParameter'    | null
        'JSON of another kind'       | 'POST' | 'ListProjects'          | [:]                                      | [Ids: '{"1":2}']                         || 'InvalidParameter'    | null
        'element of another type'    | 'POST' | 'ListProjects'          | [:]                                      | [Ids: '["one"]']                         || 'InvalidParameter'    | null
        'something after the JSON'   | 'POST' | 'ListProjects'          | [:]                                      | [Ids: '[1] [2]']                         || 'InvalidParameter'    | null
        'a list flattened'           | 'POST' | 'ListProjects'          | [:]                                      | ['Ids.1': '1']                           || 'InvalidParameter'    | null
        'nested field absent'        | 'POST' | 'ExecuteAdhocWorkflowInstance' | [:] | adhoc('[{"Name":"a","Type":"ODPS_SQL","Owner":"1","RuntimeResource":{"ResourceGroupId":"g"}}]') || 'MissingClientUniqueCode' | 'Tasks.1.ClientUniqueCode is mandatory for this action.'
    }

    static Map adhoc(String tasks) {
        [ProjectId: '1', Name: 'a', Owner: '1', BizDate: '1773417600000', EnvType: 'Prod', Tasks: tasks]
    }

    def "limits of numbers and lists: #what"() {
        given:
        def operation = catalog.find(V2024, action).get()
        def arguments = new ArgumentGenerator(1).required(operation) + [(name): good]

        expect:
        client().call(operation, arguments).signV3().send().status() == 200
        refused(client().call(operation, arguments + [(name): bad]).signV3().send(), 400, 'InvalidParameter', "The specified parameter $name is not valid: it $why.")

        where:
        [what, action, name, good, bad, why] << limits()
    }

    /** One case for each kind of limit that the catalog has. */
    static List<List> limits() {
        def cases = [:]
        SnapshotCatalog.bundled().with { catalog ->
            catalog.list().findAll { it.version() == V2024 }.each { summary ->
                def operation = catalog.find(V2024, summary.name()).get()
                operation.parameters().each { p ->
                    def s = p.schema()
                    def add = { kind, good, bad, why -> cases.putIfAbsent(kind, [kind, operation.name(), p.name(), good, bad, why]) }
                    if (s.integer && s.minimum() != null) {
                        add('minimum', s.minimum().longValue(), s.minimum().longValue() - 1, "must be at least ${s.minimum().toPlainString()}".toString())
                    }
                    if (s.integer && s.maximum() != null) {
                        add('maximum', s.maximum().longValue(), s.maximum().longValue() + 1, "must be at most ${s.maximum().toPlainString()}".toString())
                    }
                    if (s.string && s.maxLength() != null) {
                        add('maxLength', '中' * s.maxLength(), 'x' * (s.maxLength() + 1), "must have at most ${s.maxLength()} characters".toString())
                    }
                    if (s.array && s.maxItems() != null && s.items().string) {
                        add('maxItems', ['x'] * s.maxItems(), ['x'] * (s.maxItems() + 1), "must have at most ${s.maxItems()} elements".toString())
                    }
                }
            }
        }
        assert cases.size() == 4
        cases.values() as List
    }

    def "a documented enumeration is not a closed list"() {
        expect:
        client().call('POST', 'CreateNode', V2024).form('ProjectId', 1).form('Scene', 'A_NEW_SCENE').form('Spec', '{}').signV3().send().status() == 200
    }

    def "repeated lists are numbered from 1 without gaps and typed"() {
        given:
        def call = { Map form ->
            def c = client().call('POST', 'CreateBaseline', '2020-05-18').form('BaselineName', 'b').form('BaselineType', 'DAILY')
                    .form('NodeIds', '1').form('Owner', '1').form('Priority', 1).form('ProjectId', 1)
            c.form.putAll(form)
            c.signV3().send()
        }

        expect:
        call(['OvertimeSettings.1.Cycle': '1', 'OvertimeSettings.1.Time': '00:00', 'OvertimeSettings.2.Cycle': '2', 'OvertimeSettings.2.Time': '00:00']).status() == 200
        refused(call(['OvertimeSettings.1.Cycle': '1', 'OvertimeSettings.3.Cycle': '2']), 400, 'InvalidParameter')
        refused(call(['OvertimeSettings.0.Cycle': '1']), 400, 'InvalidParameter')
        refused(call(['OvertimeSettings.1.Cycle': 'x']), 400, 'InvalidParameter')
        refused(call(['OvertimeSettings': '[{"Cycle":1}]']), 400, 'InvalidParameter')
        refused(call([:]), 400, 'MissingOvertimeSettings')
    }

    def "a parameter sent in both places is refused"() {
        expect:
        refused(list().query('PageSize', 10).signV3().send(), 400, 'InvalidParameter')
    }

    def "a parameter sent twice is refused"() {
        given:
        def call = list()
        call.body = 'PageSize=10&PageSize=20'.getBytes(StandardCharsets.US_ASCII)

        expect:
        refused(call.signV3().send(), 400, 'InvalidParameter', 'The specified parameter PageSize is not valid: it is given more than once in the form.')
    }

    def "a form that is no form is refused: #text"() {
        given:
        def call = list()
        call.body = bytes

        expect:
        refused(call.signV3().send(), 400, 'InvalidParameter')

        where:
        text           | bytes
        'broken escape' | 'PageSize=%1'.getBytes('US-ASCII')
        'no UTF-8'      | 'Name=%ff%fe'.getBytes('US-ASCII')
    }

    def "form parameters without the form's content type are not seen"() {
        expect:
        refused(client().call('POST', 'CreateNode', V2024).form('ProjectId', 1).form('Scene', 'S').form('Spec', '{}')
                .header('content-type', 'text/plain').signV3().send(), 400, 'MissingProjectId')
    }

    def "the lenient sandbox takes parameters from the wrong place, ignores unknown ones and limits, and still wants types"() {
        given:
        def options = SandboxOptions.of(catalog).withStrictness(Strictness.LENIENT)

        expect:
        Sandbox.start(options).withCloseable { lenient ->
            def c = new SigningClient(lenient.endpoint())
            assert c.call('POST', 'ListProjects', V2024).query('PageSize', 1000).form('Unknown', 'x').signV3().send().status() == 200
            assert c.call('POST', 'ListProjects', V2024).form('PageSize', 'ten').signV3().send().code() == 'InvalidParameter'
            assert c.call('POST', 'CreateNode', V2024).signV3().send().code() == 'MissingProjectId'
            true
        }
    }

    def "an HTTPS-only endpoint refuses plain HTTP"() {
        given:
        def options = SandboxOptions.of(catalog).withStrictness(new Strictness(true, true, true, true, true, true))

        expect:
        Sandbox.start(options).withCloseable { secure ->
            assert new SigningClient(secure.endpoint()).call('POST', 'ListProjects', V2024).signV3().send().code() == 'InvalidProtocol.NeedSsl'
            true
        }
    }
}
