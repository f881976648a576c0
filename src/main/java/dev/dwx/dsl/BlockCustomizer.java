package dev.dwx.dsl;

import dev.dwx.flowspec.build.NodeWords;
import java.util.List;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Lets {@code it} in a block that describes something be the {@code it} of the loop around: in
 * {@code 3.times { sql("n$it") { script "select $it" } }} Groovy would give the inner block an {@code it} of its own, always
 * {@code null}, and {@code select null} would go to production.
 */
final class BlockCustomizer extends CompilationCustomizer {
    private static final List<String> OUTERMOST = List.of("flow", "manualFlow", "triggerFlow", "node", "resource", "function", "component");

    BlockCustomizer() {
        // Before Groovy finds out which variable each name is.
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        new ClassCodeVisitorSupport() {
            private int depth;

            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                boolean block = call.isImplicitThis() && call.getArguments() instanceof TupleExpression arguments
                        && isBlock(call.getMethodAsString(), classNode, depth > 0) && opened(arguments.getExpressions());
                depth += block ? 1 : 0;
                super.visitMethodCallExpression(call);
                depth -= block ? 1 : 0;
            }
        }.visitClass(classNode);
    }

    private static boolean isBlock(String word, ClassNode script, boolean inside) {
        return word != null && (OUTERMOST.contains(word) || inside && (word.equals("end") || NodeWords.named(word).isPresent()))
                && script.getDeclaredMethods(word).isEmpty();
    }

    /** Takes the block's own {@code it} away; whether there is a block. */
    private static boolean opened(List<Expression> arguments) {
        int last = arguments.size() - 1;
        if (last < 0 || !(arguments.get(last) instanceof ClosureExpression block)) {
            return false;
        }
        // No parameters at all is what Groovy calls the list of { -> … }; an empty list is that of { … }.
        if (block.getParameters() != null && block.getParameters().length == 0) {
            ClosureExpression open = new ClosureExpression(null, block.getCode());
            open.setVariableScope(block.getVariableScope());
            open.setSourcePosition(block);
            open.copyNodeMetaData(block);
            arguments.set(last, open);
        }
        return true;
    }
}
