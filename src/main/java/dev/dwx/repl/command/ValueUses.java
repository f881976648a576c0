package dev.dwx.repl.command;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Where an input uses what only a prompt has ({@code _}, {@code __}, {@code ___}, {@code Out[3]}), and where the value that it gives
 * itself could be given a name.
 */
final class ValueUses {
    /**
     * @param from the first character of the use
     * @param to behind its last
     * @param number of the input whose value it is; 0 for what has no number
     */
    record Use(int from, int to, int number) {
    }

    private final List<Use> uses = new ArrayList<>();
    private final String source;
    private final List<Integer> recent;
    private boolean hidden;
    private int last = -1;
    private String declared;

    private ValueUses(String source, List<Integer> recent) {
        this.source = source;
        this.recent = recent;
    }

    /** Reads an input; one that cannot be read, since a secret was taken out of it, uses nothing. */
    static ValueUses of(String source, List<Integer> recent) {
        ValueUses uses = new ValueUses(source, recent);
        try {
            SourceUnit unit = SourceUnit.create("input", source);
            unit.parse();
            unit.completePhase();
            unit.nextPhase();
            unit.convert();
            uses.read(unit.getAST());
        } catch (CompilationFailedException e) {
            uses.uses.clear();
        }
        return uses;
    }

    /** The uses, in their order. */
    List<Use> list() {
        return hidden ? List.of() : uses;
    }

    /** Whether the value that it gives can be given a name. */
    boolean canBeNamed() {
        return last >= 0 || declared != null;
    }

    /** Where the statement begins that gives the value; negative where a name cannot be put before it. */
    int last() {
        return last;
    }

    /** The variable that it declares at its end; {@code null} for none. */
    String declared() {
        return declared;
    }

    private void read(ModuleNode module) {
        Visitor visitor = new Visitor();
        module.getStatementBlock().visit(visitor);
        for (MethodNode method : module.getMethods()) {
            if (method.getCode() != null) {
                method.getCode().visit(visitor);
            }
        }
        uses.sort((one, other) -> Integer.compare(one.from(), other.from()));
        List<Statement> statements = module.getStatementBlock().getStatements();
        Statement end = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (end instanceof ExpressionStatement alone) {
            if (!(alone.getExpression() instanceof DeclarationExpression declaration)) {
                last = offset(end.getLineNumber(), end.getColumnNumber());
            } else if (!declaration.isMultipleAssignmentDeclaration()) {
                declared = declaration.getVariableExpression().getName();
            }
        }
    }

    private int offset(int line, int column) {
        int begin = 0;
        for (int i = 1; i < line; i++) {
            begin = source.indexOf('\n', begin) + 1;
        }
        return begin + column - 1;
    }

    private void use(Expression expression, int number) {
        uses.add(new Use(offset(expression.getLineNumber(), expression.getColumnNumber()),
                offset(expression.getLastLineNumber(), expression.getLastColumnNumber()), number));
    }

    private final class Visitor extends CodeVisitorSupport {
        @Override
        public void visitBinaryExpression(BinaryExpression expression) {
            boolean out = expression.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                    && expression.getLeftExpression() instanceof VariableExpression variable && variable.getName().equals("Out");
            if (out && expression.getRightExpression() instanceof ConstantExpression number && number.getValue() instanceof Integer input && input > 0) {
                use(expression, input);
            } else {
                super.visitBinaryExpression(expression);
            }
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            switch (variable.getName()) {
                case "_", "__", "___" -> {
                    int back = variable.getName().length();
                    use(variable, back > recent.size() ? 0 : recent.get(back - 1));
                }
                case "Out", "In", "_e" -> use(variable, 0);
                default -> super.visitVariableExpression(variable);
            }
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            for (Parameter parameter : closure.getParameters() == null ? Parameter.EMPTY_ARRAY : closure.getParameters()) {
                hidden |= List.of("_", "__", "___").contains(parameter.getName());
            }
            super.visitClosureExpression(closure);
        }
    }
}
