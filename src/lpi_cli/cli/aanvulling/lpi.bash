# Completion of lpi with Tab in bash; the start file gives the Python that has lpi.
# What lpi answers is text: it is split into lines, quoted for the command line, and never evaluated.
_lpi_python=$1

_lpi_quote() { # $1: text, $2: the quote that is open, if any; the result goes into REPLY
    local i teken
    if [[ -z $2 ]]; then
        printf -v REPLY %q "$1"
        return
    fi
    REPLY=
    for ((i = 0; i < ${#1}; i++)); do
        teken=${1:i:1}
        case $2$teken in
            "''") teken="'\\''" ;;
            '""' | '"$' | '"`' | '"\') teken=\\$teken ;;
            '"!') teken='"\!"' ;; # no backslash holds a ! back between double quotes
        esac
        REPLY+=$teken
    done
    [[ ${REPLY: -1} != "$2" ]] || REPLY+=$2 # bash closes the quote only when none stands there
}

_lpi() {
    local regel=${COMP_LINE:0:COMP_POINT} blijft quote='' soort waarde uitleg REPLY
    COMPREPLY=()
    case ${COMP_WORDS[COMP_CWORD - 1]} in
        '<'* | '>'*) compopt -o default && return ;;
    esac
    blijft=${regel:0:${#regel}-${#2}} # a candidate comes instead of what is behind it
    [[ $blijft != *[\'\"] ]] || quote=${blijft: -1}
    {
        IFS= read -r soort
        while IFS= read -r regel; do
            waarde=${regel%%$'\t'*}
            if [[ $COMP_TYPE == 63 ]]; then # the list, which is only shown
                uitleg=${regel#*$'\t'}
                REPLY=$waarde${uitleg:+  ($uitleg)}
                REPLY=${REPLY:0:COLUMNS-1}
            else
                _lpi_quote "$waarde" "$quote"
            fi
            COMPREPLY+=("$REPLY")
        done
    } <<<"$(_LPI_COMPLETE=bash "$_lpi_python" -P -m lpi_cli "$regel|$quote" "$blijft|$quote" 2>/dev/null)"
    case $soort in
        *map*) compopt -o dirnames ;;
        *bestand*) compopt -o default ;;
    esac
    if [[ $soort == *lijst* && $COMP_TYPE != 63 ]]; then
        COMPREPLY+=('') # begins like none of them, so that nothing comes instead of what was typed
    fi
}
complete -F _lpi lpi
