package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.safety.Risk;
import java.util.List;

/**
 * A write that a rehearsal did not send.
 *
 * @param operation what would have been called
 * @param risk write or destructive
 * @param host where it would have gone
 * @param parameters a line for each parameter, secrets redacted
 * @param touches what a destructive call would have touched; empty for others
 * @param consent what would have been asked, or why nothing; {@code null} where nothing ever is
 * @param answer what stood in for the answer, in short
 */
record RehearsedWrite(ApiOperation operation, Risk risk, String host, List<String> parameters, List<String> touches,
        String consent, String answer) {
}
