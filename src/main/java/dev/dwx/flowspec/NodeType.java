package dev.dwx.flowspec;

import java.util.List;
import java.util.Optional;

/**
 * A type of node, resource, table or function, as the vendor's published specification lists it.
 *
 * @param command the word of {@code script.runtime.command}: {@code ODPS_SQL}
 * @param id the number of {@code script.runtime.commandTypeId}, and the {@code FileType} of the file calls: 10
 * @param engine what it runs on: {@code MaxCompute}, {@code EMR}, {@code General} …
 * @param group {@code Data Analytics} for nodes of an engine, {@code Resource}, {@code Function} or {@code Table} for what is no node;
 *     empty for those of no engine, which are nodes
 * @param extension how the name of a file with its code ends, with the dot; empty where there is none
 * @param languages the values of {@code script.language} that go with it, the first being the usual one; empty where it has none
 * @param serviceName the service's name for it, which is nearly always the command
 */
public record NodeType(String command, int id, String engine, String group, String extension, List<String> languages, String serviceName) {
    /** The one language that it has; empty where it has none or leaves the choice. */
    public Optional<String> language() {
        return languages.size() == 1 ? Optional.of(languages.get(0)) : Optional.empty();
    }

    /** Whether a node can be of this type; resources, functions and tables are objects of their own, and so is a workflow. */
    public boolean isNode() {
        return (group.isEmpty() || group.equals("Data Analytics")) && !command.equals("WORKFLOW") && !command.equals("SQL_COMPONENT");
    }

    /** Whether other nodes stand inside it: combined nodes and the two loops. */
    public boolean isContainer() {
        return switch (command) {
            case "COMBINED_NODE", "CONTROLLER_CYCLE", "CONTROLLER_TRAVERSE", "SUB_PROCESS" -> true;
            default -> false;
        };
    }

    /** Whether it is a synchronisation whose code is a JSON job of readers and writers. */
    public boolean isSync() {
        return switch (command) {
            case "DI", "DATAX", "DATAX2", "RI" -> true;
            default -> false;
        };
    }

    /** Whether its code is a shell's. */
    public boolean isShell() {
        return switch (command) {
            case "SHELL", "DIDE_SHELL", "EMR_SHELL", "EMR_SPARK_SHELL", "CDH_SHELL", "CDH_SPARK_SHELL" -> true;
            default -> false;
        };
    }

    /** Whether its code is SQL. */
    public boolean isSql() {
        return extension.endsWith(".sql") || command.equals("ODPS_SCRIPT");
    }

    /** The value of {@code datasource.type} that its engine goes with; empty where it needs none. */
    public Optional<String> datasourceType() {
        return Optional.ofNullable(switch (engine) {
            case "MaxCompute" -> "odps";
            case "EMR", "CDH" -> "hive";
            case "Hologres" -> "holo";
            case "Flink" -> "flink";
            default -> command.equals("ADB_for_PostgreSQL") ? "adb" : null;
        });
    }
}
