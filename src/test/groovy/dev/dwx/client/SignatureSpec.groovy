package dev.dwx.client

import dev.dwx.catalog.ApiOperation
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import java.nio.charset.StandardCharsets
import java.security.MessageDigest
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The vendor's library, driven by our transport, signs as the worked examples say it does. */
class SignatureSpec extends Specification {
    static final String HOST = 'dataworks.cn-shanghai.aliyuncs.com'
    static final String NONCE = '0123456789abcdef0123456789abcdef'
    static final String DATE = '2026-03-15T08:30:00Z'
    static final String SECRET = 'testAccessKeySecret'

    @Shared @AutoCleanup LoopbackServer server = new LoopbackServer()
    @Shared Map<Signature, TeaTransport> transports = [:]

    def cleanupSpec() {
        transports.values()*.close()
    }

    TeaTransport transport(Signature signature) {
        transports.computeIfAbsent(signature) {
            new TeaTransport(ClientSettings.of(new Endpoints(Endpoint.parse(server.url()), false),
                    CredentialSource.of(key())).withSignature(signature))
        }
    }

    static Credentials key() {
        Credentials.accessKey('testAccessKeyId', SECRET)
    }

    static ApiOperation anyOperation(String name, String method) {
        Operations.operation(name, method, [])
    }

    LoopbackServer.Captured send(Map how = [:], WireRequest request) {
        Signature signature = how.signature ?: Signature.V3
        WireRequest pinned = signature == Signature.V1
                ? new WireRequest(request.action(), request.version(), request.method(),
                        request.query() + [Timestamp: DATE, SignatureNonce: NONCE], request.form(), null, null, [host: HOST])
                : request.withHeaders(['x-acs-date': DATE, 'x-acs-signature-nonce': NONCE] + (how.keepHost ? [:] : [host: HOST]))
        def endpoint = how.endpoint ?: Endpoint.parse(server.url())
        transport(signature).send(new Transport.Outgoing(anyOperation(request.action(), request.method()), [:], pinned,
                endpoint, how.credentials ?: key(), true))
        server.last()
    }

    static WireRequest request(Map parts, String action, String method) {
        new WireRequest(action, '2024-05-18', method, parts.query ?: [:], parts.form ?: [:], parts.body as byte[],
                parts.contentType as String, [:])
    }

    static final Map PAGES = [PageSize: '10', PageNumber: '1']
    static final Map NODE = [ProjectId: '10000', Id: '8604388726201130001', Name: 'a b*c~d/中文', Empty: '']

    // --- an independent reading of the rules, over what was captured ---

    static String hex(byte[] bytes) {
        bytes.collect { String.format('%02x', it) }.join('')
    }

    static String sha256(byte[] bytes) {
        hex(MessageDigest.getInstance('SHA-256').digest(bytes))
    }

    static String percent(String text) {
        URLEncoder.encode(text, 'UTF-8').replace('+', '%20').replace('*', '%2A').replace('%7E', '~')
    }

    static Map<String, String> parameters(String encoded) {
        Map<String, String> map = new TreeMap<>()
        encoded.split('&').findAll { it }.each {
            int equals = it.indexOf('=')
            map[URLDecoder.decode(it.substring(0, equals), 'UTF-8')] = URLDecoder.decode(it.substring(equals + 1), 'UTF-8')
        }
        map
    }

    static String query(LoopbackServer.Captured request) {
        int mark = request.target().indexOf('?')
        mark < 0 ? '' : request.target().substring(mark + 1)
    }

    static String canonicalRequest(LoopbackServer.Captured request) {
        def signed = request.headers().findAll { name, value ->
            name.startsWith('x-acs-') || name in ['host', 'content-type']
        }.sort { a, b -> a.key <=> b.key }
        [request.method(), '/',
         parameters(query(request)).collect { k, v -> percent(k) + '=' + percent(v) }.join('&'),
         signed.collect { k, v -> "$k:$v\n" }.join(''),
         signed.keySet().join(';'),
         request.headers()['x-acs-content-sha256']].join('\n')
    }

    static String hmac(String algorithm, String key, String text) {
        Mac mac = Mac.getInstance(algorithm)
        mac.init(new SecretKeySpec(key.getBytes('UTF-8'), algorithm))
        hex(mac.doFinal(text.getBytes('UTF-8')))
    }

    static String signature(LoopbackServer.Captured request) {
        (request.headers()['authorization'] =~ /Signature=([0-9a-f]+)$/)[0][1]
    }

