package dev.dwx.cli;

import dev.dwx.client.ApiException;

/** Which exit code an error has. */
final class ExitCodes {
    private ExitCodes() {
    }

    static ExitCode of(ApiException failure) {
        switch (failure.code()) {
            case "dwx.NoCredentials", "dwx.NoEndpoint":
                return ExitCode.NO_CREDENTIALS;
            case "dwx.UnknownOperation":
                return ExitCode.NOT_FOUND;
            case "dwx.Cancelled":
                return ExitCode.INTERRUPTED;
            case "dwx.NoConnection", "dwx.UnknownHost", "dwx.Proxy", "dwx.NotSecure":
                return ExitCode.CALL_LOST;
            default:
                break;
        }
        return switch (failure.stage()) {
            case UNKNOWN_OUTCOME -> ExitCode.CALL_LOST;
            case NOT_SENT, REFUSED -> ExitCode.CALL_REFUSED;
        };
    }
}
