package dev.dwx.flowspec.build;

import java.nio.file.Path;

/**
 * What a document is made in.
 *
 * @param project name of the project, from which its root and the names of outputs are made; {@code null} when not known
 * @param folder where the paths of files begin; {@code null} for the working directory
 */
public record Surroundings(String project, Path folder) {
    public static Surroundings of(String project) {
        return new Surroundings(project, null);
    }

    public Surroundings withFolder(Path value) {
        return new Surroundings(project, value);
    }
}
