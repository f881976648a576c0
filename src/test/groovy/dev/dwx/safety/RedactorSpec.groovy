package dev.dwx.safety

import spock.lang.Specification

class RedactorSpec extends Specification {
    def "secrets in text are masked, the rest stays"() {
        expect:
        Redactor.text(text) == shown

        where:
        text                                                     || shown
        "password = 'hunter2'"                                   || "password = '******'"
        'def pwd = "hunter2"'                                    || 'def pwd = "******"'
        "CreateX(Name: 'a', Password: 'hunter2', B: 1)"          || "CreateX(Name: 'a', Password: '******', B: 1)"
        '{"accessKeySecret":"hunter2","a":1}'                    || '{"accessKeySecret":"******","a":1}'
        '{\\"password\\":\\"hunter2\\",\\"a\\":1}'               || '{\\"password\\":\\"******\\",\\"a\\":1}'
        'jdbc:mysql://root:hunter2@host/db'                      || 'jdbc:mysql://root:******@host/db'
        'https://u:p@ss@h/x'                                     || 'https://u:******@h/x'
        'https://host:8080/a@b'                                  || 'https://host:8080/a@b'
        'Authorization: Bearer hunter2'                          || 'Authorization: Bearer ******'
        'https://oss/x?Expires=1&Signature=hunter2&a=1'          || 'https://oss/x?Expires=1&Signature=******&a=1'
        'export ALIBABA_CLOUD_ACCESS_KEY_SECRET=hunter2'         || 'export ALIBABA_CLOUD_ACCESS_KEY_SECRET=******'
        "password: '''hunter\n2''', x: 1"                        || "password: '''******''', x: 1"
        'password: hunter2\nnext'                                || 'password: ******\nnext'
        "[Key: 'password', Value: 'hunter2']"                    || "[Key: 'password', Value: '******']"
        "setProperty('password', 'hunter2')"                     || "setProperty('password', '******')"
        "NextToken: 'abc', ClientToken: 'def'"                   || "NextToken: 'abc', ClientToken: 'def'"
        "create user u identified by 'hunter2' account lock"     || "create user u identified by '******' account lock"
        "alter role r PASSWORD 'hunter2'; x"                     || "alter role r PASSWORD '******'; x"
        'tool --password hunter2 --user u'                       || 'tool --password ****** --user u'
        'mysql -uroot -phunter2 -h db orders'                    || 'mysql -uroot -p****** -h db orders'
        "mysqldump -p'hunter 2' orders"                          || "mysqldump -p'******' orders"
        '/usr/bin/mysql -u root -p orders'                       || '/usr/bin/mysql -u root -p orders'
        'mkdir -parents; mysql -phunter2'                        || 'mkdir -parents; mysql -p******'
        'sshpass -p hunter2 ssh me@host'                         || 'sshpass -p ****** ssh me@host'
        'redis-cli -h r -a hunter2 ping'                         || 'redis-cli -h r -a ****** ping'
        'curl -u me:hunter2 https://h/x'                         || 'curl -u me:****** https://h/x'
        "sh 'mysql --password hunter2 -e \"select 1\"'"          || "sh 'mysql --password ****** -e \"select 1\"'"
        'tool --password --user u'                               || 'tool --password --user u'
        'the password of the day is not told'                    || 'the password of the day is not told'
        "pass: 'hunter2', compass: 'n'"                          || "pass: '******', compass: 'n'"
        "SecurityToken: 'abc'"                                   || "SecurityToken: '******'"
        'ListProjects(PageSize: 10)'                             || 'ListProjects(PageSize: 10)'
        'no secret here'                                         || 'no secret here'
        'forgot the password?'                                   || 'forgot the password?'
        "Password: 'unterminated"                                || "Password: '******"
        "Password: 'it\\'s me', A: 1"                            || "Password: '******', A: 1"
        ''                                                       || ''
    }

    def "arguments are masked by name at any depth, also inside JSON that is a text"() {
        expect:
        Redactor.arguments('CreateDataSource', arguments) == shown

        where:
        arguments                                                      || shown
        [Password: 'hunter2', Name: 'a']                               || [Password: '******', Name: 'a']
        [A: [b: [[Secret: 'hunter2']]]]                                || [A: [b: [[Secret: '******']]]]
        [ConnectionProperties: '{"password":"hunter2","url":"x"}']     || [ConnectionProperties: '{"password":"******","url":"x"}']
        [ConnectionProperties: '{"inner":"{\\"accessKeySecret\\":\\"hunter2\\"}"}'] || [ConnectionProperties: '{"inner":"{\\"accessKeySecret\\":\\"******\\"}"}']
        [ConnectionProperties: '{"password":"hunter2"']                || [ConnectionProperties: '{"password":"******"']
        [Props: [[Key: 'password', Value: 'hunter2']]]                 || [Props: [[Key: 'password', Value: '******']]]
        [Props: [[Key: 'db.password', Val: 'hunter2']]]                || [Props: [[Key: 'db.password', Val: '******']]]
        [Url: 'mysql://u:hunter2@h']                                   || [Url: 'mysql://u:******@h']
        [Spec: '{ "a" : 1 }', N: null, I: 5]                           || [Spec: '{ "a" : 1 }', N: null, I: 5]
        [IdentifyCredential: [k: 'hunter2']]                           || [IdentifyCredential: '******']
        [NextToken: 'x', ClientToken: 'y']                             || [NextToken: 'x', ClientToken: 'y']
    }

    def "a key id shows its ends"() {
        expect:
        Redactor.keyId('LTAI5tExampleKeyId9x7Q') == 'LTAI…9x7Q'
        Redactor.keyId('sandbox') == 'sa…'
        Redactor.keyId('abc') == '******'
        Redactor.keyId(null) == null
    }

    def "a private key in PEM is a secret wherever it stands: #text"() {
        expect:
        Redactor.text(text) == shown

        where:
        text                                                                               | shown
        'k = \'-----BEGIN RSA PRIVATE KEY-----\nMIIE==\n-----END RSA PRIVATE KEY-----\''     | 'k = \'-----BEGIN RSA PRIVATE KEY-----******-----END RSA PRIVATE KEY-----\''
        'x -----BEGIN PRIVATE KEY-----\\nMIIE'                                             | 'x -----BEGIN PRIVATE KEY-----******'
        '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----'                      | '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----'
        '-----BEGIN PRIVATE KEY-----******-----END PRIVATE KEY-----'                       | '-----BEGIN PRIVATE KEY-----******-----END PRIVATE KEY-----'
    }
}
