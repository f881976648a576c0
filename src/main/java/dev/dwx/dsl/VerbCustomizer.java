package dev.dwx.dsl;

import java.util.List;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes verbs mean the same everywhere. Inside a closure Groovy takes {@code call(…)} for a call of the closure itself and
 * {@code use …} for its own category block; both are given other names here unless they look like just that.
 */
final class VerbCustomizer extends CompilationCustomizer {
    VerbCustomizer() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        new ClassCodeVisitorSupport() {
            @Override
            protected SourceUnit getSourceUnit() {
                return source;
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                super.visitMethodCallExpression(call);
                if (call.isImplicitThis() && call.getArguments() instanceof TupleExpression arguments
                        && !arguments.getExpressions().isEmpty()) {
                    rename(call, arguments);
                    if ("watch".equals(call.getMethodAsString())) {
                        board(arguments);
                    }
                }
            }
        }.visitClass(classNode);
    }

    /** {@code watch instances}: the word is the board, whatever a variable of that name holds. */
    private static void board(TupleExpression arguments) {
        List<Expression> all = arguments.getExpressions();
        int last = all.size() - 1;
        if (all.get(last) instanceof VariableExpression word && word.getName().equals("instances")) {
            ConstantExpression text = new ConstantExpression("instances");
            text.setSourcePosition(word);
            all.set(last, text);
        }
    }

    private static void rename(MethodCallExpression call, TupleExpression arguments) {
        Expression last = arguments.getExpression(arguments.getExpressions().size() - 1);
        String name = call.getMethodAsString();
        String better = "use".equals(name) && !(last instanceof ClosureExpression) ? "useContext"
                : "call".equals(name) && !(last instanceof ClosureExpression) ? "callUnchecked" : null;
        if (better != null) {
            ConstantExpression method = new ConstantExpression(better);
            method.setSourcePosition(call.getMethod());
            call.setMethod(method);
        }
    }
}
