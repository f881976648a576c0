package dev.dwx.sandbox

import com.aliyun.tea.TeaException
import com.aliyun.teaopenapi.Client
import com.aliyun.teaopenapi.models.Config
import com.aliyun.teaopenapi.models.OpenApiRequest
import com.aliyun.teaopenapi.models.Params
import com.aliyun.teautil.models.RuntimeOptions
import dev.dwx.catalog.SnapshotCatalog
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The vendor's own client library against the sandbox. */
class TeaLibrarySpec extends Specification {
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()).withHttps(0))

    def "query and form are accepted over #scheme, signature algorithm #signature"() {
        given:
        def client = client(scheme, signature, new Config().setAccessKeyId('sandbox').setAccessKeySecret('sandbox'))

        expect:
        call(client, 'ListProjects', 'POST', [:], [PageSize: '10'], scheme).body.RequestId ==~ /[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/
        call(client, 'CreateNode', 'POST', [:], [ProjectId: '10001', Scene: 'DATAWORKS_PROJECT', Spec: '{"note":"a b*c~d/中文+"}'], scheme).statusCode == 200
        call(client, 'GetNode', 'GET', [ProjectId: '10001', Id: '8604388726201130001'], [:], scheme).body.Node.Id == '8604388726201130001'
        call(client, 'DeleteDataQualityRule', 'POST', [ProjectId: '10001', Id: '22'], [:], scheme).statusCode == 200
        sandbox.log().last().signature() == (signature == 'v2' ? 'HMAC-SHA1' : 'ACS3-HMAC-SHA256')

        where:
        [scheme, signature] << [['http', 'https'], [null, 'v2']].combinations()
    }

    def "a temporary key and a bearer token are accepted: #name with #signature"() {
        expect:
        call(client('http', signature, config), 'ListProjects', 'POST', [:], [PageSize: '10'], 'http').statusCode == 200

        where:
        [name, config, signature] << [
            [['sts', new Config().setAccessKeyId(SandboxKeys.STS_ID).setAccessKeySecret(SandboxKeys.STS_SECRET).setSecurityToken(SandboxKeys.STS_TOKEN)],
             ['bearer', new Config().setBearerToken(SandboxKeys.BEARER_TOKEN)]],
            [null, 'v2']].combinations().collect { it[0] + [it[1]] }
    }

    def "a wrong secret is reported with its code: #signature"() {
        when:
        call(client('http', signature, new Config().setAccessKeyId('sandbox').setAccessKeySecret('wrong')), 'ListProjects', 'POST', [:], [:], 'http')

        then:
        def e = thrown(TeaException)
        e.code == 'SignatureDoesNotMatch'
        e.statusCode == 400
        e.data.RequestId == sandbox.log().last().requestId()

        where:
        signature << [null, 'v2']
    }

    private Client client(String scheme, String signature, Config config) {
        def endpoint = scheme == 'http' ? sandbox.endpoint() : sandbox.httpsEndpoint()
        new Client(config.setEndpoint(URI.create(endpoint).authority).setProtocol(scheme.toUpperCase(Locale.ROOT)).setSignatureAlgorithm(signature))
    }

    private Map call(Client client, String action, String method, Map query, Map form, String scheme) {
        def params = new Params().setAction(action).setVersion('2024-05-18').setProtocol(scheme.toUpperCase(Locale.ROOT)).setPathname('/')
                .setMethod(method).setAuthType('AK').setStyle('RPC').setReqBodyType('formData').setBodyType('json')
        def request = new OpenApiRequest().setQuery(query)
        if (form) {
            request.setBody(form)
        }
        def runtime = new RuntimeOptions()
        if (scheme == 'https') {
            runtime.setCa(sandbox.certificatePem())
        }
        client.callApi(params, request, runtime)
    }
}
