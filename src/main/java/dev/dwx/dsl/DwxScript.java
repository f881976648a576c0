package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.safety.Allowance;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.flow.Blocks;
import dev.dwx.dsl.flow.Flow;
import dev.dwx.dsl.flow.ToDsl;
import dev.dwx.dsl.flow.FlowBlock;
import dev.dwx.dsl.flow.NodeBlock;
import dev.dwx.dsl.flow.PartBlock;
import dev.dwx.dsl.flow.ToDsl;
import dev.dwx.dsl.graph.GraphView;
import dev.dwx.dsl.graph.Graphs;
import dev.dwx.dsl.schedule.Cron;
import dev.dwx.dsl.schedule.PreviewReport;
import dev.dwx.dsl.schedule.Schedules;
import dev.dwx.dsl.lint.Lint;
import dev.dwx.dsl.lint.LintReport;
import dev.dwx.dsl.waiting.Following;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.dsl.rehearsal.RehearsalReport;
import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import dev.dwx.dsl.workspace.Difference;
import dev.dwx.dsl.workspace.Plan;
import dev.dwx.dsl.workspace.Workspace;
import dev.dwx.time.BizDate;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.MetaBeanProperty;
import groovy.lang.Script;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What stands beneath every piece of source: the verbs, and the way from an unknown name to an operation. {@link Verbs} lists
 * what is here for users.
 */
public abstract class DwxScript extends Script {
    private GroovyEvaluator evaluator;

    final void begin(GroovyEvaluator owner, Binding binding) {
        evaluator = owner;
        setBinding(binding);
    }

    final Session session() {
        return evaluator.session();
    }

    /** A call that the script does not know itself: a method of an earlier cell, or an operation. */
    public Object methodMissing(String name, Object arguments) {
        Object[] list = arguments instanceof Object[] array ? array : new Object[] {arguments};
        return evaluator.call(name, list, this);
    }

    /** Variables first, then the verbs that are written without parentheses, then operations. */
    @Override
    public Object getProperty(String name) {
        Binding binding = getBinding();
        if (binding.hasVariable(name)) {
            return binding.getVariable(name);
        }
        return switch (name) {
            case "yesterday" -> session().yesterday();
            case "today" -> session().today();
            case "context" -> session().context();
            case "limits" -> session().budget();
            case "v2024" -> new VersionHandle(session(), ApiCatalog.V2024);
            case "v2020" -> new VersionHandle(session(), ApiCatalog.V2020);
            case "sandbox" -> session().sandbox();
            case "undo" -> session().undo().rows();
            case "audit" -> audit();
            case "args" -> List.of();
            case "binding", "class", "metaClass" -> super.getProperty(name);
            default -> getMetaClass().hasProperty(this, name) instanceof MetaBeanProperty own && own.getField() != null
                    && own.getField().getDeclaringClass() == getClass() ? own.getProperty(this) : evaluator.property(name, this);
        };
    }

    /** What {@code call('BrandNewApi', method: 'POST', Id: 1)} is compiled to; see {@link VerbCustomizer}. */
    public ApiResult callUnchecked(Map<String, Object> arguments, CharSequence name) {
        return new UncheckedCall(session()).send(name.toString(), arguments);
    }

    public ApiResult callUnchecked(CharSequence name) {
        return callUnchecked(Map.of(), name);
    }

    /** With one map in place of named arguments. */
    public ApiResult callUnchecked(CharSequence name, Map<String, Object> arguments) {
        return callUnchecked(arguments, name);
    }

    public Object table(Object value) {
        return session().show("table", value);
    }

    /** With these columns only, in this order. */
    public Object table(Object value, Object... columns) {
        return session().show("table", ChosenColumns.of(value, columns));
    }

    public Object json(Object value) {
        return session().show("json", value);
    }

    public Object csv(Object value) {
        return session().show("csv", value);
    }

    /** With these columns only, in this order. */
    public Object csv(Object value, Object... columns) {
        return session().show("csv", ChosenColumns.of(value, columns));
    }

    public Object yaml(Object value) {
        return session().show("yaml", value);
    }

    /** Makes a project the one that calls belong to. */
    public Context project(Object nameOrId) {
        return session().useProject(nameOrId);
    }

    /** What {@code use project: 'orders_dw', environment: 'Prod'} is compiled to; see {@link VerbCustomizer}. */
    public Context useContext(Map<String, Object> changes) {
        return new ContextChange(session()).apply(changes);
    }

    public Context useContext(Object project) {
        return session().useProject(project);
    }

    public Object inProject(Object nameOrId, Closure<?> block) {
        return session().blocks().inProject(nameOrId, work(block));
    }

    public Object inRegion(CharSequence region, Closure<?> block) {
        return session().blocks().inRegion(region.toString(), work(block));
    }

