"""``awesome-mm cite``. Layer: cli."""

from typing import Annotated

import typer

from ..exchange.exporters import CITED
from .session import Session

MORE_FORMATS = (*CITED, "github")
Words = Annotated[
    list[str],
    typer.Argument(metavar="QUERY|ENTRY|FILE...", help="Works by name, id, URL or query; with --check papers, pages and bibliographies."),
]
Check = Annotated[bool, typer.Option("--check", help="Check the citations in .tex, .bib and .md files; - for standard input.")]
Online = Annotated[bool, typer.Option("--online", help="Ask arXiv for what is unknown here.")]
PARTIAL = 5


def run(session: Session, words: Words, check: Check = False, online: Online = False) -> int:
    """Give the references of works, or check those of a paper.

    Formats of references are bibtex (the default), biblatex, csl-json, ris, typst and text. Names come first; other words are a query, and
    the work that it finds clearly is cited. With --check each citation is right, wrong in its title, authors, year or id, withdrawn,
    published meanwhile, or unknown here, which does not say that there is no such work. The bibliographies of a paper are found beside it.
    The exit code is then 1 where something needs attention, and 5 where --online got only part of the answers.
    """
    from .citing import check_citations, give_references

    if not check:
        give_references(session, words, online=online)
        return 0
    checked = check_citations(session, words, online=online)
    for problem in checked.problems:
        session.complain("source-unreachable", problem, "Nothing is concluded of what did not answer; run it again later.")
    return PARTIAL if checked.problems else int(checked.has_findings)
