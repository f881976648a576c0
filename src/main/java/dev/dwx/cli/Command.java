package dev.dwx.cli;

import java.util.Locale;
import java.util.Optional;

/** What dwx can be asked to do; one row each, and the only list of them. */
enum Command {
    PROMPT("", "", "the prompt; with something piped in, the same as `dwx -`"),
    EVAL("-e TEXT", "[ARG…]", "evaluates TEXT and shows its value"),
    CALL("call", "NAME [PARAMETER=VALUE…]", "calls an operation and shows its answer; see `dwx help call`"),
    RUN("run", "FILE [ARG…]", "runs a script; `dwx FILE.dwx` is the same, and `-` is standard input"),
    CHECK("check", "FILE…", "finds what is wrong with scripts and runs nothing; a directory stands for its *.dwx"),
    LINT("lint", "FILE…", "finds what is wrong with FlowSpec documents; a directory stands for its *.json"),
    TEST("test", "[PATH…]", "runs *.test.dwx against a sandbox of their own, or the cassette beside them"),
    DECOMPILE("decompile", "FILE…", "tells FlowSpec documents in the words that build them; --out DIR writes files, - is standard input"),
    APIS("apis", "[WORD…]", "lists the operations, or finds those that fit the words"),
    DESCRIBE("describe", "NAME", "what an operation takes and answers; NAME may be 2020:NAME or 2024:NAME"),
    REFRESH("refresh", "", "reads the newest catalog: what appeared, changed and went"),
    DOCTOR("doctor", "", "credentials, region, endpoint, versions, clock: what is in use and what to do next"),
    AUDIT("audit", "[WORD…]", "what was written and by whom, newest last; --verify checks that the log is as it was written"),
    SANDBOX("sandbox", "", "a local DataWorks endpoint; see `dwx help sandbox`"),
    COMPLETION("completion", "SHELL", "prints what completes dwx in bash, zsh or fish; see `dwx help completion`"),
    HELP("help", "[TOPIC]", "this page, or one of the topics below"),
    VERSION("version", "", "the version");

    private final String word;
    private final String operands;
    private final String summary;

    Command(String word, String operands, String summary) {
        this.word = word;
        this.operands = operands;
        this.summary = summary;
    }

    String word() {
        return word;
    }

    String operands() {
        return operands;
    }

    String summary() {
        return summary;
    }

    static Optional<Command> named(String word) {
        for (Command command : values()) {
            if (command.ordinal() >= CALL.ordinal() && command.word.equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }
}
