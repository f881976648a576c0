package dev.dwx.cli;

import java.time.ZoneId;
import java.util.List;

/**
 * A command line, understood: what to do, on what, and how.
 *
 * @param command what to do
 * @param operands script arguments, search words, a name, a topic
 * @param source text of {@code -e}, or the script's path ({@code -} for standard input); else {@code null}
 * @param options how
 */
record Invocation(Command command, List<String> operands, String source, Options options) {
    Invocation {
        operands = List.copyOf(operands);
    }

    /**
     * The options, each as given or {@code null} / {@code false} / {@code -1}.
     *
     * @param sandbox start a sandbox in this process and work against it
     * @param region region id
     * @param project project name or id
     * @param apiVersion default API version of bare names
     * @param form output form, one of {@link dev.dwx.render.OutputForm}
     * @param endpoint host or address instead of the region's
     * @param ca certificate file to trust, or {@code null}
     * @param network {@code public} or {@code vpc}
     * @param transport {@code tea} or {@code sdk}
     * @param signature {@code v3} or {@code v1}
     * @param profile credentials profile
     * @param zone time zone of the projects
     * @param yes confirm destructive calls
     * @param offline no discovery over the network
     * @param noColor no colour
     * @param stacktrace full traces of errors
     * @param quiet no notes
     * @param readOnly refuse every write
     * @param dryRun send reads only
     * @param explain tell each call's request, tries and times
     * @param record file that keeps every call and answer, or {@code null}
     * @param replay file that answers every call, or {@code null}
     * @param port sandbox server: port of HTTP, 0 for any
     * @param httpsPort sandbox server: port of HTTPS, 0 for any, -1 for none
     * @param data sandbox: directory that keeps its state
     * @param edition the account's edition, whose limits a sandbox plays too; {@code null} when not said
     * @param lenient sandbox: accept misplaced and unknown parameters
     * @param coverage sandbox: print what is stateful and what only shaped
     * @param seed sandbox: seed of the world
     * @param frozenClock sandbox: its time stands still until it is moved
     * @param junit tests: file for the results as XML, or {@code null}
     * @param filter tests: part of the names of those that are wanted, or {@code null} for all
     * @param since audit: not what was before this moment
     * @param operation audit: only calls of this operation
     * @param failed audit: only calls that did not end well
     * @param verify audit: check the chain instead
     * @param out decompile: directory for the files, or {@code null} for standard output
     * @param force decompile: write over files that hold something else
     * @param clean decompile: leave out what the service gave
     */
    record Options(
            boolean sandbox,
            String region,
            String project,
            String apiVersion,
            String form,
            String endpoint,
            String ca,
            String network,
            String transport,
            String signature,
            String profile,
            ZoneId zone,
            boolean yes,
            boolean offline,
            boolean noColor,
            boolean stacktrace,
            boolean quiet,
            boolean readOnly,
            boolean dryRun,
            boolean explain,
            String record,
            String replay,
            int port,
            int httpsPort,
            String data,
            String edition,
            boolean lenient,
            boolean coverage,
            long seed,
            boolean frozenClock,
            String junit,
            String filter,
            String since,
            String operation,
            boolean failed,
            boolean verify,
            String out,
            boolean force,
            boolean clean) {
        /** The same with what settings say. */
        Options with(String region, String project, String apiVersion, String form, String profile, ZoneId zone, boolean noColor,
                boolean readOnly, String edition) {
            return new Options(sandbox, region, project, apiVersion, form, endpoint, ca, network, transport, signature, profile, zone, yes,
                    offline, noColor, stacktrace, quiet, readOnly, dryRun, explain, record, replay, port, httpsPort, data, edition, lenient,
                    coverage, seed, frozenClock, junit, filter, since, operation, failed, verify, out, force, clean);
        }

        /** The same for the session of one test: against a sandbox, or a cassette where there is one. */
        Options forTest(java.nio.file.Path cassette) {
            return new Options(cassette == null, region, project, apiVersion, form, null, null, null, null, null, null, zone, yes, true,
                    true, stacktrace, quiet, readOnly, false, false, null, cassette == null ? null : cassette.toString(), 0, -1, null,
                    edition, false, false, seed, false, null, null, null, null, false,
                    false, null, false, false);
        }
    }
}
