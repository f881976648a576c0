package dev.dwx.texts

import spock.lang.Specification

class TongueSpec extends Specification {
    def 'the language is the property, else DWX_LANG, else the one of the locale'() {
        expect:
        Tongue.of(property, environment) == language

        where:
        property | environment                                               || language
        null     | [:]                                                       || 'en'
        null     | [LANG: 'zh_CN.UTF-8']                                     || 'zh'
        null     | [LANG: 'zh_CN.GB18030']                                   || 'zh'
        null     | [LANG: 'zh']                                              || 'zh'
        null     | [LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'en_US.UTF-8']         || 'en'
        null     | [LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8']         || 'zh'
        null     | [LANG: 'zh_CN.UTF-8', LC_ALL: 'C.UTF-8']                  || 'en'
        null     | [LANG: 'zh_CN.UTF-8', LC_ALL: '']                         || 'zh'
        null     | [LANG: 'zh_CN.UTF-8', DWX_LANG: 'en']                     || 'en'
        null     | [LC_ALL: 'C', DWX_LANG: 'zh']                             || 'zh'
        'en'     | [DWX_LANG: 'zh']                                          || 'en'
        'zh'     | [DWX_LANG: 'en']                                          || 'zh'
        ''       | [DWX_LANG: 'zh-CN']                                       || 'zh'
        null     | [LANG: 'fr_FR.UTF-8']                                     || 'en'
        null     | [LANG: 'zhu_XX']                                          || 'en'
        null     | [LANG: 'en_US.UTF-8', LANGUAGE: 'zh_CN:zh']               || 'zh'
        null     | [LANG: 'zh_CN.UTF-8', LANGUAGE: 'fr:en:zh_CN']            || 'en'
        null     | [LANG: 'C', LANGUAGE: 'zh_CN']                            || 'en'
        null     | [LANG: 'C.UTF-8', LANGUAGE: 'zh_CN']                      || 'en'
        null     | [LANG: 'zh_TW.UTF-8']                                     || 'en'
        null     | [LANG: 'zh_HK.UTF-8']                                     || 'en'
        'zh-Hant'| [:]                                                       || 'en'
        'zh-Hans'| [:]                                                       || 'zh'
    }
}
