package dev.dwx.safety;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.SnapshotCatalog;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A process that writes audit lines and what undo needs, as fast as it can, until it is killed. */
public final class TrailWriter {
    private TrailWriter() {
    }

    public static void main(String[] arguments) throws Exception {
        Path state = Path.of(arguments[0]);
        AuditLog log = new AuditLog(state.resolve("audit.jsonl"), Clock.systemUTC(), () -> null);
        UndoStore undo = new UndoStore(state.resolve("undo"), Clock.systemUTC());
        ApiOperation operation = SnapshotCatalog.bundled().find("2024-05-18", "UpdateNode").orElseThrow();
        for (int i = 0;; i++) {
            String name = undo.newName();
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("operation", "UpdateNode");
            document.put("before", "x".repeat(20_000));
            document.put("end", true);
            undo.keep(name, document);
            AuditEntry sent = new AuditEntry(operation, Risk.WRITE, Map.of("Spec", "y".repeat(i % 30_000)), "cn-shanghai", null,
                    null, null, null, AuditEntry.SENT, null, name);
            log.append(sent);
            log.append(sent.resulted(AuditEntry.OK, "R"));
            if (i == 0) {
                System.out.println("ready");
                System.out.flush();
            }
        }
    }
}
