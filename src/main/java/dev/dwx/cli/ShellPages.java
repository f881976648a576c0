package dev.dwx.cli;

import dev.dwx.texts.Texts;

/** The help pages on what a shell has to do with: {@code dwx call} and {@code dwx completion}. */
final class ShellPages {
    private ShellPages() {
    }

    static String call() {
        return Texts.of(CALL);
    }

    static String completion() {
        return Texts.of(COMPLETION);
    }

    private static final String CALL = """
            dwx call NAME PARAMETER=VALUE …   calls an operation and shows its answer

              dwx call ListProjects PageSize=10
              dwx -o json call GetNode Id=4008708035735430217
              dwx call CreateNode Scene=DATAWORKS_PROJECT Spec=@node.json
              dwx call 2020:ListFiles PageSize=20 | …

            It is the same call as dwx -e 'ListProjects(PageSize: 10)': checked before it is sent, filled in from
            the project and region in use, asked about where it takes something away (--yes), with the same exit
            codes. Values become what the parameter wants; lists and objects are JSON. @FILE is what a file holds,
            a file itself where the parameter takes one; - is standard input; @@ stands for an at sign.
            """;

    private static final String COMPLETION = """
            dwx completion bash|zsh|fish   prints the script that completes dwx in a shell

              source <(dwx completion bash)      for this shell; in zsh: source <(dwx completion zsh)
              dwx completion fish | source       the same in fish

              dwx completion bash > ~/.local/share/bash-completion/completions/dwx
              dwx completion zsh > "${fpath[1]}/_dwx"
              dwx completion fish > ~/.config/fish/completions/dwx.fish

            Commands, options and their values, operations, the parameters of a call, and files complete, inside
            the text of -e too. The script holds all names itself and starts nothing; make it anew after
            dwx refresh has brought new operations.
            """;
}
