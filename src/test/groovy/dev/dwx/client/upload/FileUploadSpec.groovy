package dev.dwx.client.upload

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.CallWatcher
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoint
import dev.dwx.client.Endpoints
import dev.dwx.client.LoopbackServer
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Session
import dev.dwx.safety.AuditLog
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class FileUploadSpec extends Specification {
    static final String CALL = "CreateResource(Spec: [version: '1.1.0', kind: 'Resource', spec: [fileResources: [[name: 'udf.jar']]]], ResourceFile: "

    @Shared ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared @AutoCleanup Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog))
    @TempDir Path directory
    List<List> progress = []
    CallWatcher watcher = new CallWatcher() {
        @Override
        void uploading(String file, long sentBytes, long ofBytes) {
            progress << [file, sentBytes, ofBytes]
        }
    }
    @AutoCleanup FileUpload uploads
    @AutoCleanup ApiClient client

    private Object run(String source, Map<String, Object> variables = [:], String platform = sandbox.endpoint()) {
        def settings = ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
                CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET)))
        client = ApiClient.create(settings)
        uploads = new FileUpload(settings, Endpoint.parse(platform), false)
        def session = Session.with({ catalog }, new UploadingCaller(client, uploads))
                .audit(new AuditLog(directory.resolve('audit.jsonl'), Clock.systemUTC(), { null }))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withWatcher(watcher)).begin()
        def evaluator = new GroovyEvaluator(session)
        evaluator.variables().putAll(variables)
        try {
            return evaluator.evaluate(source, 'cell')
        } catch (dev.dwx.dsl.ScriptFailure e) {
            throw e.cause
        }
    }

    private String sentAddress() {
        sandbox.log().of('CreateResource').last().form().ResourceFile
    }

    def "a local file, given as #form, goes up in three steps and its address is what is sent"() {
        given:
        def content = 'a file\r\nwith --lines\r\nand 中文'.getBytes('UTF-8')
        def path = Files.write(directory.resolve('ud f.jar'), content)

        when:
        run(CALL + source + ')', [path: path, bytes: content])

        then:
        sentAddress().startsWith('http://127.0.0.1:')
        new URL(sentAddress()).bytes == content
        sandbox.log().of('AuthorizeFileUpload').last().with {
            method() == 'GET' && query().Product == 'dataworks-public' && status() == 200
        }
        progress.last()[1..2] == [content.length, content.length]

        and: 'the audit log names the file, not a path into somebody\'s home'
        def line = Files.readString(directory.resolve('audit.jsonl')).readLines()[0]
        form == 'bytes' || form == 'stream' || line.contains('local file ud f.jar (')
        !line.contains(directory.toString())

        where:
        form      | source
        'word'    | 'file(path.toString())'
        'File'    | 'path.toFile()'
        'Path'    | 'path'
        'bytes'   | 'bytes'
        'stream'  | 'new ByteArrayInputStream(bytes)'
    }

    def "an address passes through and nothing is uploaded"() {
        when:
        run(CALL + "'https://bucket.oss-cn-shanghai.aliyuncs.com/udf.jar?Expires=1&Signature=x')")

        then:
        sentAddress() == 'https://bucket.oss-cn-shanghai.aliyuncs.com/udf.jar?Expires=1&Signature=x'
        progress.empty
    }

    def "what is no file is refused before anything is sent: #given"() {
        given:
        Files.createFile(directory.resolve('empty.jar'))
        int before = sandbox.log().of('AuthorizeFileUpload').size() + sandbox.log().of('CreateResource').size()

        when:
        run(CALL + given + ')', [directory: directory])

        then:
        def refused = thrown(Exception)
        (refused.message.contains(told))
        sandbox.log().of('AuthorizeFileUpload').size() + sandbox.log().of('CreateResource').size() == before

        where:
        given                                          | told
        "'build/udf.jar'"                              | "ResourceFile: file('build/udf.jar')"
        "file('/no/such/file.jar')"                    | 'there is no file /no/such/file.jar'
        "directory.toFile()"                           | 'is a directory'
        "directory.resolve('empty.jar')"               | 'is empty'
        '42'                                           | 'takes a file or its address'
    }

    def "a file of some megabytes is read as it is sent, and told piece by piece"() {
        given:
        def content = new byte[6_000_000]
        new Random(7).nextBytes(content)

        when:
        run(CALL + 'bytes)', [bytes: content])

        then:
        new URL(sentAddress()).bytes == content
        progress.size() > 50
        progress*.get(1) == progress*.get(1).sort()
        progress.last()[1] == content.length
    }

    def "a file that changes between writing the call and sending it is not sent"() {
        given:
        def path = Files.writeString(directory.resolve('udf.jar'), 'first')

        when:
        run('f = file(path.toString()); path.toFile() << "more"; ' + CALL + 'f)', [path: path])

        then:
        def refused = thrown(ApiException)
        refused.stage() == ApiException.Stage.NOT_SENT
        refused.code() == 'dwx.UploadFailed'
        refused.message.contains('has changed since the call was written: 5 bytes then, 9 now')
    }

    private static String leave(String bucket, String endpoint) {
        """{"RequestId":"L","AccessKeyId":"id","EncodedPolicy":"cA==","Signature":"s","Bucket":"$bucket","Endpoint":"$endpoint","ObjectKey":"k","UseAccelerate":false}"""
    }

    def "a file goes to no host but the vendor's, whatever the open platform names: #endpoint"() {
        given:
        def platform = new LoopbackServer()
        platform.alwaysJson(200, leave(bucket, endpoint))

        when:
        run(CALL + '"a".bytes)', [:], platform.url())

        then:
        def refused = thrown(ApiException)
        refused.stage() == ApiException.Stage.NOT_SENT
        refused.message.contains("a storage that is not the vendor's")
        platform.requests().size() == 1

        cleanup:
        platform.close()

        where:
        bucket | endpoint
        'b'    | 'evil.example.com'
        'b'    | 'oss.aliyuncs.com.evil.example.com'
        'b'    | 'evil.example.com/.aliyuncs.com'
        'b@e'  | 'evil.example.com#.aliyuncs.com'
    }

    def "a storage that #what is told, and the operation is not called"() {
        given:
        int before = sandbox.log().of('CreateResource').size()
        def platform = new LoopbackServer()
        platform.always { request, connection ->
            if (request.method() == 'GET') {
                LoopbackServer.write(connection, LoopbackServer.reply(200, 'application/json', leave('127', "0.0.1:${platform.port()}")))
            } else if (reply == null) {
                connection.close()
            } else {
                LoopbackServer.write(connection, LoopbackServer.reply(reply[0], 'application/xml', reply[1]))
            }
        }

        when:
        run(CALL + '"a".bytes)', [:], platform.url())

        then:
        def refused = thrown(ApiException)
        refused.stage() == ApiException.Stage.NOT_SENT
        refused.message.contains(told)
        refused.message.contains('CreateResource was not sent')
        platform.requests().count { it.method() == 'POST' } == posts
        sandbox.log().of('CreateResource').size() == before

        cleanup:
        platform.close()

        where:
        what                    | reply                                                                        | told                         | posts
        'refuses'               | [403, '<Error><Code>AccessDenied</Code><Message>Policy expired.</Message></Error>'] | 'AccessDenied, Policy expired.' | 1
        'answers with a page'   | [200, '<html>welcome</html>']                                                 | 'HTTP 200'                   | 1
        'holds something else'  | [201, '<PostResponse><ETag>"00000000000000000000000000000000"</ETag></PostResponse>'] | 'other bytes than were sent' | 1
        'hangs up'              | null                                                                         | 'could not be uploaded'      | 3
    }

    def "leave that is refused names the open platform and keeps the code"() {
        given:
        def platform = new LoopbackServer()
        platform.alwaysJson(403, '{"RequestId":"L","Code":"NoPermission","Message":"no"}')

        when:
        run(CALL + '"a".bytes)', [:], platform.url())

        then:
        def refused = thrown(ApiException)
        refused.code() == 'NoPermission'
        refused.stage() == ApiException.Stage.NOT_SENT
        refused.why().contains("leave to upload the file was refused by 127.0.0.1:${platform.port()}")

        cleanup:
        platform.close()
    }

    def "the storage's host is made from bucket and endpoint, the internal one where that is wanted"() {
        expect:
        new UploadLeave('i', 'p', 's', 'bkt', 'oss-cn-shanghai.aliyuncs.com', 'k').with { [host(false), host(true), address()] } ==
                ['bkt.oss-cn-shanghai.aliyuncs.com', 'bkt.oss-cn-shanghai-internal.aliyuncs.com', 'http://bkt.oss-cn-shanghai.aliyuncs.com/k']
        new UploadLeave('i', 'p', 's', 'b', 'oss-cn-shanghai-internal.aliyuncs.com', 'k').host(true) == 'b.oss-cn-shanghai-internal.aliyuncs.com'
        FileUpload.platform(Endpoints.of(null, null, [:]), [:]).url() == 'https://openplatform.aliyuncs.com'
        FileUpload.platform(Endpoints.of('http://127.0.0.1:8', null, [:]), [:]).url() == 'http://127.0.0.1:8'
        FileUpload.platform(Endpoints.of('dataworks.example.com', null, [:]), [:]).url() == 'https://openplatform.aliyuncs.com'
        FileUpload.platform(Endpoints.of(null, null, [:]), [DWX_OPENPLATFORM_ENDPOINT: 'https://op.example.com']).url() == 'https://op.example.com'
    }

    def "sizes read as people say them"() {
        expect:
        [999L, 1000L, 12_400_000L, 999_999L, 5L << 30].collect { LocalFile.words(it) } == ['999 B', '1.0 kB', '12 MB', '1.0 MB', '5.4 GB']
    }

    def "an upload that is called off ends at once, and the call is not sent"() {
        given:
        def path = Files.write(directory.resolve('big.jar'), new byte[4_000_000])
        def before = sandbox.log().of('CreateResource').size()
        watcher = new CallWatcher() {
            @Override
            void uploading(String file, long sentBytes, long ofBytes) {
                uploads.cancel(Thread.currentThread())
            }
        }

        when:
        run(CALL + "new File('$path'))")

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.Cancelled'
        e.stage() == ApiException.Stage.NOT_SENT
        sandbox.log().of('CreateResource').size() == before
    }
}
