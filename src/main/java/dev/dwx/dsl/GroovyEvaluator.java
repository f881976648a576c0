package dev.dwx.dsl;

import dev.dwx.dsl.check.Finding;
import dev.dwx.dsl.check.ScriptCheck;
import dev.dwx.dsl.check.Vocabulary;
import dev.dwx.texts.Texts;
import groovy.lang.Binding;
import groovy.lang.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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
    /** How the names of the files begin that a stack trace shows for the user's own code. */
    public static final String SOURCE = SessionLoader.CELL + ".";

    private final Session session;
    private final FreeNames freeNames;
    private final Binding binding = new Binding(Collections.synchronizedMap(new LinkedHashMap<>()));
    private final CellCustomizer cells = new CellCustomizer();
    private final ScriptCheck check = new ScriptCheck();
    private final SessionLoader loader;
    private final Sources sources = new Sources();
    private final CellMethods methods = new CellMethods();
    private volatile Source running;

    public GroovyEvaluator(Session session) {
        this(session, GroovyEvaluator.class.getClassLoader());
    }

    /** @param parent where the classes that a script names are looked for */
    public GroovyEvaluator(Session session, ClassLoader parent) {
        this.session = session;
        freeNames = new FreeNames(session);
        loader = new SessionLoader(parent, configuration(), this);
    }

    private CompilerConfiguration configuration() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(DwxScript.class.getName());
        configuration.setSourceEncoding("UTF-8");
        // Lists of what was defined at the prompt name the parameters.
        configuration.setParameters(true);
        // Classes that a script names are loaded, not read from their class files: they are in the class-data archive.
        configuration.getOptimizationOptions().put("asmResolving", false);
        ImportCustomizer imports = new ImportCustomizer();
        imports.addStarImports("java.time");
        imports.addImports("java.time.temporal.ChronoUnit", "java.time.format.DateTimeFormatter",
                "java.nio.file.Path", "java.nio.file.Files", "dev.dwx.time.BizDate", "dev.dwx.client.ApiException",
                "dev.dwx.safety.NotConfirmedException", "dev.dwx.dsl.waiting.WaitException", "dev.dwx.dsl.waiting.WaitFailed",
                "dev.dwx.dsl.waiting.WaitTimedOut");
        configuration.addCompilationCustomizers(imports, cells, new BlockCustomizer(), check, new EffectCustomizer(), new VerbCustomizer(),
                new UserClassCustomizer(), new InterruptionCustomizer());
        return configuration;
    }

    public Session session() {
        return session;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Object> variables() {
        return binding.getVariables();
    }

    @Override
    public void set(String name, Object value) {
        binding.setVariable(name, value);
    }

    /** The names of the methods that pieces have declared so far. */
    public List<String> methodNames() {
        return methods.names();
    }

    @Override
    public List<String> imports() {
        return cells.imports();
    }

    @Override
    public List<String> definitions() {
        List<String> found = new ArrayList<>(methods.signatures());
        found.addAll(loader.declared());
        return found;
    }

    @Override
    public boolean knows(String name) {
        return variables().containsKey(name) || methods.has(name) || loader.declares(name);
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

    /**
     * The last value of a script that a running piece asks for; paths in it begin where it lies. Its value is wanted and not what else
     * it would do, so what it sends that changes something is not sent.
     */
    Object rehearsed(Path file) {
        Source asking = running;
        Object[] value = new Object[1];
        try {
            String text = Files.readString(file);
            session.blocks().rehearsed(() -> value[0] = run(text, file.toString(), false));
            return value[0];
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("The script {0} cannot be read: {1}", file, e.getMessage()), e);
        } finally {
            running = asking;
        }
    }

    @Override
    public List<Checked> check(String source, String name) {
        Source piece = sources.add(source, name);
        List<Finding> found = new ArrayList<>();
        try {
            compile(piece, false, vocabulary(false));
        } catch (CompilationFailedException e) {
            found.addAll(new Failures(sources, session).complaints(e, piece));
        } finally {
            SessionLoader.release(loader.takeLatest());
        }
        found.addAll(check.findings());
        List<Checked> lines = new ArrayList<>();
        for (Finding finding : found) {
            lines.add(Checked.of(finding, piece));
        }
        return lines;
    }

    /** What a piece may say that begins now; a script's names are looked up where its calls would look them up. */
    private Vocabulary vocabulary(boolean ask) {
        Set<String> known = new HashSet<>(variables().keySet());
        known.addAll(methods.names());
        return new SessionVocabulary(session.names(), session.context(), known, ask);
    }

    private Class<?> compile(Source piece, boolean cell, Vocabulary vocabulary) {
        cells.begin(cell);
        check.begin(vocabulary);
        return loader.compile(piece.text(), piece.id(), check::look);
    }

    /** Stops a script that would fail before its first line is run. */
    private void stopIfWrong(Source piece) {
        List<Finding> errors = new ArrayList<>();
        for (Finding finding : check.findings()) {
            if (finding.isError()) {
                errors.add(finding);
            } else if (!finding.toldLater()) {
                session.note(Texts.of("{0}:{1}:{2}: {3}", piece.name(), finding.line(), finding.column(), finding.message()));
            }
        }
        if (!errors.isEmpty()) {
            throw Failures.ofCheck(errors, piece);
        }
    }

    private Object run(String source, String name, boolean cell) {
        Source piece = sources.add(source, name);
        running = piece;
        boolean checked = !cell || session.context().strict();
        List<Class<?>> types = List.of();
        boolean kept = false;
        try {
            Class<?> main;
            try {
                main = compile(piece, cell, checked ? vocabulary(true) : null);
                cells.keepImports();
                stopIfWrong(piece);
            } finally {
                types = loader.takeLatest();
            }
            if (!Script.class.isAssignableFrom(main)) {
                return cell ? null : runMain(main);
            }
            DwxScript script = (DwxScript) main.getDeclaredConstructor().newInstance();
            script.begin(this, binding);
            kept = methods.add(script, binding, cellsOf(types));
            return script.run();
        } catch (InvocationTargetException e) {
            throw failure(e.getCause(), piece);
        } catch (CompilationFailedException e) {
            throw alsoFound(new Failures(sources, session).ofCompiler(e, piece), piece);
        } catch (Throwable e) {
            throw failure(e, piece);
        } finally {
            session.progress().clear();
            if (!kept) {
                SessionLoader.release(cellsOf(types));
            }
        }
    }

    /** Without the classes that the user declared. */
    private static List<Class<?>> cellsOf(List<Class<?>> types) {
        List<Class<?>> own = new ArrayList<>(types);
        own.removeIf(type -> !SessionLoader.isCell(type));
        return own;
    }

    /** What is wrong besides with a piece that does not compile. */
    private ScriptFailure alsoFound(ScriptFailure failure, Source piece) {
        List<Finding> errors = new ArrayList<>(check.findings());
        errors.removeIf(finding -> !finding.isError()
                || finding.line() == failure.line() && finding.column() == failure.column());
        if (!errors.isEmpty()) {
            ScriptFailure first = Failures.ofCheck(errors, piece);
            failure.addSuppressed(first);
        }
        return failure;
    }

    /** A {@code test('name') { … }} block; what goes wrong in it has its place. */
    void test(String name, Supplier<Object> block) {
        Source piece = running;
        session.cases().run(name, () -> {
            try {
                return block.get();
            } catch (Throwable e) {
                throw failure(e, piece);
            }
        });
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
                .orElseGet(() -> freeNames.call(name, arguments, caller));
    }

    /** The value of a bare name for a class that a script declared. */
    Object property(String name, Object owner) {
        if (binding.hasVariable(name)) {
            return binding.getVariable(name);
        }
        return freeNames.property(name, owner, new ArrayList<>(variables().keySet()));
    }

    /** Where the script lies that is running, from which the paths in its blocks are seen; {@code null} for what is typed. */
    Path folder() {
        Source piece = running;
        try {
            Path file = piece == null ? null : Path.of(piece.name()).toAbsolutePath();
            return file != null && Files.isRegularFile(file) ? file.getParent() : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    Binding binding() {
        return binding;
    }
}
