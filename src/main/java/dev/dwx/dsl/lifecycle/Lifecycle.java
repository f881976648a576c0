package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.flowspec.model.FlowDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The verbs that carry objects through their life. Each is built on calls of the API alone, which go down the session's line: asked
 * about, logged, limited, rehearsed and explained as if somebody had typed them.
 */
public final class Lifecycle {
    private static final Duration PUBLISHED = Duration.ofMinutes(15);

    private final Service service;
    private final Ledger ledger;
    private final Supplier<String> account;

    /**
     * @param ledger keeps what is under way
     * @param account who is at work: what one account has begun is not gone on with by another
     */
    public Lifecycle(Session session, Ledger ledger, Supplier<String> account) {
        service = new Service(session);
        this.ledger = ledger;
        this.account = account;
    }

    /** {@code deploy wf}: brings a document in and publishes it; with a name or an id, publishes what is there. */
    public Outcome deploy(Object... arguments) {
        Given given = Given.of("deploy", arguments, "timeout", "replace", "scene", "studio");
        Object thing = given.thing("deploy wf, deploy 'daily_orders', deploy '7421…'");
        Duration timeout = given.lapse("timeout", PUBLISHED);
        Optional<FlowDocument> document = ObjectNames.document(thing);
        if (document.isPresent()) {
            ObjectKind kind = ObjectKind.of(document.get().kind().orElse(null));
            Deployment state = state(kind.name(), ObjectNames.name(document.get()));
            String scene = given.has("scene") ? given.text("scene") : "DATAWORKS_PROJECT";
            return new Publishing(service, state, given.on("replace"), timeout).deploy(document.get(), scene);
        }
        StudioObject object = new ObjectNames(service).find(thing);
        Deployment state = state(object.kind() == null ? "" : object.kind().name(), object.name() == null ? object.id() : object.name());
        return new Publishing(service, state, given.on("replace"), timeout).deploy(object, "Online");
    }

    private Deployment state(String kind, String name) {
        Context context = service.session().context();
        return new Deployment(ledger, Ledger.key(account.get(), context.endpoint(), context.region(), service.session().projectId(), kind, name));
    }
}
