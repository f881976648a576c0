package dev.dwx.dsl;

import groovy.lang.Binding;
import groovy.lang.Script;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/**
 * The language: Groovy with {@link DwxScript} beneath every piece of source. One compiler configuration is made and used for
 * every piece. Not for two threads at once; a script may start threads of its own.
 *
 * <p>Thousands of pieces leave nothing behind: classes are let go unless the piece declared a method or a class, or a value still
 * refers to them.
 */
public final class GroovyEvaluator implements Evaluator {
    private final Session session;
    private final Binding binding = new Binding();
    private final CellCustomizer cells = new CellCustomizer();
    private final SessionLoader loader;
    private final Sources sources = new Sources();
    private final CellMethods methods = new CellMethods();

    public GroovyEvaluator(Session session) {
        this(session, GroovyEvaluator.class.getClassLoader());
    }

    /** @param parent where the classes that a script names are looked for */
    public GroovyEvaluator(Session session, ClassLoader parent) {
        this.session = session;
        loader = new SessionLoader(parent, configuration(), this);
    }

    private CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(DwxScript.class.getName());
        configuration.setSourceEncoding("UTF-8");
        // Classes that a script names are loaded, not read from their class files: they are in the class-data archive.
        configuration.getOptimizationOptions().put("asmResolving", false);
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("java.time");
        imports.addImports("java.time.temporal.ChronoUnit", "java.time.format.DateTimeFormatter",
                "java.nio.file.Path", "java.nio.file.Files", "dev.dwx.time.BizDate", "dev.dwx.client.ApiException",
                "dev.dwx.safety.NotConfirmedException");
        configuration.addCompilationCustomizers(imports, cells, new EffectCustomizer(), new VerbCustomizer(), new UserClassCustomizer(),
                new InterruptionCustomizer());
        return configuration;
    }

    public Session session() {
        return session;
    }

    /** What a session's variables are; changes show in the next piece. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> variables() {
        return binding.getVariables();
    }

    /** The names of the methods that pieces have declared so far. */
    public List<String> methodNames() {
        return methods.names();
    }

    @Override
    public Object evaluate(String source, String name) {
        return run(source, name, true);
    }

    @Override
    public Object runFile(String source, String name, List<String> arguments) {
        binding.setVariable("args", List.copyOf(arguments));
        return run(source, name, false);
    }

    private Object run(String source, String name, boolean cell) {
        Source piece = sources.add(source, name);
        List<Class<?>> types = List.of();
        boolean kept = false;
        try {
            Class<?> main;
            try {
                cells.begin(cell);
                main = loader.compile(piece.text(), piece.id());
                cells.keepImports();
            } finally {
                types = loader.takeLatest();
            }
            kept = types.stream().anyMatch(type -> !SessionLoader.isCell(type));
            if (!Script.class.isAssignableFrom(main)) {
                return cell ? null : runMain(main);
            }
            DwxScript script = (DwxScript) main.getDeclaredConstructor().newInstance();
            script.begin(this, binding);
            kept |= methods.add(script, binding);
            return script.run();
        } catch (InvocationTargetException e) {
            throw failure(e.getCause(), piece);
        } catch (CompilationFailedException e) {
            throw new Failures(sources, session).ofCompiler(e, piece);
        } catch (Throwable e) {
            throw failure(e, piece);
        } finally {
            if (!kept) {
                SessionLoader.release(types);
            }
        }
    }

    private ScriptFailure failure(Throwable error, Source piece) {
        if (Interruption.isInterruption(error)) {
            // The request to stop has been honoured; it must not hit what comes next.
            Thread.interrupted();
        }
        return new Failures(sources, session).of(error, piece);
    }

    private static Object runMain(Class<?> type) throws ReflectiveOperationException {
        for (Method method : type.getMethods()) {
            if ("main".equals(method.getName()) && Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 1) {
                return method.invoke(null, (Object) new String[0]);
            }
        }
        return null;
    }

    /** What a name means that neither the piece nor its variables know; the way in from user classes too. */
    Object call(String name, Object[] arguments, Object caller) {
        return methods.find(name, arguments, caller)
                .map(script -> script.getMetaClass().invokeMethod(script, name, arguments))
                .orElseGet(() -> session.dispatch(name, arguments, caller));
    }

    /** The value of a bare name for a class that a script declared. */
    Object property(String name, Object owner) {
        if (binding.hasVariable(name)) {
            return binding.getVariable(name);
        }
        return session.property(name, owner, new ArrayList<>(variables().keySet()));
    }

    Binding binding() {
        return binding;
    }
}
