package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.dsl.watching.Board;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        Given given = Given.of("deploy", arguments, "timeout", "replace", "scene", "studio", "skipExtensions");
        Object thing = given.thing("deploy wf, deploy 'daily_orders', deploy '7421…'");
        Optional<FlowDocument> document = GivenDocument.itself(thing);
        if (studios().isOld(given.text("studio"))) {
            return document.isPresent() ? old(given).deploy(document.get()) : old(given).deploy(thing);
        }
        if (document.isPresent()) {
            ObjectKind kind = ObjectKind.of(document.get().kind().orElse(null));
            Deployment state = state("deploy", kind.name(), ObjectNames.name(document.get()));
            String scene = given.has("scene") ? given.text("scene") : "DATAWORKS_PROJECT";
            return publishing(state, given).deploy(document.get(), scene);
        }
        StudioObject object = new ObjectNames(service).find(thing);
        return publishing(state("deploy", object), given).deploy(object, "Online");
    }

    /** {@code undeploy wf}: takes what is in production offline, and with {@code delete: true} away altogether. */
    public Outcome undeploy(Object... arguments) {
        Given given = Given.of("undeploy", arguments, "timeout", "delete", "replace", "studio");
        Object thing = given.thing("undeploy wf, undeploy 'daily_orders'");
        if (studios().isOld(given.text("studio"))) {
            return old(given).undeploy(GivenDocument.itself(thing).map(document -> (Object) ObjectNames.name(document)).orElse(thing), given.on("delete"));
        }
        StudioObject object = new ObjectNames(service).find(thing);
        Outcome offline = publishing(state("undeploy", object), given).deploy(object, "Offline");
        if (given.on("delete")) {
            new Removal(service).remove(object);
        }
        return offline;
    }

    /** {@code runSql 'select 1'}: runs it now, and gives the rows. */
    public Outcome runSql(Object... arguments) {
        Given given = Given.of("runSql", arguments, "datasource", "resourceGroup", "type", "bizdate", "params", "owner", "timeout", "name",
                "environment", "cu");
        return new SqlRun(service, given, bizdate(given)).run(String.valueOf(given.thing("runSql 'select 1', datasource: 'orders_odps'")));
    }

    /** {@code smokeTest wf}: runs what is in production once, for a business date. */
    public Outcome smokeTest(Object... arguments) {
        Given given = Given.of("smokeTest", arguments, "bizdate", "timeout", "name");
        return new SmokeTest(service, given).run(given.thing("smokeTest wf, smokeTest 'dwd_orders', bizdate: yesterday"), bizdate(given));
    }

    /** {@code backfill wf, from: '2026-03-01', to: '2026-03-07'}: runs it for past business dates. */
    public Outcome backfill(Object... arguments) {
        Given given = Given.of("backfill", arguments, "from", "to", "dates", "parallel", "downstream", "timeout", "name", "plan", "force");
        return new Backfill(service, ledger, given).run(given.thing("backfill 'dwd_orders', from: '2026-03-01', to: '2026-03-07'"), place());
    }

    /**
     * {@code logs 'dwd_orders', follow: true}: shows a log, whole or as it grows.
     *
     * @param out takes the text
     * @return the status of the instance
     */
    public String logs(Consumer<String> out, Object... arguments) {
        Given given = Given.of("logs", arguments, "follow", "run", "bizdate", "timeout");
        return new Logs(service, given).show(given.thing("logs 900020778113, logs 'dwd_orders', bizdate: yesterday"), bizdate(given), out);
    }

    /** {@code why 'ads_gmv'}: what an instance waits for. */
    public Outcome why(Object... arguments) {
        Given given = Given.of("why", arguments, "bizdate");
        return new Why(service).of(new TaskNames(service).instance(given.thing("why 900020778113, why 'ads_gmv', bizdate: yesterday"), bizdate(given)));
    }

    /** {@code rerunFailed(bizdate: yesterday)}: runs what has failed again. */
    public Outcome rerunFailed(Object... arguments) {
        Given given = Given.of("rerunFailed", arguments, "bizdate", "name", "owner", "wait", "timeout", "comment", "latest");
        if (given.count() > 0) {
            throw new IllegalArgumentException("rerunFailed takes names: rerunFailed(bizdate: yesterday, name: 'dwd_*', owner: '…', wait: true)");
        }
        return new Reruns(service, given).run(bizdate(given));
    }

    /**
     * The board of the task instances of a business date.
     *
     * @param bizdate yesterday's when {@code null}
     * @param environment {@code Prod} or {@code Dev}; the context's when {@code null}, and production without one
     * @param every how often it is read
     */
    public Board board(Object bizdate, Object environment, Duration every) {
        BizDate date = bizdate == null ? BizDate.yesterday(service.session().clock(), service.session().context().timeZone())
                : Backfill.date(bizdate);
        return new Board(service, date, environment == null ? new TaskNames(service).environment() : environment.toString(), every);
    }

    private BizDate bizdate(Given given) {
        return given.has("bizdate") ? Backfill.date(given.option("bizdate"))
                : BizDate.yesterday(service.session().clock(), service.session().context().timeZone());
    }

    private Studios studios() {
        return new Studios(service, ledger, place());
    }

    private OldPublishing old(Given given) {
        return new OldPublishing(service, name -> state("deploy", "FILE", name), given.on("skipExtensions"), given.lapse("timeout", PUBLISHED));
    }

    private Publishing publishing(Deployment state, Given given) {
        return new Publishing(service, state, given.on("replace"), given.lapse("timeout", PUBLISHED));
    }

    private Deployment state(String verb, StudioObject object) {
        return state(verb, object.kind() == null ? "" : object.kind().name(), object.name() == null ? object.id() : object.name());
    }

    private Deployment state(String verb, String kind, String name) {
        return new Deployment(ledger, Ledger.key(verb, place(), kind, name));
    }

    /** Whose work it is, and where. */
    private List<Object> place() {
        Context context = service.session().context();
        return Arrays.asList(account.get(), context.endpoint(), context.region(), service.session().projectId());
    }
}
