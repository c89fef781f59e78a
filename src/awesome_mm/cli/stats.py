"""``awesome-mm stats``. Layer: cli."""

from typing import Annotated, Any

import typer

from . import options
from .session import Session

MORE_FORMATS = ("latex",)
Figure = Annotated[
    str | None,
    typer.Option("--figure", metavar="NAME", help="One figure: timeline, matrix, models, scale, openness, organizations or taxonomy."),
]


def run(filters: dict[str, Any], session: Session, figure: Figure = None, out: options.Out = None) -> None:
    """Count the entries by every facet, or draw a figure.

    By category, kind, year, organization, openness, model, action and need; beside the categories what the source list claims. With
    --figure the numbers of one figure, each with the works it counts; --out FILE.svg, .pdf or .png draws it for a paper, and takes the
    place of a file that is there. --format latex, or --out FILE.tex, writes the taxonomy as a forest tree.
    """
    from ..services.selection import select
    from .figures import answer, check

    named = None if figure is None else _named(figure)
    ending = check(named, out, session.format)
    briefs = select(session.catalog, session.selection(filters))
    if named is not None:
        answer(session, named, briefs, out, ending)
        return
    from ..services.stats import count_facets
    from ..views.counts import stats_report

    session.emit(stats_report(session.catalog, count_facets(session.catalog, briefs), session.language))


def _named(figure: str) -> str:
    from ..services.figures.registry import FIGURES
    from ..services.naming import choose

    return choose(FIGURES, [figure], "--figure")[0]
