package dev.dwx.sandbox

import com.aliyun.dataworks_public20200518.Client
import com.aliyun.dataworks_public20200518.models.CreateImportMigrationRequest
import com.aliyun.dataworks_public20200518.models.GetNodeRequest
import com.aliyun.dataworks_public20200518.models.ListProjectsRequest
import com.aliyun.dataworks_public20200518.models.RunSmokeTestRequest
import com.aliyun.fileform.models.FileField
import com.aliyun.oss.Client as OssClient
import com.aliyun.oss.models.Config as OssConfig
import com.aliyun.oss.models.PostObjectRequest
import com.aliyun.ossutil.models.RuntimeOptions as OssRuntime
import com.aliyun.teaopenapi.models.Config
import dev.dwx.catalog.SnapshotCatalog
import java.nio.charset.StandardCharsets
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The vendor's typed SDK of the legacy version, and with it the upload of a file in three steps. */
class LegacySdkSpec extends Specification {
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()))

    Client client() {
        def host = URI.create(sandbox.endpoint()).authority
        new Client(new Config().setAccessKeyId('sandbox').setAccessKeySecret('sandbox').setEndpoint(host).setProtocol('http')
                .setRegionId('cn-shanghai').setOpenPlatformEndpoint(host))
    }

    def "typed calls are accepted and their answers read"() {
        expect:
        client().listProjects(new ListProjectsRequest().setPageSize(10)).body.pageResult.projectList.size() == 2
        client().getNode(new GetNodeRequest().setNodeId(700001L).setProjectEnv('PROD')).body.data.nodeId == 700001L
        client().runSmokeTest(new RunSmokeTestRequest().setBizdate('2026-03-14 00:00:00').setName('n').setNodeId(1L).setProjectEnv('PROD')).body.success
    }

    def "a file is authorised, posted to the storage by the vendor's client, and named in the call"() {
        given:
        def content = 'a file\r\nwith --lines\r\nand 中文'.getBytes(StandardCharsets.UTF_8)
        def leave = new SigningClient(sandbox.endpoint()).call('GET', 'AuthorizeFileUpload', '2019-12-19')
                .query('Product', 'dataworks-public').query('RegionId', 'cn-shanghai').signV3().send().json()
        def storage = new OssClient(new OssConfig().setType('access_key').setAccessKeyId(leave.AccessKeyId).setAccessKeySecret('unused')
                .setEndpoint(leave.Endpoint).setProtocol('http').setRegionId('cn-shanghai'))

        when:
        storage.postObject(new PostObjectRequest().setBucketName(leave.Bucket).setHeader(new PostObjectRequest.PostObjectRequestHeader()
                .setAccessKeyId(leave.AccessKeyId).setPolicy(leave.EncodedPolicy).setSignature(leave.Signature).setKey(leave.ObjectKey)
                .setSuccessActionStatus('201').setFile(new FileField(filename: leave.ObjectKey, content: new ByteArrayInputStream(content), contentType: ''))),
                new OssRuntime())
        def address = "http://${leave.Bucket}.${leave.Endpoint}/${leave.ObjectKey}".toString()

        then:
        address.startsWith(sandbox.endpoint() + '/upload/')
        URI.create(address).toURL().bytes == content
        client().createImportMigration(new CreateImportMigrationRequest().setName('m').setProjectId(10001L).setPackageType('DATAWORKS_MODEL')
                .setPackageFile(address)).body.success
        sandbox.log().of('AuthorizeFileUpload').last().status() == 200
    }

    def "an upload that was not authorised is refused as the storage does: #what"() {
        given:
        def leave = new SigningClient(sandbox.endpoint()).call('GET', 'AuthorizeFileUpload', '2019-12-19')
                .query('Product', 'dataworks-public').query('RegionId', 'cn-shanghai').signV1().send().json()
        def fields = [OSSAccessKeyId: leave.AccessKeyId, policy: leave.EncodedPolicy, Signature: leave.Signature, key: leave.ObjectKey,
                      success_action_status: '201'] + change
        def call = new SigningClient(sandbox.endpoint()).call('POST', null, null)
        call.header('content-type', 'multipart/form-data; boundary=bnd')
        call.body = (fields.collect { k, v -> "--bnd\r\nContent-Disposition: form-data; name=\"$k\"\r\n\r\n$v\r\n" }.join('') +
                '--bnd\r\nContent-Disposition: form-data; name="file"; filename="f"\r\nContent-Type: \r\n\r\nhello\r\n--bnd--\r\n').getBytes(StandardCharsets.UTF_8)

        expect:
        def answer = call.send()
        answer.status() == status
        answer.body().contains(text)

        where:
        what                | change                        || status | text
        'nothing wrong'     | [:]                           || 201    | '<PostResponse>'
        'another key'       | [key: 'upload/x']             || 403    | '<Code>AccessDenied</Code>'
        'another signature' | [Signature: 'x']              || 403    | '<Code>SignatureDoesNotMatch</Code>'
        'another policy'    | [policy: 'e30=']              || 403    | '<Code>SignatureDoesNotMatch</Code>'
        'another id'        | [OSSAccessKeyId: 'sandbox']   || 403    | '<Code>InvalidAccessKeyId</Code>'
    }

    def "a form that does not end is refused"() {
        given:
        def call = new SigningClient(sandbox.endpoint()).call('POST', null, null)
        call.header('content-type', "multipart/form-data$boundary")
        call.body = text.getBytes(StandardCharsets.UTF_8)

        expect:
        call.send().status() == 400

        where:
        boundary        | text
        ''              | 'x'
        '; boundary=b'  | '--b'
        '; boundary=b'  | '--b\r\n\r\n'
        '; boundary=b'  | '--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nvalue'
        '; boundary=b'  | '--b--'
    }
}
