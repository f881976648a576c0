package dev.dwx.dsl.sandbox;

import java.util.Map;

/** The way to the controls of the sandbox that calls go to, in this process or another. */
public interface SandboxControl {
    /** Calls go to the service itself. */
    SandboxControl NONE = (command, settings) -> {
        throw new IllegalArgumentException(SandboxWord.noSandbox());
    };

    /**
     * Has a sandbox do something.
     *
     * @param command {@code fault}, {@code faults}, {@code calm}, {@code stale}, {@code clock}, {@code requests}, {@code reset},
     *     {@code limits}
     * @param settings names to texts, numbers, Booleans, lists and maps
     * @return maps, lists, texts, numbers and Booleans
     * @throws IllegalArgumentException when there is no sandbox, or it does not take the settings; the message says why
     */
    Object send(String command, Map<String, Object> settings);
}
