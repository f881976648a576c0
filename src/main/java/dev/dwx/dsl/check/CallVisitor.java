package dev.dwx.dsl.check;

import dev.dwx.dsl.UnknownName;
import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.flowspec.build.BlockWords;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.control.SourceUnit;

/** Goes through a script whose names are resolved, and finds the calls and names that are the language's own. */
final class CallVisitor extends ClassCodeVisitorSupport {
    private static final Map<String, String> VERSIONS = Map.of("v2024", ApiCatalog.V2024, "v2020", ApiCatalog.V2020);
    private static final Set<String> CATCHES_CALLS =
            Set.of("ApiException", "RuntimeException", "Exception", "Throwable", "Object");
    /** Methods of everything that give their closure another object to call. */
    private static final Set<String> DELEGATING = Set.of("with", "tap", "use", "identity");
    /** Blocks with words of their own. */
    private static final Set<String> BUILDING = Set.of("flow", "manualFlow", "triggerFlow", "node", "resource", "function", "component");
    /** Blocks whose point is that they fail. */
    private static final Set<String> MAY_FAIL = Set.of("shouldFail", "fails", "thrown");

    private final SourceUnit source;
    private final Vocabulary vocabulary;
    private final OwnNames own;
    private final Findings findings;
    private final Calls calls;
    private final Set<ClosureExpression> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The words of blocks that describe a document or a part of one. */
    private final Map<ClosureExpression, Set<String>> blocks = new IdentityHashMap<>();
    /** The words of the blocks around the place, the nearest first. */
    private final Deque<Set<String>> around = new ArrayDeque<>();
    /** Names that are looked at as part of what surrounds them. */
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private ClassNode type;

    CallVisitor(SourceUnit source, Vocabulary vocabulary, OwnNames own, Findings findings) {
        this.source = source;
        this.vocabulary = vocabulary;
        this.own = own;
        this.findings = findings;
        this.calls = new Calls(vocabulary, own, findings);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return source;
    }

    @Override
    public void visitClass(ClassNode node) {
        ClassNode before = type;
        type = node;
        super.visitClass(node);
        type = before;
    }

    @Override
    public void visitMethod(MethodNode method) {
        if (!method.isSynthetic()) {
            super.visitMethod(method);
        }
    }

    @Override
    public void visitTryCatchFinally(TryCatchStatement statement) {
        boolean caught = false;
        for (CatchStatement one : statement.getCatchStatements()) {
            caught |= CATCHES_CALLS.contains(one.getExceptionType().getNameWithoutPackage());
        }
        if (!caught) {
            super.visitTryCatchFinally(statement);
            return;
        }
        statement.getResourceStatements().forEach(resource -> resource.visit(this));
        findings.doubt();
        statement.getTryStatement().visit(this);
        findings.sure();
        statement.getCatchStatements().forEach(one -> one.visit(this));
        statement.getFinallyStatement().visit(this);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        boolean doubt = doubtful.contains(closure) || own.delegates();
        Set<String> words = blocks.get(closure);
        if (words != null) {
            around.push(words);
        }
        if (doubt) {
            findings.doubt();
        }
        super.visitClosureExpression(closure);
        if (doubt) {
            findings.sure();
        }
        if (words != null) {
            around.pop();
        }
    }

    @Override
    public void visitLambdaExpression(LambdaExpression lambda) {
        // A lambda has no delegate of its own, but is one to the compiler's visitors all the same.
        visitClosureExpression(lambda);
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        doubt(call.getArguments(), !call.getType().getNameWithoutPackage().equals("Thread"));
        super.visitConstructorCallExpression(call);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String name = call.getMethodAsString();
        boolean toSelf = call.isImplicitThis()
                || call.getObjectExpression() instanceof VariableExpression self && self.isThisExpression();
        boolean plain = toSelf ? vocabulary.isMethod(name == null ? "" : name) && !DELEGATING.contains(name) && !BUILDING.contains(name) && !own.has(name)
                : PlainClosures.has(name);
        if (toSelf && name != null && BUILDING.contains(name) && !own.has(name)) {
            calls.block(call);
        }
        if (toSelf && name != null && !own.has(name) && (BUILDING.contains(name) || isBlockWord(name))) {
            block(name, call);
        }
        doubt(call.getArguments(), !plain || MAY_FAIL.contains(name));
        if (name != null) {
            if (toSelf) {
                self(name, call);
            } else {
                other(call);
            }
        }
        super.visitMethodCallExpression(call);
    }

