package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Looks for credentials in a fixed order: environment, credentials URI, shared file, configuration of the
 * {@code aliyun} command line. The first place where something is set is used and kept for the life of this object;
 * one where something is set but cannot be used is an error and not passed over, since the next place may hold
 * somebody else's key. (The vendor's default chain asks the URI last, knows the file under another name, and goes on
 * after every failure.)
 */
public final class CredentialChain implements CredentialSource {
    private static final String URI_NAME = "credentials URI";
    private static final String URI_VARIABLE = "ALIBABA_CLOUD_CREDENTIALS_URI";

    private final CredentialInputs inputs;
    private Search search;

    /** The outcome of looking everywhere: the winner or a problem, and who was passed over. */
    private record Search(SourceState winner, List<CredentialReport.Skipped> skipped, String problem) {
        /** The problem with every place that was looked at. */
        String told() {
            StringBuilder text = new StringBuilder(problem);
            for (CredentialReport.Skipped each : skipped) {
                text.append("\n        ").append(each.source()).append(": ").append(each.reason());
            }
            return text.toString();
        }
    }

    public CredentialChain(CredentialInputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public Credentials current() {
        Search found = search();
        if (found.winner == null) {
            throw new CredentialException(found.told());
        }
        return found.winner.credentials().get();
    }

    @Override
    public CredentialReport report() {
        Search found = search();
        if (found.winner == null) {
            return new CredentialReport(null, null, null, null, found.skipped, found.problem);
        }
        try {
            Credentials credentials = found.winner.credentials().get();
            return new CredentialReport(found.winner.name(), credentials.kind(), credentials.masked(),
                    credentials.expires(), found.skipped, null);
        } catch (CredentialException e) {
            return new CredentialReport(found.winner.name(), null, Texts.of("not available"), null, found.skipped,
                    e.getMessage());
        }
    }

    /**
     * The region that the profile in use names, from the shared file or else the {@code aliyun} command line;
     * {@code null} when there is none.
     */
    public String profileRegion() {
        try {
            String region = SharedFilePlace.region(inputs);
            return region != null && !region.isBlank() ? region.strip() : CliConfigPlace.region(inputs);
        } catch (CredentialException e) {
            // The same problem is told when credentials are asked for; a region can come from elsewhere.
            return null;
        }
    }

    private synchronized Search search() {
        if (search != null) {
            return search;
        }
        Search found = look();
        if (found.winner != null) {
            // Only a success is kept: a missing file may be there the next time.
            search = found;
        }
        return found;
    }

    private Search look() {
        List<CredentialReport.Skipped> skipped = new ArrayList<>();
        List<Function<CredentialInputs, SourceState>> places = List.of(
                EnvironmentPlace::look, CredentialChain::lookAtUri, SharedFilePlace::look, CliConfigPlace::look);
        for (Function<CredentialInputs, SourceState> place : places) {
            SourceState state;
            try {
                state = place.apply(inputs);
            } catch (CredentialException e) {
                return new Search(null, skipped, e.getMessage());
            }
            if (state.credentials() != null) {
                return new Search(state, skipped, null);
            }
            skipped.add(new CredentialReport.Skipped(state.name(), state.reason()));
        }
        return new Search(null, skipped, Texts.of("no credentials found"));
    }

    private static SourceState lookAtUri(CredentialInputs inputs) {
        String address = inputs.variable(URI_VARIABLE);
        if (address == null) {
            return SourceState.absent(URI_NAME, Texts.of("{0} is not set", URI_VARIABLE));
        }
        CredentialsUri uri = CredentialsUri.of(address, inputs.clock());
        return SourceState.found(URI_NAME + " " + uri, uri);
    }
}
