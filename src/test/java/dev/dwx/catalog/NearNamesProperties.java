package dev.dwx.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Suggestions are always among the names that exist, and names come apart and together again. */
class NearNamesProperties {
    private static final List<String> NAMES =
            SnapshotCatalog.bundled().list().stream().map(ApiSummary::name).distinct().toList();

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of(NAMES), Arbitraries.strings().withChars("aAbBsS1é_").ofMaxLength(10));
    }

    @Property
    void suggestionsExistAndAreFew(@ForAll("names") String wrong, @ForAll("names") String other) {
        for (List<String> near : List.of(NearNames.of(wrong + other, NAMES), NearNames.ofOperation(wrong, NAMES))) {
            assertTrue(near.size() <= 3, near::toString);
            assertTrue(NAMES.containsAll(near), near::toString);
        }
    }

    @Property
    void anotherCaseIsAlwaysRecognised(@ForAll("names") String name) {
        if (NAMES.contains(name)) {
            assertEquals(name, NearNames.of(name.toLowerCase(Locale.ROOT), NAMES).get(0));
        }
    }

    @Property
    void distanceIsSymmetricAndZeroOnlyForEquals(@ForAll("names") String a, @ForAll("names") String b) {
        assertEquals(EditDistance.of(a, b, 100), EditDistance.of(b, a, 100));
        assertEquals(a.equals(b), EditDistance.of(a, b, 100) == 0);
        assertTrue(EditDistance.of(a, b, 100) <= Math.max(a.length(), b.length()));
    }

    @Property
    void wordsMakeUpTheLettersOfAnyName(@ForAll String name) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetterOrDigit(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        assertEquals(letters.toString(), String.join("", OperationName.split(name)));
    }
}
