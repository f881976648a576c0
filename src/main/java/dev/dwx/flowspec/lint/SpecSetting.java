package dev.dwx.flowspec.lint;

/**
 * What is known around a document.
 *
 * @param use what it is handed in for
 * @param id id of what is changed, or {@code null}
 * @param inContainer whether a new node goes into a workflow, whose schedule and place it shares
 * @param manual whether a new node runs by hand only, so that it waits for nothing
 * @param projectName name of the project, on which the name of its root output rests; {@code null} when not known
 */
public record SpecSetting(SpecUse use, String id, boolean inContainer, boolean manual, String projectName) {
    public static SpecSetting of(SpecUse use) {
        return new SpecSetting(use, null, false, false, null);
    }

    public SpecSetting withId(String value) {
        return new SpecSetting(use, value, inContainer, manual, projectName);
    }

    public SpecSetting withContainer(boolean value) {
        return new SpecSetting(use, id, value, manual, projectName);
    }

    public SpecSetting withManual(boolean value) {
        return new SpecSetting(use, id, inContainer, value, projectName);
    }

    public SpecSetting withProjectName(String value) {
        return new SpecSetting(use, id, inContainer, manual, value);
    }
}
