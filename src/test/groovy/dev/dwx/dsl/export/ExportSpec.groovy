package dev.dwx.dsl.export

import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.Session
import dev.dwx.dsl.SessionParts
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.sandbox.Behaviour
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxCall
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import groovy.json.JsonSlurper
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.TempDir

import javax.tools.ToolProvider
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The same call through other tools: what arrives at the endpoint is what dwx itself sends. */
class ExportSpec extends LanguageSpec {
    static final String AWKWARD = '''it's "so"\\n $HOME `id` $(id) \\ %41 a+b*c~d/e & = # ! {} 中文 😀 ' \n\tnew line'''
    static final List<List<String>> CALLS = [
            ['query', "GetNode(Id: '8604388726201130001')"],
            ['query with awkward text', 'ListNodes(Name: awkward, PageSize: 10)'],
            ['form', 'ListProjects(PageSize: 10, Names: ["a b", awkward])'],
            ['JSON', 'CreateNode(Scene: "DATAWORKS_PROJECT", Spec: [version: "1.1.0", kind: "Node", note: awkward, big: 8604388726201130001, spec: [nodes: [[name: "n", script: [runtime: [command: "DIDE_SHELL"]]]]]])'],
            ['numbered list', 'v2020.ListTables(DataSourceType: "odps", PageSize: 1)'],
            ['GET that deletes', 'DeleteDataSource(Id: 5)'],
            ['empty text in a form', 'v2020.CreateFile(FileName: "a", FileType: 10, Content: awkward, FileDescription: "")'],
            ['joined list', 'ListDataSources(Types: ["mysql", "holo"])'],
    ]

