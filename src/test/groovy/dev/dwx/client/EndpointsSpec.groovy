package dev.dwx.client

import spock.lang.Specification

/** Which host a region has, and what may stand in its place. */
class EndpointsSpec extends Specification {

    def "region #region is served by #host, and by #vpc inside the network"() {
        expect:
        new Endpoints(null, false).of(region).url() == 'https://' + host
        new Endpoints(null, true).of(region).url() == 'https://' + vpc
        (new Endpoints(null, true).of(region).notice() != null) == noticed

        where:
        region                  || host                                            | vpc                                                 | noticed
        'cn-hangzhou'           || 'dataworks.cn-hangzhou.aliyuncs.com'            | 'dataworks-vpc.cn-hangzhou.aliyuncs.com'            | false
        'cn-shanghai'           || 'dataworks.cn-shanghai.aliyuncs.com'            | 'dataworks-vpc.cn-shanghai.aliyuncs.com'            | false
        'cn-shenzhen'           || 'dataworks.cn-shenzhen.aliyuncs.com'            | 'dataworks-vpc.cn-shenzhen.aliyuncs.com'            | false
        'cn-beijing'            || 'dataworks.cn-beijing.aliyuncs.com'             | 'dataworks-vpc.cn-beijing.aliyuncs.com'             | false
        'cn-zhangjiakou'        || 'dataworks.cn-zhangjiakou.aliyuncs.com'         | 'dataworks-vpc.cn-zhangjiakou.aliyuncs.com'         | false
        'cn-chengdu'            || 'dataworks.cn-chengdu.aliyuncs.com'             | 'dataworks-vpc.cn-chengdu.aliyuncs.com'             | false
        'cn-wulanchabu'         || 'dataworks.cn-wulanchabu.aliyuncs.com'          | 'dataworks-vpc.cn-wulanchabu.aliyuncs.com'          | false
        'cn-hongkong'           || 'dataworks.cn-hongkong.aliyuncs.com'            | 'dataworks-vpc.cn-hongkong.aliyuncs.com'            | false
        'ap-southeast-1'        || 'dataworks.ap-southeast-1.aliyuncs.com'         | 'dataworks-vpc.ap-southeast-1.aliyuncs.com'         | false
        'ap-southeast-3'        || 'dataworks.ap-southeast-3.aliyuncs.com'         | 'dataworks-vpc.ap-southeast-3.aliyuncs.com'         | false
        'ap-southeast-5'        || 'dataworks.ap-southeast-5.aliyuncs.com'         | 'dataworks-vpc.ap-southeast-5.aliyuncs.com'         | false
        'ap-northeast-1'        || 'dataworks.ap-northeast-1.aliyuncs.com'         | 'dataworks-vpc.ap-northeast-1.aliyuncs.com'         | false
        'ap-northeast-2'        || 'dataworks.ap-northeast-2.aliyuncs.com'         | 'dataworks-vpc.ap-northeast-2.aliyuncs.com'         | false
        'us-west-1'             || 'dataworks.us-west-1.aliyuncs.com'              | 'dataworks-vpc.us-west-1.aliyuncs.com'              | false
        'us-east-1'             || 'dataworks.us-east-1.aliyuncs.com'              | 'dataworks-vpc.us-east-1.aliyuncs.com'              | false
        'eu-central-1'          || 'dataworks.eu-central-1.aliyuncs.com'           | 'dataworks-vpc.eu-central-1.aliyuncs.com'           | false
        'eu-west-1'             || 'dataworks.eu-west-1.aliyuncs.com'              | 'dataworks-vpc.eu-west-1.aliyuncs.com'              | false
        'me-east-1'             || 'dataworks.me-east-1.aliyuncs.com'              | 'dataworks-vpc.me-east-1.aliyuncs.com'              | false
        'me-central-1'          || 'dataworks.me-central-1.aliyuncs.com'           | 'dataworks-vpc.me-central-1.aliyuncs.com'           | false
        'cn-shanghai-finance-1' || 'dataworks.cn-shanghai-finance-1.aliyuncs.com'  | 'dataworks-vpc.cn-shanghai-finance-1.aliyuncs.com'  | false
        'cn-shenzhen-finance-1' || 'dataworks.cn-shenzhen-finance-1.aliyuncs.com'  | 'dataworks-vpc.cn-shenzhen-finance-1.aliyuncs.com'  | false
        'cn-beijing-finance-1'  || 'dataworks.cn-beijing-finance-1.aliyuncs.com'   | 'dataworks.cn-beijing-finance-1.aliyuncs.com'       | true
        'cn-north-2-gov-1'      || 'dataworks.cn-north-2-gov-1.aliyuncs.com'       | 'dataworks.cn-north-2-gov-1.aliyuncs.com'           | true
        'cn-hangzhou-finance'   || 'dataworks.aliyuncs.com'                        | 'dataworks.aliyuncs.com'                            | true
        'cn-qingdao'            || 'dataworks.aliyuncs.com'                        | 'dataworks.aliyuncs.com'                            | true
        'cn-huhehaote'          || 'dataworks.aliyuncs.com'                        | 'dataworks.aliyuncs.com'                            | true
    }

