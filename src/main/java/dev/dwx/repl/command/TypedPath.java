package dev.dwx.repl.command;

import java.nio.file.Path;

/** A file as a person types it: {@code ~} is the home directory, as in a shell. */
public final class TypedPath {
    private TypedPath() {
    }

    /** @throws java.nio.file.InvalidPathException when no file can be called so */
    public static Path of(String typed) {
        return typed.equals("~") ? home() : typed.startsWith("~/") ? home().resolve(typed.substring(2)) : Path.of(typed);
    }

    /** {@code $HOME} where it is set, as shells do, else what the system says. */
    public static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", "/") : home);
    }
}
