package dev.dwx.catalog.discovery

import spock.lang.Specification

class HelpPageSpec extends Specification {
    static final String PAGE = Fixtures.text('overview.html')

    def titles(String page) {
        HelpPage.titles(page, '2024-05-18')
    }

    def "rows are read with their groups from text that holds braces, escaped tags and further statements"() {
        when:
        def titles = titles(PAGE)

        then:
        titles*.name() == ['ListCrates', 'CreateTruck', 'OldCrate', 'FutureCrate']
        titles[0] == new FoundTitle('2024-05-18', 'ListCrates', '仓库', null, '列出箱子 & 标签 }; 样例')
        titles[1] == new FoundTitle('2024-05-18', 'CreateTruck', '车辆', '运输（新）', '新建一辆车')
    }

    def "what stands below an SDK heading is no operation, and the next heading ends that"() {
        expect:
        !titles(PAGE)*.name().any { it in ['SdkOnly', 'InstallSdk'] }
        titles(PAGE)[2].group() == '已废弃'
    }

    def "content in the second place is read when the first is empty"() {
        given:
        def page = 'window.__ICE_PAGE_PROPS__={"docDetailData":{"storeData":{"data":{"title":"t","content":""}},' +
            '"data":{"title":"t","content":"<h2>g</h2><table><tr><td>GetCrate</td><td>one</td></tr></table>"}}}'

        expect:
        titles(page)*.name() == ['GetCrate']
    }

    def "a page that is no filled overview is a failure that names the reason: #reason"() {
        when:
        titles(page)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains(reason)

        where:
        page                                                                                       | reason
        ''                                                                                         | 'does not carry its data'
        '<html><head><title>404 Not Found</title></head></html>'                                   | '404 Not Found'
        '<html><head><title>登录</title></head><body>…</body></html>'                                | '登录'
        'window.__ICE_PAGE_PROPS__ = {"docDetailData":{"storeData":{"data":{"content":"<h2>'       | 'no valid JSON'
        'window.__ICE_PAGE_PROPS__ = {"other":1};'                                                 | 'hold no document'
        prop('t', '')                                                                              | 'no content'
        prop('t', '<p>soon</p>')                                                                   | 'lists no operations'
        prop('页面不存在', '<table><tr><td>GetCrate</td><td>x</td></tr></table>')                       | '不存在'
        prop('t', '<table><tr><td>rm -rf</td><td>x</td></tr><tr><td>箱子</td><td>y</td></tr></table>') | 'do not name an operation'
        PAGE.replace('2024-05-18', '2020-05-18')                                                   | 'version 2020-05-18'
    }

    def "texts from the page cannot steer the terminal"() {
        expect:
        titles(prop('t', '<table><tr><td>GetCrate</td><td>a\\u001b[31mred\\u202eb&nbsp;&nbsp;c</td></tr></table>'))[0].text() ==
            'a[31mredb c'
    }

    def "a header of plain cells is no operation"() {
        expect:
        titles(prop('t', '<table><tr><td>Operation</td><td>Description</td></tr><tr><td>GetCrate</td><td>x</td></tr></table>'))
            *.name() == ['GetCrate']
    }

    static String prop(String title, String content) {
        'window.__ICE_PAGE_PROPS__ = {"docDetailData":{"storeData":{"data":{"title":"' + title + '","content":"' +
            content.replace('"', '\\"') + '"}}}}; more();'
    }
}
