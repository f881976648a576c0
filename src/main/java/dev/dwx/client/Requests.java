package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import java.util.Map;

/** What calls would send, and where to, without sending anything: for rehearsals, explanations and exports. */
public interface Requests {
    /**
     * The request that a call would send.
     *
     * @throws ApiException when the arguments cannot be encoded
     */
    WireRequest prepare(ApiOperation operation, Map<String, Object> arguments);

    /**
     * Where a call would go.
     *
     * @throws ApiException when no endpoint can be told
     */
    Endpoint endpoint(ApiOperation operation, CallTarget target);

    /** Requests as the present signature wants them, to the regions' own public endpoints. */
    static Requests usual() {
        RequestEncoder encoder = new RequestEncoder(Signature.V3);
        Endpoints endpoints = new Endpoints(null, false);
        return new Requests() {
            @Override
            public WireRequest prepare(ApiOperation operation, Map<String, Object> arguments) {
                return encoder.encode(operation, arguments);
            }

            @Override
            public Endpoint endpoint(ApiOperation operation, CallTarget target) {
                return endpoints.of(target.region());
            }
        };
    }
}
