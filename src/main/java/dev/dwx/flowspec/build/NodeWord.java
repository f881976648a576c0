package dev.dwx.flowspec.build;

/**
 * A word for nodes of one type: {@code sql('dwd_orders') { … }}.
 *
 * @param name as it is written
 * @param command what {@code script.runtime.command} holds; {@code null} for {@code node}, whose block says it
 * @param language what {@code script.language} holds, or {@code null}
 * @param source type of the data source that it runs on, or {@code null} when it runs on none
 * @param folder the folder that nodes of this engine lie in
 * @param cu compute units that have to be said for the type, or {@code null}
 * @param inner the object that holds its own nodes or conditions, such as {@code do-while}; {@code null} for none
 * @param help what such a node does
 */
public record NodeWord(String name, String command, String language, String source, String folder, String cu, String inner, String help) {
}
