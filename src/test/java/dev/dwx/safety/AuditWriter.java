package dev.dwx.safety;

import dev.dwx.catalog.SnapshotCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** A process that writes to the audit log: pairs of lines, or one call that it never lives to see answered. */
public final class AuditWriter {
    /** How many calls a process logs. */
    public static final int CALLS = 150;

    private AuditWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        AuditLog log = new AuditLog(Path.of(arguments[0]), Clock.systemUTC(), () -> "LTAI5tExampleKeyId9x7Q");
        String name = arguments[1];
        for (int i = 0; i < CALLS; i++) {
            AuditEntry sent = new AuditEntry(SnapshotCatalog.bundled().find("2024-05-18", "UpdateNode").orElseThrow(),
                    Risk.WRITE, Map.of("Id", name + i, "Spec", name.repeat(6000)), "cn-shanghai", null, null, null, null,
                    AuditEntry.SENT, null, name + "-" + i);
            log.append(sent);
            log.append(sent.resulted(AuditEntry.OK, "R"));
        }
    }
}
