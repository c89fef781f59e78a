"""Bibliographies read into drafts: BibTeX (and biblatex) and CSL-JSON.

Layer: exchange. ``bibtex_file`` knows the grammar, ``bibtex_fields`` and ``csl_items`` what their fields mean, ``drafting`` what becomes
of it.
"""

from ...model.draft import Draft


def read_bibtex(path: str, text: str) -> Draft:
    """Return the entries of a BibTeX file; what is malformed is skipped with its line."""
    from .bibtex_fields import cited
    from .bibtex_file import records_in
    from .citing import Found
    from .drafting import draft_of

    lines = text.split("\n")
    found = (Found(line, lines[line - 1], record if isinstance(record, str) else cited(record)) for line, record in records_in(text))
    return draft_of(path, found)


def read_csl(path: str, text: str) -> Draft:
    """Return the items of CSL-JSON, a list of them or one alone; what is no item is skipped with its line."""
    from .csl_items import cited_items
    from .drafting import draft_of

    return draft_of(path, cited_items(text))
