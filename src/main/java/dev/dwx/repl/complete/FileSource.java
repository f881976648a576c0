package dev.dwx.repl.complete;

import dev.dwx.repl.command.Command;
import dev.dwx.repl.command.Commands;
import dev.dwx.repl.complete.CompletionContext.Literal;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Files of this machine, where a file is wanted: directories first, hidden ones only when a dot is typed. */
final class FileSource implements CandidateSource {
    /** No more entries of a directory are read. */
    private static final int MOST = 2000;

    private final Supplier<Commands> commands;
    private final Path home;

    FileSource(Supplier<Commands> commands, Path home) {
        this.commands = commands;
        this.home = home;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public List<Proposal> at(CompletionContext context) {
        if (context instanceof CompletionContext.CommandArgument at) {
            Optional<Command> command = commands.get().find(at.command());
            boolean file = at.command().equals("!") ? at.prefix().indexOf(' ') >= 0
                    : command.isPresent() && isFile(command.get());
            int word = at.command().equals("!") ? at.prefix().lastIndexOf(' ') + 1 : 0;
            return file ? files(at.prefix().substring(word), at.prefix().substring(0, word), null) : List.of();
        }
        if (context instanceof CompletionContext.WordArgument at && !at.literal().quote().isEmpty()) {
            var table = WordArguments.of(at.word(), at.block());
            String kind = at.name() == null ? table.get(String.valueOf(at.place())) : table.get(at.name());
            boolean folder = "FOLDER".equals(kind);
            return folder || "FILE".equals(kind) ? files(at.prefix(), "", at.literal()) : List.of();
        }
        return List.of();
    }

    private static boolean isFile(Command command) {
        return switch (command.name()) {
            case "load", "save", "edit" -> true;
            default -> command.argument().name().equals("FILE");
        };
    }

    private List<Proposal> files(String typed, String head, Literal literal) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        String name = typed.substring(slash + 1);
        List<Proposal> folders = new ArrayList<>();
        List<Proposal> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place(folder))) {
            int read = 0;
            for (Path entry : entries) {
                if (++read > MOST) {
                    break;
                }
                String own = entry.getFileName().toString();
                int rank = own.startsWith(".") && !name.startsWith(".") ? NameMatch.NONE : NameMatch.rank(own, name);
                if (rank == NameMatch.NONE) {
                    continue;
                }
                boolean isFolder = Files.isDirectory(entry);
                String path = folder + own + (isFolder ? "/" : "");
                // A directory is not the end of a path.
                String text = literal == null ? head + path : isFolder ? literal.quote() + path : literal.quoted(path);
                (isFolder ? folders : files).add(new Proposal(text, own + (isFolder ? "/" : ""), null, Texts.of("files"), rank));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException | SecurityException e) {
            return List.of();
        }
        folders.sort(java.util.Comparator.comparing(Proposal::shown));
        files.sort(java.util.Comparator.comparing(Proposal::shown));
        folders.addAll(files);
        return folders;
    }

    private Path place(String folder) {
        return folder.isEmpty() ? Path.of(".") : folder.startsWith("~/") ? home.resolve(folder.substring(2)) : Path.of(folder);
    }
}
