package dev.dwx.flowspec.lint

import spock.lang.Specification

class SlipsSpec extends Specification {
    def 'one slip of the finger in a short name is a slip, be it a letter or two that are swapped'() {
        expect:
        Slips.meant(given, ['trigger', 'script', 'outputs']) == meant

        where:
        given      || meant
        'trigegr'  || 'trigger'
        'trigge'   || 'trigger'
        'Script'   || 'script'
        'out-puts' || 'outputs'
        'tirgegr'  || null
        'cron'     || null
    }
}
