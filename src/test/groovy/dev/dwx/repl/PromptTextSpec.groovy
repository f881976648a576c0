package dev.dwx.repl

import dev.dwx.render.Look
import spock.lang.Specification

class PromptTextSpec extends Specification {
    static final Look PLAIN = new Look(120, false, true)

    private static PromptText prompt(Map<String, Object> of = [:]) {
        new PromptText(of.sandbox ?: false, of.project as String, of.region as String, of.profile as String, of.environment as String,
                of.readOnly ?: false, of.dryRun ?: false, of.left == null ? OptionalLong.empty() : OptionalLong.of(of.left as long))
    }

    def "it says where calls go and what must not be overlooked, and ends as ever"() {
        expect:
        prompt(of).text(PLAIN, brief) == text

        where:
        of                                                                   | brief || text
        [:]                                                                  | false || 'dwx> '
        [sandbox: true, project: 'orders_dw']                                | false || '[sandbox · orders_dw] dwx> '
        [project: 'orders_dw', region: 'cn-hangzhou', profile: 'work']       | false || '[orders_dw · cn-hangzhou · work] dwx> '
        [project: 'orders_dw', environment: 'Prod', readOnly: true]          | false || '[orders_dw · Prod · read-only] dwx> '
        [project: 'orders_dw', dryRun: true, left: 12]                       | false || '[orders_dw · dry run · calls left: 12] dwx> '
        [sandbox: true, project: 'orders_dw', environment: 'Dev']            | true  || 'dwx> '
        [project: 'orders_dw', environment: 'Prod', left: 0]                 | true  || '[Prod · calls left: 0] dwx> '
    }

    def "Prod is red, and nothing is coloured where colour is not wanted"() {
        expect:
        prompt(environment: 'Prod').text(new Look(120, true, true), false) == '[\u001b[1;31mProd\u001b[0m] dwx> '
        !prompt(environment: 'Prod', sandbox: true, readOnly: true).text(PLAIN, false).contains('\u001b')
    }

    def "in #width columns what is missed least goes first, and warnings stay"() {
        expect:
        prompt(sandbox: true, project: 'orders_dw', region: 'cn-hangzhou', profile: 'work', environment: 'Prod', readOnly: true)
                .text(new Look(width, false, true), false) == text

        where:
        width || text
        130   || '[sandbox · orders_dw · cn-hangzhou · work · Prod · read-only] dwx> '
        112   || '[sandbox · orders_dw · cn-hangzhou · Prod · read-only] dwx> '
        84    || '[sandbox · orders_dw · Prod · read-only] dwx> '
        64    || '[orders_dw · Prod · read-only] dwx> '
        40    || '[Prod · read-only] dwx> '
    }

    def "a name with an escape sequence in it does not reach the terminal"() {
        expect:
        !prompt(project: 'x\u001b[2Jy').text(PLAIN, false).contains('\u001b')
    }
}
