package dev.dwx.sandbox.world;

/**
 * What the service would refuse with. Refusals of the work itself become {@code Success: false} in a 200 where the
 * operation's answer has room for that; the others become errors.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final boolean always;

    private Refusal(int status, String code, String message, boolean always) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.always = always;
    }

    /** A refusal of the work asked for. */
    static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, false);
    }

    /** A refusal that is an HTTP error whatever the operation's answer looks like. */
    static Refusal error(int status, String code, String message) {
        return new Refusal(status, code, message, true);
    }

    static Refusal missing(String parameter) {
        return error(400, "Missing" + parameter, parameter + " is mandatory for this action.");
    }

    static Refusal invalid(String message) {
        return error(400, "InvalidParameter", message);
    }

    static Refusal noProject(Object id) {
        return error(400, "Invalid.Tenant.ProjectNotExists", "The project does not exist: " + id);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    boolean always() {
        return always;
    }
}
