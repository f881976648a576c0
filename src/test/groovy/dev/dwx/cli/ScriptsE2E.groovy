package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.SandboxServer
import groovy.json.JsonSlurper
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import javax.xml.parsers.DocumentBuilderFactory
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/** Scripts through the real program against a sandbox of its own process, over a socket. */
class ScriptsE2E extends Specification {
    @Shared @TempDir Path home
    @Shared SandboxServer server
    @Shared DwxProcess dwx

    def setupSpec() {
        server = new SandboxServer(new DwxProcess(home))
        dwx = new DwxProcess(home).against(server.endpoint)
    }

    def cleanupSpec() {
        server?.close()
    }

    private Path script(String name, String text) {
        Files.writeString(home.resolve(name), text)
    }

    def "a call from -e, a file and a pipe gives the same data"() {
        given:
        def call = 'ListProjects(PageSize: 10)'
        def file = script('projects.dwx', call + '\n')

        when:
        def runs = [dwx.run('-o', 'json', '-e', call), dwx.run('-o', 'json', 'run', file.toString()),
                    dwx.run('-o', 'json', file.toString()), dwx.run(call, ['-o', 'json']), dwx.run(call, ['-o', 'json', '-'])]
        def data = runs.collect { new JsonSlurper().parseText(it.out).PagingInfo }

        then:
        runs.every { it.code == 0 }
        data.every { it == data[0] }
        data[0].Projects*.Name == ['orders_dw', 'risk_dw']
    }

    def "data goes to standard output, all else to standard error, without colour"() {
        when:
        def run = dwx.run('-e', 'println "printed"; ListProjects()')

        then:
        run.out.startsWith('printed\n')
        run.out.contains('orders_dw')
        !run.out.contains('RequestId')
        !(run.out + run.err).contains('\u001b')
    }

    def "what was printed is there before the next call goes out, not when the script ends"() {
        given:
        def file = script('long.dwx', "println 'step 1'\nListProjects()\nSystem.in.read()\nprintln 'step 2'\n")
        def process = dwx.builder([DwxProcess.PROJECT.resolve('bin/dwx').toString(), 'run', file.toString()]).start()

        when:
        def first = CompletableFuture.supplyAsync { process.inputReader().readLine() }.get(60, TimeUnit.SECONDS)

        then:
        first == 'step 1'
        process.alive

        when:
        process.outputStream.close()

        then:
        process.waitFor(60, TimeUnit.SECONDS)
        process.inputReader().readLine() == 'step 2'

        cleanup:
        process?.destroyForcibly()
    }

    def "every form of output is whole: #form"() {
        expect:
        dwx.run('-o', form, '-e', 'ListProjects()').out.contains(fragment)

        where:
        form    | fragment
        'table' | '10001  orders_dw'
        'json'  | '"Id":10001'
        'csv'   | '10001,orders_dw'
        'yaml'  | 'Id: 10001'
    }

    def "an executable script with a first line for the shell runs and takes arguments"() {
        given:
        def bin = Files.createDirectories(home.resolve('bin dir'))
        Files.deleteIfExists(bin.resolve('dwx'))
        Files.createSymbolicLink(bin.resolve('dwx'), DwxProcess.PROJECT.resolve('bin/dwx'))
        def file = script('greet.dwx', '#!/usr/bin/env dwx\nprintln "hello ${args.join(\'+\')}"\n')
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rwx------'))
        def here = new DwxProcess(home)
        here.environment.PATH = "$bin:${System.getenv('PATH')}".toString()

        when:
        def run = here.exec('', [file.toString(), 'a b', '-o', 'c'])

        then:
        run.out == 'hello a b+-o+c\n'
        run.code == 0
    }

    def "an error shows the file, the line, the line itself and a caret"() {
        given:
        def file = script('broken.dwx', "x = 1\nprintln ListProjects(PageSiz: 10).total\n")

        when:
        def run = dwx.run('run', file.toString())

        then:
        run.code == ExitCode.CALL_REFUSED.code()
        run.err.contains('broken.dwx: line 2')
        run.err.contains('println ListProjects(PageSiz: 10).total')
        run.err =~ /(?m)^\s+\^$/
        run.err.contains('PageSize')
    }

    def "a reader that goes away early is no error"() {
        when:
        def run = dwx.exec('', ['sh', '-c', "'${DwxProcess.PROJECT.resolve('bin/dwx')}' -e '(1..100000).each { println it }' | head -1"])

        then:
        run.out == '1\n'
        !run.err.contains('Exception')
    }

    def "Chinese and emoji pass through arguments, files, pipes and output in any locale"() {
        given:
        def here = new DwxProcess(home)
        here.environment.LC_ALL = 'C'

        expect:
        here.run('-e', "println '数据源 😀'").out == '数据源 😀\n'
        here.run("println args[0] + '任务'", ['-', '工作流']).out == '工作流任务\n'
    }

