package dev.dwx.sandbox

import java.nio.charset.StandardCharsets
import java.time.Instant
import spock.lang.Specification

/** Examples computed with the vendor's own Java library, at a fixed time with a fixed nonce. */
class SignatureExamplesSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-15T08:30:00Z')
    static final String HOST = 'dataworks.cn-shanghai.aliyuncs.com'
    static final String LIST = 'PageSize=10&PageNumber=1'
    static final String CREATE = 'ProjectId=10000&Scene=DATAWORKS_PROJECT&Spec=%7B%22version%22%3A%221.1.0%22%2C%22kind%22%3A%22Node%22%2C%22note%22%3A%22%E4%B8%AD%E6%96%87+a%2Bb*c%7Ed%2Fe%22%7D'
    static final String GET = 'Empty=&ProjectId=10000&Id=8604388726201130001&Name=a+b*c%7Ed%2F%E4%B8%AD%E6%96%87'
    static final String FORM = 'application/x-www-form-urlencoded'
    static final String EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
    static final String LIST_HASH = 'af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416'

    static final SandboxKeys KEYS = SandboxKeys.standard()
            .with(new SandboxKey('testAccessKeyId', 'testAccessKeySecret', null, null, true, '1'))
    static final SandboxKeys STS_KEYS = SandboxKeys.standard()
            .with(new SandboxKey('testAccessKeyId', 'testAccessKeySecret', 'testSecurityToken', null, true, '1'))
    static final Strictness REPEATABLE = new Strictness(true, true, true, false, true, false)

    static List<Map> v3() {
        [
            [name: 'POST form', action: 'ListProjects', body: LIST, type: FORM, payload: LIST_HASH,
             hash: 'c47417012d0469aee6ef23e60e994a84b18d43e19a8ac0622fba1a748eecf553',
             signature: '2e7819a2851cc265dd23ea7c1a55fe56322b20bcbf09706364611281a14b46c2'],
            [name: 'host with a port', action: 'ListProjects', body: LIST, type: FORM, payload: LIST_HASH, host: '127.0.0.1:18080',
             hash: '750af269404706c052931f34ac93db4d1e32990d1ba534e11b5d6c0f80a65545',
             signature: '0ef67ced8071620b9abd7e16ec5ae2d21e0d32ae95988b82a4bc658e2a9611ff'],
            [name: 'hand-written, without the provider header', action: 'ListProjects', body: LIST, type: FORM, payload: LIST_HASH, provider: null,
             hash: '80c322db9dc0f25cb631d45cff3463dece8de89f8d83eaeb1bea24739dc432aa',
             signature: '237abba8cffa083214ad556e07e98d941da13a9bfd102124b37db4e7bdf21d8b'],
            [name: 'temporary key', action: 'ListProjects', body: LIST, type: FORM, payload: LIST_HASH, provider: 'static_sts', token: 'testSecurityToken',
             hash: '86b027a6ef6cb65b2f03193e4e1053e2f8df299ffc79ca52674973754190add7',
             signature: '16f32303b96bfda220d7070b55216e55d91d47449e55806bbc0e70f2779b5363'],
            [name: 'JSON body', action: 'ListProjects', body: '{"PageNumber":1,"PageSize":10}', type: 'application/json; charset=utf-8',
             payload: '962520a366e2aeff3017e4b7b013972ae935d1c9b162f0536ce8a0fab5e1c1fa',
             hash: 'c3b4137def1af18996b3fc291bb9ee06d1e1f0fec5a4e0b04be3827164302a38',
             signature: '5ab05c34849ac28d2a3691f845021475bbd673f4560a72c3729d1fa54e934f8b'],
            [name: 'SM3', action: 'ListProjects', body: LIST, type: FORM, algorithm: 'ACS3-HMAC-SM3',
             payload: '7e35ccd13289983fde557b3724fdd4cc399e2a65f0319b7896e4c386552a7e65',
             signature: '56c37d66b3d87e91508ef2a54b4b0284f54c2d4c56c1685f4124f52b2c6a933a'],
            [name: 'awkward characters', action: 'CreateNode', body: CREATE, type: FORM,
             payload: '579966ce488da46d00d4fba0461e5196c602ae619ab187b1b15520a4f4f39591',
             hash: 'cdcd78600d29b69f67c7e28da0d49db219c7f8b4eab9a096f580f7177d604a77',
             signature: 'eae832837bd182ced359ae2c77cb2468f5af0dc7934284a3ffb9d84f4a80d6da'],
            [name: 'GET', method: 'GET', action: 'GetNode', query: GET, body: '', payload: EMPTY_HASH,
             hash: '5a774cbf2c46e0ef89b7de16ac29859d1896b323d042a1d872d8de62c318cb7e',
             signature: '1fabee99aa4510d5ee3ee545ee26c4f919f118dba6a882665a0c95805c26d946'],
            [name: 'POST with a query only', action: 'DeleteDataQualityRule', query: 'ProjectId=10000&Id=22', body: '', payload: EMPTY_HASH,
             hash: '4340b7e3b1fbddb71f3ffbb4a6b161cb420e0f2a5818dbf70a49a32b3152c183',
             signature: '8e4eb0942e78101cdab043cf41e10219def5d0a025edbbd0aab378322409fae2'],
        ]
    }

    static List<Map> v1() {
        def common = 'Action=%s&Format=json&Version=2024-05-18&Timestamp=2026-03-15T08%%3A30%%3A00Z&SignatureNonce=0123456789abcdef0123456789abcdef&SignatureMethod=HMAC-SHA1&SignatureVersion=1.0&AccessKeyId=testAccessKeyId'
        [
            [name: 'GET', method: 'GET', query: String.format(common, 'GetNode') + '&' + GET, body: '', signature: 'BaZx0euPK+wRBAYuOM9lr0ayCN0='],
            [name: 'POST form', query: String.format(common, 'ListProjects'), body: LIST, type: FORM, signature: 'Ja2ZIhWLLxcGAhwwTbAsWCU5jr8='],
            [name: 'temporary key', query: String.format(common, 'ListProjects') + '&SecurityToken=testSecurityToken', body: LIST, type: FORM, token: 'testSecurityToken', signature: 'QPOWmlDHJZquwiHy4cnanLmqy14='],
        ]
    }

    static WireRequest v3Request(Map example) {
        def headers = [host: example.host ?: HOST, 'x-acs-action': example.action, 'x-acs-version': '2024-05-18',
                       'x-acs-date': '2026-03-15T08:30:00Z', 'x-acs-signature-nonce': '0123456789abcdef0123456789abcdef',
                       'x-acs-content-sha256': example.payload]
        def provider = example.containsKey('provider') ? example.provider : 'static_ak'
        if (provider) {
            headers['x-acs-credentials-provider'] = provider
        }
        if (example.token) {
            headers['x-acs-security-token'] = example.token
            headers['x-acs-accesskey-id'] = 'testAccessKeyId'
        }
        if (example.type) {
            headers['content-type'] = example.type
        }
        def signed = headers.keySet().sort().join(';')
        headers['authorization'] = "${example.algorithm ?: 'ACS3-HMAC-SHA256'} Credential=testAccessKeyId,SignedHeaders=$signed,Signature=$example.signature".toString()
        headers['user-agent'] = 'not signed'
        request(example.method ?: 'POST', example.query, headers, example.body)
    }

    static WireRequest v1Request(Map example) {
        def headers = [host: HOST, 'x-acs-action': 'ignored', 'x-acs-version': 'ignored']
        if (example.type) {
            headers['content-type'] = example.type
        }
        request(example.method ?: 'POST', example.query + '&Signature=' + URLEncoder.encode(example.signature, 'UTF-8'),
                headers, example.body)
    }

    static WireRequest request(String method, String query, Map<String, String> headers, String body) {
        new WireRequest(method, '/', query, headers.collectEntries { k, v -> [k, [v]] },
                body.getBytes(StandardCharsets.UTF_8), false)
    }

    static SandboxKey verify(WireRequest request, String token) {
        new Authenticator(token ? STS_KEYS : KEYS, REPEATABLE).authenticate(request, RequestParameters.of(request), NOW)
    }

    static boolean refused(WireRequest request, String token) {
        try {
            verify(request, token)
            return false
        } catch (ServiceFault fault) {
            return fault.status() >= 400 && fault.code() != null
        }
    }

    def "the current signature of a request is accepted: #example.name"() {
        given:
        def request = v3Request(example)

        expect:
        verify(request, example.token).id() == 'testAccessKeyId'
        def signature = V3Signature.parse(request.header('authorization'))
        def toSign = signature.stringToSign(signature.canonicalRequest(request, request.query()))
        example.hash == null || toSign == "ACS3-HMAC-SHA256\n$example.hash"
        signature.payloadHash(request.body()) == example.payload

        where:
        example << v3()
    }

    def "the old signature of a request is accepted: #example.name"() {
        expect:
        verify(v1Request(example), example.token).id() == 'testAccessKeyId'

        where:
        example << v1()
    }

    def "the old string to sign is the documented one"() {
        given:
        def request = v1Request(v1()[0])

        expect:
        V1Signature.stringToSign('GET', request.query()) == 'GET&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DGetNode%26Format%3Djson%26Id%3D8604388726201130001%26Name%3Da%2520b%252Ac~d%252F%25E4%25B8%25AD%25E6%2596%2587%26ProjectId%3D10000%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D0123456789abcdef0123456789abcdef%26SignatureVersion%3D1.0%26Timestamp%3D2026-03-15T08%253A30%253A00Z%26Version%3D2024-05-18'
    }

    def "a POST that was signed as a GET is refused under the old signature"() {
        when:
        verify(v1Request(v1()[1] + [signature: 'FGsTDLq9p8S3WF1sIHVu9V4QFAw=']), null)

        then:
        def fault = thrown(ServiceFault)
        fault.code() == 'SignatureDoesNotMatch'
        fault.status() == 400
        fault.message.contains('server string to sign is:POST&%2F&AccessKeyId%3DtestAccessKeyId')
    }

    def "any single altered byte is refused under the current signature: #example.name"() {
        given:
        def good = v3Request(example)
        def accepted = []

        when:
        alterations(good.rawQuery() ?: '').each { text ->
            if (!refused(new WireRequest(good.method(), '/', text, good.headers(), good.body(), false), example.token)) {
                accepted << "query $text"
            }
        }
        alterations(new String(good.body(), StandardCharsets.UTF_8)).each { text ->
            if (!refused(new WireRequest(good.method(), '/', good.rawQuery(), good.headers(), text.getBytes('UTF-8'), false), example.token)) {
                accepted << "body $text"
            }
        }
        good.headers().findAll { it.key != 'user-agent' }.each { name, values ->
            alterations(values[0]).each { text ->
                if (!refused(with(good, name, name, text), example.token)) {
                    accepted << "$name: $text"
                }
            }
            alterations(name).each { other ->
                if (!refused(with(good, name, other.toLowerCase(Locale.ROOT), values[0]), example.token)) {
                    accepted << "$other: ${values[0]}"
                }
            }
        }
        ['GET', 'POST', 'PUT'].findAll { it != good.method() }.each { method ->
            if (!refused(new WireRequest(method, '/', good.rawQuery(), good.headers(), good.body(), false), example.token)) {
                accepted << method
            }
        }

        then:
        accepted == []

        where:
        example << v3()
    }

    def "any single altered byte of query or form is refused under the old signature: #example.name"() {
        given:
        def good = v1Request(example)
        def accepted = []
        // A parameter without a value is not part of this signature.
        def unsigned = (good.rawQuery().indexOf('Empty=')..<good.rawQuery().indexOf('Empty=') + 6)

        when:
        alterations(good.rawQuery()).eachWithIndex { text, at ->
            if (!(unsigned.from > 0 && at in unsigned)
                    && !refused(new WireRequest(good.method(), '/', text, good.headers(), good.body(), false), example.token)) {
                accepted << "query $text"
            }
        }
        alterations(example.body).each { text ->
            if (!refused(new WireRequest(good.method(), '/', good.rawQuery(), good.headers(), text.getBytes('UTF-8'), false), example.token)) {
                accepted << "body $text"
            }
        }

        then:
        accepted == []

        where:
        example << v1()
    }

    /** The text with one character replaced, for each of its characters. */
    private static List<String> alterations(String text) {
        (0..<text.length()).collect { at ->
            text.substring(0, at) + (text[at] == 'x' ? 'y' : 'x') + text.substring(at + 1)
        }
    }

    private static WireRequest with(WireRequest request, String oldName, String newName, String value) {
        def headers = new LinkedHashMap<>(request.headers())
        headers.remove(oldName)
        headers[newName] = [value]
        new WireRequest(request.method(), '/', request.rawQuery(), headers, request.body(), false)
    }
}
