package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import java.util.Map;

/** Stands in for the service where a call would change something and shall not be sent. May be asked from any thread. */
public interface Rehearsal {
    /**
     * Answers a write in the service's place.
     *
     * @param consent what a person would be asked first, or {@code null} when nothing would be asked
     * @throws ApiException when the call could not be sent as it is, or is about something that the rehearsal has deleted
     */
    ApiAnswer write(PlannedCall call, Consent.Preview consent);

    /**
     * Answers a read that is about things which only the rehearsal knows.
     *
     * @return {@code null} when the service has to be asked
     * @throws ApiException when it is about something that the rehearsal has deleted
     */
    ApiAnswer read(ApiOperation operation, Map<String, Object> arguments);

    /** What verbs of several calls keep of what they would have made, by keys of theirs; gone with the rehearsal. */
    Map<String, Object> remembered();

    /** A new id that nothing really has. */
    long id();

    /** A read is sent to the service. */
    void sent(ApiOperation operation);
}
