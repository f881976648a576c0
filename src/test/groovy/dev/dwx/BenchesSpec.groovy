package dev.dwx

import java.nio.file.Path
import javax.tools.ToolProvider
import spock.lang.Specification
import spock.lang.TempDir

/** What measures is run by hand, and now and then only: it has to go on fitting what it measures. */
class BenchesSpec extends Specification {
    @TempDir Path folder

    def "every bench compiles against the program"() {
        given:
        def sources = DwxProcess.PROJECT.resolve('src/bench').toFile().listFiles().findAll { it.name.endsWith('.java') }
        def errors = new ByteArrayOutputStream()

        expect:
        sources.size() > 4
        ToolProvider.systemJavaCompiler.run(null, null, errors, *['-proc:none', '-d', folder, '-cp', System.getProperty('java.class.path'), *sources]*.toString()) == 0
        errors.toString() == ''
    }
}
