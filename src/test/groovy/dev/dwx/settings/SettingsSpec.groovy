package dev.dwx.settings

import dev.dwx.settings.Settings.Origin
import spock.lang.Specification

class SettingsSpec extends Specification {
    static final FILE = '''\
        # my own
        region = cn-beijing
        project = everyday
        profile = prod

        profile.prod.region = cn-shanghai
        profile.prod.confirm = writes
        profile.dev.region = cn-hangzhou
        '''.stripIndent()

    private static Settings settings(String file, Map options = [:], Map environment = [:]) {
        Settings.of(SettingsFile.of(file), options, environment)
    }

    def "the command line wins over the environment, that over the profile, that over the file, that over the default"() {
        expect:
        with(settings(FILE, options, environment).value(name)) {
            text == value
            origin == from
        }

        where:
        name      | options                | environment                              || value         | from
        'region'  | [region: 'eu-west-1']  | [ALIBABA_CLOUD_REGION_ID: 'us-east-1']   || 'eu-west-1'   | Origin.COMMAND_LINE
        'region'  | [:]                    | [ALIBABA_CLOUD_REGION_ID: 'us-east-1']   || 'us-east-1'   | Origin.ENVIRONMENT
        'region'  | [:]                    | [ALIBABA_CLOUD_REGION_ID: ' ']           || 'cn-shanghai' | Origin.PROFILE
        'region'  | [profile: 'dev']       | [:]                                      || 'cn-hangzhou' | Origin.PROFILE
        'region'  | [:]                    | [ALIBABA_CLOUD_PROFILE: 'dev']           || 'cn-hangzhou' | Origin.PROFILE
        'region'  | [profile: 'elsewhere'] | [:]                                      || 'cn-beijing'  | Origin.FILE
        'project' | [:]                    | [:]                                      || 'everyday'    | Origin.FILE
        'output'  | [:]                    | [:]                                      || 'table'       | Origin.DEFAULT
        'colour'  | [:]                    | [NO_COLOR: '1']                          || 'off'         | Origin.ENVIRONMENT
        'pager'   | [:]                    | [DWX_PAGER: 'OFF']                       || 'off'         | Origin.ENVIRONMENT
        'hints'   | [:]                    | [DWX_HINTS: '0']                         || 'off'         | Origin.ENVIRONMENT
        'keys'    | [:]                    | [DWX_KEYS: 'Vi']                         || 'vi'          | Origin.ENVIRONMENT
        'ghost'   | [:]                    | [DWX_GHOST: 'perhaps']                   || 'on'          | Origin.DEFAULT
        'edition' | [:]                    | [DWX_EDITION: 'Basic']                   || 'basic'       | Origin.ENVIRONMENT
    }

    def "a value of the session wins over all, and where a value comes from is told in words"() {
        given:
        def settings = settings(FILE, [region: 'eu-west-1'])

        expect:
        settings.value('region').from() == '--region'
        settings.value('confirm').from() == 'profile prod'
        settings.value('project').from() == 'the file, line 3'
        settings.with('output', 'json').value('output').origin() == Origin.SESSION
    }

    def "another profile brings what is its own, whatever the command line said"() {
        given:
        def settings = settings(FILE, [region: 'eu-west-1', output: 'csv'], [ALIBABA_CLOUD_REGION_ID: 'us-east-1']).withProfile('dev')

        expect:
        settings.profile() == 'dev'
        settings.value('profile').text() == 'dev'
        settings.value('region').text() == 'cn-hangzhou'
        settings.value('confirm').text() == 'destructive'
        settings.value('output').text() == 'csv'
        settings.credentials() == 'dev'
        settings.profiles() as List == ['dev', 'prod']
        settings.profile('prod') == [region: 'cn-shanghai', confirm: 'writes']
    }

    def "what is wrong in the file is said with its line and what is near, and counts for nothing: #line"() {
        given:
        def settings = settings("# one\n$line\n")

        expect:
        settings.notices() == ["Settings, line 2, not used: $text." as String]
        SettingsTable.all().every { settings.value(it.name()).text() == it.fallback() }

        where:
        line                                   || text
        'outptu = json'                        || 'there is no setting outptu; perhaps output'
        'output = xml'                         || 'output is one of table, vertical, tree, json, csv, yaml, md, not xml'
        'zone = Shanghai'                      || 'zone is a time zone such as Asia/Shanghai, not Shanghai'
        'width = wide'                         || 'width is a whole number such as 120, not wide'
        'project ='                            || 'project wants a text of one line'
        'profile.prod.pager = off'             || 'there is no setting profile.prod.pager; :set lists them'
        'profile.prod.regoin = cn-shanghai'    || 'there is no setting profile.prod.regoin; perhaps region'
    }

    def "nothing secret is used from the file or quoted in what is said: #line"() {
        given:
        def settings = settings("region = cn-shanghai\n$line\n")
        def notices = settings.notices()

        expect:
        notices.size() == 1
        notices[0].contains('line 2')
        notices[0].contains('secret')
        !notices[0].contains('hunter2')
        !notices[0].contains('Example')
        settings.value('project').text() == ''

        where:
        line << ['password = hunter2', 'access-key-secret = hunter2', 'profile.prod.secret = hunter2', 'profile.prod.access_key = hunter2',
                 'project = LTAI5tExampleKeyId9x7Q', 'editor = curl https://me:hunter2@example.com/x', 'project = abExampleDEF0123456789ghijKLMN',
                 'credentials = STS.ExampleToken']
    }

    def "a profile that is nowhere in the file is a remark"() {
        expect:
        settings('profile = nowhere').notices() == ['Settings: there is no profile.nowhere in the file; the credentials file may have it.']
    }

    def "what changes a line leaves all others as they were"() {
        given:
        def file = SettingsFile.of('# head\n\noutput : csv\nnobody knows this\nregion = a\\\n   b\n!last')

        expect:
        file.value('region') == 'ab'
        file.with('output', 'json').text() == '# head\n\noutput = json\nnobody knows this\nregion = a\\\n   b\n!last\n'
        file.with('region', 'cn-shanghai').text() == '# head\n\noutput : csv\nnobody knows this\nregion = cn-shanghai\n!last\n'
        file.with('project', 'p').text() == '# head\n\noutput : csv\nnobody knows this\nregion = a\\\n   b\n!last\nproject = p\n'
        file.without('region').text() == '# head\n\noutput : csv\nnobody knows this\n!last\n'
        file.entries()*.line() == [3, 4, 5]
    }

    def "the page names every setting, and every default is a value that may be set"() {
        given:
        def page = SettingsTable.page()

        expect:
        SettingsTable.all().every { page.contains("  ${it.name()} ") }
        SettingsTable.all().findAll { it.fallback() }.every { SettingsCheck.fault(it.name(), it.fallback()) == null }
        SettingsTable.names().toUnique().size() == SettingsTable.all().size()
    }
}
