package dev.dwx.safety;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dwx.json.ExactJson;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedactorProperties {
    @Provide
    Arbitrary<String> secrets() {
        // Begins and ends so that finding it by accident is out of the question.
        return Arbitraries.strings().withChars("abcXYZ019!#$%^*_+=.~|@").ofMinLength(1).ofMaxLength(20)
                .map(middle -> "zq7" + middle + "7qz");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("Password", "password", "AccessKeySecret", "access_key_secret", "secret", "SecurityToken",
                "token", "db.password", "PrivateKey", "Credential", "userPwd", "accessKey");
    }

    @Provide
    Arbitrary<String> templates() {
        return Arbitraries.of("X(Id: 1, %s: '%s')", "%s = \"%s\"", "{\"a\":1,\"%s\":\"%s\",\"b\":[2]}",
                "{\\\"%s\\\":\\\"%s\\\"}", "call('X', [%s: '''%s'''])", "%s: \"\"\"%s\"\"\"", "a\n%s: '%s'\nb",
                "['%s': '%s']", "put('%s', '%s')", "[Key: '%s', Value: '%s']", "m.%s = '%s'", "m['%s'] = '%s'");
    }

    @Property(tries = 500)
    void noSecretSurvivesInText(@ForAll("templates") String template, @ForAll("names") String name,
            @ForAll("secrets") String secret) {
        String shown = Redactor.text(String.format(template, name, secret));
        assertFalse(shown.contains(secret), shown);
        assertEquals(shown, Redactor.text(shown), "once is enough");
    }

    @Property(tries = 300)
    void noSecretSurvivesInArguments(@ForAll("names") String name, @ForAll("secrets") String secret) {
        Map<String, Object> inner = Map.of(name, secret, "other", 1);
        for (Object value : List.of(inner, List.of(inner), ExactJson.write(inner),
                Map.of("deep", ExactJson.write(Map.of("deeper", ExactJson.write(inner)))))) {
            String shown = ExactJson.write(Redactor.arguments("CreateDataSource", Map.of("ConnectionProperties", value)));
            assertFalse(shown.contains(secret), shown);
        }
    }

    @Property(tries = 500)
    void anyTextIsTaken(@ForAll String text) {
        assertDoesNotThrow(() -> Redactor.text(text));
        assertDoesNotThrow(() -> Redactor.value(text));
    }
}
