package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ExampleCall;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.SignatureCard;
import dev.dwx.dsl.export.ExportedCall;
import dev.dwx.dsl.traps.TrapTable;
import dev.dwx.dsl.rehearsal.RehearsalReport;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.pages.Pages;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import groovy.lang.GroovyObjectSupport;
import java.util.List;
import java.util.Map;

/**
 * An operation that was named and not called: {@code ListProjects} alone. It shows its signature card, and can be called
 * later or handed on.
 */
public final class OperationHandle extends GroovyObjectSupport {
    private static final String CLIENT_TOKEN = "ClientToken";

    private final Session session;
    private final ApiOperation operation;
    private final boolean bare;

    OperationHandle(Session session, ApiOperation operation, boolean bare) {
        this.session = session;
        this.operation = operation;
        this.bare = bare;
    }

    /** What it stands for. */
    public ApiOperation getOperation() {
        return operation;
    }

    public String getName() {
        return operation.name();
    }

    public String getVersion() {
        return operation.version();
    }

    public List<ApiParameter> getParameters() {
        return operation.parameters();
    }

    /** All that is known of the operation, as text. */
    public String help() {
        return new SignatureCard(operation, session.otherVersion(operation).orElse(null), TrapTable.of(operation.name())).text(0, session.clock().instant());
    }

    /** A call to start from, as source. */
    public String example() {
        return ExampleCall.of(operation);
    }

    /** Calls it; arguments are named, or one map. */
    public ApiResult call(Object... arguments) {
        return session.call(operation, session.named(operation.name(), arguments), bare);
    }

    /**
     * The items of every page, each page fetched when it is reached.
     *
     * @throws ApiException when the operation answers with no list
     */
    public Pages all(Object... arguments) {
        if (!ResponseShape.of(operation).isList()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.NoListing")
                    .why(Texts.of("it answers with one thing and not with a list, so it has no pages"))
                    .next(Texts.of("write {0}(…); type {1} to see what it answers", operation.name(), operation.name())).build();
        }
        if (RiskRules.of(operation, Map.of()) != Risk.READ) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.NoListing")
                    .why(Texts.of("it changes something, and reading every page would do that once for each"))
                    .next(Texts.of("write {0}(…)", operation.name())).build();
        }
        return session.pages(operation, session.named(operation.name(), arguments));
    }

    /** What calling it would do: a write is not sent, a read is. */
    public RehearsalReport dryRun(Object... arguments) {
        return session.blocks().rehearsed(() -> call(arguments));
    }

    /** Calls it and says what was sent and where the time went. */
    public ApiResult explain(Object... arguments) {
        return session.blocks().explained(() -> call(arguments));
    }

    /** The same call as a shell script with curl and openssl; nothing is sent. */
    public String curl(Object... arguments) {
        return exported(arguments).curl();
    }

    /** The same call as a Python program; nothing is sent. */
    public String python(Object... arguments) {
        return exported(arguments).python();
    }

    /** The same call as a Java class; nothing is sent. */
    public String java(Object... arguments) {
        return exported(arguments).java();
    }

    /** The same call as a command line of the aliyun tool; nothing is sent. */
    public String cli(Object... arguments) {
        return exported(arguments).cli();
    }

    private ExportedCall exported(Object... arguments) {
        Map<String, Object> given = named(arguments);
        PlannedCall call = session.plan(operation, given, bare);
        // One made up for this moment would keep a script from ever making the thing a second time.
        return ExportedCall.of(given.containsKey(CLIENT_TOKEN) ? call : call.with(CLIENT_TOKEN, null), session.requests());
    }

    /** {@code handle in [...]} and the like compare what is meant, not the object. */
    @Override
    public boolean equals(Object other) {
        return other instanceof OperationHandle that && operation.name().equals(that.operation.name())
                && operation.version().equals(that.operation.version());
    }

    @Override
    public int hashCode() {
        return operation.name().hashCode() * 31 + operation.version().hashCode();
    }

    /** The signature card. */
    @Override
    public String toString() {
        return help();
    }

    Map<String, Object> named(Object... arguments) {
        return session.named(operation.name(), arguments);
    }
}
