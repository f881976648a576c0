package dev.dwx.dsl.settle;

import dev.dwx.client.steady.ClientTokens;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.json.ExactJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that an update sent, beside those that the thing has now.
 *
 * @param holding those that are as they were sent
 * @param other those that differ
 * @param hidden those that the thing does not show
 */
record SentFields(List<String> holding, List<String> other, List<String> hidden) {
    private static final Set<String> PLACE = Set.of(ClientTokens.NAME, "ProjectId", "ProjectIdentifier", "ProjectEnv", "RegionId");
    /** What the outermost level of a FlowSpec says of the document and not of the thing. */
    private static final Set<String> DOCUMENT = Set.of("version", "kind");

    static SentFields of(PlannedCall call, Subject subject, Map<String, Object> now) {
        SentFields fields = new SentFields(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        call.arguments().forEach((name, sent) -> {
            if (sent == null || PLACE.contains(name) || subject.idFields().contains(name)) {
                return;
            }
            Object has = now.get(name);
            (has == null ? fields.hidden : holds(sent, has, true) ? fields.holding : fields.other).add(name);
        });
        return fields;
    }

    /** Whether all that was sent is there; what is there besides does not matter. */
    private static boolean holds(Object sent, Object has, boolean outermost) {
        Object mine = read(sent);
        Object theirs = read(has);
        if (mine instanceof Map<?, ?> wanted) {
            if (!(theirs instanceof Map<?, ?> there)) {
                return false;
            }
            for (Map.Entry<?, ?> entry : wanted.entrySet()) {
                boolean document = outermost && wanted.containsKey("spec") && DOCUMENT.contains(entry.getKey());
                if (!document && !holds(entry.getValue(), there.get(entry.getKey()), false)) {
                    return false;
                }
            }
            return true;
        }
        if (mine instanceof List<?> wanted) {
            if (!(theirs instanceof List<?> there) || there.size() < wanted.size()) {
                return false;
            }
            for (int i = 0; i < wanted.size(); i++) {
                if (!holds(wanted.get(i), there.get(i), false)) {
                    return false;
                }
            }
            return true;
        }
        return mine == null ? theirs == null : theirs != null && text(mine).equals(text(theirs));
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toString() : value.toString();
    }

    /** JSON that is held in a text, as a value. */
    private static Object read(Object value) {
        if (value instanceof CharSequence text && !text.isEmpty() && (text.charAt(0) == '{' || text.charAt(0) == '[')) {
            return ExactJson.parseOr(text.toString(), value);
        }
        return value;
    }
}