    @Shared List<SandboxCall> arrived = Collections.synchronizedList([])
    @Shared @AutoCleanup Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog)
            .withBehaviour({ SandboxCall call -> arrived << call; [RequestId: call.requestId()] } as Behaviour))
    @Shared @AutoCleanup ApiClient client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
            CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))))
    @TempDir Path home

    SessionParts parts() {
        Session.with({ catalog }, client).requests(client).clock(clock).policy(ConfirmationPolicy.YES).guards([])
                .context(dev.dwx.dsl.Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
    }

    def setup() {
        arrived.clear()
        evaluator.variables().awkward = AWKWARD
    }

    private String export(String call, String tool) {
        run(call.replaceFirst(/\(/, ".$tool("))
    }

    private Object sentByDwx(String call) {
        arrived.clear()
        run(call)
        taken()
    }

    private Object taken() {
        // Before a delete, what it touches is looked up.
        def call = arrived.removeLast()
        assert arrived.every { it.operation().name() ==~ /(Get|List).*/ }
        arrived.clear()
        [call.operation().label(), call.arguments()]
    }

    private String process(List<String> command, Map<String, String> more = [:], String input = null) {
        def out = Files.createTempFile(home, 'out', '.txt').toFile()
        def builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).redirectOutput(out)
        builder.environment().keySet().removeIf { it.startsWith('ALIBABA') || it =~ /(?i)_proxy$/ }
        builder.environment().putAll([ALIBABA_CLOUD_ACCESS_KEY_ID: SandboxKeys.ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET: SandboxKeys.SECRET,
                                      LC_ALL: 'C'] + more)
        def process = builder.start()
        process.outputStream.withCloseable { if (input != null) it.write(input.getBytes(StandardCharsets.UTF_8)) }
        assert process.waitFor(60, TimeUnit.SECONDS)
        def text = out.getText('UTF-8')
        assert process.exitValue() == 0: text
        text
    }

    private static Map<String, String> decoded(String form) {
        form.split('&').collectEntries { it.split('=', 2).collect { part -> URLDecoder.decode(part, 'UTF-8') } }
    }

    static boolean has(String... tools) {
        tools.every { tool -> System.getenv('PATH').split(File.pathSeparator).any { Files.isExecutable(Path.of(it, tool)) } }
    }

    @Requires({ ExportSpec.has('sh', 'curl', 'openssl', 'od') })
    def "the shell script signs with openssl and sends the same: #what"() {
        given:
        def script = export(call, 'curl')

        expect:
        process(['sh', '-c', script]).contains('RequestId')
        taken() == sentByDwx(call)
        !script.contains(SandboxKeys.SECRET + '\n') && !script.contains("'sandbox'")

        where:
        [what, call] << CALLS
    }

    @Requires({ ExportSpec.has('sh', 'curl', 'openssl', 'od') })
    def "the shell script signs for temporary credentials too"() {
        when:
        process(['sh', '-c', export("ListProjects(PageSize: 10)", 'curl')], [ALIBABA_CLOUD_ACCESS_KEY_ID: SandboxKeys.STS_ID,
                ALIBABA_CLOUD_ACCESS_KEY_SECRET: SandboxKeys.STS_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN: SandboxKeys.STS_TOKEN])

        then:
        taken()[0] == 'ListProjects (2024-05-18)'
    }

    def "no secret of a call is in any export, and each says where it has to come from"() {
        given:
        def call = """CreateDataSource(Name: 'sales', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode',
            ConnectionProperties: [username: 'root', password: 'hunter2'])"""

        when:
        def text = export(call, tool)

        then:
        !text.contains('hunter2')
        text.contains('****** stands where a secret was left out')
        text.contains('root')

        where:
        tool << ['curl', 'python', 'java', 'cli']
    }

    @Requires({ ExportSpec.has('sh', 'curl', 'openssl', 'od') })
    def "an argument that is a secret as a whole is read from the environment"() {
        given:
        def secret = "https://user:p'ss w\$rd \"中文\" 100% +~-_.*\\"
        evaluator.variables().secret = secret
        def call = "ImportCertificate(CertificateFile: secret, Name: 'ca')"

        when:
        def texts = ['curl', 'python', 'java', 'cli'].collectEntries { [it, export(call, it)] }
        def variable = (texts.cli =~ /"\$(DWX_\w+)"/)[0][1] as String
        process(['sh', '-c', texts.curl as String], [(variable): secret])

        then:
        taken() == sentByDwx(call)
        texts.values().every { !it.contains('ss w') && it.contains(variable) }
    }

    def "the Java class compiles and sends the same: #what"() {
        given:
        def text = export(call, 'java')
        def name = (text =~ /public class (\w+)/)[0][1] as String
        def file = Files.writeString(home.resolve(name + '.java'), text, StandardCharsets.US_ASCII)
        def messages = new ByteArrayOutputStream()

        expect:
        ToolProvider.systemJavaCompiler.run(null, messages, messages, '-Xlint:all', '-Werror', '-proc:none', '-encoding', 'US-ASCII',
                '-cp', System.getProperty('java.class.path'), '-d', home.toString(), file.toString()) == 0 || messages.toString() == ''
        process([Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1', '-cp',
                 "$home${File.pathSeparator}${System.getProperty('java.class.path')}".toString(), name]).contains('RequestId')
        taken() == sentByDwx(call)

        where:
        [what, call] << CALLS.findAll { it[0] in ['query with awkward text', 'empty text in a form'] }
    }

    @Requires({ ExportSpec.has('python3') })
    def "the Python program is one, and gives the library the same: #what"() {
        given: 'the vendor\'s modules, as far as the program uses them; they print what they are given'
        def modules = Files.createDirectories(home.resolve('alibabacloud_tea_openapi')).parent
        Files.createDirectories(modules.resolve('alibabacloud_tea_util'))
        Files.writeString(modules.resolve('alibabacloud_tea_openapi/__init__.py'), '')
        Files.writeString(modules.resolve('alibabacloud_tea_util/__init__.py'), '')
        Files.writeString(modules.resolve('alibabacloud_tea_util/models.py'), 'class RuntimeOptions: pass\n')
        Files.writeString(modules.resolve('alibabacloud_tea_openapi/models.py'),
                'class Given(dict):\n    def __init__(self, **given): super().__init__(given)\n'
                        + 'class Config(Given): pass\nclass Params(Given): pass\nclass OpenApiRequest(Given): pass\n')
        Files.writeString(modules.resolve('alibabacloud_tea_openapi/client.py'), '''class Client:
    def __init__(self, config): self.config = config
    def call_api(self, params, request, runtime):
        if isinstance(request.get('body'), bytes): request['body'] = request['body'].decode()
        return {'body': {'config': self.config, 'params': params, 'request': request}}
''')
        def program = Files.writeString(home.resolve('call.py'), export(call, 'python'))

        when:
        def given = new JsonSlurper().parseText(process(['python3', program.toString()], [PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1']))
        run(call)
        def operation = arrived.removeLast().operation()
        def wire = client.prepare(operation, session.plan(operation, run("[" + (call =~ /(?s)\((.*)\)$/)[0][1] + "]") as Map, false).arguments())

        then:
        given.config.access_key_id == SandboxKeys.ID
        given.config.endpoint == sandbox.endpoint() - 'http://'
        given.params.action == operation.name()
        given.params.version == operation.version()
        given.params.method == wire.method()
        given.request.query == wire.query()
        (given.params.req_body_type == 'byte' ? decoded(given.request.body as String) : given.request.body ?: [:]) == wire.form()

        where:
        [what, call] << CALLS.findAll { it[0] in ['query with awkward text', 'JSON', 'empty text in a form'] }
    }

    @Requires({ ExportSpec.has('sh') })
    def "the command line gives the aliyun tool the same words: #what"() {
        given:
        Files.createDirectories(home.resolve('bin'))
        def tool = Files.writeString(home.resolve('bin/aliyun'), '#!/bin/sh\nfor word; do printf \'%s\\0\' "$word"; done\n')
        tool.toFile().executable = true

        when:
        def words = process(['sh', '-c', export(call, 'cli')], [PATH: "${home.resolve('bin')}:${System.getenv('PATH')}".toString()])
                .split('\0') as List
        run(call)
        def operation = arrived.removeLast().operation()
        def wire = client.prepare(operation, session.plan(operation, run("[" + (call =~ /(?s)\((.*)\)$/)[0][1] + "]") as Map, false).arguments())

        then:
        words.take(7) == ['dataworks-public', operation.name(), '--version', operation.version(), '--method', wire.method(), '--force']
        words.drop(7).take(5) == ['--region', 'cn-shanghai', '--endpoint', sandbox.endpoint() - 'http://', '--insecure']
        words.drop(12).collate(2) == (wire.query() + wire.form()).collect { ['--' + it.key, it.value] }

        where:
        [what, call] << CALLS
    }

    def "nothing is sent by writing a call down, and wrong arguments are told"() {
        when:
        ['curl', 'python', 'java', 'cli'].each { export("DeleteNode(Id: '1')", it) }

        then:
        arrived.empty
        refusal('ListProjects.curl(PageSiz: 1)').code() == 'dwx.BadArguments'
    }
}