    /** Whether the block around the place has a word of that name. */
    private boolean isBlockWord(String name) {
        return !around.isEmpty() && around.peek().contains(name);
    }

    private void block(String name, MethodCallExpression call) {
        for (Expression argument : call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.<Expression>of()) {
            if (argument instanceof ClosureExpression closure) {
                BlockWords.in(name).ifPresent(words -> {
                    Set<String> names = new HashSet<>();
                    words.forEach(word -> names.add(word.name()));
                    blocks.put(closure, names);
                });
            }
        }
    }

    private void doubt(Expression arguments, boolean reason) {
        if (!reason) {
            return;
        }
        for (Expression argument : arguments instanceof TupleExpression tuple ? tuple.getExpressions() : List.of(arguments)) {
            if (argument instanceof ClosureExpression closure) {
                doubtful.add(closure);
            } else if (argument instanceof MapExpression map) {
                for (MapEntryExpression entry : map.getMapEntryExpressions()) {
                    doubt(entry.getValueExpression(), true);
                }
            }
        }
    }

    private void self(String name, MethodCallExpression call) {
        if (isMeant(name) || isBlockWord(name) || !call.isImplicitThis() && !type.isScript()) {
            return;
        }
        if (Calls.isOperationName(name)) {
            calls.operation(null, name, call.getMethod(), call.getArguments(), false, false);
        } else if (vocabulary.isMethod(name)) {
            calls.verb(name, call);
        } else if (!name.isEmpty() && Character.isLowerCase(name.charAt(0))) {
            calls.word(name, call, around.isEmpty() ? Set.of() : around.peek());
        }
    }

    /** Whether the script, or a class that surrounds the place, gives the name a meaning. */
    private boolean isMeant(String name) {
        if (own.has(name) || vocabulary.isName(name)) {
            return true;
        }
        for (ClassNode outer = type; outer != null; outer = outer.getOuterClass()) {
            if (!outer.isScript() && !outer.getMethods(name).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void other(MethodCallExpression call) {
        Expression object = call.getObjectExpression();
        String pinned = version(object);
        String name = call.getMethodAsString();
        if (pinned != null) {
            if (Calls.isOperationName(name)) {
                calls.operation(pinned, name, call.getMethod(), call.getArguments(), false, false);
            }
            return;
        }
        if (object instanceof PropertyExpression property && version(property.getObjectExpression()) != null
                && Calls.isOperationName(property.getPropertyAsString())) {
            String of = version(property.getObjectExpression());
            seen.add(object);
            calls.named(of, property.getPropertyAsString(), property.getProperty()).ifPresent(found -> calls.handle(found, of, call));
        } else if (object instanceof VariableExpression variable && isOperation(variable)) {
            seen.add(object);
            Optional<ApiOperation> found = calls.named(null, variable.getName(), variable);
            found.ifPresent(operation -> calls.handle(operation, null, call));
        }
    }

    /** The API version that {@code v2020} or {@code v2024} stands for, or {@code null}. */
    private String version(Expression object) {
        return object instanceof VariableExpression variable && isFree(variable) && !own.has(variable.getName())
                ? VERSIONS.get(variable.getName()) : null;
    }

    private static boolean isFree(VariableExpression variable) {
        return variable.getAccessedVariable() instanceof DynamicVariable;
    }

    private boolean isOperation(VariableExpression variable) {
        return isFree(variable) && Calls.isOperationName(variable.getName()) && !isMeant(variable.getName());
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        String pinned = version(property.getObjectExpression());
        String name = property.getPropertyAsString();
        if (pinned != null && Calls.isOperationName(name) && !seen.contains(property)) {
            calls.named(pinned, name, property.getProperty());
        }
        super.visitPropertyExpression(property);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (seen.contains(variable) || !isFree(variable) || variable.isThisExpression() || variable.isSuperExpression()) {
            return;
        }
        String name = variable.getName();
        if (UnknownName.OF_THE_PROMPT.contains(name) && !isMeant(name)) {
            calls.ofThePrompt(name, variable);
        } else if (isOperation(variable)) {
            calls.named(null, name, variable);
        } else if (!isMeant(name) && !name.isEmpty() && Character.isLowerCase(name.charAt(0)) && isWord(name)) {
            calls.name(name, variable);
        }
    }

    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }
}
