package dev.dwx.client.credentials

import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoint
import dev.dwx.client.Endpoints
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import spock.lang.Specification

/** No secret gets into a text. */
class SecretsSpec extends Specification {
    static final String SECRET = 'verySecret/Key+Material='
    static final String TOKEN = 'very/Secret+Token=='

    def "what the library says of a failed session comes out without keys: #expected"() {
        expect:
        RoleSession.told(new RuntimeException(text as String)) == expected

        where:
        text                                                                                                        || expected
        'httpCode: 403, result: {"Code":"NoPermission","Message":"not allowed","RequestId":"R"}.'                   || 'NoPermission: not allowed'
        "result: {\"Code\":\"X\",\"Credentials\":{\"AccessKeySecret\":\"$SECRET\"}}"                                || 'the answer cannot be used'
        "result: {\"Code\":\"X\",\"SessionAccessKey\":{\"SessionAccessKeySecret\":\"$SECRET\"}}"                    || 'the answer cannot be used'
        "result: <$SECRET>"                                                                                         || 'the answer cannot be used'
        "Failed to connect to sts.aliyuncs.com $SECRET"                                                             || 'the service that gives them cannot be reached'
        "odd $SECRET"                                                                                               || 'the library failed (RuntimeException)'
    }

    def "credentials, their sources and settings show no secret"() {
        given:
        def credentials = Credentials.sts('LTAI5tExampleKey', SECRET, TOKEN).from('env').until(Instant.EPOCH)
        def source = CredentialSource.of(credentials)
        def inputs = new CredentialInputs([ALIBABA_CLOUD_ACCESS_KEY_ID: 'LTAI5tExampleKey', ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET,
                                           ALIBABA_CLOUD_SECURITY_TOKEN: TOKEN], Path.of('/nowhere'), Clock.systemUTC())
        def settings = ClientSettings.of(new Endpoints(Endpoint.parse('a.b'), false), source)

        expect:
        [credentials, source, source.report(), source.report().lines(), inputs, settings, new CredentialChain(inputs), new CredentialChain(inputs).report(),
         Credentials.bearer(TOKEN), Credentials.bearer(TOKEN).masked()].every {
            !it.toString().contains(SECRET) && !it.toString().contains(TOKEN) && !it.toString().contains('ExampleKey')
        }
    }

    def "a secret in somebody else's text is hidden, plain and escaped once or twice"() {
        given:
        def credentials = Credentials.sts('id', SECRET, TOKEN)
        def once = { URLEncoder.encode(it, 'UTF-8') }

        expect:
        credentials.redact("a $SECRET b ${once(SECRET)} c ${once(once(TOKEN))} d $TOKEN" as String) == 'a **** b **** c **** d ****'
        credentials.redact(null) == null
    }

    def "a key part with a character that no key has is refused without quoting it"() {
        when:
        Credentials.sts(id, secret, token)

        then:
        def e = thrown(CredentialException)
        !e.message.contains('Secret')

        where:
        id   | secret             | token
        'a'  | "${SECRET}\n"      | TOKEN
        'a'  | SECRET             | "$TOKEN\r\nX-Evil: 1"
        'a'  | "\u4e2d$SECRET"    | TOKEN
        ''   | SECRET             | TOKEN
        'a'  | null               | TOKEN
    }
}
