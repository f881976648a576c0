package dev.dwx.dsl;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Puts the calls of {@link Interruption} into a script. Groovy's own {@code @ThreadInterrupt} leaves a loop running whose
 * body catches the interruption of a sleep; that loop is common in scripts which poll.
 */
final class InterruptionCustomizer extends CompilationCustomizer {
    InterruptionCustomizer() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        new Visitor(source).visitClass(classNode);
    }

    private static final class Visitor extends ClassCodeVisitorSupport {
        private final SourceUnit source;
        private final ClassNode type = ClassHelper.make(Interruption.class);
        private final MethodNode check = type.getMethods("check").get(0);
        private final MethodNode remember = type.getMethods("remember").get(0);

        Visitor(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public void visitMethod(MethodNode node) {
            super.visitMethod(node);
            if (!node.isAbstract() && !node.isSynthetic() && node.getCode() != null && !"run".equals(node.getName())) {
                node.setCode(checkedFirst(node.getCode()));
            }
        }

        @Override
        public void visitClosureExpression(ClosureExpression expression) {
            super.visitClosureExpression(expression);
            if (expression.getCode() != null) {
                expression.setCode(checkedFirst(expression.getCode()));
            }
        }

        @Override
        public void visitLambdaExpression(LambdaExpression expression) {
            visitClosureExpression(expression);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            super.visitForLoop(loop);
            guard(loop);
        }

        @Override
        public void visitWhileLoop(WhileStatement loop) {
            super.visitWhileLoop(loop);
            guard(loop);
        }

        @Override
        public void visitDoWhileLoop(DoWhileStatement loop) {
            super.visitDoWhileLoop(loop);
            guard(loop);
        }

        @Override
        public void visitCatchStatement(CatchStatement statement) {
            super.visitCatchStatement(statement);
            Expression caught = new VariableExpression(statement.getVariable());
            statement.setCode(before(call(remember, new ArgumentListExpression(caught)), statement.getCode()));
        }

        private void guard(LoopingStatement loop) {
            loop.setLoopBlock(checkedFirst(loop.getLoopBlock()));
        }

        private Statement checkedFirst(Statement code) {
            return before(call(check, ArgumentListExpression.EMPTY_ARGUMENTS), code);
        }

        private Statement before(Statement first, Statement code) {
            if (code instanceof BlockStatement block) {
                block.getStatements().add(0, first);
                return block;
            }
            BlockStatement block = new BlockStatement(new ArrayList<>(List.of(first, code)), new org.codehaus.groovy.ast.VariableScope());
            block.setSourcePosition(code);
            return block;
        }

        private Statement call(MethodNode target, Expression arguments) {
            MethodCallExpression call = new MethodCallExpression(new ClassExpression(type), target.getName(), arguments);
            call.setMethodTarget(target);
            call.setImplicitThis(false);
            return new ExpressionStatement(call);
        }
    }
}
