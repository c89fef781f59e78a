"""Bibliographies read into drafts: BibTeX (and biblatex) and CSL-JSON.

Layer: exchange. ``bibtex_file`` knows the grammar, ``citing`` what the fields of either form mean.
"""

from ...model.draft import Draft


def read_bibtex(path: str, text: str) -> Draft:
    """Return the entries of a BibTeX file; what is malformed is skipped with its line."""
    from .bibtex_file import records_in
    from .citing import cited, draft_of

    return draft_of(path, ((line, found if isinstance(found, str) else cited(found)) for line, found in records_in(text)))


def read_csl(path: str, text: str) -> Draft:
    """Return the items of CSL-JSON, a list of them or one alone; what is no item is skipped with its number as line."""
    from .citing import draft_of
    from .csl_items import cited_items

    return draft_of(path, cited_items(text))
