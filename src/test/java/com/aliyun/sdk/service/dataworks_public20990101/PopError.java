package com.aliyun.sdk.service.dataworks_public20990101;

import java.util.Map;

/** An exception with the getters that the asynchronous family's have. */
public final class PopError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public PopError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public Integer getStatusCode() {
        return status;
    }

    public String getErrCode() {
        return code;
    }

    public String getErrMessage() {
        return getMessage();
    }

    public String getRequestId() {
        return "ASYNC-1";
    }

    public Map<String, Object> getAccessDeniedDetail() {
        return code.equals("NoPermission") ? Map.of("AuthAction", "dataworks:CreateAlarm") : null;
    }
}
