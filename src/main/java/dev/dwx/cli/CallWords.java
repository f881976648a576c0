package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.OperationName;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words of {@code dwx call NAME PARAMETER=VALUE …} as a line of the language: the call goes the way of every other. Values are
 * texts here and become what their parameters want there; {@code @FILE} is what a file holds, {@code -} what standard input holds,
 * {@code @@} an at sign.
 *
 * @param source the line, with {@code args[0]} and so on in place of the values
 * @param values what stands for them
 */
record CallWords(String source, List<String> values) {
    /**
     * Reads the words.
     *
     * @param words the operation's name, {@code 2020:NAME} or {@code 2024:NAME} for one version, and its arguments
     * @param version the version of bare names
     * @throws IllegalArgumentException when a word is none of these, or names no file
     * @throws IOException when a file cannot be read
     */
    static CallWords of(List<String> words, ApiCatalog catalog, String version, InputStream input) throws IOException {
        String name = words.get(0);
        String pin = name.startsWith("2020:") || name.startsWith("2024:") ? name.substring(0, 4) : null;
        String bare = pin == null ? name : name.substring(5);
        if (!OperationName.isSpelledSo(bare)) {
            throw new IllegalArgumentException(Texts.of("call takes an operation, not '{0}': dwx call ListProjects PageSize=10", name));
        }
        Optional<ApiOperation> operation = catalog.meant(bare, pin, version);
        StringBuilder source = new StringBuilder(pin == null ? bare : "v" + pin + "." + bare).append('(');
        List<String> values = new ArrayList<>();
        Set<String> given = new HashSet<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            String parameter = equals < 0 ? word : word.substring(0, equals);
            if (equals < 1 || !isName(parameter)) {
                throw new IllegalArgumentException(Texts.of("'{0}' is no argument: write PARAMETER=VALUE, PARAMETER=@FILE or PARAMETER=-", word));
            }
            if (!given.add(parameter)) {
                throw new IllegalArgumentException(Texts.of("{0} is given twice", parameter));
            }
            String value = word.substring(equals + 1);
            boolean upload = value.startsWith("@") && !value.startsWith("@@")
                    && operation.flatMap(one -> one.parameter(parameter)).map(ApiParameter::schema).filter(schema -> schema.fileUrl()).isPresent();
            String place = "args[" + values.size() + "]";
            source.append(values.isEmpty() ? "" : ", ").append(parameter.indexOf('.') < 0 ? parameter : "'" + parameter + "'").append(": ")
                    .append(upload ? "file(" + place + ")" : place);
            values.add(upload ? value.substring(1) : value(value, input));
        }
        return new CallWords(source.append(')').toString(), values);
    }

    private static boolean isName(String word) {
        return word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.'));
    }

    private static String value(String text, InputStream input) throws IOException {
        if (text.equals("-")) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (text.startsWith("@@")) {
            return text.substring(1);
        }
        try {
            return text.startsWith("@") ? Files.readString(Path.of(text.substring(1))) : text;
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(Texts.of("there is no file {0}", e.getFile()), e);
        }
    }
}
