package dev.dwx.dsl.workspace;

import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.flowspec.decompile.Telling;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A project as files: {@code workflows}, {@code nodes}, {@code resources} and {@code functions}, one script in the words of the
 * language for each object, and its code in a folder of the same name beside. The same project gives the same bytes: nothing in it is
 * about when or by whom it was written. {@code workspace.json} says which files belong to it, so that what is gone from the project goes
 * from the folder. Documents in JSON are read, too.
 */
final class WorkspaceFolder {
    private static final String INDEX = "workspace.json";
    private static final String SCRIPT = ".dwx";

    private final Path root;
    private final Map<ObjectKind, List<Held>> held = new TreeMap<>();
    private List<String> former = List.of();

    WorkspaceFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    private static String folder(ObjectKind kind) {
        return kind.noun() + "s";
    }

    /**
     * Looks whether the folder may be written to.
     *
     * @throws IllegalArgumentException when it holds something else
     */
    void begin() {
        try {
            if (!Files.exists(root)) {
                return;
            }
            Path index = root.resolve(INDEX);
            if (Files.isRegularFile(index)) {
                former = files(ExactJson.parse(Files.readString(index)));
                return;
            }
            try (Stream<Path> inside = Files.list(root)) {
                if (inside.anyMatch(file -> !file.getFileName().toString().startsWith("."))) {
                    throw new IllegalArgumentException(Texts.of("The folder {0} is not empty, and no export has written it. Give a new"
                            + " folder, or an empty one.", root));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static List<String> files(Object index) {
        List<String> files = new ArrayList<>();
        if (index instanceof Map<?, ?> map && map.get("files") instanceof List<?> list) {
            list.forEach(file -> files.add(String.valueOf(file)));
        }
        return files;
    }

    void add(Held one) {
        held.computeIfAbsent(one.kind(), kind -> new ArrayList<>()).add(one);
    }

    /** Writes what has changed, and takes away what is gone; gives one map for each object. */
    List<Map<String, Object>> finish() {
        Map<String, String> files = new TreeMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        held.forEach((kind, all) -> {
            FileNames names = new FileNames();
            for (Held one : all) {
                String own = names.of(one.name());
                String file = folder(kind) + "/" + own + SCRIPT;
                FlowDocument document = StableForm.of(one.document());
                Telling telling = Telling.withFiles(document, own);
                files.put(file, telling.text());
                telling.files().forEach((name, code) -> files.put(folder(kind) + "/" + name, code));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("Kind", kind.noun());
                row.put("Name", one.name());
                row.put("Nodes", kind == ObjectKind.WORKFLOW ? document.nodes().size() : null);
                row.put("File", file);
                rows.add(row);
            }
        });
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("format", 1);
        index.put("files", new ArrayList<>(files.keySet()));
        files.put(INDEX, ExactJson.writeIndented(index) + "\n");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(inside(file.getKey()), file.getValue());
            }
            for (String old : former) {
                if (!files.containsKey(old)) {
                    Files.deleteIfExists(inside(old));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return rows;
    }

    /** Names from an index are not trusted: nothing outside the folder is touched, and no link is followed. */
    private Path inside(String name) throws IOException {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IllegalArgumentException(Texts.of("'{0}' in {1} is no file of the folder.", name, root.resolve(INDEX)));
        }
        for (Path at = file.getParent(); !at.equals(root); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                throw new IllegalArgumentException(Texts.of("{0} is a link, and an export writes into its own folder alone.", at));
            }
        }
        return file;
    }

    /** Nobody ever sees half a file. One that is the same already is left alone. */
    private static void write(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && java.util.Arrays.equals(bytes, Files.readAllBytes(file))) {
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(file.getParent(), ".dwx", ".part");
        try {
            Files.write(fresh, bytes);
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * The documents of the folder: those of its four folders, or all that lie in it directly.
     *
     * @param script gives the document that a script makes
     */
    List<FlowDocument> read(Function<Path, FlowDocument> script) {
        List<FlowDocument> documents = new ArrayList<>();
        try {
            if (!Files.isRegularFile(root.resolve(INDEX))) {
                read(root, script, documents);
                return documents;
            }
            for (ObjectKind kind : ObjectKind.values()) {
                read(root.resolve(folder(kind)), script, documents);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return documents;
    }

    private static void read(Path folder, Function<Path, FlowDocument> script, List<FlowDocument> documents) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(file -> (isScript(file) || file.toString().endsWith(".json"))
                    && !file.getFileName().toString().equals(INDEX) && Files.isRegularFile(file)).sorted().toList();
        }
        for (Path file : files) {
            documents.add(isScript(file) ? script.apply(file)
                    : GivenDocument.parsed("The file " + file, Files.readString(file, StandardCharsets.UTF_8)));
        }
    }

    /** Whether a file is one that makes a document, and not one that holds it. */
    static boolean isScript(Path file) {
        return file.toString().endsWith(SCRIPT);
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(Texts.of("The folder {0}: {1}", root, e.getMessage()), e);
    }
}
