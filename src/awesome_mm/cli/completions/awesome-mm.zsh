#compdef awesome-mm
# Completion of awesome-mm in zsh. Load it after compinit with: eval "$(awesome-mm completion zsh)"
# or write it as _awesome-mm into a folder of $fpath.
_awesome_mm() {
    local line
    local -a found
    # The words up to the cursor, as typed; quotes are taken off as the shell would.
    for line in "${(@f)$("${words[1]}" --complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        [[ "$line" == ":files" ]] && { _files; return }
        [[ -n "$line" ]] && found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    (( ${#found} )) && _describe -V 'awesome-mm' found
}
if [[ "$funcstack[1]" == "_awesome-mm" ]]; then
    _awesome_mm "$@"
else
    compdef _awesome_mm awesome-mm
fi
