package dev.dwx.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Offline data transfers: what is refused in how one is described, and what lets a run fail. */
final class Transfers {
    private Transfers() {
    }

    /** MaxCompute is no source of a whole-database transfer. */
    static final class Jobs implements Custom {
        @Override
        public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
            Object source = fields.get("SourceDataSourceType");
            if (source != null && Set.of("maxcompute", "odps").contains(source.toString().toLowerCase(Locale.ROOT))) {
                throw Refusal.of(400, "Invalid.DI.Parameter", "SourceDataSourceType is not supported: " + source);
            }
            fields.putIfAbsent("Status", "Initialized");
        }
    }

    /** The description of a transfer that a node holds, or {@code null}. */
    private static Map<String, Object> described(Object content) {
        return content == null ? null : Values.object(content.toString());
    }

    /** {@code splitMode} is a word; a Boolean is refused when the node is made. */
    static void check(Map<String, Object> entity) throws Refusal {
        if (!"DI".equals(Values.at(entity, "script", "runtime", "command"))) {
            return;
        }
        for (Object step : Values.list(Values.at(described(Values.at(entity, "script", "content")), "steps"))) {
            Object mode = Values.at(step, "parameter", "splitMode");
            if (mode != null && !"record".equals(mode) && !"partition".equals(mode)) {
                throw Refusal.error(400, "InvalidSpec", "splitMode is record or partition, and is " + mode);
            }
        }
    }

    /** Why a run fails: a target that is not there, a partition that is none. */
    static String trouble(Scene scene, Object content) {
        for (Object step : Values.list(Values.at(described(content), "steps"))) {
            String type = String.valueOf(Values.at(step, "stepType")).toLowerCase(Locale.ROOT);
            boolean writer = "writer".equals(Values.at(step, "category"));
            Object partition = Values.at(step, "parameter", "partition");
            if (type.equals("odps") && partition != null && !quoted(partition)) {
                return "分区信息没有配置正确, the partition is not configured: " + partition
                        + " (a value stands in single quotes: dt='20260315')";
            }
            Object table = Values.at(step, "parameter", "table");
            if (writer && type.startsWith("holo") && table != null && !made(scene, table.toString())) {
                String name = table.toString();
                int dot = name.lastIndexOf('.');
                return "can not found table \"" + (dot < 0 ? "public" : name.substring(0, dot)) + "\".\""
                        + name.substring(dot + 1) + "\"";
            }
        }
        return null;
    }

    private static boolean quoted(Object partition) {
        for (Object one : partition instanceof List<?> list ? list : List.of(partition)) {
            for (String part : String.valueOf(one).split("[,/]")) {
                int sign = part.indexOf('=');
                String value = sign < 0 ? "" : part.substring(sign + 1).strip();
                if (!part.strip().equals("*") && (value.length() < 2 || !value.startsWith("'") || !value.endsWith("'"))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a run of Hologres SQL has made the table, or the data map knows it. */
    private static boolean made(Scene scene, String table) {
        String bare = table.substring(table.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Thing instance : scene.store.where("TaskInstance", "Status", "Success")) {
            Object sql = String.valueOf(instance.get("TaskType")).startsWith("HOLOGRES")
                    ? Values.at(instance.get("Script"), "Content") : null;
            String text = sql == null ? "" : sql.toString().toLowerCase(Locale.ROOT);
            if (text.contains("create table") && text.contains(bare)) {
                return true;
            }
        }
        return false;
    }
}
