# Completion of awesome-mm in fish. Load it with: awesome-mm completion fish | source
# or write it to ~/.config/fish/completions/awesome-mm.fish
function __awesome_mm_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct | string trim --left --chars '"\'')
    set -l found ($words[1] --complete $words[2..-1] $current 2>/dev/null)
    if test "$found" = ":files"
        set -l before (string match -r '^--[a-z-]+=' -- $current)
        __fish_complete_path (string replace -r '^--[a-z-]+=' '' -- $current) | string replace -r -- '^' "$before"
    else if set -q found[1]
        string join \n -- $found
    end
end
complete -c awesome-mm -f -a '(__awesome_mm_complete)'
