package dev.dwx.client;

/** An argument that cannot be sent as it is; the message is one line that names the parameter. */
final class ArgumentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArgumentRefused(String parameter, String problem) {
        super(parameter + " " + problem, null, false, false);
    }
}
