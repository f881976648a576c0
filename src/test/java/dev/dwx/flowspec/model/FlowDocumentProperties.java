package dev.dwx.flowspec.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing is lost, and every value has a path by which it is found, changed and taken away. */
class FlowDocumentProperties {
    @Provide
    Arbitrary<FlowDocument> documents() {
        return Documents.all();
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackToTheLastDigitAndInTheSameOrder(@ForAll("documents") FlowDocument document) {
        FlowDocument back = FlowDocument.parse(document.json());
        assertEquals(document, back);
        assertEquals(document.json(), back.json());
    }

    @Property(tries = 30)
    void everyValueIsFoundAndChangedByItsPathAlone(@ForAll("documents") FlowDocument document) {
        for (SpecPath path : paths(document.map(), SpecPath.ROOT, new ArrayList<>())) {
            assertEquals(path, SpecPath.parse(path.toString()));
            Object value = path.in(document.map());
            assertEquals(value, document.at(path.toString()).orElse(null));
            FlowDocument changed = document.with(path.toString(), "something else");
            assertEquals("something else", changed.at(path.toString()).orElseThrow());
            FlowDocument back = changed.with(path.toString(), value);
            assertEquals(document.json(), back.json());
        }
    }

    @Property(tries = 100)
    void whatWasAddedIsTakenAwayWithoutATrace(@ForAll("documents") FlowDocument document) {
        assertEquals(document.json(), document.with("spec.'a new.key'", List.of(1)).without("spec.'a new.key'").json());
        assertSame(document, document.without("spec.nowhere.at[3].all"));
    }

    @Property(tries = 100)
    void aDocumentWithoutReferencesIsResolved(@ForAll("documents") FlowDocument document) {
        assertSame(document, document.resolved());
    }

    @Property(tries = 100)
    void everyNodeIsWhereItsPathSays(@ForAll("documents") FlowDocument document) {
        for (SpecNode node : document.allNodes()) {
            assertEquals(node.map(), document.at(node.path()).orElseThrow());
        }
    }

    private static List<SpecPath> paths(Object value, SpecPath here, List<SpecPath> all) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> add(inner, here.key((String) key), all));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(list.get(i), here.index(i), all);
            }
        }
        return all;
    }

    private static void add(Object value, SpecPath path, List<SpecPath> all) {
        all.add(path);
        paths(value, path, all);
    }
}
