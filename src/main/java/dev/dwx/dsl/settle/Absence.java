package dev.dwx.dsl.settle;

import dev.dwx.client.ApiException;
import java.util.List;
import java.util.Locale;

/** Whether a refused read says that there is no such thing. */
public final class Absence {
    private static final List<String> CODES = List.of("NotExist", "NotFound", "NoSuch", "5801488441564725286");
    private static final List<String> WORDS = List.of("not found", "not exist", "no such", "未找到", "不存在");

    private Absence() {
    }

    /** @param noun what was looked for; without its project, nothing can be told of anything else in it */
    public static boolean says(ApiException failure, String noun) {
        String code = failure.code();
        if (failure.stage() != ApiException.Stage.REFUSED || code.startsWith("dwx.") || code.startsWith("InvalidA")
                || code.startsWith("Forbidden") || code.contains("ProjectNotExist") && !noun.equals("Project")) {
            return false;
        }
        String message = failure.serviceMessage() == null ? "" : failure.serviceMessage().toLowerCase(Locale.ROOT);
        return failure.status() == 404 || CODES.stream().anyMatch(code::contains) || WORDS.stream().anyMatch(message::contains);
    }
}
