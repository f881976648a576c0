package dev.dwx.dsl;

import java.lang.reflect.Modifier;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.runtime.GeneratedClosure;

/**
 * Makes the language's words known inside the classes that a script declares: a call or a name that such a class does not
 * know goes to the session. A class that has its own {@code methodMissing} keeps it.
 */
final class UserClassCustomizer extends CompilationCustomizer {
    UserClassCustomizer() {
        super(CompilePhase.CANONICALIZATION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (type.isScript() || type.isInterface() || type.isEnum() || type.isAnnotationDefinition()
                || type.implementsInterface(ClassHelper.make(GeneratedClosure.class))) {
            return;
        }
        Parameter name = new Parameter(ClassHelper.STRING_TYPE, "name");
        Parameter arguments = new Parameter(ClassHelper.OBJECT_TYPE, "arguments");
        add(type, "methodMissing", "call", false, name, arguments);
        add(type, "$static_methodMissing", "call", true, name, arguments);
        add(type, "propertyMissing", "property", false, name);
        add(type, "$static_propertyMissing", "property", true, name);
    }

    private static void add(ClassNode type, String name, String target, boolean isStatic, Parameter... parameters) {
        if (!type.getDeclaredMethods(name).isEmpty()) {
            return;
        }
        ClassNode calls = ClassHelper.make(UserClassCalls.class);
        MethodNode method = calls.getMethods(target).get(0);
        ArgumentListExpression arguments = new ArgumentListExpression();
        Expression self = isStatic ? new ClassExpression(type) : VariableExpression.THIS_EXPRESSION;
        arguments.addExpression(new ClassExpression(type));
        arguments.addExpression(self);
        for (Parameter parameter : List.of(parameters)) {
            arguments.addExpression(new VariableExpression(parameter));
        }
        MethodCallExpression call = new MethodCallExpression(new ClassExpression(calls), target, arguments);
        call.setMethodTarget(method);
        call.setImplicitThis(false);
        type.addMethod(name, Modifier.PUBLIC | (isStatic ? Modifier.STATIC : 0) | 0x1000, ClassHelper.OBJECT_TYPE, parameters,
                ClassNode.EMPTY_ARRAY, new ReturnStatement(call));
    }
}
