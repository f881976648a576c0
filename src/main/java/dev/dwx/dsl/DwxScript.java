package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.rehearsal.RehearsalReport;
import dev.dwx.dsl.show.Measure;
import dev.dwx.dsl.waiting.Following;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.safety.Allowance;
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
 * What stands beneath every piece of source: the verbs, and the way from an unknown name to an operation. The words of documents
 * and of their life come from {@link FlowWords}, the ways to show a value from {@link ShowWords}. {@link Verbs} lists what is here for users.
 */
public abstract class DwxScript extends ShowWords {
    /** Ties the source to what runs it. */
    final void begin(GroovyEvaluator owner, Binding binding) {
        evaluator = owner;
        setBinding(binding);
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
            case "duration" -> Measure.DURATION;
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

    /** Without arguments. */
    public ApiResult callUnchecked(CharSequence name) {
        return callUnchecked(Map.of(), name);
    }

    /** With one map in place of named arguments. */
    public ApiResult callUnchecked(CharSequence name, Map<String, Object> arguments) {
        return callUnchecked(arguments, name);
    }

    /** Makes a project the one that calls belong to. */
    public Context project(Object nameOrId) {
        return session().useProject(nameOrId);
    }

    /** What {@code use project: 'orders_dw', environment: 'Prod'} is compiled to; see {@link VerbCustomizer}. */
    public Context useContext(Map<String, Object> changes) {
        return new ContextChange(session()).apply(changes);
    }

    /** {@code use 'orders_dw'}: a project by its name or id. */
    public Context useContext(Object project) {
        return session().useProject(project);
    }

    /** Runs the block with another project. */
    public Object inProject(Object nameOrId, Closure<?> block) {
        return session().blocks().inProject(nameOrId, work(block));
    }

    /** Runs the block in another region. */
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

    /** {@code watch { … }}, {@code watch instances}: looks again and again, and shows it in place; see {@link Watches} for its forms. */
    public Object watch(Object thing) {
        return new Watches(session(), this::println).watch(Map.of(), thing);
    }

    /** With {@code every: '10s'}, {@code times: 3}, {@code until: { … }}. */
    public Object watch(Map<String, Object> options, Object thing) {
        return new Watches(session(), this::println).watch(options, thing);
    }

    /** Waits until a pipeline run is over. */
    public WaitResult waitForPipelineRun(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.PIPELINE_RUN, given);
    }

    /** Waits until a workflow instance is over. */
    public WaitResult waitForWorkflowInstance(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.WORKFLOW_INSTANCE, given);
    }

    /** Waits until a task instance is over. */
    public WaitResult waitForTaskInstance(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.TASK_INSTANCE, given);
    }

    /** Waits until an asynchronous job is over. */
    public WaitResult waitForJob(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.JOB, given);
    }

    /** Waits until a synchronisation job runs, or is over. */
    public WaitResult waitForDIJob(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.DI_JOB, given);
    }

    /** Waits until a deployment package is published. */
    public WaitResult waitForDeployment(Object... given) {
        return new Waits(session()).waitFor(Following.Kind.DEPLOYMENT, given);
    }

    /** {@code parallel(4) { task { … }; task { … } }}. */
    public List<Object> parallel(int threads, Closure<?> block) {
        return new Parallel(session()).tasks(Map.of(), threads, block);
    }

    /** With {@code errors: 'all'}, all errors are gathered. */
    public List<Object> parallel(Map<String, Object> options, int threads, Closure<?> block) {
        return new Parallel(session()).tasks(options, threads, block);
    }

    /** A business date: {@code bizdate('20260315')}, {@code bizdate('2026-03-15')}. */
    public BizDate bizdate(CharSequence date) {
        return BizDate.parse(date);
    }

    /** The business date of a day. */
    public BizDate bizdate(LocalDate date) {
        return BizDate.of(date);
    }

    /** The date itself. */
    public BizDate bizdate(BizDate date) {
        return date;
    }

    /** {@code bizdate(20260315)}. */
    public BizDate bizdate(Number date) {
        return BizDate.parse(date.toString());
    }

    /** A file of this machine for a parameter that takes one; it is uploaded when the call is sent. */
    public LocalFile file(CharSequence path) {
        return LocalFile.of(Path.of(path.toString()));
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