    def "V3 signs the example '#name' exactly"() {
        when:
        def captured = send(request(parts, action, method), credentials: credentials)
        String canonical = canonicalRequest(captured)

        then:
        captured.headers()['x-acs-content-sha256'] == sha256(captured.body())
        payload == null || captured.headers()['x-acs-content-sha256'] == payload
        sha256(canonical.getBytes('UTF-8')) == hash
        signature(captured) == expected
        hmac('HmacSHA256', SECRET, 'ACS3-HMAC-SHA256\n' + hash) == expected
        captured.headers()['authorization'].startsWith('ACS3-HMAC-SHA256 Credential=testAccessKeyId,SignedHeaders=')

        where:
        name               | action                  | method | parts                          | credentials
        'form'             | 'ListProjects'          | 'POST' | [form: PAGES]                  | key()
        'no provider name' | 'ListProjects'          | 'POST' | [form: PAGES]                  | key().from(null)
        'session token'    | 'ListProjects'          | 'POST' | [form: PAGES]                  | Credentials.sts('testAccessKeyId', SECRET, 'testSecurityToken')
        'json body'        | 'ListProjects'          | 'POST' | [body: '{"PageNumber":1,"PageSize":10}'.bytes, contentType: WireRequest.JSON] | key()
        'awkward form'     | 'CreateNode'            | 'POST' | [form: [ProjectId: '10000', Scene: 'DATAWORKS_PROJECT', Spec: '{"version":"1.1.0","kind":"Node","note":"中文 a+b*c~d/e"}']] | key()
        'get'              | 'GetNode'               | 'GET'  | [query: NODE]                  | key()
        'post query only'  | 'DeleteDataQualityRule' | 'POST' | [query: [ProjectId: '10000', Id: '22']] | key()

        and:
        payload << ['af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416',
                    'af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416',
                    'af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416',
                    '962520a366e2aeff3017e4b7b013972ae935d1c9b162f0536ce8a0fab5e1c1fa',
                    '579966ce488da46d00d4fba0461e5196c602ae619ab187b1b15520a4f4f39591',
                    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
                    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855']
        hash << ['c47417012d0469aee6ef23e60e994a84b18d43e19a8ac0622fba1a748eecf553',
                 '80c322db9dc0f25cb631d45cff3463dece8de89f8d83eaeb1bea24739dc432aa',
                 '86b027a6ef6cb65b2f03193e4e1053e2f8df299ffc79ca52674973754190add7',
                 'c3b4137def1af18996b3fc291bb9ee06d1e1f0fec5a4e0b04be3827164302a38',
                 'cdcd78600d29b69f67c7e28da0d49db219c7f8b4eab9a096f580f7177d604a77',
                 '5a774cbf2c46e0ef89b7de16ac29859d1896b323d042a1d872d8de62c318cb7e',
                 '4340b7e3b1fbddb71f3ffbb4a6b161cb420e0f2a5818dbf70a49a32b3152c183']
        expected << ['2e7819a2851cc265dd23ea7c1a55fe56322b20bcbf09706364611281a14b46c2',
                     '237abba8cffa083214ad556e07e98d941da13a9bfd102124b37db4e7bdf21d8b',
                     '16f32303b96bfda220d7070b55216e55d91d47449e55806bbc0e70f2779b5363',
                     '5ab05c34849ac28d2a3691f845021475bbd673f4560a72c3729d1fa54e934f8b',
                     'eae832837bd182ced359ae2c77cb2468f5af0dc7934284a3ffb9d84f4a80d6da',
                     '1fabee99aa4510d5ee3ee545ee26c4f919f118dba6a882665a0c95805c26d946',
                     '8e4eb0942e78101cdab043cf41e10219def5d0a025edbbd0aab378322409fae2']
    }

    def "the canonical request of the first example is the published text"() {
        expect:
        canonicalRequest(send(request('ListProjects', 'POST', form: PAGES))) == '''POST
/

content-type:application/x-www-form-urlencoded
host:dataworks.cn-shanghai.aliyuncs.com
x-acs-action:ListProjects
x-acs-content-sha256:af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416
x-acs-credentials-provider:static_ak
x-acs-date:2026-03-15T08:30:00Z
x-acs-signature-nonce:0123456789abcdef0123456789abcdef
x-acs-version:2024-05-18

content-type;host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version
af3fe6492c50000fb0dad37c97d8bf69bee78368b454eac1f68b87b69b659416'''
    }

    def "the port of an endpoint is signed with its host"() {
        when: 'the example is for port 18080, so the host header is pinned to it'
        def captured = send(request('ListProjects', 'POST', form: PAGES).withHeaders([host: '127.0.0.1:18080']), keepHost: true)

        then:
        captured.headers()['host'] == '127.0.0.1:18080'
        sha256(canonicalRequest(captured).getBytes('UTF-8')) == '750af269404706c052931f34ac93db4d1e32990d1ba534e11b5d6c0f80a65545'
        signature(captured) == '0ef67ced8071620b9abd7e16ec5ae2d21e0d32ae95988b82a4bc658e2a9611ff'
    }

    def "the SM3 variant signs its example"() {

        when:
        def captured = send(request('ListProjects', 'POST', form: PAGES), signature: Signature.V3_SM3)

        then:
        captured.headers()['x-acs-content-sha256'] == '7e35ccd13289983fde557b3724fdd4cc399e2a65f0319b7896e4c386552a7e65'
        captured.headers()['authorization'].startsWith('ACS3-HMAC-SM3 ')
        signature(captured) == '56c37d66b3d87e91508ef2a54b4b0284f54c2d4c56c1685f4124f52b2c6a933a'
    }

    def "the wire forms of the examples are the published ones"() {
        expect:
        send(request('ListProjects', 'POST', form: PAGES)).text() == 'PageSize=10&PageNumber=1'
        with(send(request('CreateNode', 'POST', form: [ProjectId: '10000', Scene: 'DATAWORKS_PROJECT', Spec: '{"version":"1.1.0","kind":"Node","note":"中文 a+b*c~d/e"}']))) {
            body().length == 160
            text() == 'ProjectId=10000&Scene=DATAWORKS_PROJECT&Spec=%7B%22version%22%3A%221.1.0%22%2C%22kind%22%3A%22Node%22%2C%22note%22%3A%22%E4%B8%AD%E6%96%87+a%2Bb*c%7Ed%2Fe%22%7D'
        }
        with(send(request('GetNode', 'GET', query: NODE))) {
            query(it).split('&') as Set == 'Empty=&ProjectId=10000&Id=8604388726201130001&Name=a+b*c%7Ed%2F%E4%B8%AD%E6%96%87'.split('&') as Set
            !headers().containsKey('content-type')
        }
    }

    static String v1StringToSign(LoopbackServer.Captured request) {
        def all = parameters(query(request)) + parameters(request.text())
        all.remove('Signature')
        String canonical = all.findAll { k, v -> v }.sort { a, b -> a.key <=> b.key }
                .collect { k, v -> percent(k) + '=' + percent(v) }.join('&')
        request.method() + '&%2F&' + percent(canonical)
    }

    def "V1 signs the example '#name' exactly"() {
        when:
        def captured = send(request(parts, action, method), signature: Signature.V1, credentials: credentials)
        Mac mac = Mac.getInstance('HmacSHA1')
        mac.init(new SecretKeySpec((SECRET + '&').getBytes('UTF-8'), 'HmacSHA1'))

        then:
        parameters(query(captured)).Signature == expected
        Base64.encoder.encodeToString(mac.doFinal(v1StringToSign(captured).getBytes(StandardCharsets.UTF_8))) == expected
        parameters(query(captured)).Signature != 'FGsTDLq9p8S3WF1sIHVu9V4QFAw='

        where:
        name            | action         | method | parts         | credentials                                                    || expected
        'get'           | 'GetNode'      | 'GET'  | [query: NODE] | key()                                                          || 'BaZx0euPK+wRBAYuOM9lr0ayCN0='
        'form'          | 'ListProjects' | 'POST' | [form: PAGES] | key()                                                          || 'Ja2ZIhWLLxcGAhwwTbAsWCU5jr8='
        'session token' | 'ListProjects' | 'POST' | [form: PAGES] | Credentials.sts('testAccessKeyId', SECRET, 'testSecurityToken') || 'QPOWmlDHJZquwiHy4cnanLmqy14='
    }

    def "the V1 string to sign is the published text"() {
        expect:
        v1StringToSign(send(request('GetNode', 'GET', query: NODE), signature: Signature.V1)) == 'GET&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DGetNode%26Format%3Djson%26Id%3D8604388726201130001%26Name%3Da%2520b%252Ac~d%252F%25E4%25B8%25AD%25E6%2596%2587%26ProjectId%3D10000%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D0123456789abcdef0123456789abcdef%26SignatureVersion%3D1.0%26Timestamp%3D2026-03-15T08%253A30%253A00Z%26Version%3D2024-05-18'
        v1StringToSign(send(request('ListProjects', 'POST', form: PAGES), signature: Signature.V1)) == 'POST&%2F&AccessKeyId%3DtestAccessKeyId%26Action%3DListProjects%26Format%3Djson%26PageNumber%3D1%26PageSize%3D10%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3D0123456789abcdef0123456789abcdef%26SignatureVersion%3D1.0%26Timestamp%3D2026-03-15T08%253A30%253A00Z%26Version%3D2024-05-18'
    }

    def "a bearer token goes in place of a signature, with V3 and with V1"() {
        when:
        def v3 = send(request('ListProjects', 'POST', form: PAGES), credentials: Credentials.bearer('tok-123'))
        def v1 = send(request('ListProjects', 'POST', form: PAGES), signature: Signature.V1, credentials: Credentials.bearer('tok-123'))

        then:
        v3.headers()['x-acs-bearer-token'] == 'tok-123'
        parameters(query(v3)).SignatureType == 'BEARERTOKEN'
        !v3.headers().containsKey('authorization')
        !v3.headers().containsKey('x-acs-credentials-provider')
        parameters(query(v1)).BearerToken == 'tok-123'
        parameters(query(v1)).SignatureType == 'BEARERTOKEN'
        !parameters(query(v1)).containsKey('Signature')
    }
}
