package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Set;

/** One table, three names: {@code odps.p.t} in data quality and lineage of nodes, {@code maxcompute-table:::p::t} in the data map. */
final class TableNames implements Guard {
    private static final Set<String> BY_ENTITY = Set.of("GetTable", "ListColumns", "ListPartitions", "GetPartition");
    private static final Set<String> BY_GUID = Set.of("CreateDataQualityEvaluationTask", "UpdateDataQualityEvaluationTask",
            "CreateDataQualityRule", "UpdateDataQualityRule", "CreateLineageRelationship");
    private static final List<String> ENTITY_KEYS = List.of("Id", "TableId");

    private final TrapTools tools;

    TableNames(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        String name = call.operation().name();
        boolean newer = call.operation().version().equals(ApiCatalog.V2024);
        if (newer && BY_ENTITY.contains(name)) {
            for (String key : ENTITY_KEYS) {
                entity(call, key, Answers.text(call.arguments().get(key)));
            }
        } else if (newer && BY_GUID.contains(name)) {
            String guid = Answers.text(call.arguments().get("Target"), "TableGuid");
            if (guid != null && guid.contains("-table:")) {
                tools.notes().note("table-name", call.operation(), guid, Texts.of("Target.TableGuid '{0}' is a name of the data map;"
                        + " here a table is called odps.<project>.<table>", guid));
            }
            for (String side : new String[] {"SrcEntity", "DstEntity"}) {
                entity(call, side + ".Id", Answers.text(call.arguments().get(side), "Id"));
            }
        }
        return call;
    }

    private void entity(PlannedCall call, String key, String id) {
        if (id == null || id.indexOf(':') >= 0 || id.indexOf('.') < 0) {
            return;
        }
        String[] parts = id.split("\\.");
        boolean odps = parts.length == 3 && parts[0].equals("odps");
        throw TrapTools.refusal(call.operation(), List.of(Texts.of("{0}: '{1}' is how data quality names a table; the data map has"
                + " another form", key, id)),
                key + ": '" + (odps ? "maxcompute-table:::" + parts[1] + "::" + parts[2] : Texts.of("maxcompute-table:::<project>:<schema or"
                        + " nothing>:<table>"))
                + "'");
    }
}
