package dev.dwx.cli;

/** The version of this program; a spec holds it to the build's. */
final class Version {
    static final String TEXT = "0.1.0";

    private Version() {
    }
}
