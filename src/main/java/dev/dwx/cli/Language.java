package dev.dwx.cli;

/** The commands that run the language: the prompt, scripts, and text from the command line. */
final class Language {
    private final Screen screen;
    private final Workbench workbench;

    Language(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
    }

    ExitCode run(Invocation invocation) {
        throw new IllegalStateException("the language is not wired for " + invocation.command() + screen + workbench);
    }
}
