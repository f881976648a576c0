package dev.dwx.flowspec.lint;

import dev.dwx.json.ExactJson;
import java.util.Map;

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

    /** The setting that a document itself speaks for, where there is no call: by its kind. */
    public static SpecSetting of(Object spec) {
        Object document = spec;
        if (spec instanceof CharSequence text) {
            try {
                document = ExactJson.parse(text.toString());
            } catch (ExactJson.Malformed e) {
                document = null;
            }
        }
        return of(SpecUse.of(document instanceof Map<?, ?> map ? map : Map.of()));
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

    /** The output at which a project's first nodes hang: {@code shop_root}. */
    String rootOutput() {
        return (projectName == null ? "<project>" : projectName) + "_root";
    }
}
