"""What ``stats --figure`` puts together: the numbers, and the file they are drawn into.

Layer: cli.
"""

from collections.abc import Sequence
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WrongUsage
from .session import Session

if TYPE_CHECKING:
    from ..model.brief import Brief
    from ..services.figures.chart import Chart

PICTURES = ("svg", "pdf", "png")
LATEX = "latex"
_TEX = "tex"
_TREE = "taxonomy"


def check(figure: str | None, out: str | None, format: str) -> str:
    """Return the ending of the file to write, ``""`` where there is none.

    Raises:
        WrongUsage: what was asked for does not go together.
    """
    if figure is None and (out is not None or format == LATEX):
        raise WrongUsage(f"{'--out' if out is not None else '--format latex'} is for a figure, and none is named.", "Add --figure.")
    if format == LATEX and figure != _TREE:
        raise WrongUsage(f"--format latex: only the taxonomy is written in LaTeX, not {figure}.", "Draw it with --out FILE.pdf.")
    if out is None:
        return ""
    ending = Path(out).suffix.removeprefix(".").casefold()
    known = [*PICTURES, *([_TEX] if figure == _TREE else [])]
    if ending not in ([_TEX] if format == LATEX else known):
        endings = f".{_TEX}" if format == LATEX else ", ".join(f".{one}" for one in known)
        raise WrongUsage(f"--out: {out!r} does not end in {endings}.", "The ending says what is written.")
    if Path(realpath(out)).suffix.removeprefix(".").casefold() != ending:  # a link is written through
        raise WrongUsage(f"--out: {out!r} leads to {realpath(out)}, which is no picture.", "Name another file.")
    if Path(out).is_dir():
        raise WrongUsage(f"--out: {out} is a folder.", "Name a file.")
    return ending


def answer(session: Session, figure: str, briefs: Sequence["Brief"], out: str | None, ending: str) -> None:
    """Write the figure to its file where one is named, and its numbers to standard output.

    Raises:
        WrongUsage: there is nothing to draw, or nothing to draw it with.
    """
    import sys

    from ..services.figures.registry import FIGURES
    from ..views.figures import figure_report

    chart = FIGURES[figure](session.catalog, briefs)
    if chart.is_empty and (ending or session.format == LATEX):
        raise _nothing(session, chart)
    if out is not None:
        from ..store.files import replace_file

        replace_file(Path(out), _tree(session, chart).encode("utf-8") if ending == _TEX else _picture(session, chart, ending))
        session.remark(f"{out} is written.")
    if session.format != LATEX:
        session.emit(figure_report(session.catalog, chart, session.language))
    elif out is None:
        sys.stdout.write(_tree(session, chart))


def _nothing(session: Session, chart: "Chart") -> WrongUsage:
    from ..views.figure_words import notes

    why = [f"{note}." for note in notes(session.catalog, chart, "en")]
    return WrongUsage(
        " ".join(["There is nothing to draw.", *why]), "`awesome-mm stats` with the same filters shows what there is to count."
    )


def _picture(session: Session, chart: "Chart", ending: str) -> bytes:
    from .. import VERSION_LINE
    from ..views.figure_pictures import figure_picture

    try:
        from ..plots.drawing import drawn
    except ImportError as error:
        raise WrongUsage(
            f"Figures are drawn with matplotlib, which cannot be imported ({error}).", "Install it: pip install 'awesome-mm[plot]'."
        ) from error
    return drawn(figure_picture(session.catalog, chart, session.language), ending, VERSION_LINE)


def _tree(session: Session, chart: "Chart") -> str:
    from ..exchange.citation_keys import citation_keys
    from ..render.taxonomy_latex import taxonomy_latex
    from ..views.figure_tree import figure_tree

    keys = citation_keys(list(session.catalog))
    return taxonomy_latex(figure_tree(session.catalog, chart, keys, session.language), session.language)
