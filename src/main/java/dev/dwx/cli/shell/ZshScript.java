package dev.dwx.cli.shell;

import dev.dwx.cli.shell.ShellWords.Operand;
import dev.dwx.cli.shell.ShellWords.Switch;
import dev.dwx.cli.shell.ShellWords.Word;

/** The script for zsh and its completion system. */
final class ZshScript {
    private final ShellWords words;

    ZshScript(ShellWords words) {
        this.words = words;
    }

    String text() {
        return TEMPLATE.replace("@VERSION@", words.version())
                .replace("@COMMANDS@", commands())
                .replace("@COMMON@", options(null))
                .replace("@OWN@", own())
                .replace("@TOPICS@", String.join(" ", words.topics()))
                .replace("@SHELLS@", String.join(" ", ShellWords.SHELLS))
                .replace("@OPERATION@", words.taking(Operand.OPERATION)).replace("@CALL@", words.taking(Operand.CALL))
                .replace("@SCRIPT@", words.taking(Operand.SCRIPT)).replace("@DOCUMENT@", words.taking(Operand.DOCUMENT))
                .replace("@TOPIC@", words.taking(Operand.TOPIC)).replace("@SHELL@", words.taking(Operand.SHELL))
                .replace("@PINNED@", words.pinned("2024") + ' ' + words.pinned("2020"))
                .replace("@TABLE@", words.table());
    }

    private String commands() {
        StringBuilder lines = new StringBuilder();
        for (Word command : words.commands()) {
            lines.append("    ").append(quoted(command.name() + ':' + command.summary())).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    /** The options of a command, or those of all, one line each. */
    private String options(String command) {
        StringBuilder lines = new StringBuilder();
        for (Switch option : words.options()) {
            if (command == null ? option.command() == null : command.equals(option.command())) {
                String argument = argument(option);
                String told = "[" + escaped(option.summary()) + "]" + argument;
                String equals = argument.isEmpty() ? "" : "=";
                if (option.letter() == null) {
                    lines.append("        ").append(quoted("--" + option.name() + equals + told)).append('\n');
                } else {
                    String both = "(-" + option.letter() + " --" + option.name() + ")";
                    lines.append("        ").append(quoted(both + "-" + option.letter() + told)).append('\n')
                            .append("        ").append(quoted(both + "--" + option.name() + equals + told)).append('\n');
                }
            }
        }
        return lines.toString().stripTrailing();
    }

    private String own() {
        StringBuilder cases = new StringBuilder();
        for (Word command : words.commands()) {
            String options = options(command.name());
            if (!options.isEmpty()) {
                cases.append("        ").append(command.name()).append(") options+=(\n").append(options).append("\n        ) ;;\n");
            }
        }
        return cases.toString().stripTrailing();
    }

    private static String argument(Switch option) {
        return switch (option.operand()) {
            case NOTHING -> "";
            case CHOICE -> ":value:(" + String.join(" ", option.choices()) + ")";
            case FILE -> ":file:_files";
            case DIRECTORY -> ":directory:_files -/";
            case OPERATION -> ":operation:_dwx_operations";
            case SOURCE -> ":text:_dwx_source";
            default -> ":value: ";
        };
    }

    /** In the brackets of an option's text, brackets and colons have a meaning of their own. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static final String TEMPLATE = """
            #compdef dwx
            # What completes dwx @VERSION@ in zsh. Made by: dwx completion zsh
            # For this shell:   source <(dwx completion zsh)
            # For every shell:  dwx completion zsh > "${fpath[1]}/_dwx"

            typeset -ga _dwx_commands
            _dwx_commands=(
            @COMMANDS@
            )

            # A line for each operation: its name, its parameters.
            _dwx_table() {
                cat <<'TABLE'
            @TABLE@TABLE
            }

            _dwx_operations() {
                local -a names
                if [[ $PREFIX == 20* ]]; then
                    names=(@PINNED@)
                else
                    names=(${${(f)"$(_dwx_table)"}%% *})
                fi
                compadd -- $names
            }

            # The parameters of the operation that is named.
            _dwx_parameters() {
                local -a lines
                lines=(${(M)${(f)"$(_dwx_table)"}:#$1 *})
                reply=(${(s: :)${lines[1]#* }})
            }

            _dwx_arguments() {
                local -a reply
                local name word
                if [[ $PREFIX == *=@* ]]; then
                    compset -P '*=@'
                    _files
                    return
                fi
                [[ $PREFIX == *=* ]] && return 1
                for word in $words[2,CURRENT-1]; do
                    [[ $word == -* ]] || { name=${word#20[0-9][0-9]:}; break }
                done
                _dwx_parameters $name
                for word in $words[2,CURRENT-1]; do
                    [[ $word == *=* ]] && reply=(${reply:#${word%%=*}})
                done
                compadd -S '=' -- $reply
            }

            # Inside the text of -e: operations, and within the brackets of a call its parameters.
            _dwx_source() {
                local -a reply
                local head inner callee
                setopt localoptions extendedglob
                head=${PREFIX%%[A-Za-z0-9_]#}
                compset -P '*[^A-Za-z0-9_]'
                inner=${head##*\\(}
                if [[ $head == *\\(* && $inner != *\\)* && ( -z ${inner//[[:space:]]/} || $inner == *,[[:space:]]# ) ]]; then
                    callee=${${head%\\(*}##*[^A-Za-z0-9_]}
                    _dwx_parameters $callee
                    compadd -Q -S ': ' -- $reply && return
                fi
                compadd -Q -S '(' -- ${${(f)"$(_dwx_table)"}%% *}
            }

            _dwx() {
                local curcontext=$curcontext state line
                local -a options
                options=(
            @COMMON@
                )
                _arguments -C $options '1: :->command' '*:: :->operands' && return
                case $state in
                    command)
                        _describe -t commands command _dwx_commands
                        _files -g '*.dwx'
                        return
                        ;;
                esac
                case $words[1] in
            @OWN@
                esac
                case $words[1] in
                    @CALL@) _arguments $options '1: :_dwx_operations' '*: :_dwx_arguments' ;;
                    @OPERATION@) _arguments $options '*: :_dwx_operations' ;;
                    @SCRIPT@) _arguments $options '*: :_files -g "*.dwx(-.) *(-/)"' ;;
                    @DOCUMENT@) _arguments $options '*: :_files -g "*.json(-.) *(-/)"' ;;
                    @TOPIC@) _arguments $options "1: :(${(j: :)${_dwx_commands%%:*}} @TOPICS@)" ;;
                    @SHELL@) _arguments $options '1: :(@SHELLS@)' ;;
                    *.dwx | -) _files ;;
                    *) _arguments $options ;;
                esac
            }

            if [ "$funcstack[1]" = "_dwx" ]; then
                _dwx "$@"
            else
                compdef _dwx dwx
            fi
            """;
}
