package dev.dwx.cli.shell;

import dev.dwx.cli.shell.ShellWords.Operand;
import dev.dwx.cli.shell.ShellWords.Switch;
import dev.dwx.cli.shell.ShellWords.Word;
import java.util.ArrayList;
import java.util.List;

/** The script for bash 3.2 and newer. It needs no other program and no bash-completion. */
final class BashScript {
    private final ShellWords words;

    BashScript(ShellWords words) {
        this.words = words;
    }

    String text() {
        return TEMPLATE.replace("@VERSION@", words.version())
                .replace("@COMMANDS@", String.join(" ", words.commands().stream().map(Word::name).toList()))
                .replace("@TOPICS@", String.join(" ", words.topics()))
                .replace("@SHELLS@", String.join(" ", ShellWords.SHELLS))
                .replace("@OPTIONS@", options())
                .replace("@VALUED@", valued())
                .replace("@VALUES@", values())
                .replace("@OPERATION@", words.taking(Operand.OPERATION)).replace("@CALL@", words.taking(Operand.CALL))
                .replace("@SCRIPT@", words.taking(Operand.SCRIPT)).replace("@DOCUMENT@", words.taking(Operand.DOCUMENT))
                .replace("@TOPIC@", words.taking(Operand.TOPIC)).replace("@SHELL@", words.taking(Operand.SHELL))
                .replace("@NAMES@", words.names()).replace("@PINNED@", words.pinned("2024") + ' ' + words.pinned("2020"))
                .replace("@TABLE@", words.table());
    }

    /** A line of {@code case} for each command with options of its own, and one for all others. */
    private String options() {
        StringBuilder common = new StringBuilder();
        StringBuilder cases = new StringBuilder();
        for (Switch option : words.options()) {
            if (option.command() == null) {
                common.append(common.length() == 0 ? "" : " ").append(String.join(" ", ShellWords.spellings(option)));
            }
        }
        for (Word command : words.commands()) {
            StringBuilder own = new StringBuilder();
            for (Switch option : words.options()) {
                if (command.name().equals(option.command())) {
                    own.append(" --").append(option.name());
                }
            }
            if (own.length() > 0) {
                cases.append("        ").append(command.name()).append(") options=\"$options").append(own).append("\" ;;\n");
            }
        }
        return "    local options='" + common + "'\n    case $1 in\n" + cases + "    esac";
    }

    /** The options that take a value, as a pattern. */
    private String valued() {
        List<String> names = new ArrayList<>();
        for (Switch option : words.options()) {
            if (option.operand() != Operand.NOTHING) {
                names.addAll(ShellWords.spellings(option));
            }
        }
        return String.join("|", names);
    }

    private String values() {
        StringBuilder cases = new StringBuilder();
        for (Switch option : words.options()) {
            String value = switch (option.operand()) {
                case CHOICE -> "_dwx_words '" + String.join(" ", option.choices()) + "'";
                case OPERATION -> "_dwx_words \"$_dwx_operations\"";
                case FILE -> "_dwx_files";
                case DIRECTORY -> "_dwx_directories";
                case SOURCE -> "_dwx_source";
                case NOTHING -> null;
                default -> ":";
            };
            if (value != null) {
                cases.append("        ").append(String.join("|", ShellWords.spellings(option))).append(") ").append(value).append(" ;;\n");
            }
        }
        return cases.toString().stripTrailing();
    }

