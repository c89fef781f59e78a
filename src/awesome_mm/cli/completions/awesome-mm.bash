# Completion of awesome-mm in bash. Load it with: eval "$(awesome-mm completion bash)"
# or write it to ~/.local/share/bash-completion/completions/awesome-mm
_awesome_mm() {
    local line rest current
    COMPREPLY=()
    case "${COMP_WORDS[COMP_CWORD-1]}" in
        '>' | '>>' | '<' | '2>' | '&>') compopt -o default 2>/dev/null; return ;;
    esac
    # Of the word at the cursor only what stands before it counts.
    rest="${COMP_LINE:COMP_POINT}"
    rest="${rest%%[[:space:]]*}"
    current="${COMP_WORDS[COMP_CWORD]%"$rest"}"
    while IFS= read -r line; do
        if [[ "$line" == ":files" ]]; then
            compopt -o default 2>/dev/null
            return
        fi
        line="${line%%$'\t'*}"
        [[ "$current" != [\'\"]* && "$line" == *[[:space:]\'\"\\\$\;\&\|\<\>\(\)\*\?\[\`\!\#]* ]] && printf -v line '%q' "$line"
        COMPREPLY+=("$line")
    done < <("${COMP_WORDS[0]}" --complete --bash "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$current" 2>/dev/null)
    # A value that may go on behind a comma gets no space.
    [[ ${#COMPREPLY[@]} -eq 1 && "$current" == *,* ]] && compopt -o nospace 2>/dev/null
}
complete -F _awesome_mm awesome-mm
