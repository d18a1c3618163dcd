# Completion of lpi with Tab in fish; the start file gives the Python that has lpi.
# What lpi answers is text: fish itself quotes it for the line, and nothing evaluates it.
set -g _lpi_python $argv[1]

function _lpi
    set -l woorden (commandline -opc)
    set -l woord (commandline -ct | string unescape; or commandline -ct)
    set -l antwoord (_LPI_COMPLETE=fish $_lpi_python -P -m lpi_cli $woorden[2..] "$woord|" 2>/dev/null)
    printf '%s\n' $antwoord[2..]
    # fish completes paths for a command that it does not know
    switch "$antwoord[1]"
        case '*map*'
            complete -C "_lpi_paden "(commandline -ct) | string match '*/'
        case '*bestand*'
            complete -C "_lpi_paden "(commandline -ct)
    end
end
complete -c lpi -e
complete -c lpi -f -a '(_lpi)'
