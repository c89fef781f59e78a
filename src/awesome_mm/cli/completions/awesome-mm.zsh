#compdef awesome-mm
# Completion of awesome-mm in zsh. Load it after compinit with: eval "$(awesome-mm completion zsh)"
# or write it as _awesome-mm into a folder of $fpath.
_awesome_mm() {
    local line value
    local -a found
    # The words up to the cursor; quotes are taken off as the shell would.
    for line in "${(@f)$("${(Q)words[1]}" --complete "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        if [[ "$line" == ":files" ]]; then
            compset -P '*='
            _files
            return
        fi
        value="${${line%%$'\t'*}//\\/\\\\}"
        [[ -n "$line" ]] && found+=("${value//:/\\:}:${line#*$'\t'}")
    done
    # Names are found whatever their case.
    (( ${#found} )) && _describe -V 'awesome-mm' found -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}'
}
if [[ "$funcstack[1]" == "_awesome-mm" ]]; then
    _awesome_mm "$@"
else
    compdef _awesome_mm awesome-mm
fi