    def "every example of the project runs, each in a world of its own"() {
        given:
        def examples = DwxProcess.PROJECT.resolve('dsl-examples')
        def files = examples.toFile().list().findAll { it.endsWith('.dwx') && it != 'tour.dwx' }.sort()

        when:
        def run = new DwxProcess(home).run('', ['test', '--junit', 'examples.xml'] + files.collect { examples.resolve(it).toString() })
        def suites = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(home.resolve('examples.xml').toFile())
                .documentElement.getElementsByTagName('testsuite')
        def printed = (0..<suites.length).collectEntries {
            [Path.of(suites.item(it).getAttribute('name')).fileName.toString(),
             suites.item(it).getElementsByTagName('system-out').item(0).textContent]
        }

        then:
        run.code == 0
        printed.keySet().sort() == files
        run.out.contains(' 0 failed, 0 errors, 0 skipped;')
        printed.findAll { it.value.blank }.isEmpty()

        and: 'what they tell is so'
        printed['change-script.dwx'].contains('\n-- checked\nselect 1\n')
        printed['clean-up.dwx'].contains('gone: InvalidParameter.DataQualityRuleNotExists')
        printed['follow-deployment.dwx'].contains('Success: BUILD_PACKAGE Success, ')
        printed['hologres-node.dwx'].contains('language:hologres-sql')
        printed['life-of-a-workflow.dwx'].contains('2026-03-16 10:')
        printed['one-off-sql.dwx'].contains('  20260315  8\n')
        printed['quality-monitor.dwx'].contains(' runs as ')
        printed['submit-and-deploy.dwx'].contains('submitted 1 (done), deployed 1 (done)')
        printed['workflow-container.dwx'].contains(': [recipe_inside]')
    }

    def "the tour shows a workflow from its first word to the end of it"() {
        when:
        def run = new DwxProcess(home).run('--sandbox', 'run', DwxProcess.PROJECT.resolve('dsl-examples/tour.dwx').toString())

        then:
        run.code == 0
        run.out.contains('4 to create, 0 to update, 0 to delete, 0 unchanged.')
        run.out.contains('Success after 5 stages')
        run.out.contains('left of it: 0 workflows')
    }

    def "a recipe is short"() {
        expect:
        DwxProcess.PROJECT.resolve('dsl-examples').toFile().listFiles().findAll { it.name != 'tour.dwx' && it.readLines().size() > 14 }.isEmpty()
    }

    def "every exit code has its cause: #code"() {
        given:
        def here = new DwxProcess(home)
        here.environment.putAll(environment)

        expect:
        here.run(*words).code == code.code()

        where:
        code                     | environment                        | words
        ExitCode.OK              | [:]                                | ['-e', '1+1']
        ExitCode.SCRIPT_ERROR    | [:]                                | ['-e', 'throw new IllegalStateException("no")']
        ExitCode.SCRIPT_ERROR    | [:]                                | ['-e', 'x = ']
        ExitCode.USAGE           | [:]                                | ['--colour']
        ExitCode.NOT_CONFIRMED   | [:]                                | ['--sandbox', '-e', 'DeleteProject(Id: 10002)']
        ExitCode.CALL_REFUSED    | [:]                                | ['--sandbox', '-e', 'GetProject(Id: 99)']
        ExitCode.CALL_REFUSED    | [:]                                | ['--sandbox', '-e', 'GetProject()']
        ExitCode.CALL_LOST       | server.exports + [DWX_ENDPOINT: 'http://127.0.0.1:9'] | ['-e', 'ListProjects()']
        ExitCode.NO_CREDENTIALS  | [ALIBABA_CLOUD_REGION_ID: 'cn-shanghai'] | ['-e', 'ListProjects()']
        ExitCode.NO_CREDENTIALS  | [:]                                | ['-e', 'ListProjects()']
        ExitCode.NOT_FOUND       | [:]                                | ['describe', 'NoSuchThing']
        ExitCode.NOT_FOUND       | [:]                                | ['run', 'missing.dwx']
        ExitCode.NOT_FOUND       | [:]                                | ['help', 'nonsense']
        ExitCode.NOT_FOUND       | [:]                                | ['--sandbox', '-e', 'ListNods()']
        ExitCode.UNAVAILABLE     | [DWX_JAVA_HOME: '/nowhere', JAVA_HOME: '/nowhere', PATH: '/nowhere', DWX_JAVA_PLACES: '/nowhere'] | ['--version']
    }

    def "a typed SDK on the class path sends the same call; one that lacks its dependencies says so"() {
        given:
        def loaded = Class.forName('com.aliyun.dataworks_public20200518.Client').protectionDomain.codeSource.location
        def here = new DwxProcess(home)
        def call = ['--sandbox', '--transport', 'sdk', '-o', 'json', '-e', 'v2020.ListProjects(PageSize: 1)']

        when:
        here.environment.DWX_CLASSPATH = Path.of(loaded.toURI()).toString()
        def alone = here.run('', call)
        here.environment.DWX_CLASSPATH = System.getProperty('java.class.path').split(File.pathSeparator)
                .findAll { it =~ /aliyun/ && it.endsWith('.jar') }.join(File.pathSeparator)
        def whole = here.run('', call)

        then:
        alone.code == ExitCode.CALL_REFUSED.code()
        alone.err.contains('lacks something that it needs')
        new JsonSlurper().parseText(whole.out).PageResult.ProjectList*.ProjectIdentifier == ['orders_dw']
    }

    def "the documented exit codes are the real ones"() {
        given:
        def readme = Files.readString(DwxProcess.PROJECT.resolve('README.md'))

        expect:
        ExitCode.values().every { readme.contains("| ${it.code()} | ${it.meaning()} |") }
        dwx.run('help', 'exit-codes').out.readLines().size() == ExitCode.values().size() + 1
    }

    def "the version is the build's"() {
        expect:
        dwx.run('--version').out == 'dwx ' + (Files.readString(DwxProcess.PROJECT.resolve('pom.xml')) =~ '<version>(.+)</version>')[0][1] + '\n'
    }
}
