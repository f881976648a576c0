package dev.dwx.flowspec.decompile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dwx.flowspec.build.Surroundings;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told of a document builds it again: every key, every digit, the order of every list. */
class RoundTripProperties {
    /** More of them with {@code -Ddwx.roundtrips=5000}. */
    private static final int DOCUMENTS = Integer.getInteger("dwx.roundtrips", 150);

    @Test
    void everyDocumentIsBuiltAgain() {
        Random seeds = new Random(DOCUMENTS);
        for (int i = 0; i < DOCUMENTS; i++) {
            long seed = seeds.nextLong();
            FlowDocument document = FlowDocument.parse(AnyDocument.of(seed).json());
            Statement told = Decompiler.of(document);
            for (String project : new String[] {null, "another_project"}) {
                assertEquals(document, FlowDocument.of(Replay.of(told, Surroundings.of(project))),
                        () -> "seed " + seed + "\n" + new DslText().of(List.of(told)));
            }
        }
    }
}
