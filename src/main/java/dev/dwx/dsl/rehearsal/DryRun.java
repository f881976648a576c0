package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Requests;
import dev.dwx.client.upload.LocalFile;
import dev.dwx.dsl.Consent;
import dev.dwx.dsl.Notes;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.dsl.Rehearsal;
import dev.dwx.dsl.SimulatedIds;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets reads pass and stands in for writes: each is encoded as it would be sent, told, and answered by a {@link Simulation}. One
 * inside another shares the simulation of the outer one, and both count what happens.
 */
public final class DryRun implements Rehearsal {
    private final Requests requests;
    private final Notes notes;
    private final DryRun outer;
    private final Simulation simulation;
    private final RehearsalReport report = new RehearsalReport();
    private final SimulatedIds ids;
    private final Map<String, Object> remembered;
    private volatile boolean over;

    /** @param outer the rehearsal that this one is part of, or {@code null} */
    public DryRun(Requests requests, SimulatedIds ids, Clock clock, Notes notes, Rehearsal outer) {
        this.requests = requests;
        this.notes = notes;
        this.outer = outer instanceof DryRun run ? run : null;
        this.ids = ids;
        remembered = this.outer == null ? Collections.synchronizedMap(new LinkedHashMap<>()) : this.outer.remembered;
        simulation = this.outer == null ? new Simulation(ids, clock) : this.outer.simulation;
    }

    /** What was found so far. */
    public RehearsalReport report() {
        return report;
    }

    /** The block has ended and gave this; says what was found. */
    public RehearsalReport ends(Object value) {
        over = true;
        report.ends(value);
        notes.note(Texts.of("dry run: {0}", report.getSummary()));
        return report;
    }

    @Override
    public ApiAnswer write(PlannedCall call, Consent.Preview consent) {
        ApiOperation operation = call.operation();
        if (over) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.DryRunOver")
                    .why(Texts.of("the call is made by a thread that was started inside a dryRun block, and the block has ended"))
                    .next(Texts.of("wait for such threads inside the block, or start them outside of it")).build();
        }
        // Encoded as it is, so that what could not be sent fails here as well.
        // A file would be uploaded first, and its address be sent; here its name stands for the address.
        Map<String, Object> sent = LocalFile.named(call.arguments());
        requests.prepare(operation, sent);
        Endpoint endpoint = requests.endpoint(operation, call.target());
        ApiAnswer answer = simulation.write(operation, sent);
        RehearsedWrite write = new RehearsedWrite(operation, call.risk(), endpoint.authority(),
                RequestText.parameters(operation, sent, call.filled(), requests::prepare),
                consent == null ? List.of() : consent.request().what(), consent == null ? null : consent.verdict(),
                brief(operation, answer));
        int step = add(write);
        notes.note(text(step, write, endpoint, consent));
        return answer;
    }

    private int add(RehearsedWrite write) {
        int own = report.add(write);
        return outer == null ? own : outer.add(write);
    }

    private static String text(int step, RehearsedWrite write, Endpoint endpoint, Consent.Preview consent) {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("dry run {0}: not sent: {1}", step, RequestText.heading(write.operation(), endpoint)));
        lines.addAll(write.parameters());
        if (consent != null) {
            ConfirmationRequest request = consent.request();
            for (String touched : request.what()) {
                lines.add(Texts.of("  touches {0}", touched));
            }
            lines.add("  " + (consent.verdict().equals(Texts.of("would ask"))
                    ? Texts.of("would ask to type the {0} {1}", request.expectedIs(), request.expected()) : consent.verdict()));
        }
        if (!write.answer().isEmpty()) {
            lines.add(Texts.of("  simulated answer: {0}", write.answer()));
        }
        return String.join("\n", lines);
    }

    /** The ids and marks that a script goes on with. */
    private static String brief(ApiOperation operation, ApiAnswer answer) {
        List<String> parts = new ArrayList<>();
        Object object = ResponseShape.at(answer.body(), ResponseShape.of(operation).objectPath());
        if (object instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.toString().endsWith("Id") && !name.equals("RequestId") && parts.size() < 4
                        || name.equals("Data") && !(value instanceof Map)) {
                    parts.add(name + " " + value);
                }
            });
        } else if (object != null) {
            List<String> path = ResponseShape.of(operation).objectPath();
            parts.add((path.isEmpty() ? "" : path.get(path.size() - 1) + " ") + object);
        }
        return String.join(", ", parts);
    }

    @Override
    public ApiAnswer read(ApiOperation operation, Map<String, Object> arguments) {
        ApiAnswer answer = simulation.read(operation, arguments);
        if (answer != null) {
            answered();
        }
        return answer;
    }

    @Override
    public Map<String, Object> remembered() {
        return remembered;
    }

    @Override
    public long id() {
        return ids.next();
    }

    private void answered() {
        report.answered();
        if (outer != null) {
            outer.answered();
        }
    }

    @Override
    public void sent(ApiOperation operation) {
        report.sent();
        if (outer != null) {
            outer.sent(operation);
        }
    }
}
