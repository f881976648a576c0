package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ExampleCall;
import dev.dwx.catalog.SignatureCard;
import dev.dwx.dsl.traps.TrapTable;
import groovy.lang.GroovyObjectSupport;
import java.util.List;
import java.util.Map;

/**
 * An operation that was named and not called: {@code ListProjects} alone. It shows its signature card, and can be called
 * later or handed on.
 */
public final class OperationHandle extends GroovyObjectSupport {
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

    /** The items of every page, each page fetched when it is reached. */
    public Pages all(Object... arguments) {
        return new Pages(session, operation, session.named(operation.name(), arguments));
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