    /** Allows the destructive calls made inside the block. */
    public Object confirm(CharSequence reason, Closure<?> block) {
        return session().blocks().confirmed(new Allowance(reason), work(block));
    }

    /** Allows so many objects ({@code most: 3}), or these ({@code only: [ids]}), and no others. */
    public Object confirm(Map<String, Object> limits, CharSequence reason, Closure<?> block) {
        return session().blocks().confirmed(ConfirmLimits.of(limits).allowance(reason), work(block));
    }

    /** Refused: a reason is what the audit log needs. */
    public Object confirm(Closure<?> block) {
        return session().blocks().confirmed(new Allowance(null), work(block));
    }

    /** Runs the block without sending its writes; gives what it found. */
    public RehearsalReport dryRun(Closure<?> block) {
        return session().blocks().rehearsed(work(block));
    }

    /** Lets named rules of FlowSpec documents be broken inside the block: {@code lint(off: ['outputs']) { … }}. */
    public Object lint(Map<String, Object> rules, Closure<?> block) {
        return session().blocks().linted(rules, work(block));
    }

    /** What is wrong with a document: a flow, a map, JSON, a file, an answer. */
    public LintReport lint(Object document) {
        return lint(Map.of(), document);
    }

    /** Without some rules ({@code off: ['outputs']}), or as it is handed to an operation ({@code for: 'CreateNode'}). */
    public LintReport lint(Map<String, Object> options, Object document) {
        return Lint.of(document, options, session().context().projectName());
    }

    /** A test with a name of its own; {@code dwx test} tells what became of each. */
    public void test(CharSequence name, Closure<?> block) {
        evaluator.test(name.toString(), work(block));
    }

    /** Runs the block and says of each of its calls what was sent and where the time went. */
    public Object explain(Closure<?> block) {
        return session().blocks().explained(work(block));
    }

    private static Supplier<Object> work(Closure<?> block) {
        return block::call;
    }

    /** Waits; see {@link Waits} for its forms. */
    public WaitResult waitFor(Object... given) {
        return new Waits(session()).waitFor(given);
    }

