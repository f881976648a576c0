package dev.dwx.flowspec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a node can be: the word that {@code script.runtime.command} holds, the number that {@code commandTypeId} and the file
 * calls' {@code FileType} hold, and what goes with it. The list is that of the vendor's published specification; the service may know newer
 * ones. It is read when it is first asked.
 */
public final class NodeTypes {
    private NodeTypes() {
    }

    /** The type of a command as it is spelled, or of another word that documents from the service have for it: {@code PY_ODPS}. */
    public static Optional<NodeType> of(String command) {
        NodeType type = NodeTypeTable.BY_COMMAND.get(command);
        return Optional.ofNullable(type == null ? other(command) : type);
    }

    /** The type of a number. */
    public static Optional<NodeType> of(int id) {
        return Optional.ofNullable(NodeTypeTable.BY_ID.get(id));
    }

    /** Every type, engine by engine. */
    public static List<NodeType> all() {
        return List.copyOf(NodeTypeTable.ALL);
    }

    /** Words seen in documents that the service gave out: its own names, and one that is in no list. */
    private static NodeType other(String word) {
        if (word.equals("PYODPS2")) {
            return NodeTypeTable.BY_ID.get(221);
        }
        for (NodeType type : NodeTypeTable.ALL) {
            if (type.serviceName().equals(word)) {
                return type;
            }
        }
        return null;
    }

    /** The number of a command, as it is spelled. */
    public static OptionalInt code(String command) {
        Optional<NodeType> type = of(command);
        return type.isPresent() ? OptionalInt.of(type.get().id()) : OptionalInt.empty();
    }

    /** The command of a number. */
    public static Optional<String> command(int code) {
        return of(code).map(NodeType::command);
    }

    /** The right spelling of a command that was written with other capitals, blanks or dashes; empty for an unknown one. */
    public static Optional<String> spelling(String command) {
        String plain = plain(command);
        for (NodeType type : NodeTypeTable.ALL) {
            if (plain(type.command()).equals(plain)) {
                return Optional.of(type.command());
            }
        }
        return Optional.empty();
    }

    private static String plain(String command) {
        return command.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Every command. */
    public static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (NodeType type : NodeTypeTable.ALL) {
            commands.add(type.command());
        }
        return commands;
    }
}
