package dev.dwx.repl.tour;

import dev.dwx.texts.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The ten steps of the tour, in the language of the user. */
final class Steps {
    static final int COUNT = 10;
    /** Where one goes on whose flow ended with the session before. */
    static final int FLOW = 6;
    static final String FLOW_LINE = "trial = flow('my_first') { sql('hello') { script 'select ${day}'; params day: '$bizdate' } }";

    private Steps() {
    }

    /**
     * @param yesterday the business date of today's run, in milliseconds as calls send it
     * @param folder where relative paths of commands begin
     */
    static List<Step> all(LongSupplier yesterday, Path folder) {
        Checks checks = new Checks(yesterday, folder);
        return List.of(
                new Step(Texts.of("The first call"),
                        Texts.of("Every operation of DataWorks is a call, with the service's own names. The answer is a table.\n"
                                + "Tab completes names and parameters: type ListProj and press Tab."),
                        "ListProjects(PageSize: 5)", false, false, checks::projects),
                new Step(Texts.of("What an operation takes"),
                        Texts.of("Without parentheses, an operation shows its card: what it takes and what it answers, with an example to copy.\n"
                                + "There are 673 of them; apis 'data source' finds the ones that fit."),
                        "ListTaskInstances", false, false, checks::card),
                new Step(Texts.of("A mistake that teaches"),
                        Texts.of("Arguments are checked before anything is sent. Here PageSize is misspelt: type it so, read the error,\n"
                                + "then press the up arrow, mend it, and type it again."),
                        "ListNodes(PageSise: 10)", false, false, checks::mistake),
                new Step(Texts.of("What failed last night"),
                        Texts.of("The run of this night has yesterday's business date. A time is given as a date; dwx sends the form that the service wants.\n"
                                + "Ask for yesterday's instances that failed."),
                        "ListTaskInstances(Bizdate: yesterday, Status: 'Failure')", false, false, checks::failures),
                new Step(Texts.of("Into a node"),
                        Texts.of("What a node is stands in its Spec: JSON inside a text, which is read when you walk into it.\n"
                                + "Get a node and look at a part of its Spec, such as its script."),
                        "GetNode(Id: ListNodes(Name: 'dwd_orders')[0].Id).Node.Spec.spec.nodes[0].script.content", false, false, checks::node),
                new Step(Texts.of("A workflow of your own"),
                        Texts.of("A workflow is described in a few words, and nothing is sent yet. Look at it before you publish it: trial.lint() finds faults,\n"
                                + "trial.preview() shows what would run tonight. Type both lines."),
                        FLOW_LINE + "\ntrial.preview()", false, false, checks::flow),
                new Step(Texts.of("Into production"),
                        Texts.of("deploy imports it, makes a pipeline run and goes through its stages until it is in production: some 20 seconds here.\n"
                                + "Ctrl-C would only leave the waiting; the same line again goes on."),
                        "deploy trial", true, true, checks::deployed),
                new Step(Texts.of("Taking something away"),
                        Texts.of("What deletes, stops or detaches asks first: it shows what would go and wants words typed, not only y.\n"
                                + "Detach two checks from a quality monitor, read the question, and answer it."),
                        "DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 60001, DataQualityRuleIds: [70001, 70002])",
                        true, false, checks::takenAway),
                new Step(Texts.of("Taking it back"),
                        Texts.of("What a write is about to change is kept first. :undo lists the last writes and what can be done about each;\n"
                                + ":undo last takes the last one back."),
                        ":undo last", true, true, checks::takenBack),
                new Step(Texts.of("Keeping what worked"),
                        Texts.of(":save writes the lines that worked into a script, without secrets and mistakes; dwx run runs it, from cron too.\n"
                                + "Save this session."),
                        ":save tour.dwx", false, false, checks::saved));
    }
}
