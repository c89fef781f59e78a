"""References for the command line to import."""


def reference(key: str, title: str, arxiv_id: str = "", more: str = "") -> str:
    """Return an entry in BibTeX."""
    archive = f"  eprint = {{{arxiv_id}}},\n  archivePrefix = {{arXiv}},\n" if arxiv_id else ""
    return f"@misc{{{key},\n  title = {{{title}}},\n  author = {{Lovelace, Ada}},\n  year = {{2024}},\n{archive}{more}}}\n\n"
