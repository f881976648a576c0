package dev.dwx.client.upload;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.CallTarget;
import java.util.LinkedHashMap;
import java.util.Map;

/** Uploads the local files among the arguments, once for the whole call however often it is tried, then hands the call on. */
public final class UploadingCaller implements ApiCaller {
    private final ApiCaller next;
    private final FileUpload uploads;

    public UploadingCaller(ApiCaller next, FileUpload uploads) {
        this.next = next;
        this.uploads = uploads;
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        if (!holdsFile(arguments)) {
            return next.call(operation, arguments, target);
        }
        Map<String, Object> sent = new LinkedHashMap<>();
        arguments.forEach((name, value) -> sent.put(name, value instanceof LocalFile file
                ? uploads.upload(operation.name(), operation.version(), file, target) : value));
        return next.call(operation, sent, target);
    }

    @Override
    public void cancel(Thread caller) {
        uploads.cancel(caller);
        next.cancel(caller);
    }

    private static boolean holdsFile(Map<String, Object> arguments) {
        for (Object value : arguments.values()) {
            if (value instanceof LocalFile) {
                return true;
            }
        }
        return false;
    }
}
