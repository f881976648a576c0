package dev.dwx.dsl.check;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Looks through a script while it is compiled, once its names are resolved: unknown operations, wrong and missing parameters of
 * literal calls, values that no service takes, misspelt words. All of it at once, and nothing is sent. What stands in the source
 * is judged; what only the run can know is not.
 */
public final class ScriptCheck extends CompilationCustomizer {
    private Vocabulary vocabulary;
    private ModuleNode module;
    private List<Finding> findings = List.of();

    public ScriptCheck() {
        super(CompilePhase.SEMANTIC_ANALYSIS);
    }

    /**
     * Says how the next piece is looked at; it is compiled on the same thread.
     *
     * @param words what a script may say, or {@code null} for a piece that is not looked at
     */
    public void begin(Vocabulary words) {
        vocabulary = words;
        module = null;
        findings = List.of();
    }

    /** What was found in the piece compiled last, in the order of its lines. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        look(source);
    }

    /** Looks at a piece whether or not it compiles: what is wrong besides is told with it. */
    public void look(SourceUnit source) {
        ModuleNode ast = source.getAST();
        if (vocabulary == null || ast == null || ast == module) {
            return;
        }
        module = ast;
        OwnNames own = OwnNames.of(ast, source);
        Findings found = new Findings();
        if (own.anything()) {
            found.doubt();
        }
        CallVisitor visitor = new CallVisitor(source, vocabulary, own, found);
        for (ClassNode type : List.copyOf(ast.getClasses())) {
            visitor.visitClass(type);
        }
        findings = found.inOrder();
    }
}
