package dev.dwx.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Event streams, written in every way and cut anywhere, read the same. */
class EventReaderProperties {
    @Property(tries = 400)
    void whatWasWrittenIsReadHoweverItIsCutAndEnded(@ForAll("events") List<StreamEvent> events,
            @ForAll("endings") String ending, @ForAll("cuts") List<Integer> cuts) {
        StringBuilder text = new StringBuilder();
        String id = null;
        List<StreamEvent> expected = new ArrayList<>();
        for (StreamEvent event : events) {
            if (event.id() != null) {
                id = event.id();
                text.append("id: ").append(id).append(ending);
            }
            if (!event.name().equals("message")) {
                text.append("event:").append(event.name()).append(ending);
            }
            text.append(": a comment").append(ending);
            for (String line : event.data().toString().split("\n", -1)) {
                text.append("data: ").append(line).append(ending);
            }
            text.append(ending);
            expected.add(new StreamEvent(id, event.name(), event.data()));
        }
        List<StreamEvent> read = new ArrayList<>();
        EventReader reader = new EventReader(read::add);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; from < bytes.length; i++) {
            int count = Math.min(bytes.length - from, cuts.isEmpty() ? bytes.length : cuts.get(i % cuts.size()));
            reader.take(bytes, from, count);
            from += count;
        }
        reader.end();
        assertEquals(expected, read);
    }

    @Property(tries = 300)
    void anyTextIsReadWithoutFailing(@ForAll String text) {
        EventReader.read(text);
        EventReader.read("data:" + text);
    }

    @Provide
    Arbitrary<List<StreamEvent>> events() {
        Arbitrary<String> words = Arbitraries.of("a", " ", "中", "😀", ":", "\"", "data: ").list().ofMaxSize(8)
                .map(parts -> "x" + String.join("", parts));
        Arbitrary<String> data = words.list().ofMinSize(1).ofMaxSize(3).map(lines -> String.join("\n", lines));
        return Combinators.combine(Arbitraries.of("1", "b-2").injectNull(0.5), Arbitraries.of("message", "note"), data)
                .as((id, name, held) -> new StreamEvent(id, name, held)).list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 9).list().ofMaxSize(6);
    }
}
