package dev.dwx.dsl;

import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * A piece that ends with {@code ListNodes().each { println it.Name }} was run for what the closure does. Its value would be
 * the whole listing, printed once more (and, of {@code ListNodes.all()}, fetched once more); so it has none.
 */
final class EffectCustomizer extends CompilationCustomizer {
    private static final Set<String> FOR_EFFECT = Set.of("each", "eachWithIndex", "reverseEach", "eachEntry");

    private ModuleNode module;

    EffectCustomizer() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        ModuleNode ast = source.getAST();
        if (ast == null || ast == module) {
            return;
        }
        module = ast;
        List<Statement> statements = ast.getStatementBlock().getStatements();
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (last instanceof ExpressionStatement line && line.getExpression() instanceof MethodCallExpression call
                && !call.isImplicitThis() && FOR_EFFECT.contains(String.valueOf(call.getMethodAsString()))) {
            ReturnStatement nothing = new ReturnStatement(new ConstantExpression(null));
            nothing.setSourcePosition(last);
            ast.getStatementBlock().addStatement(nothing);
        }
    }
}
