package dev.dwx.dsl;

import dev.dwx.dsl.flow.Blocks;
import dev.dwx.dsl.flow.Flow;
import dev.dwx.dsl.flow.FlowBlock;
import dev.dwx.dsl.flow.NodeBlock;
import dev.dwx.dsl.flow.PartBlock;
import dev.dwx.dsl.flow.ToDsl;
import dev.dwx.dsl.graph.GraphView;
import dev.dwx.dsl.graph.Graphs;
import dev.dwx.dsl.lint.Lint;
import dev.dwx.dsl.lint.LintReport;
import dev.dwx.dsl.schedule.Cron;
import dev.dwx.dsl.schedule.PreviewReport;
import dev.dwx.dsl.schedule.Schedules;
import dev.dwx.dsl.workspace.Difference;
import dev.dwx.dsl.workspace.Plan;
import dev.dwx.dsl.workspace.Workspace;
import dev.dwx.flowspec.build.Place;
import dev.dwx.flowspec.build.Surroundings;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import java.util.List;
import java.util.Map;

/** The words of FlowSpec documents: to build, read, check and draw them, to hold them against the service, and to bring them to life. */
public abstract class FlowWords extends Script {
    /** By which the source is run. */
    GroovyEvaluator evaluator;

    /** What the source works with. */
    final Session session() {
        return evaluator.session();
    }

    /** A workflow that runs by a schedule, as a FlowSpec document. */
    public Flow flow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.FLOW, name, block);
    }

    /** A workflow that is started by hand. */
    public Flow manualFlow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.MANUAL_FLOW, name, block);
    }

    /** A workflow that another system starts. */
    public Flow triggerFlow(CharSequence name, @DelegatesTo(value = FlowBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.TRIGGER_FLOW, name, block);
    }

    /** A node alone. */
    public Flow node(CharSequence name, @DelegatesTo(value = NodeBlock.class, strategy = Closure.DELEGATE_FIRST) Closure<?> block) {
        return documents().document(Place.NODE, name, block);
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

    /** What is wrong with a document: a flow, a map, JSON, a file, an answer. */
    public LintReport lint(Object document) {
        return lint(Map.of(), document);
    }

    /** Without some rules ({@code off: ['outputs']}), or as it is handed to an operation ({@code for: 'CreateNode'}). */
    public LintReport lint(Map<String, Object> options, Object document) {
        return Lint.of(document, options, session().context().projectName());
    }

    /** A document in the words that build it; see {@link ToDsl}. */
    public Object toDsl(Object source) {
        return ToDsl.of(Map.of(), source);
    }

    /** {@code dir: 'out'} writes files, {@code clean: true} leaves out what the service gave. */
    public Object toDsl(Map<String, Object> options, Object source) {
        return ToDsl.of(options, source);
    }

    /** What two documents differ in. */
    public Difference diff(Object before, Object after) {
        return Difference.of(before, after);
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

    /** What would have to be done so that the service holds what documents say. */
    public Plan plan(Object... given) {
        return workspace().plan(given);
    }

    /** Does what a plan says. */
    public List<Map<String, Object>> apply(Object plan) {
        return workspace().apply(plan);
    }

    /** Writes a whole project into a folder. */
    public List<Map<String, Object>> export(Object project, Object folder) {
        return workspace().export(project, folder);
    }

    /** The project that calls belong to. */
    public List<Map<String, Object>> export(Object folder) {
        return workspace().export(null, folder);
    }

    /** Publishes a document, or what is there by name or id; see {@link dev.dwx.dsl.lifecycle.Lifecycle}. */
    public Object deploy(Object... given) {
        return session().lifecycle().deploy(given);
    }

    /** Takes offline what is there by name or id. */
    public Object undeploy(Object... given) {
        return session().lifecycle().undeploy(given);
    }

    /** Runs SQL once, and gives its rows. */
    public Object runSql(Object... given) {
        return session().lifecycle().runSql(given);
    }

    /** Runs a node or a workflow once in the development environment. */
    public Object smokeTest(Object... given) {
        return session().lifecycle().smokeTest(given);
    }

    /** Runs a task again for business dates that are past. */
    public Object backfill(Object... given) {
        return session().lifecycle().backfill(given);
    }

    /** Prints a log, and says nothing more. */
    public void logs(Object... given) {
        session().lifecycle().logs(this::print, given);
    }

    /** Why an instance failed, or does not run. */
    public Object why(Object... given) {
        return session().lifecycle().why(given);
    }

    /** Runs failed instances again. */
    public Object rerunFailed(Object... given) {
        return session().lifecycle().rerunFailed(given);
    }

    /** Folders have scripts in them. */
    private Workspace workspace() {
        return new Workspace(session(), evaluator::rehearsed);
    }

    /** Paths in blocks begin where the script lies. */
    private Blocks documents() {
        return new Blocks(Surroundings.of(session().context().projectName()).withFolder(evaluator.folder()), session());
    }
}