    public WaitResult waitForPipelineRun(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.PIPELINE_RUN, given);
    }

    public WaitResult waitForWorkflowInstance(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.WORKFLOW_INSTANCE, given);
    }

    public WaitResult waitForTaskInstance(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.TASK_INSTANCE, given);
    }

    public WaitResult waitForJob(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.JOB, given);
    }

    public WaitResult waitForDIJob(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.DI_JOB, given);
    }

    public WaitResult waitForDeployment(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.DEPLOYMENT, given);
    }

    /** Publishes a document, or what is there by name or id; see {@link dev.dwx.dsl.lifecycle.Lifecycle}. */
    public Object deploy(Object... given) {
        return session().lifecycle().deploy(given);
    }

    /** What two documents differ in. */
    public Difference diff(Object before, Object after) {
        return Difference.of(before, after);
    }

    /** What would have to be done so that the service holds what documents say. */
    public Plan plan(Object... given) {
        return new Workspace(session()).plan(given);
    }

    /** Does what a plan says. */
    public List<Map<String, Object>> apply(Object plan) {
        return new Workspace(session()).apply(plan);
    }

    /** Writes a whole project into a folder. */
    public List<Map<String, Object>> export(Object project, Object folder) {
        return new Workspace(session()).export(project, folder);
    }

    /** The project that calls belong to. */
    public List<Map<String, Object>> export(Object folder) {
        return new Workspace(session()).export(null, folder);
    }

    public Object undeploy(Object... given) {
        return session().lifecycle().undeploy(given);
    }

    public Object runSql(Object... given) {
        return session().lifecycle().runSql(given);
    }

    public Object smokeTest(Object... given) {
        return session().lifecycle().smokeTest(given);
    }

    public Object backfill(Object... given) {
        return session().lifecycle().backfill(given);
    }

    /** Prints a log, and says nothing more. */
    public void logs(Object... given) {
        session().lifecycle().logs(this::print, given);
    }

    public Object why(Object... given) {
        return session().lifecycle().why(given);
    }

    public Object rerunFailed(Object... given) {
        return session().lifecycle().rerunFailed(given);
    }

    /** {@code parallel(4) { task { … }; task { … } }}. */
    public List<Object> parallel(int threads, Closure<?> block) {
        return new Parallel(session()).tasks(Map.of(), threads, block);
    }

    /** With {@code errors: 'all'}, all errors are gathered. */
    public List<Object> parallel(Map<String, Object> options, int threads, Closure<?> block) {
        return new Parallel(session()).tasks(options, threads, block);
    }

    public BizDate bizdate(CharSequence date) {
        return BizDate.parse(date);
    }

    public BizDate bizdate(LocalDate date) {
        return BizDate.of(date);
    }

    public BizDate bizdate(BizDate date) {
        return date;
    }

    /** {@code bizdate(20260315)}. */
    public BizDate bizdate(Number date) {
        return BizDate.parse(date.toString());
    }

    /** A document in the words that build it; see {@link ToDsl}. */
    public Object toDsl(Object source) {
        return ToDsl.of(Map.of(), source);
    }

    /** {@code dir: 'out'} writes files, {@code clean: true} leaves out what the service gave. */
    public Object toDsl(Map<String, Object> options, Object source) {
        return ToDsl.of(options, source);
    }

    /** When a cron expression fires, in words and in times. */
    public Cron cron(CharSequence text) {
        return new Schedules(session()).cron(Map.of(), text);
    }

    /** In another zone than the project's: {@code zone: 'UTC'}. */
    public Cron cron(Map<String, Object> options, CharSequence text) {
        return new Schedules(session()).cron(options, text);
    }

    /** What a scheduling parameter's value says today. */
    public String resolve(CharSequence text) {
        return new Schedules(session()).resolve(Map.of(), text);
    }

    /** What it says for {@code bizdate: '20260315'}, or {@code at: '2026-03-16 02:00'}. */
    public String resolve(Map<String, Object> options, CharSequence text) {
        return new Schedules(session()).resolve(options, text);
    }

    /** What the nodes of a document run with today. */
    public PreviewReport preview(Object document) {
        return new Schedules(session()).preview(Map.of(), document);
    }

    /** What they run with on {@code bizdate: '20260315'}. */
    public PreviewReport preview(Map<String, Object> options, Object document) {
        return new Schedules(session()).preview(options, document);
    }

    /** A document, an answer with a Spec, or a workflow by id or name, as a graph. */
    public GraphView graph(Object document) {
        return new Graphs(session()).graph(Map.of(), document);
    }

    /** {@code all: true}, {@code around: 'dwd_orders'}, {@code bizdate: yesterday} …; see {@link Graphs}. */
    public GraphView graph(Map<String, Object> options, Object document) {
        return new Graphs(session()).graph(options, document);
    }

    /** A file of this machine for a parameter that takes one; it is uploaded when the call is sent. */
    public LocalFile file(CharSequence path) {
        return LocalFile.of(Path.of(path.toString()));
    }

    /** A workflow that runs by a schedule, as a FlowSpec document. */
    public Flow flow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.FLOW, name, block);
    }

    /** A workflow that is started by hand. */
    public Flow manualFlow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.MANUAL_FLOW, name, block);
    }

    /** A node alone. */
    public Flow node(CharSequence name, @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.NODE, name, block);
    }

    /** A workflow that another system starts. */
    public Flow triggerFlow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.TRIGGER_FLOW, name, block);
    }

    /** A file resource. */
    public Flow resource(CharSequence name, @DelegatesTo(value = PartBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.RESOURCE, name, block);
    }

    /** A function for SQL. */
    public Flow function(CharSequence name, @DelegatesTo(value = PartBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.FUNCTION, name, block);
    }

    /** A piece of SQL with parameters. */
    public Flow component(CharSequence name, @DelegatesTo(value = PartBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.COMPONENT, name, block);
    }

    private Blocks documents() {
        return new Blocks(Surroundings.of(session().context().projectName()).withFolder(evaluator.folder()), session());
    }

    /** Operations that words find, the best first. */
    public List<Map<String, Object>> apis(Object... words) {
        List<String> text = new ArrayList<>();
        for (Object word : words) {
            text.add(String.valueOf(word));
        }
        return session().search(String.join(" ", text)).stream().map(ApiSummary::row).toList();
    }

    /** Takes a write back: the digits of {@code undo}, or {@code 'last'}. */
    public Object undo(CharSequence id) {
        return session().undo().perform(id.toString(), false);
    }

    /** {@code force: true} restores also what has changed since. */
    public Object undo(Map<String, Object> options, CharSequence id) {
        return session().undo().perform(id.toString(), Boolean.TRUE.equals(options.get("force")));
    }

    /** A write as it was kept for undo. */
    public Object preImage(CharSequence id) {
        return session().undo().image(id.toString());
    }

    /** The newest calls of the audit log. */
    public Object audit() {
        return new AuditVerb(session()).read(Map.of(), List.of());
    }

    /** Those with these words in them. */
    public Object audit(CharSequence... words) {
        return new AuditVerb(session()).read(Map.of(), List.of(words));
    }

    /** {@code since: '2h'}, {@code operation: 'DeleteNode'}, {@code failed: true}, {@code verify: true}. */
    public Object audit(Map<String, Object> filters, CharSequence... words) {
        return new AuditVerb(session()).read(filters, List.of(words));
    }

    /** All that is known of an operation, by name or handle. */
    public String describe(Object operation) {
        if (operation instanceof OperationHandle handle) {
            return handle.help();
        }
        String name = String.valueOf(operation);
        return new OperationHandle(session(), session().operation(null, name), true).help();
    }
}
