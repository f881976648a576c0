package dev.dwx.cli;

/** The command line of dwx. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        System.out.println("dwx");
    }
}
