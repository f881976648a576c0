package dev.dwx.dsl.workspace;

import dev.dwx.dsl.Session;
import dev.dwx.dsl.lifecycle.ObjectKind;
import dev.dwx.dsl.lifecycle.Service;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a whole project and writes it into a folder. */
final class Export {
    private final Session session;
    private final Studio studio;
    private final WorkspaceFolder folder;

    Export(Session session, WorkspaceFolder folder) {
        this.session = session;
        this.folder = folder;
        studio = new Studio(new Service(session));
    }

    /** One map for each object: {@code Kind}, {@code Name}, {@code Nodes}, {@code File}. */
    List<Map<String, Object>> all() {
        folder.begin();
        Set<String> inside = new HashSet<>();
        for (ObjectKind kind : ObjectKind.values()) {
            List<Map<String, Object>> listed = studio.all(kind, inside);
            try (Doing doing = session.progress().begin(Texts.of("exporting ({0})", kind.noun()))) {
                for (int i = 0; i < listed.size(); i++) {
                    doing.done(i, listed.size());
                    Optional<Held> held = studio.read(kind, JsonWalk.text(listed.get(i), "Id"));
                    held.ifPresent(folder::add);
                    held.ifPresent(one -> inside.addAll(Studio.inside(one)));
                }
            }
        }
        return folder.finish();
    }
}
