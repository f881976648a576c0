package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the publishing of one object has come, kept in the ledger before each step that makes something: what was begun is gone on
 * with, and is not begun once more.
 */
final class Deployment {
    /** The object is being brought into Data Studio. */
    static final String BRING = "bring";
    /** A pipeline run is being made. */
    static final String PUBLISH = "publish";
    /** The pipeline run is there. */
    static final String RUN = "run";

    private final Ledger ledger;
    private final String key;
    private final Map<String, Object> fields;

    Deployment(Ledger ledger, String key) {
        this.ledger = ledger;
        this.key = key;
        fields = new LinkedHashMap<>(ledger.read(key));
    }

    String text(String name) {
        return JsonWalk.text(fields, name);
    }

    boolean at(String step) {
        return step.equals(text("step"));
    }

    /** Texts of a list. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (fields.get(name) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    /** Keeps what is said, names and values in turn, beside what was; a value of {@code null} takes away. */
    void keep(Object... said) {
        say(said);
        ledger.keep(key, fields);
    }

    /** The same for this moment alone. */
    void say(Object... said) {
        for (int i = 0; i + 1 < said.length; i += 2) {
            if (said[i + 1] == null) {
                fields.remove(said[i].toString());
            } else {
                fields.put(said[i].toString(), said[i + 1]);
            }
        }
    }

    /** It has come to its end. */
    void over() {
        fields.clear();
        ledger.forget(key);
    }

    /** Whether a pipeline run can still come to a good end. */
    static boolean isOpen(Map<String, Object> run) {
        return StatusWords.of(String.valueOf(JsonWalk.text(run, "Status"))) == StatusWords.Meaning.GOING_ON;
    }

    /** Whether a run takes its object offline; its stages tell. */
    static boolean isOffline(Map<String, Object> run) {
        for (Map<String, Object> stage : Fields.maps(run, "Stages")) {
            String type = String.valueOf(JsonWalk.text(stage, "Type"));
            if (type.equalsIgnoreCase("Offline") || type.equalsIgnoreCase("Delete")) {
                return true;
            }
        }
        return false;
    }
}
