# Completion of lpi with Tab in zsh; the start file gives the Python that has lpi.
# What lpi answers is text: it is split into lines, compadd quotes it for the line, and nothing evaluates it.
typeset -g _lpi_python=$1
(($+functions[compdef])) || { autoload -Uz compinit && compinit -i; }

_lpi() {
    local -a regels waarden tonen
    local soort regel
    regels=("${(@f)$(_LPI_COMPLETE=zsh $_lpi_python -P -m lpi_cli "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}|" 2>/dev/null)}")
    soort=$regels[1]
    for regel in "${(@)regels[2,-1]}"; do
        waarden+=("${regel%%$'\t'*}")
        regel="${regel/$'\t'/  -- }"
        tonen+=("${${regel%  -- }[1,COLUMNS-1]}")
    done
    # -U: what begins by its name with what was typed, or in another case, comes instead of it
    compadd -U -l -V lpi -d tonen -a waarden
    [[ $soort == *lijst* ]] && compstate[insert]= compstate[list]=list
    [[ $soort == *(map|bestand)* && $PREFIX == --*=* ]] && compset -P '*='
    case $soort in
        *map*) _files -/ ;;
        *bestand*) _files ;;
    esac
}
compdef _lpi lpi
