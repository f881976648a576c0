package dev.dwx.dsl.check;

import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
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
                entry.getValueExpression().visit(new Texts());
            }
        });
    }

    private static boolean holdsCode(String parameter) {
        return parameter.endsWith("Spec") || parameter.endsWith("Content") || parameter.endsWith("Code")
                || parameter.endsWith("Sql") || parameter.endsWith("Parameters") || parameter.equals("ParaValue");
    }

    private final class Texts extends CodeVisitorSupport {
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
            if (WORDS.contains(name) || !known && name.startsWith("yyyy")) {
                findings.warning(place, "in double quotes ${" + name + "} is filled in here; '${" + name
                        + "}' in single quotes goes to the service as it is", false);
            }
        }
    }
}
