package dev.dwx.repl;

import dev.dwx.repl.line.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.OSUtils;
import org.jline.utils.Signals;

/**
 * The terminal that the process was started in. Opened by JLine's native library and by nothing else: its other ways
 * start programs ({@code stty}, {@code test}, {@code infocmp}), which costs more than all else before the prompt.
 */
public final class SystemTerminal {
    private static final String LIBRARY_PATH = "library.jline.path";

    private static final Size USUAL_SIZE = new Size(80, 24);

    private SystemTerminal() {
    }

    /**
     * Opens it.
     *
     * @param type the terminal's type, {@code $TERM}, or {@code null} when it is not set
     * @param libraries directory that keeps the native library from one start to the next, or {@code null} to unpack
     *     it each time; also unpacked each time when the directory cannot be used
     * @throws IOException when there is no terminal, or it cannot be opened
     */
    public static Terminal open(String type, Path libraries) throws IOException {
        if (libraries != null && System.getProperty(LIBRARY_PATH) == null) {
            keepLibrary(libraries);
        }
        String known = type == null || type.isBlank() ? Terminal.TYPE_DUMB : type;
        presetCapabilities(known);
        return ready(TerminalBuilder.builder()
                .name("dwx")
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                .provider("jni")
                .jni(true)
                .exec(false)
                .jansi(false)
                .jna(false)
                .ffm(false)
                .dumb(false)
                .nativeSignals(true)
                .type(known)
                .build());
    }

    /** A terminal that was just opened, with what all of them have here: a Ctrl-C that is no end, and a size. */
    public static Terminal ready(Terminal terminal) {
        if (terminal instanceof DumbTerminal) {
            // It leaves the line to the system, and the system's Ctrl-C would end the process.
            Signals.register(Terminal.Signal.INT.name(), () -> terminal.raise(Terminal.Signal.INT));
        }
        // Serial lines, containers and some editors report no size at all, and the reader would draw nothing.
        if (terminal.getWidth() <= 0 || terminal.getHeight() <= 0) {
            terminal.setSize(USUAL_SIZE);
        }
        return terminal;
    }

    /**
     * JLine has the capabilities of a handful of types with it, but asks {@code infocmp} about these, too, unless they
     * are set as known. Nearly every other type is a kind of xterm.
     */
    private static void presetCapabilities(String type) {
        String capabilities = InfoCmp.getDefaultInfoCmp(type);
        if (capabilities == null) {
            capabilities = InfoCmp.getDefaultInfoCmp(nearest(type));
        }
        InfoCmp.setLoadedInfoCmp(type, capabilities);
    }

    private static String nearest(String type) {
        boolean colours = type.contains("256color") || type.contains("direct") || type.contains("kitty")
                || type.contains("alacritty") || type.contains("ghostty");
        if (type.startsWith("screen") || type.startsWith("tmux")) {
            return colours ? "screen-256color" : "screen";
        }
        if (type.equals("linux") || type.startsWith("vt") || type.equals("cygwin")) {
            return "ansi";
        }
        return colours ? "xterm-256color" : "xterm";
    }

    private static void keepLibrary(Path libraries) {
        String name = System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib");
        Path kept = libraries.resolve(name);
        if (!Files.exists(kept)) {
            try {
                unpack(name, kept);
            } catch (IOException e) {
                return;
            }
        }
        System.setProperty(LIBRARY_PATH, libraries.toString());
    }

    private static void unpack(String name, Path kept) throws IOException {
        String system = OSUtils.IS_WINDOWS ? "Windows" : OSUtils.IS_OSX ? "Mac" : OSUtils.IS_LINUX ? "Linux" : "";
        String architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> "";
        };
        String resource = "/org/jline/nativ/" + system + "/" + architecture + "/" + name;
        try (InputStream library = Terminal.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("no native library for this machine");
            }
            Files.createDirectories(kept.getParent());
            Path part = Files.createTempFile(kept.getParent(), name, ".tmp");
            try {
                Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
                WholeFile.replace(part, kept);
            } finally {
                Files.deleteIfExists(part);
            }
        }
    }
}
