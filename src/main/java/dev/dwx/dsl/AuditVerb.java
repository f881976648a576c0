package dev.dwx.dsl;

import dev.dwx.safety.AuditCheck;
import dev.dwx.safety.AuditQuery;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the audit log for the language. */
final class AuditVerb {
    private final Session session;

    AuditVerb(Session session) {
        this.session = session;
    }

    /**
     * The calls that fit, as rows; with {@code verify: true} the outcome of the check instead.
     *
     * @throws IllegalArgumentException for a filter that there is not
     */
    Object read(Map<String, Object> filters, List<? extends CharSequence> words) {
        Path file = session.audit().file();
        if (file == null) {
            throw new IllegalArgumentException(Texts.of("this session keeps no audit log"));
        }
        Instant since = null;
        String operation = null;
        boolean failed = false;
        boolean verify = false;
        for (Map.Entry<String, Object> filter : filters.entrySet()) {
            switch (filter.getKey()) {
                case "since" -> since = AuditQuery.moment(String.valueOf(filter.getValue()), session.clock().instant(),
                        session.context().timeZone());
                case "operation" -> operation = String.valueOf(filter.getValue());
                case "failed" -> failed = Boolean.TRUE.equals(filter.getValue());
                case "verify" -> verify = Boolean.TRUE.equals(filter.getValue());
                default -> throw new IllegalArgumentException(Texts.of("audit takes since, operation, failed and verify, not {0}",
                        filter.getKey()));
            }
        }
        List<String> texts = new ArrayList<>();
        words.forEach(word -> texts.add(word.toString()));
        try {
            if (verify) {
                return outcome(AuditCheck.of(file));
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            new AuditQuery(since, operation, failed, texts, AuditQuery.USUAL).read(file).forEach(entry -> rows.add(AuditQuery.row(entry)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("the audit log {0} cannot be read: {1}", file, e.getMessage()), e);
        }
    }

    private static Map<String, Object> outcome(AuditCheck.Outcome outcome) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("Intact", outcome.intact());
        shown.put("Lines", outcome.lines());
        shown.put("Newest", outcome.newest());
        shown.put("Faults", outcome.faults());
        shown.put("Remarks", outcome.remarks());
        return shown;
    }
}
