package dev.dwx

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields
import static com.tngtech.archunit.library.Architectures.layeredArchitecture
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

/** The rooms of the program and the arrows between them, which point down only. */
class RoomsSpec extends Specification {

    @Shared
    JavaClasses production = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages('dev.dwx')

    def "arrows between rooms point down only"() {
        given:
        ArchRule rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage('dev.dwx..')
                .layer('cli').definedBy('dev.dwx.cli..')
                .layer('repl').definedBy('dev.dwx.repl..')
                .layer('script').definedBy('dev.dwx.script..')
                .layer('dsl').definedBy('dev.dwx.dsl..')
                .layer('flowspec').definedBy('dev.dwx.flowspec..')
                .layer('time').definedBy('dev.dwx.time..')
                .layer('safety').definedBy('dev.dwx.safety..')
                .layer('render').definedBy('dev.dwx.render..')
                .layer('client').definedBy('dev.dwx.client..')
                .layer('catalog').definedBy('dev.dwx.catalog..')
                .layer('json').definedBy('dev.dwx.json..')
                .optionalLayer('settings').definedBy('dev.dwx.settings..')
                .layer('texts').definedBy('dev.dwx.texts..')
                .layer('sandbox').definedBy('dev.dwx.sandbox..')
                .whereLayer('cli').mayNotBeAccessedByAnyLayer()
                .whereLayer('repl').mayOnlyBeAccessedByLayers('cli')
                .whereLayer('script').mayOnlyBeAccessedByLayers('cli')
                .whereLayer('sandbox').mayOnlyBeAccessedByLayers('cli')
                .whereLayer('settings').mayOnlyBeAccessedByLayers('cli', 'repl')
                .whereLayer('texts').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'flowspec', 'time', 'safety', 'render', 'client',
                        'catalog', 'settings')
                .whereLayer('dsl').mayOnlyBeAccessedByLayers('cli', 'repl', 'script')
                .whereLayer('flowspec').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'sandbox')
                .whereLayer('time').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'flowspec')
                .whereLayer('safety').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'settings')
                .whereLayer('render').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'settings')
                .whereLayer('client').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'time', 'safety', 'render')
                .whereLayer('catalog').mayOnlyBeAccessedByLayers('cli', 'repl', 'script', 'dsl', 'flowspec', 'time', 'safety', 'render',
                        'client', 'sandbox', 'settings')

        expect:
        rooms.check(production)
    }

    def "no two rooms need each other"() {
        expect:
        slices().matching('dev.dwx.(*)..').should().beFreeOfCycles().check(production)
    }

    def "only the prompt, scripts and the command line print or leave"() {
        expect:
        noClasses().that().resideOutsideOfPackages('dev.dwx.cli..', 'dev.dwx.repl..', 'dev.dwx.script..')
                .should().accessField(System, 'out')
                .orShould().accessField(System, 'err')
                .check(production)
        noClasses().that().doNotHaveFullyQualifiedName('dev.dwx.cli.Main')
                .should().callMethod(System, 'exit', int)
                .check(production)
    }

    def "the terminal is known to the prompt alone, the wire library to the client alone, Groovy not below the language"() {
        expect:
        noClasses().that().resideOutsideOfPackages('dev.dwx.repl..', 'dev.dwx.cli..', 'dev.dwx.render..')
                .should().dependOnClassesThat().resideInAPackage('org.jline..')
                .check(production)
        noClasses().that().resideOutsideOfPackages('dev.dwx.client..')
                .should().dependOnClassesThat().resideInAnyPackage('com.aliyun..', 'okhttp3..')
                .check(production)
        noClasses().that().resideInAnyPackage('dev.dwx.client..', 'dev.dwx.catalog..', 'dev.dwx.sandbox..', 'dev.dwx.cli..', 'dev.dwx.flowspec..')
                .should().dependOnClassesThat().resideInAnyPackage('groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..')
                .check(production)
        classes().that().resideInAPackage('dev.dwx.sandbox..')
                .should().onlyDependOnClassesThat().resideOutsideOfPackages('dev.dwx.client..', 'dev.dwx.dsl..')
                .check(production)
    }

    def "no state is static and mutable"() {
        expect:
        noFields().that().areDeclaredInClassesThat().resideInAPackage('dev.dwx..')
                .and().areStatic()
                .should().notBeFinal()
                .check(production)
    }
}
