package dev.dwx.dsl

import groovy.lang.GroovySystem
import java.lang.reflect.Modifier
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import org.codehaus.groovy.vmplugin.VMPluginFactory

/** Groovy's table of the classes in its default packages is left empty; what sources may say stays what it was. */
class DefaultImportsSpec extends LanguageSpec {
    private static final List<String> JAVA = ['java.lang', 'java.util', 'java.io', 'java.net', 'java.time']
    private static final List<String> GROOVY = ['groovy.lang', 'groovy.util']

    def "every public class of the packages that are imported by default is known by its bare name"() {
        given:
        def types = JAVA.collectMany { inFolder(FileSystems.getFileSystem(URI.create('jrt:/')).getPath('/modules/java.base', it.replace('.', '/')), it) }
        FileSystems.newFileSystem(Path.of(GroovySystem.protectionDomain.codeSource.location.toURI())).withCloseable { jar ->
            GROOVY.each { types.addAll(inFolder(jar.getPath(it.replace('.', '/')), it)) }
        }

        expect:
        types.size() > 400
        [run("[${types*.simpleName.join(', ')}]"), types].transpose().findAll { said, meant -> said != meant } ==
                // One name is in two of the packages, and the first of them is meant.
                [[java.net.Proxy, groovy.util.Proxy]]
    }

    def "no table is made of them, which would mean a walk through the files of the JDK and of the jar"() {
        expect:
        VMPluginFactory.plugin.getDefaultImportClasses((JAVA + GROOVY)*.plus('.') as String[]).isEmpty()
    }

    private static List<Class<?>> inFolder(Path folder, String packageName) {
        Files.list(folder).withCloseable { files ->
            files.map { it.fileName.toString() }.filter { it ==~ /\w+\.class/ && it != 'package-info.class' }.sorted().toList()
                    .collect { Class.forName("$packageName.${it - '.class'}", false, DefaultImportsSpec.classLoader) as Class<?> }
                    .findAll { Modifier.isPublic(it.modifiers) }
        }
    }
}