    private static final String TEMPLATE = """
            # What completes dwx @VERSION@ in bash. Made by: dwx completion bash
            # For this shell:   source <(dwx completion bash)
            # For every shell:  dwx completion bash > ~/.local/share/bash-completion/completions/dwx

            _dwx_commands='@COMMANDS@'
            _dwx_operations='@NAMES@'
            _dwx_pinned='@PINNED@'

            # The parameters of an operation.
            _dwx_parameters() {
                local line
                while IFS= read -r line; do
                    case $line in
                        "$1 "*) printf '%s' "${line#* }"; return ;;
                    esac
                done <<'TABLE'
            @TABLE@TABLE
            }

            # The options of a command.
            _dwx_options() {
            @OPTIONS@
                printf '%s' "$options"
            }

            # Candidates: those of the words that begin as what was typed does. What bash takes for words of their own, it wants
            # without what stands before them.
            _dwx_words() {
                local before=${whole%"$cur"} word
                for word in $1; do
                    case $word in
                        "$whole"*) COMPREPLY[${#COMPREPLY[@]}]=${word#"$before"} ;;
                    esac
                done
            }

            # As above, and without a blank behind what is put in.
            _dwx_open_words() {
                _dwx_words "$1"
                compopt -o nospace 2>/dev/null
            }

            # Files whose names end so, if any ending is given, and directories.
            _dwx_files() {
                local file
                compopt -o filenames 2>/dev/null
                while IFS= read -r file; do
                    if [ $# = 0 ] || [ -d "$file" ]; then
                        COMPREPLY[${#COMPREPLY[@]}]=$file
                    else
                        local ending
                        for ending in "$@"; do
                            case $file in *"$ending") COMPREPLY[${#COMPREPLY[@]}]=$file ;; esac
                        done
                    fi
                done < <(compgen -f -- "$cur")
            }

            _dwx_directories() {
                local file
                compopt -o filenames 2>/dev/null
                while IFS= read -r file; do
                    COMPREPLY[${#COMPREPLY[@]}]=$file
                done < <(compgen -d -- "$cur")
            }

            # Inside the text of -e: operations, and within the brackets of a call its parameters. A candidate that is alone would
            # close the quote; with another beside it that begins the same, it stays open.
            _dwx_source() {
                local text=${cur#[\\'\\"]} word head inner callee name parameters=
                word=${text##*[!A-Za-z0-9_]}
                head=${text%"$word"}
                inner=${head##*\\(}
                compopt -o nospace 2>/dev/null
                case $head in
                    *\\(*)
                        case $inner in
                            *\\)*) ;;
                            *)
                                callee=${head%\\(*}
                                callee=${callee##*[!A-Za-z0-9_]}
                                case $inner in
                                    '' | *,\\ | *,) parameters=$(_dwx_parameters "$callee") ;;
                                    *) [ "${inner//[[:space:]]/}" = '' ] && parameters=$(_dwx_parameters "$callee") ;;
                                esac
                                for name in $parameters; do
                                    case $inner in *"$name:"*) continue ;; esac
                                    case $name in
                                        "$word"*) COMPREPLY[${#COMPREPLY[@]}]="$head$name: " ;;
                                    esac
                                done
                                if [ ${#COMPREPLY[@]} = 1 ]; then
                                    COMPREPLY[1]="${COMPREPLY[0]}…"
                                fi
                                [ ${#COMPREPLY[@]} = 0 ] || return
                                ;;
                        esac
                        ;;
                esac
                [ -n "$word" ] || return
                for name in $_dwx_operations; do
                    case $name in
                        "$word"*) COMPREPLY[${#COMPREPLY[@]}]="$head$name(" ;;
                    esac
                done
                if [ ${#COMPREPLY[@]} = 1 ]; then
                    COMPREPLY[1]="${COMPREPLY[0]})"
                fi
            }

            # The value of an option.
            _dwx_value() {
                case $1 in
            @VALUES@
                esac
            }

            _dwx_call() {
                local name=${1#20[0-9][0-9]:} parameter left=
                case $whole in
                    *=@*)
                        # As far as bash takes the name of the file for a word of its own.
                        left=${whole#*=@} left=${cur%"$left"} cur=${whole#*=@}
                        _dwx_files
                        [ -z "$left" ] || COMPREPLY=("${COMPREPLY[@]/#/$left}")
                        return ;;
                    *=*) return ;;
                esac
                for parameter in $(_dwx_parameters "$name"); do
                    case " $2" in
                        *" $parameter="*) ;;
                        *) left="$left $parameter=" ;;
                    esac
                done
                _dwx_open_words "$left"
            }

            _dwx() {
                local cur=${COMP_WORDS[COMP_CWORD]} whole= command= operand= arguments= option= i piece before
                local -a line
                line=()
                COMPREPLY=()
                # Bash divides words at = and : too; here they are put together again.
                i=0
                before=
                while [ $i -le "$COMP_CWORD" ]; do
                    piece=${COMP_WORDS[$i]}
                    case $piece$before in
                        [=:]* | *[=:]) [ ${#line[@]} -gt 1 ] && line[${#line[@]}-1]=${line[${#line[@]}-1]}$piece || line[${#line[@]}]=$piece ;;
                        *) line[${#line[@]}]=$piece ;;
                    esac
                    case $piece in *[=:] | =@) before==;; *) before=;; esac
                    i=$((i + 1))
                done
                case $cur in [=:] | =@) cur= ;; esac
                whole=${line[${#line[@]}-1]}

                # Which command, and what it has been given.
                i=1
                while [ $i -lt $((${#line[@]} - 1)) ]; do
                    piece=${line[$i]}
                    if [ -n "$option" ]; then
                        [ "$option" = -e ] || [ "$option" = --eval ] && command=-e
                        option=
                    else
                        case $piece in
                            @VALUED@) option=$piece ;;
                            -?*) ;;
                            *)
                                if [ -z "$command" ]; then
                                    command=$piece
                                elif [ -z "$operand" ]; then
                                    operand=$piece
                                else
                                    arguments="$arguments $piece"
                                fi
                                ;;
                        esac
                    fi
                    i=$((i + 1))
                done

                if [ -n "$option" ]; then
                    _dwx_value "$option"
                    return
                fi
                case $whole in
                    --*=*)
                        option=${whole%%=*}
                        case $cur in --*=*) cur=${whole#*=} before=$option= ;; *) before= ;; esac
                        whole=${whole#*=}
                        _dwx_value "$option"
                        [ -z "$before" ] || COMPREPLY=("${COMPREPLY[@]/#/$before}")
                        return
                        ;;
                    -*)
                        _dwx_words "$(_dwx_options "$command")"
                        return
                        ;;
                esac
                case $command in
                    '')
                        _dwx_words "$_dwx_commands"
                        _dwx_files .dwx
                        ;;
                    @CALL@)
                        if [ -z "$operand" ]; then
                            case $whole in
                                20*) _dwx_words "$_dwx_pinned" ;;
                                *) _dwx_words "$_dwx_operations" ;;
                            esac
                        else
                            _dwx_call "$operand" "$arguments"
                        fi
                        ;;
                    @OPERATION@)
                        case $whole in
                            20*) _dwx_words "$_dwx_pinned" ;;
                            *) _dwx_words "$_dwx_operations" ;;
                        esac
                        ;;
                    @SCRIPT@) _dwx_files .dwx ;;
                    @DOCUMENT@) _dwx_files .json ;;
                    @TOPIC@) _dwx_words "$_dwx_commands @TOPICS@" ;;
                    @SHELL@) _dwx_words '@SHELLS@' ;;
                    *.dwx | -) _dwx_files ;;
                esac
            }

            complete -F _dwx dwx
            """;
}
