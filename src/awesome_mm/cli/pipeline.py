"""``awesome-mm pipeline``. Layer: cli."""

from typing import TYPE_CHECKING

from . import options
from .session import Session

if TYPE_CHECKING:
    from ..model.entry import Entry

MORE_FORMATS = ("mermaid", "dot")


def run(entry: options.Entries, session: Session) -> None:
    """Show stages and where samples go, as tree, Mermaid or DOT.

    --format mermaid and dot write a diagram: for a block of Markdown whose language is mermaid, or for Graphviz. Several entries make one
    diagram. How a stage is set stands in its recipe.
    """
    from ..services.naming import find_entries
    from ..views.pipeline import pipeline_report

    entries = [session.catalog.entry(one) for one in find_entries(session.catalog, entry)]
    if session.format in MORE_FORMATS:
        _draw(session, entries)
    else:
        session.emit(pipeline_report(session.catalog, entries, session.language))


def _draw(session: Session, entries: "list[Entry]") -> None:
    import sys

    from ..formats.wrapping import wrap
    from ..views.dot import dot
    from ..views.drawing import drawings_of
    from ..views.mermaid import mermaid

    drawings = drawings_of(session.catalog, entries, session.language, wrap)
    sys.stdout.write(dot(drawings) if session.format == "dot" else mermaid(drawings))
