package dev.dwx.dsl.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import groovy.json.StringEscapeUtils;

class QuotingProperties {
    /** Many texts at a time, since each try starts a process. */
    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> awkward = Arbitraries.of("'", "\"", "\\", "$", "`", "\n", "\r", "\t", "!", "%", "#", "{", "中", "😀", "a", " ",
                "\u007f", "\u0001", "\u2028", "\u00e9", "u0041", "\\u0041", "*", "~", "&", "=", ";", "|", "<", "\ufeff", "\u200b");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(12).filter(QuotingProperties::travels);
        return Arbitraries.oneOf(awkward.list().ofMaxSize(12).map(parts -> String.join("", parts)), any).list().ofMinSize(20).ofMaxSize(80);
    }

    /** No call holds half a surrogate pair, and no process takes a zero character. */
    private static boolean travels(String text) {
        return text.indexOf('\0') < 0 && new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
    }

    @Property(tries = 20)
    void aShellReadsWhatWasQuoted(@ForAll("texts") List<String> texts) throws Exception {
        StringBuilder script = new StringBuilder();
        for (String text : texts) {
            script.append("printf '%s\\0' ").append(Quoting.shell(text)).append('\n');
        }
        assertEquals(texts, zeroSeparated(run(List.of("sh"), script.toString()), texts.size()));
    }

    @Property(tries = 20)
    void pythonReadsWhatWasQuoted(@ForAll("texts") List<String> texts) throws Exception {
        Assume.that(onPath("python3"));
        StringBuilder script = new StringBuilder("import sys\n");
        for (String text : texts) {
            script.append("sys.stdout.buffer.write(").append(Quoting.python(text)).append(".encode() + b'\\0')\n");
        }
        Path file = Files.writeString(Files.createTempFile("quoting", ".py"), script);
        try {
            assertEquals(texts, zeroSeparated(run(List.of("python3", file.toString()), ""), texts.size()));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void javaLiteralsAreAsciiAndMeanTheText(@ForAll("texts") List<String> texts) {
        for (String text : texts) {
            String literal = Quoting.java(text);
            assertTrue(literal.chars().allMatch(c -> c >= ' ' && c <= '~'), literal);
            assertEquals(text, StringEscapeUtils.unescapeJava(literal.substring(1, literal.length() - 1)));
        }
    }

    @Property(tries = 300)
    void percentEncodingHoldsNothingThatAShellOrAnAddressReads(@ForAll("texts") List<String> texts) {
        for (String text : texts) {
            String encoded = Quoting.percent(text);
            assertTrue(encoded.matches("[A-Za-z0-9%._~-]*"), encoded);
            assertEquals(text, URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        }
    }

    private static boolean onPath(String tool) {
        for (String directory : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(directory, tool))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> zeroSeparated(byte[] bytes, int size) {
        List<String> texts = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1)));
        return texts.subList(0, Math.min(size, texts.size()));
    }

    private static byte[] run(List<String> command, String input) throws IOException, InterruptedException {
        Path out = Files.createTempFile("quoting", ".out");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return Files.readAllBytes(out);
        } finally {
            Files.delete(out);
        }
    }
}
