package dev.dwx.dsl;

import groovy.lang.GroovyClassLoader;
import groovy.transform.Trait;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.reflection.ClassInfo;

/**
 * Loads what a session compiles. Classes that a user declares are kept under their names, for later cells; the classes of
 * the cells themselves are let go as soon as nothing refers to them.
 */
final class SessionLoader extends GroovyClassLoader {
    /** Every cell's class has this name; its source's name, which errors are traced by, is unique. */
    static final String CELL = "dwx_cell";

    private final GroovyEvaluator evaluator;
    private final CompilerConfiguration configuration;
    private List<Class<?>> latest = new ArrayList<>();

    SessionLoader(ClassLoader parent, CompilerConfiguration configuration, GroovyEvaluator evaluator) {
        super(parent, configuration, false);
        this.evaluator = evaluator;
        this.configuration = configuration;
        // No look for Foo.groovy on the class path for each unknown capital word.
        setResourceLoader(name -> null);
    }

    /** Whether a piece has declared a class of the name. */
    boolean declares(String name) {
        return getClassCacheEntry(name) != null;
    }

    /** The classes that pieces have declared, by their kind. */
    List<String> declared() {
        List<String> names = new ArrayList<>();
        for (Class<?> type : getLoadedClasses()) {
            if (type.getName().indexOf('$') < 0) {
                String kind = type.isAnnotation() ? "@interface" : type.isEnum() ? "enum" : type.isRecord() ? "record"
                        : !type.isInterface() ? "class" : type.isAnnotationPresent(Trait.class) ? "trait" : "interface";
                names.add(kind + " " + type.getName());
            }
        }
        names.sort(null);
        return names;
    }

    GroovyEvaluator evaluator() {
        return evaluator;
    }

    @Override
    protected void setClassCacheEntry(@SuppressWarnings("rawtypes") Class type) {
        latest.add(type);
        if (!isCell(type)) {
            Class<?> older = getClassCacheEntry(type.getName());
            super.setClassCacheEntry(type);
            if (older != null && older != type) {
                // Objects of it may live on; what Groovy remembers of it comes again when they are used.
                release(List.of(older, older.arrayType()));
            }
        }
    }

    /**
     * Compiles one piece. As {@link #parseClass(String, String)} does, but without its digest of the source, which would
     * load the JDK's whole security system for a cache that is not used here.
     *
     * @param name unique, as errors are traced by it
     * @param failed is shown the piece when it does not compile
     * @return the piece's script class, or the last class of a piece that has only classes
     */
    Class<?> compile(String text, String name, Consumer<SourceUnit> failed) {
        CompilationUnit unit = createCompilationUnit(configuration, null);
        SourceUnit source = unit.addSource(new SourceUnit(name, new WholeCharacters(text, configuration), configuration, unit.getClassLoader(),
                unit.getErrorCollector()));
        ClassCollector collector = createCollector(unit, source);
        unit.setClassgenCallback(collector);
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            failed.accept(source);
            throw e;
        }
        String main = source.getAST().getMainClassName();
        Class<?> found = null;
        for (Object loaded : collector.getLoadedClasses()) {
            Class<?> type = (Class<?>) loaded;
            setClassCacheEntry(type);
            if (found == null || !found.getName().equals(main)) {
                found = type;
            }
        }
        return found;
    }

    /**
     * Defines what the compiler makes for its own use, such as the class in which it works out what a record's annotation stands for.
     * Beneath a loader of its own it is let go when it has been used; beneath this one, it would be there as long as the session.
     */
    @Override
    @SuppressWarnings("rawtypes")
    public Class defineClass(String name, byte[] code) {
        return new OwnUse(this).define(name, code);
    }

    private static final class OwnUse extends ClassLoader {
        OwnUse(ClassLoader parent) {
            super(parent);
        }

        Class<?> define(String name, byte[] code) {
            return defineClass(name, code, 0, code.length);
        }
    }

    /** The classes of the piece compiled since the last call. */
    List<Class<?>> takeLatest() {
        List<Class<?>> taken = latest;
        latest = new ArrayList<>();
        return taken;
    }

    static boolean isCell(Class<?> type) {
        String name = type.getName();
        return name.startsWith(CELL) && (name.length() == CELL.length() || name.charAt(CELL.length()) == '$');
    }

    /**
     * Drops what Groovy and the JDK remember of classes that will not be used again. Not by way of the metaclass registry:
     * removing a class there tells every call site of the process to forget what it has learnt, which made each cell some
     * ten times slower.
     */
    static void release(List<Class<?>> types) {
        for (Class<?> type : types) {
            ClassInfo.remove(type);
            Introspector.flushFromCaches(type);
        }
    }
}
