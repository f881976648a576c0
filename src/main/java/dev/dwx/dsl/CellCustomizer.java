package dev.dwx.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;

/**
 * Makes pieces of source one session: imports of earlier cells hold in later ones, and a variable declared at the top of a cell
 * ({@code def x = 1}, {@code int n = 2}, {@code def (a, b) = [1, 2]}) belongs to the session, while files keep Groovy's own
 * rule that such a variable is the file's. The syntax tree is changed, never the text, so that places in errors stay right.
 */
final class CellCustomizer extends CompilationCustomizer {
    private final Map<String, Import> imports = new LinkedHashMap<>();
    private boolean cell;
    private ModuleNode module;

    CellCustomizer() {
        super(CompilePhase.CONVERSION);
    }

    /** Says what the next piece is; it is compiled on the same thread. */
    void begin(boolean isCell) {
        cell = isCell;
        module = null;
    }

    /** Keeps the imports of the piece that was compiled last. */
    synchronized void keepImports() {
        if (!cell || module == null) {
            return;
        }
        module.getClasses().forEach(type -> imports.remove(type.getNameWithoutPackage()));
        for (ImportNode node : all(module)) {
            Import kept = Import.of(node);
            // Those that the language or an earlier piece brings stand in no line.
            if (node.getLineNumber() > 0) {
                imports.put(kept.key(), kept);
            }
        }
    }

    /** The imports that hold, as they are written. */
    synchronized List<String> imports() {
        List<String> lines = new ArrayList<>();
        imports.values().forEach(kept -> lines.add(kept.written()));
        return lines;
    }

    private static List<ImportNode> all(ModuleNode module) {
        List<ImportNode> nodes = new ArrayList<>(module.getImports());
        nodes.addAll(module.getStarImports());
        nodes.addAll(module.getStaticImports().values());
        nodes.addAll(module.getStaticStarImports().values());
        return nodes;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        ModuleNode ast = source.getAST();
        if (!cell || ast == null || ast == module) {
            return;
        }
        module = ast;
        addImports(ast);
        List<Statement> statements = ast.getStatementBlock().getStatements();
        for (Statement statement : statements) {
            if (statement instanceof ExpressionStatement line
                    && line.getExpression() instanceof DeclarationExpression declaration && isPlain(declaration)) {
                line.setExpression(assignment(declaration));
            }
        }
    }

    private void addImports(ModuleNode ast) {
        List<String> own = new ArrayList<>();
        all(ast).forEach(node -> own.add(Import.of(node).key()));
        for (Import kept : imports.values()) {
            boolean declaredHere = ast.getClasses().stream()
                    .anyMatch(type -> type.getNameWithoutPackage().equals(kept.alias));
            if (!own.contains(kept.key()) && !declaredHere) {
                kept.addTo(ast);
            }
        }
    }

    /** {@code @Field} only says what is true of every variable of a cell; with any other annotation it stays as it is. */
    private static boolean isPlain(DeclarationExpression declaration) {
        for (AnnotationNode annotation : declaration.getAnnotations()) {
            String name = annotation.getClassNode().getName();
            if (!"Field".equals(name) && !"groovy.transform.Field".equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression left = declaration.getLeftExpression();
        Expression right = declaration.getRightExpression();
        if (left instanceof TupleExpression tuple) {
            List<Expression> names = new ArrayList<>();
            for (Expression each : tuple.getExpressions()) {
                names.add(free((VariableExpression) each));
            }
            left = new TupleExpression(names);
            left.setSourcePosition(tuple);
        } else {
            VariableExpression variable = (VariableExpression) left;
            right = typed(variable, right);
            left = free(variable);
        }
        Token equals = Token.newSymbol("=", declaration.getOperation().getStartLine(),
                declaration.getOperation().getStartColumn());
        BinaryExpression assignment = new BinaryExpression(left, equals, right);
        assignment.setSourcePosition(declaration);
        return assignment;
    }

    private static VariableExpression free(VariableExpression variable) {
        VariableExpression name = new VariableExpression(variable.getName());
        name.setSourcePosition(variable);
        return name;
    }

    /** The value as the declared type converts it; without a value, what a variable of that type begins with. */
    private static Expression typed(VariableExpression variable, Expression value) {
        ClassNode type = variable.getOriginType();
        if (value instanceof EmptyExpression) {
            Expression none = ClassHelper.isPrimitiveType(type)
                    ? new CastExpression(type, new ConstantExpression(ClassHelper.isPrimitiveBoolean(type) ? false : 0))
                    : variable.isDynamicTyped() ? new ConstantExpression(null)
                    // The cast makes the compiler look for the type: `Json r` must not quietly become a variable r.
                    : new CastExpression(type, new ConstantExpression(null));
            none.setSourcePosition(variable);
            return none;
        }
        if (variable.isDynamicTyped() || "java.lang.Object".equals(type.getName()) || "Object".equals(type.getName())) {
            return value;
        }
        CastExpression cast = new CastExpression(type, value);
        cast.setSourcePosition(value);
        return cast;
    }

    /** An import by its parts; syntax nodes are made anew for each cell, since the compiler changes them. */
    private record Import(String type, String alias, String member, String packageName, boolean isStatic, boolean star) {
        static Import of(ImportNode node) {
            return new Import(node.getType() == null ? null : node.getType().getName(), node.getAlias(),
                    node.getFieldName(), node.getPackageName(), node.isStatic(), node.isStar());
        }

        String key() {
            return alias != null ? (isStatic ? "static " : "") + alias : packageName + "*" + type;
        }

        String written() {
            String what = type == null ? packageName : type;
            String name = member != null ? what + "." + member : what;
            String own = member != null ? member : what.substring(what.lastIndexOf('.') + 1);
            String as = alias == null || alias.equals(own) ? "" : " as " + alias;
            return "import " + (isStatic ? "static " : "") + name + (star ? type == null ? "*" : ".*" : "") + as;
        }

        void addTo(ModuleNode ast) {
            if (!isStatic && star) {
                ast.addStarImport(packageName);
            } else if (!isStatic) {
                ast.addImport(alias, ClassHelper.make(type));
            } else if (star) {
                ast.addStaticStarImport(type, ClassHelper.make(type));
            } else {
                ast.addStaticImport(ClassHelper.make(type), member, alias);
            }
        }
    }
}
