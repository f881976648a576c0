package dev.dwx.dsl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * The names that a script gives a meaning itself, anywhere in it, and how far names can be judged at all: a script that
 * works on metaclasses or delegates may understand words that nobody can foresee.
 */
final class OwnNames extends ClassCodeVisitorSupport {
    private static final Set<String> CONTEXT_VERBS = Set.of("use", "project", "inProject", "inRegion", "profile");
    private static final Set<String> DELEGATION = Set.of("delegate", "resolveStrategy", "rehydrate", "setDelegate",
            "setResolveStrategy", "DELEGATE_FIRST", "DELEGATE_ONLY");
    private static final Set<String> CATCH_ALL = Set.of("methodMissing", "invokeMethod", "propertyMissing", "getProperty",
            "$static_methodMissing", "$static_propertyMissing");
    private static final Set<String> OPENING = Set.of("metaClass", "getMetaClass", "setMetaClass", "evaluate", "mixin",
            "load");
    private static final Set<String> OPENING_ANNOTATIONS = Set.of("BaseScript", "Newify", "Mixin", "Category", "DelegatesTo");

    private final SourceUnit source;
    private final Set<String> names = new HashSet<>();
    private boolean anything;
    private boolean delegates;
    private boolean contextChanges;
    private boolean versionChanges;

    private OwnNames(SourceUnit source) {
        this.source = source;
    }

    static OwnNames of(ModuleNode module, SourceUnit source) {
        OwnNames own = new OwnNames(source);
        module.getImports().forEach(node -> own.names.add(node.getAlias()));
        own.names.addAll(module.getStaticImports().keySet());
        module.getStaticStarImports().values().forEach(node ->
                node.getType().getMethods().forEach(method -> own.names.add(method.getName())));
        for (ClassNode type : module.getClasses()) {
            own.names.add(type.getNameWithoutPackage());
            own.visitClass(type);
        }
        return own;
    }

    /** Whether the script itself says what the name is. */
    boolean has(String name) {
        return names.contains(name);
    }

    /** Whether names may get a meaning while the script runs. */
    boolean anything() {
        return anything;
    }

    /** Whether closures may be given another object to call. */
    boolean delegates() {
        return delegates;
    }

    boolean contextChanges() {
        return contextChanges;
    }

    /** Whether bare names may come to mean another API version. */
    boolean versionChanges() {
        return versionChanges;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        for (AnnotationNode annotation : node.getAnnotations()) {
            // The compiler notes the base of every script in the same way, but at no place.
            anything |= annotation.getLineNumber() > 0 && OPENING_ANNOTATIONS.contains(annotation.getClassNode().getNameWithoutPackage());
        }
        super.visitAnnotations(node);
    }

    @Override
    public void visitMethod(MethodNode method) {
        if (!method.isSynthetic()) {
            String name = method.getName();
            names.add(name);
            anything |= CATCH_ALL.contains(name);
            if (name.length() > 3 && (name.startsWith("get") || name.startsWith("set"))) {
                addProperty(name.substring(3));
            } else if (name.length() > 2 && name.startsWith("is")) {
                addProperty(name.substring(2));
            }
            addAll(method.getParameters());
        }
        super.visitMethod(method);
    }

    private void addProperty(String capitalized) {
        names.add(capitalized);
        names.add(Character.toLowerCase(capitalized.charAt(0)) + capitalized.substring(1));
    }

    private void addAll(Parameter[] parameters) {
        for (Parameter parameter : parameters == null ? Parameter.EMPTY_ARRAY : parameters) {
            names.add(parameter.getName());
        }
    }

    @Override
    public void visitField(FieldNode field) {
        names.add(field.getName());
        super.visitField(field);
    }

    @Override
    public void visitProperty(PropertyNode property) {
        names.add(property.getName());
        super.visitProperty(property);
    }

    @Override
    public void visitDeclarationExpression(org.codehaus.groovy.ast.expr.DeclarationExpression declaration) {
        assigned(declaration.getLeftExpression());
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        if (Types.ofType(expression.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)) {
            assigned(expression.getLeftExpression());
        }
        super.visitBinaryExpression(expression);
    }

    private void assigned(Expression left) {
        if (left instanceof VariableExpression variable) {
            names.add(variable.getName());
        } else if (left instanceof TupleExpression tuple) {
            tuple.getExpressions().forEach(this::assigned);
        } else if (left instanceof PropertyExpression property && isSelf(property.getObjectExpression())) {
            literal(property.getProperty());
        } else if (left instanceof BinaryExpression index && isSelf(index.getLeftExpression())) {
            literal(index.getRightExpression());
        }
    }

    private static boolean isSelf(Expression object) {
        return object instanceof VariableExpression variable && (variable.isThisExpression()
                || Set.of("binding", "owner", "variables").contains(variable.getName()))
                || object instanceof PropertyExpression property && "variables".equals(property.getPropertyAsString());
    }

    private void literal(Expression name) {
        if (name instanceof ConstantExpression constant) {
            names.add(String.valueOf(constant.getValue()));
        } else {
            anything = true;
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        delegates |= DELEGATION.contains(variable.getName());
        anything |= "metaClass".equals(variable.getName());
        super.visitVariableExpression(variable);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        String name = property.getPropertyAsString();
        delegates |= name != null && DELEGATION.contains(name);
        anything |= "metaClass".equals(name);
        super.visitPropertyExpression(property);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String name = call.getMethodAsString();
        if (name != null) {
            delegates |= DELEGATION.contains(name);
            anything |= OPENING.contains(name) && !"load".equals(name) || "load".equals(name) && call.isImplicitThis();
            if ("setVariable".equals(name) || "setProperty".equals(name)) {
                List<Expression> arguments = call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
                if (!arguments.isEmpty()) {
                    literal(arguments.get(0));
                }
            }
            if (call.isImplicitThis() && CONTEXT_VERBS.contains(name)) {
                contextChanges = true;
                versionChanges |= "use".equals(name) && mayNameVersion(call.getArguments());
            }
        }
        super.visitMethodCallExpression(call);
    }

    private static boolean mayNameVersion(Expression arguments) {
        for (Expression argument : arguments instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(arguments)) {
            if (!(argument instanceof org.codehaus.groovy.ast.expr.MapExpression map)) {
                return !(argument instanceof ConstantExpression);
            }
            for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                if (!(entry.getKeyExpression() instanceof ConstantExpression key) || "version".equals(key.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void visitClosureExpression(org.codehaus.groovy.ast.expr.ClosureExpression closure) {
        addAll(closure.getParameters());
        super.visitClosureExpression(closure);
    }
}
