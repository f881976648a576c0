package dev.dwx.dsl.progress

import spock.lang.Specification

import java.time.Duration

class ProgressTextSpec extends Specification {
    long now

    private Doing doing(String what) {
        new Doing(what, { now }, { })
    }

    private void pass(double seconds) {
        now += (seconds * 1_000_000_000d) as long
    }

    private Moment listing() {
        def doing = doing('ListNodes.all')
        25.times { pass(1); doing.done(48 * (it + 1), 3400) }
        doing.moment()
    }

    def "a listing tells how far it is, how fast, for how long, until when, and how to leave: in #columns columns"() {
        expect:
        ProgressText.draw(listing(), columns, true) == line

        where:
        columns | line
        100     | 'ListNodes.all: 1,200 of 3,400 · 48 a second · 25 s, 45 s left ▕███▌      ▏ Ctrl-C stops'
        79      | 'ListNodes.all: 1,200 of 3,400 · 48 a second · 25 s, 45 s left · Ctrl-C stops'
        70      | 'ListNodes.all: 1,200 of 3,400 · 25 s, 45 s left · Ctrl-C stops'
        50      | 'ListNodes.all: 1,200 of 3,400 · 25 s, 45 s left'
        20      | 'ListNodes.all: 1,20…'
        0       | ''
    }

    def "a long name loses its middle before the time or the way out goes: in #columns columns"() {
        given:
        def run = doing('pipeline run 6407fe1b-85f0-4372-b4f8-637b85805e2c of workflow my_second (7111407194817800017)').leave('Ctrl-C leaves it running')
        pass(3)
        run.state('PROD_CHECK Running')

        expect:
        ProgressText.draw(run.moment(), columns, true) == line

        where:
        columns | line
        109     | 'pipeline run 6407fe1b-85f0-…second (7111407194817800017): PROD_CHECK Running · 3 s · Ctrl-C leaves it running'
        79      | 'pipeline run…194817800017): PROD_CHECK Running · 3 s · Ctrl-C leaves it running'
        50      | 'pipeline ru…94817800017): PROD_CHECK Running · 3 s'
        40      | 'pipeline run 6407fe1b-85f0-4372-b4f8-63…'
    }

    def "where how it stands is as long, the time and the way out stay"() {
        given:
        def run = doing('pipeline run 6407fe1b-85f0-4372-b4f8-637b85805e2c of workflow g2 (8883394636031740007)').leave('Ctrl-C leaves it running')
        pass(3)
        run.state('BUILD_PACKAGE ✓ › DEV_CHECK ✓ › DEV running › PROD_CHECK › PROD')

        expect:
        ProgressText.draw(run.moment(), 79, true) == 'pipeline r…36031740007): BUILD_PACKAGE ✓ › DE… · 3 s · Ctrl-C leaves it running'
        ProgressText.draw(run.moment(), 99, true) == 'pipeline ru…36031740007): BUILD_PACKAGE ✓ › DEV_CHECK ✓ › DEV run… · 3 s · Ctrl-C leaves it running'
    }

    def "without Unicode the same in ASCII"() {
        expect:
        ProgressText.draw(listing(), 100, false) == 'ListNodes.all: 1,200 of 3,400 - 48 a second - 25 s, 45 s left [###.......] Ctrl-C stops'
    }

    def "a call tells its name and its time; what holds it up stands beside"() {
        given:
        def call = doing('waiting for ListNodes')
        pass(3.9)

        expect:
        ProgressText.draw(call.moment(), 80, true) == 'waiting for ListNodes · 3 s · Ctrl-C stops'

        when:
        call.pause('HTTP 503, next try in 4 s')

        then:
        ProgressText.draw(call.moment(), 80, true) == 'waiting for ListNodes: HTTP 503, next try in 4 s · 3 s · Ctrl-C stops'
    }

    def "a batch is shown with what one of its calls waits for"() {
        given:
        def batch = doing('eachParallel').leave('Ctrl-C stops all')
        def call = doing('waiting for GetNode').pause('throttled, next try in 2 s')
        pass(2)
        batch.done(0, 10)

        expect:
        ProgressText.draw(batch.moment(call), 120, true) == 'eachParallel: 0 of 10: throttled, next try in 2 s · 2 s ▕          ▏ Ctrl-C stops all'
    }

    def "a wait tells how it stands and when it is given up"() {
        given:
        def wait = doing('task instance 5').limit(Duration.ofMinutes(10)).leave('Ctrl-C leaves it running').state('Running')
        pass(65)

        expect:
        ProgressText.draw(wait.moment(), 120, true) == 'task instance 5: Running · 1 m 05 s of 10 m · Ctrl-C leaves it running'
    }

    def "nothing is foretold before it is known, and not while it stands still"() {
        given:
        def doing = doing('x')

        when: 'the first piece came at once'
        pass(0.1)
        doing.done(10, 100)

        then:
        doing.moment().left() == null
        doing.moment().rate() < 0

        when:
        pass(1.9)
        doing.done(20, 100)

        then:
        doing.moment().left() != null

        when: 'then nothing comes for a long time'
        def before = doing.moment().left()
        pass(60)

        then:
        doing.moment().left() > before

        when: 'it is done'
        doing.done(100, 100)

        then:
        doing.moment().left() == null
    }

    def "one slow piece does not throw the estimate about"() {
        given:
        def doing = doing('x')
        20.times { pass(1); doing.done((it + 1) * 10, 1000) }
        def before = doing.moment().left().toSeconds()

        when:
        pass(2)
        doing.done(201, 1000)

        then:
        doing.moment().left().toSeconds() < before * 1.5
    }

    def "slow work is told by the minute and by the hour, failures are counted"() {
        given:
        def doing = doing('backfill')
        pass(seconds)
        doing.done(count, 100).failed(1)

        expect:
        ProgressText.draw(doing.moment(), 150, true).startsWith(line)

        where:
        seconds | count || line
        60      | 6     || 'backfill: 6 of 100, 1 failed · 6 a minute · 1 m'
        7200    | 4     || 'backfill: 4 of 100, 1 failed · 2 an hour · 2 h'
    }
}
