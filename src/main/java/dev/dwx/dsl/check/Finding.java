package dev.dwx.dsl.check;

import dev.dwx.client.ApiException;

/**
 * One thing that is wrong with a script, found before its first line is run.
 *
 * @param severity whether it stops the script
 * @param line from 1, or 0 when unknown
 * @param column from 1, or 0 when unknown
 * @param message what is wrong, and where that can be told what would be right
 * @param refusal what the call itself would be refused with, or {@code null}
 * @param toldLater whether the run says the same when it comes there, so that saying it twice would be noise
 */
public record Finding(Severity severity, int line, int column, String message, ApiException refusal, boolean toldLater) {
    /** Whether the script cannot be run as it is. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
