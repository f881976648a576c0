package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.flowspec.lint.Finding;
import dev.dwx.flowspec.lint.SpecCheck;
import dev.dwx.flowspec.lint.SpecSetting;
import dev.dwx.flowspec.lint.SpecUse;
import dev.dwx.json.ExactJson;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through a FlowSpec before it is sent. Errors stop the call, all at once; the rest is a remark. A block of {@code lint(off: ['outputs'])}
 * lets the named rules pass.
 */
final class SpecDocuments implements Guard {
    private static final Map<String, SpecUse> USES = Map.ofEntries(
            Map.entry("CreateNode", SpecUse.CREATE_NODE), Map.entry("UpdateNode", SpecUse.UPDATE_NODE),
            Map.entry("CreateWorkflowDefinition", SpecUse.CREATE_WORKFLOW),
            Map.entry("UpdateWorkflowDefinition", SpecUse.UPDATE_WORKFLOW),
            Map.entry("ImportWorkflowDefinition", SpecUse.IMPORT_WORKFLOW),
            Map.entry("CreateResource", SpecUse.CREATE_RESOURCE), Map.entry("UpdateResource", SpecUse.UPDATE_RESOURCE),
            Map.entry("CreateFunction", SpecUse.CREATE_FUNCTION), Map.entry("UpdateFunction", SpecUse.UPDATE_FUNCTION),
            Map.entry("CreateComponent", SpecUse.CREATE_COMPONENT), Map.entry("UpdateComponent", SpecUse.UPDATE_COMPONENT));

    private final TrapTools tools;

    SpecDocuments(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        SpecUse use = call.operation().version().equals(ApiCatalog.V2024) ? USES.get(call.operation().name()) : null;
        Object spec = call.arguments().get("Spec");
        Set<String> off = call.context().lintOff();
        boolean checked = call.operation().parameter("Spec").filter(parameter -> parameter.schema().isString()).isPresent();
        if (use == null || spec == null || !checked || off.contains("all")) {
            return call;
        }
        String text = text(spec);
        if (text == null) {
            return call;
        }
        String id = Answers.text(call.arguments().get("Id"));
        SpecSetting setting = SpecSetting.of(use).withId(id == null ? Answers.text(call.arguments().get("ComponentId")) : id)
                .withContainer(Answers.text(call.arguments().get("ContainerId")) != null)
                .withManual(String.valueOf(call.arguments().get("Scene")).startsWith("DATAWORKS_MANUAL"))
                .withProjectName(projectName(call, text));
        List<Finding> findings = new ArrayList<>(SpecCheck.of(spec, setting));
        groups(call, text, findings);
        List<String> errors = new ArrayList<>();
        Set<String> codes = new java.util.LinkedHashSet<>();
        for (Finding finding : findings) {
            if (off.contains(finding.code())) {
                continue;
            }
            if (finding.isError()) {
                errors.add(finding.line());
                codes.add("'" + finding.code() + "'");
            } else {
                tools.notes().note("spec", call.operation(), finding.line(), finding.line());
            }
        }
        if (!errors.isEmpty()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, call.operation().name(), call.operation().version())
                    .code("dwx.SpecInvalid").serviceMessage(Redactor.text(String.join("\n  ", errors)))
                    .why(errors.size() == 1 ? Texts.of("the Spec has a fault, and nothing was sent")
                            : Texts.of("the Spec has {0} faults, and nothing was sent", errors.size()))
                    .next(Texts.of("mend it; or, where it is meant: lint(off: [{0}]) { {1}(…) }", String.join(", ", codes),
                            call.operation().name())).build();
        }
        return call;
    }

    /** The document as it is sent; a value without a JSON form is told by the call itself. */
    private static String text(Object spec) {
        if (spec instanceof CharSequence) {
            return spec.toString();
        }
        try {
            return ExactJson.write(spec);
        } catch (ExactJson.Malformed e) {
            return null;
        }
    }

    /** The name on which the root output rests; asked for only where a document speaks of a root. */
    private String projectName(PlannedCall call, String spec) {
        Object project = call.arguments().get("ProjectId");
        boolean own = project == null || call.context().projectId() != null && project.toString().equals(call.context().projectId().toString());
        if (own && call.context().projectName() != null) {
            return call.context().projectName();
        }
        return project == null || !spec.contains("_root\"") ? null
                : Answers.text(tools.read(call.context(), ApiCatalog.V2024, "GetProject", "Id", project), "Project", "Name");
    }

    /** A resource group by its display name: the service takes the node and cannot run it. */
    private void groups(PlannedCall call, String spec, List<Finding> findings) {
        if (!spec.contains("resourceGroup")) {
            return;
        }
        List<String> named = new ArrayList<>();
        try {
            GroupNames.collect("", ExactJson.parse(spec), named, 0);
        } catch (ExactJson.Malformed e) {
            return;
        }
        for (String group : named) {
            if (!group.isBlank() && !GroupNames.looksLikeId(group)) {
                String id = new GroupNames(tools).groups(call.context(), call.arguments().get("ProjectId")).get(group);
                findings.add(new Finding("resource-group", id == null ? Finding.Severity.WARNING : Finding.Severity.ERROR,
                        "runtimeResource.resourceGroup", Texts.of("'{0}' is no id of a resource group, which is long:"
                                + " Serverless_res_group_…", group),
                        id == null ? "ListResourceGroups()*.Id" : "resourceGroup: '" + id + "'"));
            }
        }
    }
}