    def "a region that is not known is tried with a word about it"() {
        expect:
        with(new Endpoints(null, false).of('cn-atlantis')) {
            url() == 'https://dataworks.cn-atlantis.aliyuncs.com'
            notice().contains('cn-atlantis')
        }
    }

    def "option wins over environment, network by option and both variables"() {
        expect:
        Endpoints.of(option, network, environment).of('cn-shanghai').url() == url

        where:
        option             | network  | environment                                                               || url
        'https://a.b:1'    | null     | [DWX_ENDPOINT: 'c.d']                                                     || 'https://a.b:1'
        null               | null     | [DWX_ENDPOINT: 'c.d']                                                     || 'https://c.d'
        null               | 'vpc'    | [:]                                                                       || 'https://dataworks-vpc.cn-shanghai.aliyuncs.com'
        null               | null     | [DWX_NETWORK: 'VPC']                                                      || 'https://dataworks-vpc.cn-shanghai.aliyuncs.com'
        null               | null     | [ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true']                              || 'https://dataworks-vpc.cn-shanghai.aliyuncs.com'
        null               | 'public' | [DWX_NETWORK: 'vpc', ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED: 'true']          || 'https://dataworks.cn-shanghai.aliyuncs.com'
    }

    def "'#text' is an endpoint: #url"() {
        expect:
        Endpoint.parse(text).url() == url

        where:
        text                        || url
        'Dataworks.example.com'     || 'https://dataworks.example.com'
        ' https://a.b:8443/ '       || 'https://a.b:8443'
        'http://127.0.0.1:8080'     || 'http://127.0.0.1:8080'
        'http://localhost:1'        || 'http://localhost:1'
        'http://[::1]:8080'         || 'http://[::1]:8080'
    }

    def "'#text' is no endpoint: #part"() {
        when:
        Endpoint.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(part)
        !e.message.contains('topsecret')

        where:
        text                              || part
        null                              || 'no host name'
        ''                                || 'no host name'
        'a b'                             || 'no host name'
        'ftp://a.b'                       || 'starts with https'
        'http://a.b'                      || 'this machine only'
        'http://127.0.0.1.evil.com'       || 'this machine only'
        'https://u:topsecret@a.b'         || 'a host and perhaps a port'
        'https://a.b/path'                || 'a host and perhaps a port'
        'https://a.b?x=topsecret'         || 'a host and perhaps a port'
        'https://a.b:0'                   || 'between 1 and 65535'
        'https://a.b:70000'               || 'between 1 and 65535'
    }

    def "a network has one of two names"() {
        when:
        Endpoints.of(null, 'moon', [:])

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('public and vpc')
    }
}
