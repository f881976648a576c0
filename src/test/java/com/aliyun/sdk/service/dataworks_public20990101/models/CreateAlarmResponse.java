package com.aliyun.sdk.service.dataworks_public20990101.models;

import com.aliyun.sdk.service.dataworks_public20990101.NameInMap;
import java.util.List;
import java.util.Map;

/** A response of the asynchronous family's form. */
public final class CreateAlarmResponse {
    @NameInMap("headers")
    private final Map<String, String> headers;
    @NameInMap("statusCode")
    private final Integer statusCode;
    @NameInMap("body")
    private final Body body;

    public CreateAlarmResponse(Map<String, String> headers, Integer statusCode, Body body) {
        this.headers = headers;
        this.statusCode = statusCode;
        this.body = body;
    }

    /** The typed body. */
    public static final class Body {
        @NameInMap("RequestId")
        private final String requestId;
        @NameInMap("Ids")
        private final List<Long> ids;
        @NameInMap("Rate")
        private final Float rate;
        @NameInMap("Success")
        private final Boolean success;
        @NameInMap("Absent")
        private final String absent = null;

        public Body(String requestId, List<Long> ids, Float rate, Boolean success) {
            this.requestId = requestId;
            this.ids = ids;
            this.rate = rate;
            this.success = success;
        }
    }
}
