package dev.dwx.client

import dev.dwx.client.ApiException.Stage
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Proxies named by the environment are used, for calls of both transports. */
class ProxySpec extends Specification {
    static final CallTarget SHANGHAI = new CallTarget('cn-shanghai')
    static final String PASSWORD = 'p@ss:word'
    static final String HIDDEN = 'topsecret'

    @AutoCleanup LoopbackServer proxy = new LoopbackServer()
    @AutoCleanup LoopbackServer service = new LoopbackServer()

    String proxyUrl(String user = '') {
        "http://$user${user ? '@' : ''}127.0.0.1:${proxy.port()}"
    }

    static ApiException failing(String url, Map<String, String> environment, String transport = 'tea') {
        def client = ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(url), false),
                CredentialSource.of(Credentials.accessKey('testAccessKeyId', 'testAccessKeySecret')))
                .withProxies(ProxySettings.of(environment)).withTransport(transport))
        try {
            client.call(Operations.operation('2020-05-18', 'ListFiles', 'POST', [], false), [:], SHANGHAI)
            return null
        } catch (ApiException e) {
            return e
        } finally {
            client.close()
        }
    }

    /** Says no to a tunnel, so that nothing outside is needed. */
    static final LoopbackServer.Reaction NO = { request, connection ->
        LoopbackServer.write(connection, 'HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'.bytes)
    }

    def "a call to another machine asks the proxy for a tunnel, with #transport"() {
        given:
        proxy.always(NO)

        when:
        def e = failing('https://dataworks.example.com', [(variable): proxyUrl()], transport)

        then:
        proxy.last().method() == 'CONNECT'
        proxy.last().target() == 'dataworks.example.com:443'
        e.code() == 'dwx.Proxy'
        e.stage() == Stage.NOT_SENT
        e.next().contains('HTTPS_PROXY')

        where:
        transport | variable
        'tea'     | 'HTTPS_PROXY'
        'tea'     | 'https_proxy'
        'sdk'     | 'HTTPS_PROXY'
    }

    def "user and password of the proxy are sent when it asks, with every character, and told to nobody"() {
        given:
        proxy.always { request, connection ->
            LoopbackServer.write(connection, (request.headers()['proxy-authorization'] ? 'HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n'
                    : 'HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n').bytes)
            if (!request.headers()['proxy-authorization']) {
                connection.close()
            }
        }

        when:
        def e = failing('https://dataworks.example.com', [HTTPS_PROXY: proxyUrl('me:p%40ss%3Aword')])

        then:
        proxy.last().headers()['proxy-authorization'] == 'Basic ' + Base64.encoder.encodeToString("me:$PASSWORD".bytes)
        !e.toString().contains(PASSWORD) && !e.toString().contains('p%40ss')
        e.code() == 'dwx.Proxy'
    }

    def "this machine is reached directly, whatever the proxy"() {
        expect:
        failing(url.replace('PORT', service.port().toString()), [HTTP_PROXY: proxyUrl(), HTTPS_PROXY: proxyUrl()]) == null
        proxy.requests().empty

        where:
        url << ['http://127.0.0.1:PORT', 'http://localhost:PORT']
    }

    def "NO_PROXY '#entries' for #host: through the proxy is #proxied"() {
        given:
        def settings = ProxySettings.of([HTTPS_PROXY: 'http://proxy.example.org:3128', NO_PROXY: entries])

        expect:
        (settings.describe(Endpoint.parse(host)) != 'direct') == proxied

        where:
        entries                       | host                                         || proxied
        ''                            | 'https://dataworks.cn-shanghai.aliyuncs.com' || true
        'aliyuncs.com'                | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        '.aliyuncs.com'               | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        '*.ALIYUNCS.com'              | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        'liyuncs.com'                 | 'https://dataworks.cn-shanghai.aliyuncs.com' || true
        'x.com, aliyuncs.com'         | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        'aliyuncs.com:443'            | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        'aliyuncs.com:8443'           | 'https://dataworks.cn-shanghai.aliyuncs.com' || true
        '*'                           | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        '*:443'                       | 'https://dataworks.cn-shanghai.aliyuncs.com' || false
        '[2001:db8::1]'               | 'https://[2001:db8::1]'                      || false
        '[2001:db8::1]:443'           | 'https://[2001:db8::1]'                      || false
        '2001:db8::1'                 | 'https://[2001:db8::1]'                      || false
        '10.0.0.0/8'                  | 'https://10.1.2.3'                           || true
        '10.1.2.3'                    | 'https://10.1.2.3'                           || false
    }

    def "a proxy that cannot be used is refused without quoting it"() {
        when:
        ProxySettings.of([HTTPS_PROXY: value])

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('HTTPS_PROXY')
        !e.message.contains(HIDDEN)

        where:
        value << ["socks5://u:$HIDDEN@p:1", "http://u:$HIDDEN @p", "https://u:$HIDDEN@p", "http://"]*.toString()
    }

    def "no text of the settings shows a password"() {
        given:
        def settings = ProxySettings.of([HTTPS_PROXY: "http://me:$HIDDEN@proxy:1".toString(), HTTP_PROXY: "me:$HIDDEN@proxy".toString()])

        expect:
        !settings.toString().contains(HIDDEN)
        settings.describe(Endpoint.parse('a.b')) == 'http://****@proxy:1'
    }
}
