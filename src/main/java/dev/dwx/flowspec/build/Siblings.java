package dev.dwx.flowspec.build;

import dev.dwx.catalog.NearNames;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nodes side by side, in a workflow or in a loop: they know each other by name. */
final class Siblings {
    private final Draft owner;
    private final List<Draft> drafts;
    private final Map<String, Object> around;
    private final String triggerType;
    private final List<SpecFault> faults;
    private final List<Map<String, Object>> entities = new ArrayList<>();
    private final List<NodeAssembly> assemblies = new ArrayList<>();

    /**
     * @param around the workflow or loop, made so far
     * @param triggerType how they are started; {@code null} inside a loop, which starts them itself
     */
    Siblings(Draft owner, List<Draft> drafts, Map<String, Object> around, String triggerType, List<SpecFault> faults) {
        this.owner = owner;
        this.drafts = drafts;
        this.around = around;
        this.triggerType = triggerType;
        this.faults = faults;
    }

    /** The nodes; their edges are added to {@code dependencies}. */
    List<Object> fill(List<Object> dependencies) {
        Set<String> names = new HashSet<>();
        for (Draft node : drafts) {
            if (!names.add(node.name())) {
                faults.add(new SpecFault(node.name(), Texts.of("{0} has two nodes named '{1}'; a name stands for one node of a workflow.",
                        owner.label(), node.name())).at(node.source()));
            }
            NodeAssembly assembly = new NodeAssembly(node, around, faults);
            assemblies.add(assembly);
            entities.add(assembly.entity(triggerType));
        }
        for (int i = 0; i < drafts.size(); i++) {
            lead(drafts.get(i), assemblies.get(i));
        }
        List<Object> nodes = new ArrayList<>();
        for (int i = 0; i < entities.size(); i++) {
            List<Object> depends = assemblies.get(i).depends(entities);
            assemblies.get(i).bind(entities.get(i), depends, entities);
            assemblies.get(i).inputs(entities.get(i), depends);
            if (!depends.isEmpty()) {
                dependencies.add(Values.map("nodeId", NodeAssembly.id(entities.get(i)), "depends", depends));
            }
        }
        for (int i = 0; i < entities.size(); i++) {
            assemblies.get(i).changes(entities.get(i));
            nodes.add(NodeAssembly.tidy(entities.get(i)));
        }
        return nodes;
    }

    /** The nodes that a branch leads to wait for that branch, not for the node as a whole. */
    private void lead(Draft branch, NodeAssembly assembly) {
        for (Arguments condition : branch.isInner("branch") ? branch.conditions : List.<Arguments>of()) {
            Object to = condition.named().get("to");
            for (Object one : to == null ? List.of() : to instanceof List<?> list ? list : List.of(to)) {
                int at = indexOf(String.valueOf(one));
                if (at < 0) {
                    List<String> near = NearNames.of(String.valueOf(one), drafts.stream().map(Draft::name).toList());
                    faults.add(new SpecFault(String.valueOf(one), Texts.of("{0} leads to '{1}', and {2} has no such node.{3}",
                            branch.label(), one, owner.label(), near.isEmpty() ? "" : Texts.of(" Did you mean {0}?", String.join(" or ",
                            near))))
                            .at(branch.source()));
                } else {
                    assemblies.get(at).lead(new Upstream(Upstream.NORMAL, Conditions.output(branch, condition, assembly), true, null));
                }
            }
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < drafts.size(); i++) {
            if (drafts.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
