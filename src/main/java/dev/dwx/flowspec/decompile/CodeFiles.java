package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.build.NodeWord;
import dev.dwx.flowspec.build.NodeWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Takes long code out of statements and into files. */
final class CodeFiles {
    private static final int MOST_LINES = 8;
    private static final int MOST_CHARACTERS = 400;
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private final Map<String, String> files = new LinkedHashMap<>();
    /** Some file systems do not tell capitals from small letters. */
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Where all code goes; {@code null} where long code alone goes into files, by its language. */
    private final String folder;

    CodeFiles(String folder) {
        this.folder = folder;
    }

    /** Each file's text by its path. */
    Map<String, String> all() {
        return files;
    }

    /** The same statements, with the code of nodes in files where it is long. */
    Statement without(Statement block) {
        String command = NodeWords.named(block.word()).map(NodeWord::command).orElse(null);
        List<Statement> inside = new ArrayList<>();
        for (Statement statement : block.block()) {
            if (statement.block() != null) {
                inside.add(without(statement));
                continue;
            }
            if (statement.word().equals("type")) {
                command = String.valueOf(statement.arguments().get(0));
            }
            boolean moves = statement.word().equals("script") && statement.arguments().size() == 1
                    && statement.arguments().get(0) instanceof String text && goes(text);
            inside.add(!moves ? statement : Statement.named("script", Map.of("file",
                    file(block.arguments().isEmpty() ? block.word() : String.valueOf(block.arguments().get(0)), command, (String) statement.arguments().get(0)))));
        }
        return block.with(inside);
    }

    private boolean goes(String text) {
        boolean kept = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return kept && (folder != null ? !text.isEmpty() : text.length() > MOST_CHARACTERS || text.lines().count() > MOST_LINES);
    }

    private String file(String name, String command, String text) {
        String extension = extension(command);
        String base = (folder != null ? folder : extension.equals("sql") ? "sql" : "code") + "/" + fileName(name);
        String path = base + "." + extension;
        for (int i = 2; !taken.add(path); i++) {
            path = base + "_" + i + "." + extension;
        }
        files.put(path, text);
        return path;
    }

    private static String extension(String command) {
        String known = command == null ? null : NodeTypes.of(command).map(NodeType::extension).orElse(null);
        return known == null || known.isEmpty() ? "txt" : known.substring(known.lastIndexOf('.') + 1);
    }

    /** A name as one of a file: no separators, nothing that a file system or a shell minds. */
    static String fileName(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length() && i < 100; i++) {
            char c = name.charAt(i);
            out.append(Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' && out.length() > 0 ? c : '_');
        }
        String plain = out.toString();
        return plain.isEmpty() || RESERVED.contains(plain.toLowerCase(Locale.ROOT)) ? "_" + plain : plain;
    }
}
