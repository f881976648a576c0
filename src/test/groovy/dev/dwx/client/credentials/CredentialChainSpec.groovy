package dev.dwx.client.credentials

import dev.dwx.client.LoopbackServer
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Where credentials come from, in which order, and what is said of it. */
class CredentialChainSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-15T08:30:00Z')
    static final String SECRET = 'verySecretKeyMaterial'
    static final String TOKEN = 'verySecretTokenMaterial'

    /** A clock that tests move. */
    static class Hands extends Clock {
        Instant now = NOW

        Instant instant() { now }

        java.time.ZoneId getZone() { ZoneOffset.UTC }

        Clock withZone(java.time.ZoneId zone) { this }
    }

    @TempDir Path home
    @AutoCleanup LoopbackServer server = new LoopbackServer()
    Hands clock = new Hands()
    Map<String, String> environment = [:]

    CredentialChain chain() {
        new CredentialChain(new CredentialInputs(environment, home, clock))
    }

    void file(String name, String text) {
        Path file = home.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }

    String ini(String id = 'fileAccessKey', String more = '') {
        "[default]\nenable = true\ntype = access_key\naccess_key_id = $id\naccess_key_secret = $SECRET\n$more"
    }

    String config(Map profile, String current = 'p') {
        groovy.json.JsonOutput.toJson([current: current, profiles: [[name: 'p'] + profile]])
    }

    String answer(Instant end, String id = 'uriAccessKeyId') {
        groovy.json.JsonOutput.toJson([Code: 'Success', AccessKeyId: id, AccessKeySecret: SECRET, SecurityToken: TOKEN, Expiration: end.toString()])
    }

    /** The problem, after a look through all of its texts for secrets. */
    String problem(CredentialChain chain) {
        try {
            chain.current()
        } catch (CredentialException e) {
            def texts = [e.message, e.toString(), e.cause?.toString(), chain.report().toString(), chain.report().lines().join('\n'), chain.toString()]
            assert texts.every { !it?.contains(SECRET) && !it?.contains(TOKEN) }
            return e.message
        }
        throw new AssertionError('there were credentials')
    }

    def "the first source in the order wins: #sources"() {
        given:
        if ('environment' in sources) {
            environment += [ALIBABA_CLOUD_ACCESS_KEY_ID: 'envAccessKeyId', ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET]
        }
        if ('uri' in sources) {
            environment.ALIBABA_CLOUD_CREDENTIALS_URI = server.url() + '/creds'
            server.alwaysJson(200, answer(NOW + Duration.ofHours(1)))
        }
        if ('file' in sources) {
            file('.alibabacloud/credentials', ini())
        }
        if ('ini' in sources) {
            file('.alibabacloud/credentials.ini', ini('iniAccessKey'))
        }
        if ('cli' in sources) {
            file('.aliyun/config.json', config([mode: 'AK', access_key_id: 'cliAccessKey', access_key_secret: SECRET]))
        }
        def chain = chain()

        expect:
        chain.current().accessKeyId() == id
        chain.current().accessKeySecret() == SECRET
        chain.report().source().startsWith(name)
        chain.report().skipped()*.source() == skipped
        chain.report().problem() == null
        !chain.report().lines().join('\n').contains(SECRET)

        where:
        sources                                || id               | name              | skipped
        ['environment', 'uri', 'file', 'cli']  || 'envAccessKeyId' | 'environment'     | []
        ['uri', 'file', 'ini', 'cli']          || 'uriAccessKeyId' | 'credentials URI' | ['environment']
        ['file', 'ini', 'cli']                 || 'fileAccessKey'  | 'shared file'     | ['environment', 'credentials URI']
        ['ini', 'cli']                         || 'iniAccessKey'   | 'shared file'     | ['environment', 'credentials URI']
        ['cli']                                || 'cliAccessKey'   | 'aliyun CLI'      | ['environment', 'credentials URI', 'shared file']
    }

    def "nothing found: each place is told once"() {
        when:
        def lines = chain().report().lines()

        then:
        lines.count { it.contains('ALIBABA_CLOUD_ACCESS_KEY_ID is not set') } == 1
        lines.count { it.startsWith('passed over: ') } == 4
        lines.last() == 'problem: no credentials found'

        and: 'the failure of a call tells them all, too'
        ['environment: ', 'credentials URI: ', 'shared file: ', 'aliyun CLI: '].every { problem(chain()).count(it) == 1 }
    }

    def "the environment gives a key or a temporary one, and empty counts as absent"() {
        given:
        environment += [ALIBABA_CLOUD_ACCESS_KEY_ID: 'envAccessKeyId', ALIBABA_CLOUD_ACCESS_KEY_SECRET: SECRET, ALIBABA_CLOUD_SECURITY_TOKEN: token]

        expect:
        def credentials = chain().current()
        credentials.kind() == kind
        credentials.token() == (token ?: null)
        credentials.provider() == 'env'
        !credentials.toString().contains(SECRET) && !credentials.toString().contains(TOKEN)

        where:
        token || kind
        TOKEN || Credentials.Kind.STS
        ''    || Credentials.Kind.ACCESS_KEY
    }

    def "half of a key is an error and not passed over"() {
        given:
        environment[name] = SECRET
        file('.alibabacloud/credentials', ini())

        expect:
        problem(chain()).contains('set both, or neither')

        where:
        name << ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET']
    }

    def "credentials of a URI are fetched again before they end, once"() {
        given:
        environment.ALIBABA_CLOUD_CREDENTIALS_URI = server.url() + '/creds?key=' + SECRET
        server.thenJson(200, answer(NOW + Duration.ofHours(1), 'firstAccessKey'))
        server.thenJson(200, answer(NOW + Duration.ofHours(2), 'secondAccessKey'))
        def chain = chain()

        expect: 'kept while fresh'
        3.times { assert chain.current().accessKeyId() == 'firstAccessKey' }
        server.requests().size() == 1
        !chain.report().toString().contains(SECRET)

        when: 'less than 15 minutes are left'
        clock.now = NOW + Duration.ofMinutes(44)

        then:
        chain.current().accessKeyId() == 'firstAccessKey'

        when:
        clock.now = NOW + Duration.ofMinutes(45)

        then:
        2.times { assert chain.current().accessKeyId() == 'secondAccessKey' }
        server.requests().size() == 2
    }

    def "when the renewal fails, the old ones are used to their end, then it is an error"() {
        given:
        environment.ALIBABA_CLOUD_CREDENTIALS_URI = server.url() + '/creds'
        server.thenJson(200, answer(NOW + Duration.ofHours(1)))
        server.alwaysJson(500, answer(NOW + Duration.ofHours(9)))
        def chain = chain()
        chain.current()

        when:
        clock.now = NOW + Duration.ofMinutes(50)

        then:
        3.times { assert chain.current().accessKeyId() == 'uriAccessKeyId' }
        server.requests().size() == 2

        when:
        clock.now = NOW + Duration.ofMinutes(60)

        then:
        problem(chain).contains('HTTP status 500')
    }

    def "a useless answer of a URI is told without quoting it: #part"() {
        given:
        environment.ALIBABA_CLOUD_CREDENTIALS_URI = server.url() + '/creds?key=' + SECRET
        server.alwaysJson(status, text)

        expect:
        problem(chain()).contains(part)

        where:
        status | text                                                                                     || part
        404    | SECRET                                                                                   || 'HTTP status 404'
        200    | "<$SECRET>"                                                                              || 'no JSON object'
        200    | "{\"Code\":\"Failed\",\"AccessKeySecret\":\"$SECRET\"}"                                  || 'Code that is not Success'
        200    | "{\"Code\":\"Success\",\"AccessKeyId\":\"a\",\"AccessKeySecret\":\"$SECRET\"}"           || 'gives no SecurityToken'
        200    | "{\"Code\":\"Success\",\"AccessKeyId\":\"a\",\"AccessKeySecret\":\"$SECRET\",\"SecurityToken\":\"$TOKEN\",\"Expiration\":\"soon\"}" || 'Expiration that is no time'
        200    | "{\"Code\":\"Success\",\"AccessKeyId\":\"a\",\"AccessKeySecret\":\"$SECRET\",\"SecurityToken\":\"$TOKEN\",\"Expiration\":\"2026-03-15T08:29:59Z\"}" || 'ended at'
    }

    def "a URI that is none is told without quoting it"() {
        given:
        environment.ALIBABA_CLOUD_CREDENTIALS_URI = value

        expect:
        problem(chain()).contains('no http or https address')

        where:
        value << ["ftp://x/$SECRET", "http:///$SECRET", "http://a b$SECRET", SECRET]*.toString()
    }

    def "file rules: #what"() {
        given:
        file('.alibabacloud/credentials', text)

        expect:
        def credentials = chain().current()
        credentials.accessKeyId() == id
        credentials.accessKeySecret() == secret
        credentials.token() == token

        where:
        what                       | text                                                                                                           || id              | secret      | token
        'comments'                 | "# x\n; y\n[default]\nenable = true ; on\ntype=access_key # kind\naccess_key_id=someAccessKey\naccess_key_secret=a;b#c\n" || 'someAccessKey' | 'a;b#c' | null
        'last of a repeated key'   | "[default]\nenable=true\ntype=access_key\naccess_key_id=a\naccess_key_id=b\naccess_key_secret=s\n"             || 'b'             | 's'         | null
        'sts keeps its token'      | "[default]\nenable=true\ntype=sts\naccess_key_id=a\naccess_key_secret=s\nsecurity_token=t\n"                   || 'a'             | 's'         | 't'
        'windows line ends'        | "[default]\r\nenable = true\r\ntype = access_key\r\naccess_key_id = a\r\naccess_key_secret = s\r\n"            || 'a'             | 's'         | null
    }

    def "a profile that cannot be used: #part"() {
        given:
        file('.alibabacloud/credentials', text)

        expect:
        problem(chain()).contains(part)

        where:
        text                                                                                   || part
        "[default]\ntype = access_key\naccess_key_id = a\naccess_key_secret = $SECRET\n"       || 'enable = true'
        "[default]\nenable = false\ntype = access_key\naccess_key_secret = $SECRET\n"          || 'enable = true'
        "[other]\nenable = true\ntype = access_key\naccess_key_secret = $SECRET\n"             || 'no profile [default]'
        "[default]\nenable = true\naccess_key_id = a\naccess_key_secret = $SECRET\n"           || 'has no type'
        "[default]\nenable = true\ntype = access_key\naccess_key_secret = $SECRET\n"           || 'has no access_key_id'
        "[default]\nenable = true\ntype = odd\naccess_key_secret = $SECRET\n"                  || 'has the type odd'
        "[default]\nenable = true\ntype = ram_role_arn\naccess_key_id = a\naccess_key_secret = $SECRET\n" || 'has no role_arn'
        "[default]\nenable = true\ntype = oidc_role_arn\nrole_arn = r\n"                       || 'has no oidc_provider_arn'
        "[default]\nenable = true\ntype = rsa_key_pair\n"                                      || 'has no public_key_id'
        "[default]\nenable = true\ntype = access_key\naccess_key_id = a\naccess_key_secret = x $SECRET\n" || 'holds a blank'
    }

    def "profile and file are chosen by variables, and a named file has to be there"() {
        given:
        file('mine', "[a]\nenable=true\ntype=access_key\naccess_key_id=profileAKey\naccess_key_secret=s\n[b]\nenable=true\ntype=bearer\nbearer_token=$TOKEN\nregion_id=cn-beijing\n")
        environment += [ALIBABA_CLOUD_CREDENTIALS_FILE: home.resolve('mine').toString(), ALIBABA_CLOUD_PROFILE: 'a']

        expect:
        chain().current().accessKeyId() == 'profileAKey'
        chain().profileRegion() == null

        when:
        environment.ALIBABA_CLOUD_PROFILE = 'b'

        then:
        chain().current().kind() == Credentials.Kind.BEARER
        chain().profileRegion() == 'cn-beijing'
        !chain().report().toString().contains(TOKEN)

        when:
        environment.ALIBABA_CLOUD_CREDENTIALS_FILE = home.resolve('gone').toString()

        then:
        problem(chain()).contains('there is no such file')
    }

    def "a CLI profile of mode #profile.mode"() {
        given:
        file('.aliyun/config.json', config(profile + [region_id: 'cn-hangzhou']))

        expect:
        chain().report().source()?.startsWith('aliyun CLI') == used
        chain().profileRegion() == 'cn-hangzhou'
        used ? chain().current().token() == token : problem(chain()).contains(part)

        where:
        profile                                                                                  || used  | token | part
        [mode: 'AK', access_key_id: 'a', access_key_secret: SECRET]                              || true  | null  | null
        [mode: 'StsToken', access_key_id: 'a', access_key_secret: SECRET, sts_token: TOKEN]      || true  | TOKEN | null
        [mode: 'CloudSSO', access_key_id: 'a', access_key_secret: SECRET]                        || null  | null  | 'only the aliyun CLI itself can use'
        [mode: 'External', process_command: SECRET]                                              || null  | null  | 'only the aliyun CLI itself can use'
        [mode: 'OAuth', oauth_access_token: SECRET]                                              || null  | null  | 'only the aliyun CLI itself can use'
        [mode: 'RamRoleArn', access_key_id: 'a', access_key_secret: SECRET]                      || null  | null  | 'has no role_arn'
        [mode: 'ChainableRamRoleArn', ram_role_arn: 'r', source_profile: 'p']                    || null  | null  | 'takes its key from itself'
        [mode: 'ChainableRamRoleArn', ram_role_arn: 'r', source_profile: 'gone']                 || null  | null  | 'no profile gone'
        [mode: 'OIDC', ram_role_arn: 'r']                                                        || null  | null  | 'has no oidc_provider_arn'
    }

    def "the CLI's file can be switched off, and a broken one is told without quoting it"() {
        given:
        file('.aliyun/config.json', text)
        environment.putAll(variables)

        expect:
        problem(chain()).contains(part)

        where:
        text                 | variables                                       || part
        "{\"$SECRET"         | [:]                                             || 'cannot be read as a JSON object'
        '{"profiles":[]}'    | [:]                                             || 'has no profile default'
        "{\"$SECRET"         | [ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'true']    || 'switched off'
    }

    def "a role session lasts 900 seconds at least"() {
        given:
        file('.aliyun/config.json', config([mode: 'RamRoleArn', access_key_id: 'a', access_key_secret: SECRET, ram_role_arn: 'r', expired_seconds: 60]))

        expect:
        problem(chain()).contains('900 seconds')
    }

    def "key ids are masked, short ones whole"() {
        expect:
        Credentials.accessKey(id, SECRET).masked() == masked

        where:
        id                 || masked
        'LTAI5tExampleKey' || 'LTAI****ey'
        'sandbox'          || '****'
    }
}
