package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import dev.dwx.safety.Redactor
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** Whatever is typed at the prompt, no file that a session leaves has a secret in it. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class SecretsPromptE2E extends Specification {
    private static final String VISIBLE = 'plainly-visible-4711'

    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private final List<String> secrets = []

    /** A secret that nothing else looks like; signs in it that base64 and addresses write in other ways. */
    private String secret() {
        def made = "Zq${secrets.size() + 10}x+W/~7kLm9v${secrets.size()}"
        secrets << made
        made
    }

    private String plain() {
        def made = "Qz${secrets.size() + 10}xW7kLm9vT${secrets.size()}"
        secrets << made
        made
    }

    private PtyProcess start(List<String> options) {
        def dwx = new DwxProcess(home)
        def tmp = Files.createDirectories(home.resolve('tmp'))
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null, TMPDIR: tmp.toString()])
        whole.DWX_JAVA_OPTS = "${whole.DWX_JAVA_OPTS ?: ''} -Djava.io.tmpdir=$tmp".toString()
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString()] + options, whole, home, 160, 50)
    }

    /** Types what is to be one input, and waits until the prompt is there again. */
    private void type(String input) {
        shell.send(input + '\r')
        shell.waitFor(~/(?s).*dwx[^\n]*> $/)
    }

    private List<String> inputs() {
        ["password = '${secret()}'",
         "accessKeyId = 'LTAI5tAbCdEfGhIjKlMnOpQr'; accessKeySecret = '${secret()}'",
         "ALIBABA_CLOUD_ACCESS_KEY_SECRET = \"${secret()}\"",
         "securityToken = '${secret()}'",
         "header = 'Authorization: Bearer ${plain()}'",
         "url = 'jdbc:mysql://root:${plain()}@db.example:3306/shop'",
         "url = 'jdbc:mysql://db.example:3306/shop?user=root&password=${plain()}'",
         "text = '{\"username\": \"root\", \"password\": \"${secret()}\"}'",
         "map = [user: 'root', password: '${secret()}', nested: [[Key: 'secretKey', Value: '${secret()}']]]",
         "CreateDataSource(Name: 'one', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: [url: 'jdbc:mysql://h:3306/d', "
                 + "username: 'u', password: '${secret()}', envType: 'Dev'])",
         "CreateDataSource(Name: 'two', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: '{\"url\":\"jdbc:mysql://h:3306/d\","
                 + "\"username\":\"u\",\"password\":\"${secret()}\",\"envType\":\"Dev\"}')",
         "CreateDataSource(Name: 'three', Tipe: 'mysql', ConnectionProperties: [password: '${secret()}'])",
         "GetDataSource(Id: 1, password: '${secret()}')",
         "password = '${secret()}",
         "password = '${secret()}' )",
         "[password: '${secret()}'].nosuch()",
         "throw new RuntimeException('password=${plain()}')",
         "println 'password: ${secret()}'",
         "undefined_thing('password', '${secret()}')",
         "ListProjects --password ${plain()}",
         "aliyun dataworks-public CreateDataSource --Password ${plain()} --Name x",
         "mysql -uroot -p${plain()} shop",
         "runSql(\"create user u identified by '${plain()}'\", datasource: 'nosuch')",
         "sql = '''select 1;\nset password = '${plain()}';\nselect 2'''",
         "\u001b[200~def db = [\n  user: 'root',\n  password: '${secret()}'\n]\u001b[201~",
         "key = '''-----BEGIN RSA PRIVATE KEY-----\n${plain()}\n-----END RSA PRIVATE KEY-----'''",
         ":apis password=${plain()}",
         ":history password=${plain()}",
         ":nosuch password=${plain()}",
         ":tour 2",
         "CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: lint(off: ['all'], node('n') { type 'ODPS_SQL'; script \"set password='${plain()}';\" }))",
         "UpdateDataSource(Id: 1, ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: [password: '${secret()}'])",
         ':save session.dwx']
    }

    /** In which files of the home a text is found, as it is or as it would be written elsewhere. */
    private List<String> leaks() {
        List<String> found = []
        Files.walk(home).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && !it.toString().contains('/native/') }.each { file ->
                def text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                secrets.each { secret ->
                    forms(secret).each { how, form ->
                        if (text.contains(form)) {
                            found << "$secret ($how) in ${home.relativize(file)}".toString()
                        }
                    }
                }
            }
        }
        found
    }

    private List<String> places(String text) {
        Files.walk(home).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && new String(Files.readAllBytes(it), StandardCharsets.ISO_8859_1).contains(text) }*.toString()
        }
    }

    private static Map<String, String> forms(String secret) {
        def bytes = secret.getBytes(StandardCharsets.UTF_8)
        def forms = [plain: secret, address: URLEncoder.encode(secret, 'UTF-8'), hexadecimal: bytes.encodeHex().toString()]
        // In the middle of a longer text, base64 has one of three forms; its ends depend on the neighbours.
        (0..2).each { shift ->
            def coded = (('\0' * shift).bytes as byte[]).toList() + bytes.toList()
            def base64 = Base64.encoder.encodeToString(coded as byte[])
            forms["base64 at $shift".toString()] = base64.substring(shift == 0 ? 0 : 4, base64.length() - 4)
        }
        forms
    }

    def "a session full of secrets leaves none in history, audit log, undo, saved session, settings or anything else"() {
        given:
        start(['--sandbox'])
        shell.waitFor(~/dwx[^\n]*> $/)

        when:
        inputs().each { type(it) }
        type("plainly = '$VISIBLE'")
        shell.send(PtyProcess.CTRL_D)
        def history = home.resolve('.local/state/dwx/history')

        then: 'all of it was kept, without what is secret, and the search finds what is there'
        shell.exitCode() == 0
        Files.readString(history).count(Redactor.MASK) >= 25
        Files.readString(home.resolve('session.dwx')).contains('CreateDataSource')
        places(VISIBLE).any { it.endsWith('history') }
        Files.readString(home.resolve('.local/state/dwx/audit.jsonl')).contains('CreateDataSource')
        leaks() == []
    }

    def "nor does a cassette"() {
        given:
        start(['--sandbox', '--record', 'session.cassette'])
        shell.waitFor(~/dwx[^\n]*> $/)

        when:
        inputs().findAll { it.startsWith('Create') || it.startsWith('Update') || it.startsWith('Get') }.each { type(it) }
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        Files.readString(home.resolve('session.cassette')).contains('CreateDataSource')
        leaks() == []
    }
}
