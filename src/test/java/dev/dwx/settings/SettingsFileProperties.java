package dev.dwx.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file, it is read as the JDK reads properties, and what is changed is all that changes. */
class SettingsFileProperties {
    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("# a", "! b", "", "  ", "key = value", "key=other", "k\\ ey : v", "a b", "long = one\\", "   two", "odd\\\\", "output = csv",
                "项目 = 订单", "\\u0041 = b", "\\uXYZ = c", "= nothing", "x").list().ofMaxSize(12).map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars(" =:#!\\\t\nabcä中😀'\"$").ofMinLength(1).ofMaxLength(20)
                .map(text -> text + "z");
    }

    @Property(tries = 300)
    void readsAsThePropertiesOfTheJdk(@ForAll("files") String text) throws IOException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            // One bad line costs the JDK the whole file, and here itself alone.
            return;
        }
        SettingsFile file = SettingsFile.of(text);
        for (String key : properties.stringPropertyNames()) {
            assertEquals(properties.getProperty(key).stripTrailing(), file.value(key));
        }
        assertEquals(properties.size(), file.entries().stream().map(SettingsFile.Entry::key).distinct().count());
    }

    @Property(tries = 300)
    void aTextThatIsReadIsWrittenAsItWas(@ForAll("files") String text) {
        String whole = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        assertEquals(whole, SettingsFile.of(text).text());
    }

    @Property(tries = 300)
    void whatIsSetIsReadAgainAndTheRestStays(@ForAll("files") String text, @ForAll("values") String key, @ForAll("values") String value) {
        SettingsFile before = SettingsFile.of(text);
        SettingsFile after = SettingsFile.of(before.with(key, value).text());
        assertEquals(value.stripTrailing(), after.value(key));
        for (SettingsFile.Entry entry : before.entries()) {
            if (!entry.key().equals(key)) {
                assertEquals(before.value(entry.key()), after.value(entry.key()));
            }
        }
        assertNull(after.without(key).value(key));
        assertEquals(List.of(), after.without(key).entries().stream().filter(entry -> entry.key().equals(key)).toList());
    }
}
