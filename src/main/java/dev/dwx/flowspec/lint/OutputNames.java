package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outputs of all nodes of a document: each belongs to one. */
final class OutputNames {
    private final Map<String, String> owners = new HashMap<>();
    private final Findings findings;

    OutputNames(Findings findings) {
        this.findings = findings;
    }

    void add(Map<?, ?> node, String path) {
        List<?> ports = SpecValues.ports(node, "outputs");
        for (int i = 0; i < ports.size(); i++) {
            String data = SpecValues.text(ports.get(i), "data");
            String other = data == null ? null : owners.putIfAbsent(data, path);
            if (other != null) {
                boolean same = other.equals(path);
                findings.error("output-twice", path + ".outputs.nodeOutputs", Texts.of("'{0}' is there twice, and an output belongs to"
                        + " one node of the project", data), same ? Texts.of("leave one out") : Texts.of("give one another name"),
                        same ? QuickFix.remove(path + ".outputs.nodeOutputs[" + i + "]") : null);
            }
        }
    }
}
