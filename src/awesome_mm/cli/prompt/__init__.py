"""``search --interactive``: a prompt whose list narrows as one types. Layer: cli; the one user of prompt_toolkit."""
