"""``awesome-mm compare``. Layer: cli."""

import sys
from typing import Annotated, Any

import typer

from ..errors import WrongUsage
from . import options
from .chosen import chosen
from .fields import split_words
from .session import Session

MORE_FORMATS = ("latex", "html")
Rows = Annotated[
    list[str] | None,
    typer.Option("--rows", metavar="ROW,...", help="Only these rows, in this order, such as date,stages,scale; results, openness."),
]
Differences = Annotated[bool, typer.Option("--differences", help="Only rows in which the works differ.")]
Bibliography = Annotated[
    str | None,
    typer.Option("--bib", metavar="FILE", help="Cite by the keys of this BibTeX file, and add to it the works it lacks."),
]


def run(
    filters: dict[str, Any],
    session: Session,
    entry: options.ChosenEntries = None,
    rows: Rows = None,
    differences: Differences = False,
    bib: Bibliography = None,
) -> None:
    """Set works side by side: how they make data, and what of it.

    Named ones in that order, or those that the filters admit. Without --rows all of which something is known: dates, organizations, image
    treatment, needs, materials, stages, models, quality control, scale, results on benchmarks they share, openness, what is in dispute.
    Tables turn, or are divided, to fit the terminal. --format latex (booktabs) and html are for papers and pages.
    """
    from ..services.comparison.comparing import compare
    from ..views.comparison import comparison_report
    from .comparing import paper_text, sides_of

    if bib is not None and session.format != "latex":
        raise WrongUsage("--bib gives the keys of a table in LaTeX.", "Add --format latex.")
    works = _works(session, filters, entry or [])
    comparison = compare(session.catalog, works, split_words(rows), differences=differences)
    if session.format in MORE_FORMATS:
        sys.stdout.write(paper_text(session, comparison, bib, is_whole=not rows))
        return
    session.emit(comparison_report(session.catalog, comparison, sides_of(session.catalog, works), session.language))


def _works(session: Session, filters: dict[str, Any], named: list[str]) -> list[str]:
    if not named and not filters:
        raise WrongUsage(
            "Nothing is named to compare.", "Name works, as in `awesome-mm compare oasis mmevol`, or give a filter such as --category."
        )
    return chosen(session, filters, named)
