"""References as a LaTeX longtable: a row for each work, to be put into a paper's appendix.

Layer: exchange.
"""

from collections.abc import Iterable

from .latex_text import in_ascii
from .reference import Reference

_HEAD = r"""% Needs \usepackage{array,booktabs,longtable} and \usepackage[hidelinks]{hyperref}; Chinese text needs xelatex with ctex.
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\begin{longtable}{@{}L{0.22\linewidth}L{0.54\linewidth}l@{}}
\toprule
Authors & Title & Published \\
\midrule
\endhead
\bottomrule
\endfoot
"""
_MOST_NAMED = 2


def latex_table(references: Iterable[Reference]) -> str:
    """Return `references` as a longtable with authors, linked title, and where and when they came out."""
    return _HEAD + "".join(f"{_row(one)} \\\\\n" for one in references) + "\\end{longtable}\n"


def _row(reference: Reference) -> str:
    title = in_ascii(reference.title)
    linked = f"\\href{{{_target(reference.url)}}}{{{title}}}" if reference.url else title
    return " & ".join((in_ascii(_authors(reference)), linked, in_ascii(_published(reference))))


def _authors(reference: Reference) -> str:
    names = [one.family for one in reference.people] or list(reference.collectives)
    if len(names) > _MOST_NAMED or (names and not reference.complete):
        return f"{names[0]} et al."
    return " and ".join(names)


def _published(reference: Reference) -> str:
    if reference.container:
        return f"{reference.container} {reference.year}".strip()
    return f"arXiv {reference.year}".strip() if reference.arxiv_id else reference.year


def _target(url: str) -> str:
    r"""Return an address for the first argument of \href, in which only these signs mean something else."""
    encoded = "".join(f"%{ord(one):02X}" if one in "{}\\ " else one for one in url if one.isprintable())
    return "".join(f"\\{one}" if one in "%#&_" else one for one in encoded)
