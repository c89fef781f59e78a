# Completion of awesome-mm in fish. Load it with: awesome-mm completion fish | source
# or write it to ~/.config/fish/completions/awesome-mm.fish
function __awesome_mm_complete
    set -l words (commandline -opc)
    set -l found ($words[1] --complete $words[2..-1] (commandline -ct) 2>/dev/null)
    if test "$found" = ":files"
        __fish_complete_path (commandline -ct)
    else if set -q found[1]
        string join \n -- $found
    end
end
complete -c awesome-mm -f -a '(__awesome_mm_complete)'
