# Completion of awesome-mm in bash. Load it with: eval "$(awesome-mm completion bash)"
# or write it to ~/.local/share/bash-completion/completions/awesome-mm
_awesome_mm() {
    local line word before
    # bash splits words at = and : too; the tool is given them as typed, and only what stands behind the last such mark is replaced.
    local -a words=()
    read -r -a words <<< "${COMP_LINE:0:COMP_POINT}"
    [[ "${COMP_LINE:0:COMP_POINT}" == *[[:space:]] ]] && words+=("")
    word="${words[${#words[@]}-1]}"
    before=""
    [[ "$COMP_WORDBREAKS" == *=* && "$word" == *=* ]] && before="${word%"${word##*=}"}"
    [[ "$COMP_WORDBREAKS" == *:* && "${word#"$before"}" == *:* ]] && before="${word%"${word##*:}"}"
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ "$line" == ":files" ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        line="${line%%$'\t'*}"
        line="${line#"$before"}"
        [[ "$line" == *[[:space:]\'\"\\\$\;\&\|\<\>\(\)\*\?\[\`\!\#]* ]] && printf -v line '%q' "$line"
        COMPREPLY+=("$line")
    done < <("${words[0]}" --complete "${words[@]:1}" 2>/dev/null)
    # A value that may go on behind a comma gets no space.
    [[ ${#COMPREPLY[@]} -eq 1 && "$word" == *,* ]] && compopt -o nospace 2>/dev/null
}
complete -F _awesome_mm awesome-mm
