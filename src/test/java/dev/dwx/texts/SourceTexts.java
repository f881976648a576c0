package dev.dwx.texts;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every text that the production sources say through {@link Texts}, found by the compiler's own reading of them: the first argument
 * of {@code Texts.of}, and what the tables hold that {@code Texts.listed} shows.
 */
public final class SourceTexts {
    /**
     * One place where a text is said.
     *
     * @param english the text; null where the argument is no constant
     * @param listed whether a table holds it
     * @param code whether it may be code alone, which needs no translation
     * @param values how many values follow it
     */
    public record Use(String place, String className, String english, boolean listed, boolean code, int values) {
    }

    /** A table of texts: which argument of which call or constructor in the file is one, or a line of code in place of one. */
    private record Table(String file, String call, int argument, boolean code) {
    }

    private static final List<Table> TABLES = List.of(
            new Table("dev/dwx/cli/Command.java", "Command", 2, false),
            new Table("dev/dwx/cli/ExitCode.java", "ExitCode", 1, false),
            new Table("dev/dwx/cli/OptionTables.java", "flag", 2, false),
            new Table("dev/dwx/cli/OptionTables.java", "value", 3, false),
            new Table("dev/dwx/dsl/Verbs.java", "Verb", 1, false),
            new Table("dev/dwx/dsl/traps/TrapTable.java", "row", 0, false),
            new Table("dev/dwx/dsl/traps/TrapTable.java", "row", 2, false),
            new Table("dev/dwx/dsl/traps/TrapTable.java", "row", 3, false),
            new Table("dev/dwx/dsl/traps/FileTypes.java", "Map.of", 1, false),
            new Table("dev/dwx/dsl/traps/FileTypes.java", "Map.of", 3, false),
            new Table("dev/dwx/dsl/waiting/Waited.java", "of", 0, false),
            new Table("dev/dwx/dsl/lifecycle/ObjectKind.java", "ObjectKind", 0, false),
            new Table("dev/dwx/flowspec/lint/EnvelopeCheck.java", "Map.of", 1, false),
            new Table("dev/dwx/flowspec/lint/EnvelopeCheck.java", "Map.of", 3, false),
            new Table("dev/dwx/flowspec/lint/EnvelopeCheck.java", "Map.of", 5, false),
            new Table("dev/dwx/flowspec/lint/EnvelopeCheck.java", "Map.of", 7, false),
            new Table("dev/dwx/flowspec/build/SpecWords.java", "field", 5, false),
            new Table("dev/dwx/flowspec/build/SpecWords.java", "choice", 5, false),
            new Table("dev/dwx/flowspec/build/SpecWords.java", "own", 2, false),
            new Table("dev/dwx/time/schedule/CronField.java", "Kind", 0, false),
            new Table("dev/dwx/client/steady/Trouble.java", "Trouble", 0, false),
            new Table("dev/dwx/client/AdviceTable.java", "row", 3, false),
            new Table("dev/dwx/client/AdviceTable.java", "row", 4, true),
            new Table("dev/dwx/client/AdviceTable.java", "retry", 3, false),
            new Table("dev/dwx/client/AdviceTable.java", "retry", 4, true));

    /** A table that is one text, a row on each line: the text is between the first bar and the second. */
    private static final String LINES = "dev/dwx/flowspec/lint/LintRules.java";
    /** A table that is an array of rows: the text is behind the last bar. */
    private static final String ROWS = "dev/dwx/flowspec/build/NodeWords.java";

    private SourceTexts() {
    }

    /** All uses below a directory of sources, in the order of files and lines. */
    public static List<Use> of(Path sources) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(sources)) {
            files = all.filter(SourceTexts::says).sorted().toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Use> uses = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = sources.relativize(Path.of(unit.getSourceFile().toUri()));
                new Scanner(unit, file.toString().replace('\\', '/'), positions, uses).scan(unit, null);
            }
            return uses;
        }
    }

    private static boolean says(Path file) {
        try {
            return file.toString().endsWith(".java") && (Files.readString(file).contains("Texts.")
                    || file.endsWith(ROWS) || TABLES.stream().anyMatch(table -> file.endsWith(table.file())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final String file;
        private final SourcePositions positions;
        private final List<Use> uses;
        private final Map<String, ExpressionTree> constants = new HashMap<>();

        Scanner(CompilationUnitTree unit, String file, SourcePositions positions, List<Use> uses) {
            this.unit = unit;
            this.file = file;
            this.positions = positions;
            this.uses = uses;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            for (Tree member : type.getMembers()) {
                if (member instanceof VariableTree field && field.getInitializer() != null
                        && field.getModifiers().getFlags().contains(Modifier.FINAL)) {
                    constants.put(field.getName().toString(), field.getInitializer());
                }
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (file.equals(LINES) && variable.getName().contentEquals("ROWS")) {
                for (String row : constant(variable.getInitializer()).split("\n")) {
                    uses.add(new Use(file, "dev.dwx.flowspec.lint.LintRules", row.split("\\|")[1], true, false, 0));
                }
            }
            if (file.equals(ROWS) && variable.getInitializer() instanceof NewArrayTree rows && rows.getInitializers() != null) {
                for (ExpressionTree row : rows.getInitializers()) {
                    String text = constant(row);
                    uses.add(new Use(file, "dev.dwx.flowspec.build.NodeWords", text.substring(text.lastIndexOf('|') + 1), true, false, 0));
                }
            }
            return super.visitVariable(variable, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            ExpressionTree select = call.getMethodSelect();
            if (select instanceof MemberSelectTree member && member.getExpression().toString().equals("Texts")
                    && member.getIdentifier().contentEquals("of")) {
                use(call, call.getArguments().get(0), null, call.getArguments().size() - 1);
            }
            if (select instanceof MemberSelectTree member && member.getExpression() instanceof IdentifierTree of) {
                row(of.getName() + "." + member.getIdentifier(), call, call.getArguments());
            }
            if (select instanceof IdentifierTree name) {
                row(name.getName().toString(), call, call.getArguments());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            row(made.getIdentifier().toString(), made, made.getArguments());
            return super.visitNewClass(made, nothing);
        }

        private void row(String call, Tree tree, List<? extends ExpressionTree> arguments) {
            for (Table table : TABLES) {
                if (file.equals(table.file()) && call.equals(table.call()) && arguments.size() > table.argument()
                        && !(arguments.get(table.argument()) instanceof MethodInvocationTree)
                        && !"".equals(constant(arguments.get(table.argument())))) {
                    use(tree, arguments.get(table.argument()), table, 0);
                }
            }
        }

        private void use(Tree tree, ExpressionTree english, Table table, int values) {
            long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
            String className = file.substring(0, file.length() - ".java".length()).replace('/', '.');
            uses.add(new Use(file + ":" + line, className, constant(english), table != null, table != null && table.code(), values));
        }

        /** The value of a constant text; null where it is none. */
        private String constant(ExpressionTree tree) {
            if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return text;
            }
            if (tree instanceof ParenthesizedTree inner) {
                return constant(inner.getExpression());
            }
            if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                String left = constant(sum.getLeftOperand());
                String right = left == null ? null : constant(sum.getRightOperand());
                return right == null ? null : left + right;
            }
            if (tree instanceof IdentifierTree name && constants.containsKey(name.getName().toString())) {
                return constant(constants.get(name.getName().toString()));
            }
            return null;
        }
    }
}
