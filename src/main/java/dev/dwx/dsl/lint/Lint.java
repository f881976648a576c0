package dev.dwx.dsl.lint;

import dev.dwx.dsl.flow.Flow;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.lint.SpecSetting;
import dev.dwx.flowspec.lint.SpecUse;
import dev.dwx.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The verb {@code lint} with a document: what is wrong with it, without a call. */
public final class Lint {
    private Lint() {
    }

    /**
     * Checks a document.
     *
     * @param given a flow, a map, a text with JSON, a file, or an answer that has a Spec
     * @param options {@code off}: rules that are not to be used; {@code for}: the operation that it is meant for, such as
     *     {@code CreateNode}; without it the document's kind decides
     * @param projectName name of the project that it is for, or {@code null}
     * @throws IllegalArgumentException for other options, and for what is no document
     */
    public static LintReport of(Object given, Map<String, Object> options, String projectName) {
        for (String key : options.keySet()) {
            if (!key.equals("off") && !key.equals("for")) {
                throw new IllegalArgumentException(Texts.of("lint knows off: and for:, not {0}: lint(off: ['outputs'], wf)", key));
            }
        }
        Object spec = GivenDocument.written("lint", given);
        SpecSetting setting = options.get("for") == null ? SpecSetting.of(spec) : SpecSetting.of(use(options.get("for").toString()));
        Set<String> off = new LinkedHashSet<>();
        Object rules = options.getOrDefault("off", List.of());
        for (Object rule : rules instanceof Iterable<?> many ? many : List.of(rules)) {
            off.add(String.valueOf(rule));
        }
        return new LintReport(spec, setting.withProjectName(projectName), off);
    }

    /** Of a flow, with nothing said beside. */
    public static LintReport of(Flow flow) {
        return of(flow, Map.of(), null);
    }

    private static SpecUse use(String operation) {
        StringBuilder name = new StringBuilder();
        for (char sign : operation.replace("WorkflowDefinition", "Workflow").toCharArray()) {
            name.append(Character.isUpperCase(sign) && name.length() > 0 ? "_" : "").append(sign);
        }
        for (SpecUse use : SpecUse.values()) {
            if (use.name().equals(name.toString().toUpperCase(Locale.ROOT))) {
                return use;
            }
        }
        throw new IllegalArgumentException(Texts.of("{0} takes no FlowSpec; CreateNode, UpdateNode, ImportWorkflowDefinition … do",
                operation));
    }
}
