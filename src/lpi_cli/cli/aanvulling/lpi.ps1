# Completion of lpi with Tab in PowerShell; the start file gives the Python that has lpi.
# What lpi answers is text: it goes between single quotes where that is needed, and nothing evaluates it.
param([string] $LpiPython)

Register-ArgumentCompleter -Native -CommandName lpi -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $ervoor = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    $woord = "$wordToComplete".Trim("'", '"')
    $codering = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:_LPI_COMPLETE = 'powershell'
        $antwoord = @(& $LpiPython -P -X utf8 -m lpi_cli @ervoor "$woord|" 2>$null)
    }
    finally {
        $env:_LPI_COMPLETE = $null
        [Console]::OutputEncoding = $codering
    }
    $antwoord | Select-Object -Skip 1 | ForEach-Object {
        $waarde, $uitleg = $_ -split "`t", 2
        $tekst = $waarde
        if ($waarde -notmatch '^[\w=+./:-]+$') {
            $tekst = "'" + [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent($waarde) + "'"
        }
        if (-not $uitleg) { $uitleg = $waarde }
        [System.Management.Automation.CompletionResult]::new($tekst, $waarde, 'ParameterValue', $uitleg)
    }
}.GetNewClosure()
