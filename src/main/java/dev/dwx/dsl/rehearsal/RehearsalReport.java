package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.render.Showable;
import dev.dwx.safety.Risk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsal found: the writes that were not sent, in order, and how many reads were. It shows as a table of the writes and
 * iterates over them; {@code report.result} is what the block gave. Usable by many threads.
 */
public final class RehearsalReport implements Showable, Iterable<Object> {
    private final List<RehearsedWrite> writes = new ArrayList<>();
    private int reads;
    private int answered;
    private Object result;

    RehearsalReport() {
    }

    synchronized int add(RehearsedWrite write) {
        writes.add(write);
        return writes.size();
    }

    synchronized void sent() {
        reads++;
    }

    synchronized void answered() {
        answered++;
    }

    synchronized void ends(Object value) {
        result = value;
    }

    /** One map for each write: what, how grave, where, what it would touch. */
    public synchronized List<Map<String, Object>> getWrites() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RehearsedWrite write : writes) {
            Map<String, Object> row = new LinkedHashMap<>();
            ApiOperation operation = write.operation();
            row.put("Step", rows.size() + 1);
            row.put("Operation", operation.name());
            row.put("Version", operation.version());
            row.put("Method", operation.method());
            row.put("Host", write.host());
            row.put("Risk", write.risk() == Risk.DESTRUCTIVE ? "destructive" : "write");
            row.put("Touches", String.join("; ", write.touches()));
            row.put("Consent", write.consent() == null ? "" : write.consent());
            row.put("Answer", write.answer());
            rows.add(row);
        }
        return rows;
    }

    /** The requests, readable, one text for each write. */
    public synchronized List<String> getRequests() {
        List<String> texts = new ArrayList<>();
        for (RehearsedWrite write : writes) {
            texts.add(write.operation().label() + ' ' + write.operation().method() + ' ' + write.host() + '\n'
                    + String.join("\n", write.parameters()));
        }
        return texts;
    }

    /** How many reads were sent to the service. */
    public synchronized int getReads() {
        return reads;
    }

    /** How many reads the rehearsal answered itself, since they were about what it had made up. */
    public synchronized int getSimulatedReads() {
        return answered;
    }

    /** How many of the writes take something away. */
    public synchronized int getDestructive() {
        int destructive = 0;
        for (RehearsedWrite write : writes) {
            destructive += write.risk() == Risk.DESTRUCTIVE ? 1 : 0;
        }
        return destructive;
    }

    /** What the rehearsed block gave; {@code null} while it runs. */
    public synchronized Object getResult() {
        return result;
    }

    /** {@code 3 writes not sent (CreateNode 2, DeleteNode 1), 1 of them destructive; 4 reads sent}. */
    public synchronized String getSummary() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RehearsedWrite write : writes) {
            counts.merge(write.operation().name(), 1, Integer::sum);
        }
        List<String> each = new ArrayList<>();
        counts.forEach((name, count) -> each.add(name + " " + count));
        int destructive = getDestructive();
        String names = each.isEmpty() ? "" : " (" + String.join(", ", each) + ")";
        String summary = writes.size() == 1 ? Texts.of("1 write not sent{0}", names) : Texts.of("{0} writes not sent{1}", writes.size(), names);
        if (destructive > 0) {
            summary += writes.size() == 1 ? Texts.of(", 1 destructive") : Texts.of(", {0} of them destructive", destructive);
        }
        summary += reads == 1 ? Texts.of("; 1 read sent") : Texts.of("; {0} reads sent", reads);
        return answered == 0 ? summary : summary + Texts.of(", {0} answered by the rehearsal", answered);
    }

    @Override
    public List<Object> rows() {
        return new ArrayList<>(getWrites());
    }

    @Override
    public boolean isListing() {
        return true;
    }

    @Override
    public Object value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("writes", getWrites());
        value.put("reads", getReads());
        value.put("simulatedReads", getSimulatedReads());
        value.put("destructive", getDestructive());
        return value;
    }

    /** Nothing: the summary was told when the rehearsal ended. */
    @Override
    public String footer() {
        return null;
    }

    @Override
    public java.util.Iterator<Object> iterator() {
        return rows().iterator();
    }

    @Override
    public String toString() {
        return getSummary();
    }
}
