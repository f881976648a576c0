package dev.dwx.dsl.check;

import dev.dwx.texts.Texts;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * The trap of the dollar sign: {@code "${bizdate}"} in double quotes is filled in by Groovy before the service's scheduler, for
 * which it is meant, could ever see it.
 */
final class SchedulingWords {
    private static final Set<String> WORDS = Set.of("bizdate", "cyctime", "gmtdate", "jobid", "nodeid", "taskid", "yyyymmdd",
            "yyyymm", "yyyy", "mm", "dd", "hh24miss", "hh24", "mi", "ss", "bdp");

    private final OwnNames own;
    private final Vocabulary vocabulary;
    private final Findings findings;

    SchedulingWords(OwnNames own, Vocabulary vocabulary, Findings findings) {
        this.own = own;
        this.vocabulary = vocabulary;
        this.findings = findings;
    }

    /** Looks through the arguments of a call that hold code. */
    void look(CallArguments arguments) {
        arguments.entries().forEach((name, entry) -> {
            if (holdsCode(name)) {
                entry.getValueExpression().visit(new Quoted());
            }
        });
    }

    /**
     * Looks through a block that describes a document. All of its texts are for the service; a name in one that nothing in the script has
     * would be an error in the middle of the run.
     */
    void look(ClosureExpression block) {
        block.getCode().visit(new CodeVisitorSupport() {
            @Override
            public void visitGStringExpression(GStringExpression text) {
                for (Expression value : text.getValues()) {
                    value.visit(new CodeVisitorSupport() {
                        @Override
                        public void visitVariableExpression(VariableExpression variable) {
                            unknown(variable, value);
                        }
                    });
                }
                super.visitGStringExpression(text);
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression call) {
                // What stands in with { … } may be known to its object.
                if (!"with".equals(call.getMethodAsString()) && !"tap".equals(call.getMethodAsString())) {
                    super.visitMethodCallExpression(call);
                }
            }
        });
    }

    private void unknown(VariableExpression variable, Expression whole) {
        String name = variable.getName();
        if (!(variable.getAccessedVariable() instanceof DynamicVariable) || own.has(name) || vocabulary.isName(name)
                || own.anything() || name.isEmpty() || Character.isUpperCase(name.charAt(0))) {
            return;
        }
        String text = whole.getText().replace("this.", "");
        String plain = whole == variable ? name : whole instanceof BinaryExpression
                ? text.replace(" ", "").replace("(", "").replace(")", "") : text;
        findings.certain(variable, Texts.of("${{0}} in double quotes is filled in here, and nothing here gives {1} a value; the"
                + " scheduler, which is to fill it in, would never see it. Write the text in single quotes, '${{0}}', or \\${{0}}", plain,
                name));
    }

    private static boolean holdsCode(String parameter) {
        return parameter.endsWith("Spec") || parameter.endsWith("Content") || parameter.endsWith("Code")
                || parameter.endsWith("Sql") || parameter.endsWith("Parameters") || parameter.equals("ParaValue");
    }

    private final class Quoted extends CodeVisitorSupport {
        @Override
        public void visitGStringExpression(GStringExpression text) {
            for (Expression value : text.getValues()) {
                value.visit(new CodeVisitorSupport() {
                    @Override
                    public void visitVariableExpression(VariableExpression variable) {
                        word(variable.getName(), variable);
                    }
                });
            }
            super.visitGStringExpression(text);
        }

        private void word(String name, ASTNode place) {
            boolean known = own.has(name) || vocabulary.isName(name);
            if (!known && WORDS.contains(name) && !own.anything()) {
                findings.certain(place, Texts.of("in double quotes ${{0}} is filled in here, and nothing here gives {0} a value;"
                        + " '${{0}}' in single quotes goes to the service as it is", name));
            } else if (WORDS.contains(name) || !known && name.startsWith("yyyy")) {
                findings.warning(place, Texts.of("in double quotes ${{0}} is filled in here; '${{0}}' in single quotes goes to the"
                        + " service as it is", name), false);
            }
        }
    }
}
