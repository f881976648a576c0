package dev.dwx.repl.tip;

import dev.dwx.texts.Texts;
import java.util.List;

/** All tips. Each example is a line of the language, a command, or a line for a shell, and runs as it stands. */
final class Tips {
    private Tips() {
    }

    static List<Tip> all() {
        return List.of(
                new Tip(Texts.of("a name with a question mark tells what it is:"), "ListProjects?"),
                new Tip(Texts.of("two question marks show examples to copy:"), "ListNodes??"),
                new Tip(Texts.of("every page of a list, read as it is needed:"), "ListNodes.all()*.Name"),
                new Tip(Texts.of("the last value is in _ and the last error in _e:"), "ListProjects(); _.size()"),
                new Tip(Texts.of("business dates are values, and calls write them as they are wanted:"), "ListTaskInstances(Bizdate: yesterday)"),
                new Tip(Texts.of("why an instance waits, up to what really holds it up:"), "why 'ads_gmv', bizdate: yesterday"),
                new Tip(Texts.of("run again all that failed; it asks once:"), "rerunFailed(bizdate: yesterday)"),
                new Tip(Texts.of("what a call would do, without doing it:"), "DeleteNode.dryRun(Id: '7421')"),
                new Tip(Texts.of("the same call for a shell, also as python, java and cli:"), "ListProjects.curl()"),
                new Tip(Texts.of("what is sent, how often, and where the time goes:"), "ListProjects.explain()"),
                new Tip(Texts.of("what worked in a session becomes a script:"), ":save session.dwx"),
                new Tip(Texts.of("a command of the shell, without leaving:"), "!ls"),
                new Tip(Texts.of("everything that dwx knows about some words:"), ":find resource group"),
                new Tip(Texts.of("take the last write back:"), "undo 'last'"),
                new Tip(Texts.of("who wrote what, with its outcome:"), "audit(since: '2h', failed: true)"),
                new Tip(Texts.of("some columns of a list:"), "table ListProjects(), 'Id', 'Name'"),
                new Tip(Texts.of("when a node runs next:"), "cron('00 30 02 * * ?').next(5)"),
                new Tip(Texts.of("what a scheduling parameter says for a date:"), "resolve('$[yyyymmdd-1]', bizdate: '20260315')"),
                new Tip(Texts.of("a workflow in words, ready for any Spec:"),
                        "flow('daily') { sql('a') { script 'select 1' }; sql('b') { script 'select 2'; after 'a' } }"),
                new Tip(Texts.of("a workflow, drawn:"), "graph flow('daily') { sql('a') { script 'select 1' } }"),
                new Tip(Texts.of("a document told in the words that build it:"), "toDsl(node('n') { type 'ODPS_SQL'; script 'select 1' })"),
                new Tip(Texts.of("one-off SQL with its rows:"), "runSql('select 1', datasource: 'orders_odps').rows"),
                new Tip(Texts.of("past dates, two at a time, and it goes on where it was cut:"),
                        "backfill 'dwd_orders', from: yesterday - 2, to: yesterday, parallel: 2"),
                new Tip(Texts.of("a log as it grows:"), "logs 'dwd_orders', bizdate: yesterday, follow: true"),
                new Tip(Texts.of("many calls at once, results in order:"), "['1', '2'].collectParallel(4) { it + '!' }"),
                new Tip(Texts.of("a block in another project, and back:"), "inProject('orders_dw') { ListNodes() }"),
                new Tip(Texts.of("the API version before, for one call:"), "v2020.ListProjects(PageSize: 10)"),
                new Tip(Texts.of("JSON inside a text is read on demand:"), "GetNode(Id: ListNodes()[0].Id).Node.Spec.spec"),
                new Tip(Texts.of("what went wrong on purpose, in a sandbox:"), ":sandbox fault status: 503, times: 3"),
                new Tip(Texts.of("the sandbox's time moves when you say so:"), ":sandbox clock advance 1h"),
                new Tip(Texts.of("how long an input takes, and how many calls it makes:"), ":time ListProjects()"),
                new Tip(Texts.of("the variables of the session with their types:"), ":vars"),
                new Tip(Texts.of("what an error code means:"), ":help dwx.BadArguments"),
                new Tip(Texts.of("the number of a node type, or the type of a number:"), ":help 10"),
                new Tip(Texts.of("what is in use, and what to do next where something does not work:"), ":doctor"),
                new Tip(Texts.of("how many calls are left today:"), "limits"),
                new Tip(Texts.of("the last value in another form:"), ":last yaml"),
                new Tip(Texts.of("what two documents differ in:"),
                        "diff(node('a') { type 'VIRTUAL' }, node('a') { type 'VIRTUAL'; description 'root' })"),
                new Tip(Texts.of("what has to be done so that the service holds what a document says:"), "plan node('a') { type 'VIRTUAL' }"),
                new Tip(Texts.of("profiles bundle region, project and policy:"), ":help settings"),
                new Tip(Texts.of("a session that can change nothing:"), "use readOnly: true"));
    }
}
