package dev.dwx.cli;

import dev.dwx.repl.command.Preferences;
import dev.dwx.repl.line.WholeFile;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.settings.Settings;
import dev.dwx.settings.SettingsFile;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of one run: the file, with what command line and environment say over it. The file is read when it is there; nothing
 * of settings is loaded when it is not, until somebody asks.
 */
final class UserSettings implements Preferences {
    private final Path file;
    private final Invocation.Options options;
    private final Map<String, String> environment;
    /** Whether calls go to the user's own places: to no sandbox that dwx starts and to no cassette. */
    private final boolean atLarge;
    private volatile Settings now;
    /** {@code null} until somebody listens. */
    private volatile Runnable listener;

    /** @param options as the command line says them */
    UserSettings(Path file, Invocation.Options options, Map<String, String> environment) {
        this.file = file;
        this.options = options;
        this.environment = environment;
        atLarge = !options.sandbox() && options.replay() == null;
    }

    /** Tells somebody of each change from here on. */
    void whenChanged(Runnable heard) {
        listener = heard;
    }

    /** With nothing set, and nowhere to keep a change. */
    static UserSettings none(Invocation.Options options, Map<String, String> environment) {
        return new UserSettings(null, options, environment);
    }

    private boolean thereIs() {
        return file != null && Files.exists(file);
    }

    /** Whether anything has been set: in the file, or at the prompt. */
    boolean exists() {
        return now != null || thereIs();
    }

    /** The options as they are with the settings: what was said on the command line or in the environment stays. */
    Invocation.Options applied() {
        if (!thereIs()) {
            return options;
        }
        Settings settings = now();
        String zone = place("zone");
        return options.with(
                options.region() != null || !fromFile("region") ? options.region() : place("region"),
                options.project() != null ? options.project() : place("project"),
                settings.value("version").text(),
                settings.value("output").origin() == Settings.Origin.DEFAULT ? options.form() : settings.value("output").text(),
                atLarge ? settings.profile() : options.profile(),
                options.zone() != null || zone == null ? options.zone() : ZoneId.of(zone),
                options.noColor() || !settings.value("colour").isOn(),
                options.readOnly() || atLarge && settings.value("read-only").isOn(),
                options.edition() != null || !fromFile("edition") ? options.edition() : place("edition"));
    }

    /** A setting that says where calls go, or {@code null}: a sandbox of one's own has its own places. */
    private String place(String name) {
        Settings.Value value = now().value(name);
        return atLarge && value.isSet() && value.origin() != Settings.Origin.DEFAULT ? value.text() : null;
    }

    private boolean fromFile(String name) {
        Settings.Origin origin = now().value(name).origin();
        return origin == Settings.Origin.PROFILE || origin == Settings.Origin.FILE;
    }

    /** The profile of the credentials file to use, or {@code null} for what the environment says. */
    String credentials() {
        return thereIs() && atLarge ? now().credentials() : options.profile();
    }

    /** Where the region comes from when it is out of the file, else {@code null}. */
    String regionFrom() {
        return thereIs() && atLarge && fromFile("region") ? now().value("region").from() : null;
    }

    /** {@code Prod}, {@code Dev}, or {@code null} when nothing says it. */
    String environmentOfCalls() {
        return thereIs() ? place("environment") : null;
    }

    /** What is asked about besides destructive calls. */
    ConfirmationPolicy.Writes confirmed() {
        return !exists() || !atLarge && now().value("confirm").origin() != Settings.Origin.SESSION
                ? ConfirmationPolicy.Writes.NONE : writes(now());
    }

    private static ConfirmationPolicy.Writes writes(Settings settings) {
        return switch (settings.value("confirm").text()) {
            case "writes" -> ConfirmationPolicy.Writes.ALL;
            case "prod-writes" -> ConfirmationPolicy.Writes.IN_PROD;
            default -> ConfirmationPolicy.Writes.NONE;
        };
    }

    /** What is wrong with the file; nothing when there is none. */
    List<String> notices() {
        return thereIs() ? now().notices() : List.of();
    }

    @Override
    public Settings now() {
        Settings known = now;
        if (known == null) {
            known = Settings.of(file == null ? SettingsFile.EMPTY : read(file), said(), environment);
            now = known;
        }
        return known;
    }

    private Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        put(said, "profile", options.profile());
        put(said, "region", options.region());
        put(said, "project", options.project());
        put(said, "version", options.apiVersion());
        put(said, "edition", options.edition());
        put(said, "zone", options.zone() == null ? null : options.zone().getId());
        put(said, "output", options.form());
        put(said, "colour", options.noColor() ? "off" : null);
        put(said, "read-only", options.readOnly() ? "on" : null);
        return said;
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    /** The text of a file; one that is not there, or cannot be read, says nothing. */
    static SettingsFile read(Path file) {
        try {
            return Files.exists(file) ? SettingsFile.of(Files.readString(file)) : SettingsFile.EMPTY;
        } catch (IOException e) {
            return SettingsFile.EMPTY;
        }
    }

    @Override
    public void changed(Settings next) {
        now = next;
        Runnable heard = listener;
        if (heard != null) {
            heard.run();
        }
    }

    @Override
    public String refusal(Settings next) {
        if (!atLarge && !Objects.equals(next.profile(), now().profile())) {
            return Texts.of("A sandbox has its own project and region, and takes no profile");
        }
        if (!usual(next.credentials()).equals(usual(now().credentials())) || !next.value("edition").text().equals(now().value("edition").text())) {
            return Texts.of("That profile has other credentials or another edition. Leave, and start with: dwx --profile {0}", next.profile());
        }
        if (writes(next).compareTo(writes(now())) < 0) {
            return Texts.of("A session that asks before writes goes on asking; start another to ask less");
        }
        return null;
    }

    private static String usual(String credentials) {
        return Objects.requireNonNullElse(credentials, "default");
    }

    @Override
    public String keep(SettingsFile next) throws IOException {
        if (file == null) {
            throw new IOException("there is no file of settings here");
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix ? mode("rw-------") : new FileAttribute<?>[0];
        Files.createDirectories(file.getParent(), posix ? mode("rwx------") : new FileAttribute<?>[0]);
        // A link stays one: people keep such files elsewhere, under version control.
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = Files.createTempFile(real.getParent(), "config", ".tmp", owner);
        try {
            Files.writeString(fresh, next.text());
            WholeFile.replace(fresh, real);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return file.toString();
    }

    private static FileAttribute<?>[] mode(String mode) {
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }
}
