package dev.dwx.dsl.check;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.OperationName;
import dev.dwx.client.ApiException;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/** Judges single calls and names; where they stand is {@link CallVisitor}'s business. */
final class Calls {
    private final Vocabulary vocabulary;
    private final OwnNames own;
    private final Findings findings;
    private final SchedulingWords scheduling;

    Calls(Vocabulary vocabulary, OwnNames own, Findings findings) {
        this.vocabulary = vocabulary;
        this.own = own;
        this.findings = findings;
        this.scheduling = new SchedulingWords(own, vocabulary, findings);
    }

    /** Whether a name could be an operation's, and is more than a letter such as a variable may be. */
    static boolean isOperationName(String name) {
        return name != null && name.length() > 1 && OperationName.isSpelledSo(name);
    }

    /** A name that should be an operation's. */
    Optional<ApiOperation> named(String pinned, String name, Expression place) {
        Optional<ApiOperation> operation = vocabulary.operation(pinned, name);
        if (operation.isEmpty()) {
            ApiException refusal = vocabulary.unknown(pinned, name);
            String next = refusal.next();
            findings.error(place, name + ": " + refusal.why()
                    + (next == null ? "" : (next.startsWith(Texts.of("did you mean ")) ? "; " : Texts.of("\n  next: ")) + next), refusal);
        }
        return operation;
    }

    /** A call of an operation. */
    void operation(String pinned, String name, Expression place, Expression arguments, boolean pages, boolean open) {
        Optional<ApiOperation> operation = named(pinned, name, place);
        if (operation.isEmpty()) {
            return;
        }
        CallArguments given = CallArguments.of(arguments);
        if (given.positional() != null && !operation.get().streaming()) {
            findings.error(given.positional(), Texts.of("{0}: arguments are named, and this one has no name\n  next: write {1}(Name:"
                    + " value, …)", operation.get().label(), name), vocabulary.refusal(operation.get(), List.of(Texts.of("arguments are named"))));
            return;
        }
        scheduling.look(given);
        Map<String, Object> values = new LinkedHashMap<>(given.values());
        if (pages) {
            // Lower-case names are for the walk over the pages, not for the service.
            values.keySet().removeIf(key -> !key.isEmpty() && Character.isLowerCase(key.charAt(0)));
        }
        Vocabulary.Given kind = open || !given.whole() && !given.entries().isEmpty() || !given.whole() && given.positional() == null
                ? Vocabulary.Given.SOME : pages ? Vocabulary.Given.ALL_PAGES : Vocabulary.Given.ALL;
        List<Vocabulary.Problem> problems = vocabulary.problems(operation.get(), values, kind, own.contextChanges());
        if (pinned == null && own.versionChanges() && fitsOther(operation.get(), name, values, kind)) {
            return;
        }
        tell(operation.get(), problems, given, place);
    }

    private boolean fitsOther(ApiOperation operation, String name, Map<String, Object> values, Vocabulary.Given kind) {
        for (String version : dev.dwx.catalog.ApiCatalog.KNOWN_VERSIONS) {
            Optional<ApiOperation> other = version.equals(operation.version()) ? Optional.empty()
                    : vocabulary.operation(version, name);
            if (other.isPresent() && vocabulary.problems(other.get(), values, kind, true).stream()
                    .noneMatch(Vocabulary.Problem::error)) {
                return true;
            }
        }
        return false;
    }

    private void tell(ApiOperation operation, List<Vocabulary.Problem> problems, CallArguments given, Expression call) {
        List<String> errors = new ArrayList<>();
        for (Vocabulary.Problem problem : problems) {
            if (problem.error()) {
                errors.add(problem.text());
            }
        }
        ApiException refusal = errors.isEmpty() ? null : vocabulary.refusal(operation, errors);
        for (Vocabulary.Problem problem : problems) {
            MapEntryExpression entry = given.entries().get(problem.parameter());
            Expression place = entry == null ? call : operation.parameter(problem.parameter()).isEmpty()
                    ? entry.getKeyExpression() : entry.getValueExpression();
            String text = Texts.of("{0}: {1}", operation.label(), problem.text());
            if (problem.error()) {
                findings.error(place, text, refusal);
            } else {
                findings.warning(place, text, true);
            }
        }
    }

    /** A method of an operation that is named and not called. */
    void handle(ApiOperation operation, String pinned, MethodCallExpression call) {
        String method = call.getMethodAsString();
        if (method == null) {
            return;
        }
        if (!vocabulary.handleMethods().contains(method)) {
            List<String> near = NearNames.of(method, vocabulary.handleMethods());
            findings.error(call.getMethod(), Texts.of("{0} has no {1}(…){2}", operation.name(), method,
                    near.isEmpty() ? "" : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))), null);
            return;
        }
        switch (method) {
            case "call", "dryRun" -> operation(pinned, operation.name(), call.getMethod(), call.getArguments(), false, false);
            case "all" -> operation(pinned, operation.name(), call.getMethod(), call.getArguments(), true, false);
            // What they show may be a call in the making.
            case "curl", "python", "java", "cli", "explain" -> {
                if (CallArguments.of(call.getArguments()).positional() == null) {
                    operation(pinned, operation.name(), call.getMethod(), call.getArguments(), false, true);
                }
            }
            default -> {
            }
        }
    }

    /**
     * A call of a name in lower case that nothing in the script defines.
     *
     * @param block the words of the block around it
     */
    void word(String name, MethodCallExpression call, Set<String> block) {
        String right = vocabulary.wrongCase(name);
        if (right != null) {
            findings.error(call.getMethod(), Texts.of("there is no {0}; names are case-sensitive: it is spelled {1}", name, right),
                    vocabulary.unknown(null, name));
            return;
        }
        List<String> near = NearNames.of(name, List.copyOf(block));
        near = near.isEmpty() ? NearNames.of(name, vocabulary.verbs()) : near;
        if (near.isEmpty()) {
            findings.warning(call.getMethod(), Texts.of("nothing here says what {0}(…) does", name), true);
        } else {
            findings.error(call.getMethod(), Texts.of("there is no {0}(…); did you mean {1}?", name, String.join(Texts.of(" or "), near)), null);
        }
    }

    /** A call whose block describes a document. */
    void block(MethodCallExpression call) {
        for (Expression argument : call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.<Expression>of()) {
            if (argument instanceof ClosureExpression block) {
                scheduling.look(block);
            }
        }
    }

    /** The literal arguments of a few verbs. */
    void verb(String name, MethodCallExpression call) {
        CallArguments given = CallArguments.of(call.getArguments());
        if (!(given.positional() instanceof ConstantExpression constant) || !(constant.getValue() instanceof String text)) {
            return;
        }
        if ("bizdate".equals(name)) {
            String problem = vocabulary.dateProblem(text);
            if (problem != null) {
                findings.error(constant, problem, null);
            }
        } else if ("describe".equals(name)) {
            named(null, text, constant);
        }
    }

    /** A name that only a prompt gives to a value. */
    void ofThePrompt(String name, Expression place) {
        findings.warning(place, Texts.of("{0} is a value of the prompt, which a script does not have; give values a name: nodes = ListNodes()", name), true);
    }

    /** A bare word in lower case that nothing gives a value. */
    void name(String name, Expression place) {
        List<String> near = NearNames.of(name, vocabulary.verbs());
        if (near.isEmpty() || vocabulary.verbs().contains(name)) {
            findings.warning(place, Texts.of("nothing here gives {0} a value", name), true);
        } else {
            findings.error(place, Texts.of("there is no {0}; did you mean {1}?", name, String.join(Texts.of(" or "), near)), null);
        }
    }
}
