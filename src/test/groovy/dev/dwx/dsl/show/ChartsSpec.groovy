package dev.dwx.dsl.show

import dev.dwx.render.Look
import dev.dwx.render.chart.Chart
import dev.dwx.render.chart.ChartImage
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.ZoneId
import javax.imageio.ImageIO
import javax.xml.parsers.DocumentBuilderFactory
import spock.lang.Specification
import spock.lang.TempDir

class ChartsSpec extends Specification {
    private static final ROWS = [
            [TaskName: 'ods_orders', Status: 'Success', StartedTime: 1773506400000L, FinishedTime: 1773506700000L],
            [TaskName: '数据开发', Status: 'Failure', StartedTime: 1773506400000L, FinishedTime: 1773506412000L],
            [TaskName: 'ads', Status: 'Success', StartedTime: 1773506400000L]]

    @TempDir
    Path directory

    private static Chart bars(Object value, Object... how) {
        Charts.of(Chart.Style.BARS, '', value, how)
    }

    private static String drawn(Chart chart, int width = 40, boolean unicode = true) {
        chart.drawn(new Look(width, false, unicode))
    }

    def 'counts as bars'() {
        expect:
        drawn(bars([Success: 86, Failure: 2, None: 0])) == '''\
  Success  █████████████████████████  86
  Failure  ▌                           2
  None                                 0'''
        drawn(bars([a: [1, 2], b: [3]]), 20, false) == '''\
  a  ############  2
  b  ######        1'''
    }

    def 'durations of instances, from both versions\' fields; what has not ended has no bar'() {
        expect:
        drawn(bars(ROWS)) == '''\
  ods_orders  ██████████████████  5m 00s
  数据开发    ▋                      12s
  1 row has no value'''
        drawn(bars(ROWS, 'TaskName', Measure.DURATION)) == drawn(bars(ROWS))
        drawn(bars(ROWS, 'TaskName', { RunTime.of(it) })) == drawn(bars(ROWS))
        RunTime.of([BeginRunningTime: 1000L, FinishTime: 3500L]) == Duration.ofMillis(2500)
        bars(ROWS).value() == [[label: 'ods_orders', seconds: 300.0], [label: '数据开发', seconds: 12.0]]
    }

    def 'the values of one field are counted'() {
        expect:
        bars(ROWS, 'Status').value() == [[label: 'Success', value: 2], [label: 'Failure', value: 1]]
    }

    def 'a line of little columns'() {
        expect:
        drawn(Charts.of(Chart.Style.SPARK, 'days', [1, 4, 8, 2])) == '''\
  days
  ▁▄█▂  1 to 8'''
        drawn(Charts.of(Chart.Style.SPARK, '', [3, 3]), 40, false) == '  __  3 to 3'
    }

    def 'what cannot be drawn is refused'() {
        when:
        bars(value, *how)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)

        where:
        value       | how                     | message
        3           | []                      | 'A chart takes a map of numbers'
        [a: 'x']    | []                      | "'x' cannot be drawn: it is no number"
        ROWS        | ['Taskname', 'Status']  | "There is no field 'Taskname'; a row has [TaskName, Status"
        [[a: 1]]    | []                      | 'A chart takes a map of numbers'
        [a: 1, b: Duration.ZERO] | []         | 'A chart has numbers or durations, not both'
    }

    def 'files: the same chart gives the same bytes, Chinese labels are in the SVG'() {
        given:
        def image = new ChartImage(bars(ROWS))
        def latin = new ChartImage(bars(ROWS.take(1)))

        when:
        def picture = ImageIO.read(new ByteArrayInputStream(image.png()))

        then:
        picture.width >= 600
        picture.height == 500
        (0..<picture.width).any { (picture.getRGB(it, 250) & 0xffffff) == 0x2f6fb3 }
        image.svg() == new ChartImage(bars(ROWS)).svg()
        latin.svg() == new ChartImage(bars(ROWS.take(1))).svg()
        DocumentBuilderFactory.newInstance().with { setFeature('http://apache.org/xml/features/nonvalidating/load-external-dtd', false); it }
                .newDocumentBuilder().parse(new ByteArrayInputStream(latin.svg())).documentElement.nodeName == 'svg'
        image.legible() || new String(image.svg(), 'UTF-8').contains('>数据开发</text>')
    }

    def 'a file in the form of its ending; one that is there is replaced, which is said'() {
        given:
        def file = directory.resolve('rows.' + ending)

        when:
        def said = new SavedFile(file).write(value, { ZoneId.of('UTC') })

        then:
        said == "Wrote $file, ${Files.size(file)} bytes"
        Files.readString(file).startsWith(begins)
        new SavedFile(file).write(value, { ZoneId.of('UTC') }).startsWith("Replaced $file, ")
        directory.toFile().list() == [file.fileName.toString()] as String[]

        where:
        ending | value             | begins
        'json' | [[a: 1]]          | '[{"a":1}]\n'
        'csv'  | [[a: 1]]          | 'a\n1\n'
        'yaml' | [[a: 1]]          | '- a: 1\n'
        'md'   | [[a: 1]]          | '| a |\n'
        'tree' | [[a: 1]]          | '└─ 0\n'
        'txt'  | [[CreateTime: 0]] | '  CreateTime\n'
        'svg'  | bars(ROWS.take(1)) | '<?xml version="1.0"'
    }

    def 'an ending that says no form, and a picture of what is no chart, are refused'() {
        when:
        new SavedFile(directory.resolve(name)).write([1], { ZoneId.of('UTC') })

        then:
        def e = thrown(IllegalArgumentException)
        e.message.startsWith(message)
        directory.toFile().list().length == 0

        where:
        name    | message
        'x.doc' | "The ending of 'x.doc' says no form"
        'x'     | "The ending of 'x' says no form"
        'x.png' | 'Only a chart becomes a picture'
    }
}
