package dev.dwx.cli;

import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options of the command line, a table for each kind of command; help pages are printed from them. */
final class OptionTables {
    private OptionTables() {
    }

    /** The options that every command takes, in the order of the help page. */
    static Options common() {
        Options options = new Options();
        options.addOption(flag(null, "sandbox", "work against a local DataWorks of its own; no account is needed"));
        options.addOption(value("r", "region", "ID", "region, such as cn-shanghai (else ALIBABA_CLOUD_REGION_ID)"));
        options.addOption(value("p", "project", "NAME|ID", "project that calls are about unless they say otherwise"));
        options.addOption(value("o", "output", "FORM", "how values are shown: table, vertical, tree, json, csv, yaml, md"));
        options.addOption(value(null, "api-version", "DATE", "version of bare operation names: 2024-05-18 or 2020-05-18"));
        options.addOption(value(null, "profile", "NAME", "profile of the credentials file"));
        options.addOption(value(null, "endpoint", "HOST", "endpoint instead of the region's (else DWX_ENDPOINT)"));
        options.addOption(value(null, "network", "KIND", "public (the default) or vpc"));
        options.addOption(value(null, "ca", "FILE", "certificate (PEM) to trust besides Java's own (else DWX_CA_FILE)"));
        options.addOption(value(null, "transport", "KIND", "tea (the default) or sdk: the typed SDK on the class path"));
        options.addOption(value(null, "signature", "KIND", "v3 (the default) or v1"));
        options.addOption(value(null, "timezone", "ZONE", "time zone of the projects, instead of the region's"));
        options.addOption(flag(null, "read-only", "refuse every call that changes something"));
        options.addOption(flag(null, "dry-run", "send reads only; say what the other calls would have sent"));
        options.addOption(flag(null, "explain", "say of each call what is sent, how often, and how long it takes"));
        options.addOption(value(null, "record", "FILE", "keep every call and its answer in this file, without secrets"));
        options.addOption(value(null, "replay", "FILE", "answer every call from a file that --record made"));
        options.addOption(value(null, "edition", "NAME",
                "edition of the account, whose limits dwx keeps to and a sandbox plays (else DWX_EDITION):"
                        + " basic, standard, professional, enterprise"));
        options.addOption(flag("y", "yes", "confirm destructive calls without asking"));
        options.addOption(flag(null, "offline", "never look for newer descriptions of operations"));
        options.addOption(flag("q", "quiet", "no notes on standard error"));
        options.addOption(flag(null, "no-color", "no colour (NO_COLOR does the same)"));
        options.addOption(flag(null, "stacktrace", "whole traces of errors"));
        options.addOption(value("e", "eval", "TEXT", "evaluate TEXT and show its value"));
        options.addOption(flag("h", "help", "help"));
        options.addOption(flag(null, "version", "the version"));
        return options;
    }

    /** The options of {@code dwx sandbox}; {@code --data}, {@code --seed} and {@code --frozen-clock} go with {@code --sandbox} too. */
    static Options sandbox() {
        Options options = new Options();
        options.addOption(value(null, "port", "N", "port of HTTP; 0, the default, takes a free one"));
        options.addOption(value(null, "https-port", "N", "port of HTTPS as well; 0 takes a free one"));
        options.addOption(value(null, "data", "DIR", "keep the sandbox's state in this directory"));
        options.addOption(value(null, "seed", "N", "seed of the sandbox's world (1)"));
        options.addOption(flag(null, "frozen-clock", "the sandbox's time stands still until sandbox.clock moves it"));
        options.addOption(flag(null, "lenient", "accept parameters in the wrong place, and unknown ones"));
        options.addOption(flag(null, "coverage", "print what is stateful and what only has the right shape, and leave"));
        return options;
    }

    /** The options of {@code dwx test}; {@code --seed} goes with it too. */
    static Options test() {
        Options options = new Options();
        options.addOption(value(null, "junit", "FILE", "write the results as XML that build servers read"));
        options.addOption(value(null, "filter", "TEXT", "only tests with this in the name of the block or the file"));
        return options;
    }

    /** The options of {@code dwx audit}. */
    static Options audit() {
        Options options = new Options();
        options.addOption(value(null, "since", "WHEN", "calls since 90s, 30m, 2h or 7d ago, a day, or an instant"));
        options.addOption(value(null, "operation", "NAME", "calls of this operation; the beginning or the end of its name will do"));
        options.addOption(flag(null, "failed", "calls that did not end well, or were refused"));
        options.addOption(flag(null, "verify", "check that nothing was changed, removed or added since it was written"));
        return options;
    }

    /** The options of {@code dwx decompile}. */
    static Options decompile() {
        Options options = new Options();
        options.addOption(value(null, "out", "DIR", "write a script for each document here, with long code in files beside it"));
        options.addOption(flag(null, "force", "write over files that hold something else"));
        options.addOption(flag(null, "clean", "leave out ids and metadata that the service gave, so that it builds a new one"));
        return options;
    }

    /** Every option there is: which of them a command has a use for is its own business. */
    static Options all() {
        Options all = common();
        for (Options table : List.of(sandbox(), test(), audit(), decompile())) {
            for (Option option : table.getOptions()) {
                all.addOption(option);
            }
        }
        return all;
    }

    private static Option flag(String letter, String name, String text) {
        return Option.builder(letter).longOpt(name).desc(text).get();
    }

    private static Option value(String letter, String name, String argument, String text) {
        return Option.builder(letter).longOpt(name).hasArg().argName(argument).desc(text).get();
    }
}
