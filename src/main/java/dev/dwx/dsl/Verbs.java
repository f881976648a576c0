package dev.dwx.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words that the language has beside the operations: one table for help, completion and messages. */
public final class Verbs {
    private Verbs() {
    }

    /** Every verb, in the order in which help shows them. */
    public static List<Verb> all() {
        return List.of(
                new Verb("apis", "operations that words, a part of a name or a category find", "apis('data source')"),
                new Verb("describe", "all that is known of an operation", "describe('ListProjects')"),
                new Verb("call", "send an operation unchecked, known or not",
                        "call('BrandNewApi', version: '2024-05-18', method: 'POST', Id: 1)"),
                new Verb("v2024", "an operation of API version 2024-05-18, whatever the context says",
                        "v2024.ListProjects(PageSize: 10)"),
                new Verb("v2020", "an operation of API version 2020-05-18", "v2020.ListProjects(PageSize: 10)"),
                new Verb("context", "where calls go and what they are filled in with", "context"),
                new Verb("use", "change the context: region, project, version, environment, owner, zone, output",
                        "use project: 'orders_dw', environment: 'Prod'"),
                new Verb("project", "make a project, by name or id, the one that calls belong to",
                        "project 'orders_dw'"),
                new Verb("inProject", "run a block in another project", "inProject('risk_dw') { ListNodes() }"),
                new Verb("inRegion", "run a block in another region", "inRegion('cn-hangzhou') { ListProjects() }"),
                new Verb("limits", "calls of a second, a day and a month: what is allowed, what is used; limits.left",
                        "limits"),
                new Verb("yesterday", "the business date of today's run, in the project's time zone",
                        "ListTaskInstances(Bizdate: yesterday)"),
                new Verb("today", "today as a business date", "today - 7"),
                new Verb("bizdate", "a business date", "bizdate('20260315')"),
                new Verb("cron", "a cron expression: .words, .next(5), .times(bizdate), in the project's zone",
                        "cron('00 30 02 ? * 1,5').next(5, from: '2026-03-16')"),
                new Verb("resolve", "what a scheduling parameter's value says for a business date and a time",
                        "resolve('$[yyyymmddhh24-1/24]', bizdate: '20260315', at: '02:00')"),
                new Verb("preview", "what the nodes of a document would run with: parameters and scripts",
                        "preview GetNode(Id: '7421'), bizdate: '20260315'"),
                new Verb("graph", "a document or a workflow, drawn; bizdate: yesterday adds status and times",
                        "graph GetNode(Id: '7421')"),
                new Verb("table", "show as a table; with names, only these columns",
                        "table ListProjects(), 'Id', 'Name'"),
                new Verb("json", "show as JSON", "json ListProjects()"),
                new Verb("csv", "show as CSV; with names, only these columns", "csv ListProjects(), 'Id', 'Name'"),
                new Verb("yaml", "show as YAML", "yaml ListProjects()"),
                new Verb("md", "show as a table of GitHub's Markdown; with names, only these columns", "md ListProjects(), 'Id', 'Name'"),
                new Verb("tree", "show everything inside, indented", "tree ListProjects()"),
                new Verb("vertical", "show each row as a block, long texts in full", "vertical ListProjects()"),
                new Verb("raw", "show as a table, times as the numbers that came", "raw ListProjects()"),
                new Verb("browse", "walk through a value with the arrow keys; / finds, y takes the path",
                        "browse ListProjects()"),
                new Verb("chart", "numbers or durations as bars: of countBy, or of a name and a measure",
                        "chart ListTaskInstances.all(Bizdate: yesterday).countBy { it.Status }"),
                new Verb("spark", "the same as one line of little columns", "spark([12, 40, 33, 86])"),
                new Verb("duration", "how long an instance ran: a measure for charts, or of one instance",
                        "chart ListTaskInstances(Bizdate: yesterday), 'TaskName', duration"),
                new Verb("save", "write a value into a file, by its ending: json, csv, yaml, md, txt, png, svg",
                        "save ListProjects(), 'build/projects.csv'"),
                new Verb("file", "a file from here, for a parameter that takes one; uploaded when the call is sent",
                        "ImportCertificate(Name: 'gateway', CertificateFile: file('build/ca.pem'))"),
                new Verb("dryRun", "run a block without sending what changes something; reads are sent",
                        "dryRun { RenameNode(Id: '7421', Name: 'dwd_orders') }"),
                new Verb("explain", "say of each call of a block what is sent, how often, and where the time goes",
                        "explain { ListProjects() }"),
                new Verb("confirm", "allow destructive calls in a block, with a reason; most: 3 and only: [ids] limit it",
                        "confirm('retired in March', most: 3) { DeleteNode(Id: '7421') }"),
                new Verb("undo", "the last writes; with the digits of one, or 'last', takes it back: undo 'last'", "undo"),
                new Verb("preImage", "what a write was about to change, as it was", "preImage('last')"),
                new Verb("audit", "the newest calls of the audit log; with words, since, operation, failed or verify",
                        "audit(since: '2h', failed: true)"),
                new Verb("lint", "what is wrong with a document; with off: and a block, lets rules be broken there",
                        "lint(off: ['all']) { CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '{}') }"),
                new Verb("flow", "describe a workflow with its nodes, as the Spec of a call",
                        "flow('daily') { sql('a') { script 'select 1' }; sql('b') { script 'select 2'; after 'a' } }"),
                new Verb("manualFlow", "describe a workflow that is started by hand",
                        "manualFlow('tool') { sql('count') { script 'select 1' } }"),
                new Verb("triggerFlow", "describe a workflow that another system starts",
                        "triggerFlow('on_upload') { sql('ingest') { script 'select 1' } }"),
                new Verb("resource", "describe a file resource", "resource('mask.py') { type 'python'; datasource 'shop_mc' }"),
                new Verb("function", "describe a function for SQL",
                        "function('mask_phone') { type 'string'; className 'mask.PhoneMask'; uses 'mask.py' }"),
                new Verb("component", "describe a piece of SQL with parameters",
                        "component('top_n') { script 'SELECT * FROM @@{src}'; input 'src', type: 'string' }"),
                new Verb("node", "describe a node of any type", "node('n') { type 'ODPS_SQL'; script 'select 1' }"),
                new Verb("toDsl", "tell a FlowSpec document in the words that build it; dir: 'out' writes files",
                        "toDsl(node('n') { type 'ODPS_SQL'; script 'select 1' })"),
                new Verb("waitFor", "wait until a thing has ended, a condition holds, or what a call has begun is done",
                        "waitFor(timeout: '10m') { GetTaskInstance(Id: 900020778113) }"),
                new Verb("waitForPipelineRun", "wait for the end of a pipeline run",
                        "waitForPipelineRun('4f6a…', timeout: '30m')"),
                new Verb("waitForWorkflowInstance", "wait for the end of a workflow instance", "waitForWorkflowInstance(900020778001)"),
                new Verb("waitForTaskInstance", "wait for the end of a task instance", "waitForTaskInstance(900020778113, timeout: '1h')"),
                new Verb("waitForJob", "wait for an asynchronous job, such as an import's", "waitForJob('job-1')"),
                new Verb("waitForDIJob", "wait for the end of a DI job, or for a status of it", "waitForDIJob(10501, 'Running')"),
                new Verb("waitForDeployment", "wait until a deployment package is done and checked", "waitForDeployment(30001)"),
                new Verb("deploy", "publish a document, or what is there by name, and wait for production",
                        "deploy 'daily_orders', timeout: '30m'"),
                new Verb("diff", "what two documents differ in, beyond order, defaults and the service's own",
                        "diff(node('a') { type 'VIRTUAL' }, node('a') { type 'VIRTUAL'; description 'root' })"),
                new Verb("plan", "what has to be done so that the service holds what documents, or a folder, say",
                        "plan node('a') { type 'VIRTUAL' }"),
                new Verb("apply", "do what a plan says, when nothing has changed since",
                        "apply plan(node('a') { type 'VIRTUAL' })"),
                new Verb("export", "write a whole project into a folder: a script for each object, code beside",
                        "export('orders_dw', 'build/orders_dw')"),
                new Verb("undeploy", "take a workflow or node offline; delete: true deletes it, too", "undeploy 'daily_orders'"),
                new Verb("runSql", "run SQL now, wait, and get its rows", "runSql 'select count(*) from dwd_orders', datasource: 'orders_odps'"),
                new Verb("smokeTest", "run what is in production once, for a business date", "smokeTest 'dwd_orders', bizdate: yesterday"),
                new Verb("backfill", "run tasks for past business dates; goes on where it was cut",
                        "backfill 'dwd_orders', from: yesterday - 2, to: yesterday, parallel: 2"),
                new Verb("logs", "show the log of an instance, by id or task name; follow: true as it grows",
                        "logs 'dwd_orders', bizdate: yesterday"),
                new Verb("why", "why an instance does not run, up to what really holds it up", "why 'ads_gmv', bizdate: yesterday"),
                new Verb("rerunFailed", "run again what has failed; asks once for all", "rerunFailed(bizdate: yesterday, name: 'dwd_*')"),
                new Verb("watch", "look again and again, in place; watch instances is a board of the day",
                        "watch(every: '10s', times: 1) { ListTaskInstances(Bizdate: yesterday, Status: 'Running') }"),
                new Verb("parallel", "run several tasks at once, so many at a time; results in order",
                        "parallel(2) { task { ListNodes().total }; task { ListProjects().total } }"),
                new Verb("eachParallel", "a block for each item of any list or listing, so many at once",
                        "['1', '2'].eachParallel(4) { GetNode(Id: it) }"),
                new Verb("collectParallel", "what a block gives for each item, in order; errors: 'all' gathers the errors",
                        "ListProjects.all().collectParallel(4) { ListNodes(ProjectId: it.Id).total }"),
                new Verb("sandbox", "faults, time, requests and limits of the sandbox that calls go to",
                        "sandbox.fault(status: 503, times: 3, on: 'CreateNode')"),
                new Verb("test", "a test with a name of its own; dwx test runs them and tells what became of each",
                        "test('two failed') { assert ListTaskInstances(Bizdate: yesterday, Status: 'Failure').total == 2 }"),
                new Verb("args", "the arguments of a script", "args[0]"));
    }

    /** The names alone. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Verb verb : all()) {
            names.add(verb.name());
        }
        return names;
    }

    /** The verb of a name. */
    public static Optional<Verb> named(String name) {
        for (Verb verb : all()) {
            if (verb.name().equals(name)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    static String example(String name) {
        return named(name).map(Verb::example).orElse(name);
    }
}
