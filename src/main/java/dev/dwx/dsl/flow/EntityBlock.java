package dev.dwx.dsl.flow;

import dev.dwx.flowspec.build.Draft;
import java.util.Map;

/** Words of every block. */
public abstract class EntityBlock extends Block {
    EntityBlock(Draft draft, Object script) {
        super(draft, script);
    }

    /** What it is for. */
    public void description(CharSequence text) {
        sayWord("description", text);
    }

    /** Account id of the owner. */
    public void owner(CharSequence account) {
        sayWord("owner", account);
    }

    /** An id of the document, or the service's own. */
    public void id(CharSequence id) {
        sayWord("id", id);
    }

    /** Name of the project, where the session has none. */
    public void project(Object... name) {
        sayWord("project", name);
    }

    /** The folder that it lies in. */
    public void folder(CharSequence path) {
        sayWord("folder", path);
    }

    /** The whole path. */
    public void path(CharSequence path) {
        sayWord("path", path);
    }

    /** The data source it runs on. */
    public void datasource(CharSequence name) {
        sayWord("datasource", name);
    }

    /** The data source, with its type. */
    public void datasource(Map<String, ?> options, CharSequence name) {
        sayWord("datasource", options, name);
    }

    /** Where it runs. */
    public void resourceGroup(CharSequence id) {
        sayWord("resourceGroup", id);
    }

    /** Any field by its path. */
    public void set(CharSequence path, Object value) {
        sayWord("set", path, value);
    }

    /** Leaves out fields that are derived. */
    public void unset(Object... paths) {
        sayWord("unset", paths);
    }

    /** False: nothing stands in the document but what is said. */
    public void derive(boolean whether) {
        sayWord("derive", whether);
    }

    /** Version of the form. */
    public void version(CharSequence number) {
        sayWord("version", number);
    }

    /** Kind of the document. */
    public void kind(CharSequence word) {
        sayWord("kind", word);
    }

    /** Free additions. */
    public void metadata(Map<String, ?> entries) {
        sayWord("metadata", entries);
    }
}
