package dev.dwx.cli.shell;

import dev.dwx.cli.shell.ShellWords.Operand;
import dev.dwx.cli.shell.ShellWords.Switch;
import dev.dwx.cli.shell.ShellWords.Word;

/** The script for fish 3 and newer. */
final class FishScript {
    private final ShellWords words;

    FishScript(ShellWords words) {
        this.words = words;
    }

    String text() {
        return TEMPLATE.replace("@VERSION@", words.version())
                .replace("@VALUED@", valued())
                .replace("@COMMANDS@", commands())
                .replace("@OPTIONS@", options())
                .replace("@OPERANDS@", operands())
                .replace("@PINNED@", words.pinned("2024") + ' ' + words.pinned("2020"))
                .replace("@TABLE@", table());
    }

    private String table() {
        StringBuilder lines = new StringBuilder();
        words.table().lines().forEach(line -> lines.append(" \\\n    ").append(quoted(line)));
        return lines.toString();
    }

    private String valued() {
        StringBuilder names = new StringBuilder();
        for (Switch option : words.options()) {
            if (option.operand() != Operand.NOTHING) {
                names.append(' ').append(String.join(" ", ShellWords.spellings(option)));
            }
        }
        return names.toString().strip();
    }

    private String commands() {
        StringBuilder lines = new StringBuilder();
        for (Word command : words.commands()) {
            lines.append("complete -c dwx -n '__dwx_lacks_command' -a ").append(command.name()).append(" -d ")
                    .append(quoted(command.summary())).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private String options() {
        StringBuilder lines = new StringBuilder();
        for (Switch option : words.options()) {
            lines.append("complete -c dwx");
            if (option.command() != null) {
                lines.append(" -n '__dwx_does ").append(option.command()).append('\'');
            }
            if (option.letter() != null) {
                lines.append(" -s ").append(option.letter());
            }
            lines.append(" -l ").append(option.name());
            switch (option.operand()) {
                case NOTHING -> { }
                case CHOICE -> lines.append(" -x -a ").append(quoted(String.join(" ", option.choices())));
                case OPERATION -> lines.append(" -x -a '(__dwx_operations)'");
                case SOURCE -> lines.append(" -x -a '(__dwx_source)'");
                case FILE -> lines.append(" -r -F");
                case DIRECTORY -> lines.append(" -x -a '(__fish_complete_directories)'");
                default -> lines.append(" -x");
            }
            lines.append(" -d ").append(quoted(option.summary())).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private String operands() {
        StringBuilder lines = new StringBuilder();
        for (Word command : words.commands()) {
            String candidates = switch (command.operand()) {
                case OPERATION -> "(__dwx_operations)";
                case CALL -> "(__dwx_call)";
                case SCRIPT -> "(__fish_complete_suffix .dwx)";
                case DOCUMENT -> "(__fish_complete_suffix .json)";
                case SHELL -> String.join(" ", ShellWords.SHELLS);
                case TOPIC -> String.join(" ", words.commands().stream().map(Word::name).toList()) + ' ' + String.join(" ", words.topics());
                default -> null;
            };
            if (candidates != null) {
                lines.append("complete -c dwx -n '__dwx_does ").append(command.name()).append("' -a ").append(quoted(candidates)).append('\n');
            }
        }
        return lines.toString().stripTrailing();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static final String TEMPLATE = """
            # What completes dwx @VERSION@ in fish. Made by: dwx completion fish
            # For this shell:   dwx completion fish | source
            # For every shell:  dwx completion fish > ~/.config/fish/completions/dwx.fish

            # For each operation its name and its parameters.
            set -g __dwx_table@TABLE@

            # The words before the one at the cursor that are no options and no values of options.
            function __dwx_words
                set -l skip no
                set -l tokens (commandline -opc)
                for token in $tokens[2..-1]
                    if test $skip = yes
                        set skip no
                    else if contains -- $token @VALUED@
                        set skip yes
                    else if not string match -q -- '-*' $token
                        echo $token
                    end
                end
            end

            function __dwx_lacks_command
                test (count (__dwx_words)) = 0
            end

            function __dwx_does
                set -l words (__dwx_words)
                test (count $words) -gt 0; and test $words[1] = $argv[1]
            end

            function __dwx_operations
                if string match -q -- '20*' (commandline -ct)
                    string split ' ' '@PINNED@'
                else
                    string replace -r -- ' .*' '' $__dwx_table
                end
            end

            function __dwx_parameters
                string match -- "$argv[1] *" $__dwx_table | string split ' ' | tail -n +2
            end

            function __dwx_call
                set -l words (__dwx_words)
                if test (count $words) -lt 2
                    __dwx_operations
                    return
                end
                set -l name (string replace -r '^20\\d\\d:' '' -- $words[2])
                set -l current (commandline -ct)
                if string match -q -- '*=@*' $current
                    set -l before (string replace -r '^([^=]*=@).*$' '$1' -- $current)
                    for file in (complete -C "cat "(string replace -r '^[^=]*=@' '' -- $current))
                        echo $before$file
                    end
                    return
                end
                for parameter in (__dwx_parameters $name)
                    if not string match -q -- "$parameter=*" $words
                        echo $parameter=
                    end
                end
            end

            # Inside the text of -e: operations, and within the brackets of a call its parameters.
            function __dwx_source
                set -l text (string replace -r '^["\\']' '' -- (commandline -ct))
                set -l head (string replace -r '[A-Za-z0-9_]*$' '' -- $text)
                set -l call (string match -r -- '([A-Za-z0-9_]+)\\\\((?:[^()]*,)?\\\\s*$' $head)
                if test (count $call) -gt 1
                    for parameter in (__dwx_parameters $call[2])
                        echo "$head$parameter: "
                    end
                    return
                end
                for name in (string replace -r -- ' .*' '' $__dwx_table)
                    echo "$head$name("
                end
            end

            complete -c dwx -f
            complete -c dwx -n '__dwx_lacks_command' -a '(__fish_complete_suffix .dwx)'
            @COMMANDS@
            @OPTIONS@
            @OPERANDS@
            """;
}
