package dev.dwx.repl.command;

import dev.dwx.texts.Texts;
import java.util.List;

/** The error codes of dwx itself, for calls that were not sent or not answered, and what each means. */
final class OwnCodes {
    private static final List<String> ALL = List.of("dwx.AmbiguousName", "dwx.BadArgument", "dwx.BadArguments", "dwx.Cancelled",
            "dwx.CannotUndo", "dwx.Check", "dwx.ConnectionLost", "dwx.DayTooShort", "dwx.DayUsedUp", "dwx.DryRunOver", "dwx.EmptyAnswer",
            "dwx.Fault", "dwx.Http", "dwx.IncompleteListing", "dwx.InstancesRunning", "dwx.JobFailed", "dwx.NewStudioOnly", "dwx.NoAudit",
            "dwx.NoConnection", "dwx.NoCredentials", "dwx.NoEndpoint", "dwx.NoExport", "dwx.NoListing", "dwx.NotDeployed", "dwx.NotJson",
            "dwx.NotRecorded", "dwx.NotSecure", "dwx.NothingMade", "dwx.PartlyFailed", "dwx.PlanStale", "dwx.Proxy", "dwx.ReadOnly",
            "dwx.RunOpen", "dwx.Sdk", "dwx.Simulated", "dwx.SimulatedNotFound", "dwx.SpecInvalid", "dwx.TimedOut", "dwx.TooLarge",
            "dwx.Unknown", "dwx.UnknownHost", "dwx.UnknownName", "dwx.UnknownOperation", "dwx.UnknownProject", "dwx.Unsendable",
            "dwx.Unsuccessful", "dwx.UploadFailed", "dwx.WriteInWait");

    private OwnCodes() {
    }

    static List<String> all() {
        return ALL;
    }

    /** One line, or {@code null} for a code that is none of these. */
    static String meaning(String code) {
        return switch (code) {
            case "dwx.AmbiguousName" -> Texts.of("several objects have the name; give the id");
            case "dwx.BadArgument" -> Texts.of("an argument of a word is not what it takes");
            case "dwx.BadArguments" -> Texts.of("the arguments do not fit the operation; nothing was sent");
            case "dwx.Cancelled" -> Texts.of("the call was stopped before it was sent, or while it was read");
            case "dwx.CannotUndo" -> Texts.of("the service has no way back from this write");
            case "dwx.Check" -> Texts.of("a check before the call found that it would not do what is wanted");
            case "dwx.ConnectionLost" -> Texts.of("the connection broke; a write may have happened, so look before you repeat it");
            case "dwx.DayTooShort" -> Texts.of("more calls are needed than are left today");
            case "dwx.DayUsedUp" -> Texts.of("today's calls are used up by the count; nothing was sent");
            case "dwx.DryRunOver" -> Texts.of("the dry run has ended, and this belongs to it");
            case "dwx.EmptyAnswer" -> Texts.of("the answer was empty");
            case "dwx.Fault" -> Texts.of("a fault of dwx itself");
            case "dwx.Http" -> Texts.of("the answer had a status of HTTP that is no answer of the service");
            case "dwx.IncompleteListing" -> Texts.of("a list was used as if it were whole, and it is one page; write .all()");
            case "dwx.InstancesRunning" -> Texts.of("instances are still running");
            case "dwx.JobFailed" -> Texts.of("an asynchronous job has failed");
            case "dwx.NewStudioOnly" -> Texts.of("the project is on the old DataStudio, which does not have this");
            case "dwx.NoAudit" -> Texts.of("the audit log cannot be written, so nothing is changed");
            case "dwx.NoConnection" -> Texts.of("no connection came about; nothing was sent");
            case "dwx.NoCredentials" -> Texts.of("there are no credentials; :help environment of dwx help says where they may stand");
            case "dwx.NoEndpoint" -> Texts.of("no region is known, so nobody knows where to call");
            case "dwx.NoExport" -> Texts.of("this call cannot be told in that form");
            case "dwx.NoListing" -> Texts.of("the operation has no pages to read");
            case "dwx.NotDeployed" -> Texts.of("it is not in production");
            case "dwx.NotJson" -> Texts.of("the answer is not JSON; something between here and the service answered");
            case "dwx.NotRecorded" -> Texts.of("the cassette has no answer to this call");
            case "dwx.NotSecure" -> Texts.of("the certificate is not trusted");
            case "dwx.NothingMade" -> Texts.of("the service said yes, and made nothing");
            case "dwx.PartlyFailed" -> Texts.of("some of it was done and some not; the error has what");
            case "dwx.PlanStale" -> Texts.of("something has changed since the plan was made; make it again");
            case "dwx.Proxy" -> Texts.of("the proxy does not let the call through");
            case "dwx.ReadOnly" -> Texts.of("the session is read-only");
            case "dwx.RunOpen" -> Texts.of("a pipeline run is still open");
            case "dwx.Sdk" -> Texts.of("the typed SDK cannot make this call");
            case "dwx.Simulated" -> Texts.of("a dry run cannot know what this would answer");
            case "dwx.SimulatedNotFound" -> Texts.of("it was only made in a dry run, so the service does not have it");
            case "dwx.SpecInvalid" -> Texts.of("the FlowSpec document has errors; :help lint has the rules");
            case "dwx.TimedOut" -> Texts.of("no answer came in time; a write may have happened, so look before you repeat it");
            case "dwx.TooLarge" -> Texts.of("it is larger than the service takes");
            case "dwx.Unknown" -> Texts.of("something that dwx does not know went wrong");
            case "dwx.UnknownHost" -> Texts.of("the host has no address");
            case "dwx.UnknownName" -> Texts.of("there is no object of that name");
            case "dwx.UnknownOperation" -> Texts.of("there is no operation of that name");
            case "dwx.UnknownProject" -> Texts.of("there is no project of that name that you may see");
            case "dwx.Unsendable" -> Texts.of("an argument cannot be written into a request");
            case "dwx.Unsuccessful" -> Texts.of("the answer says that it did not succeed");
            case "dwx.UploadFailed" -> Texts.of("the file could not be uploaded; the call was not sent");
            case "dwx.WriteInWait" -> Texts.of("a wait asks again and again, so it may not change anything");
            default -> null;
        };
    }
}
