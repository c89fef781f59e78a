"""Reads the lists that a command names, whatever they are, as one draft.

Layer: cli.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..errors import WrongUsage
from .session import Session

if TYPE_CHECKING:
    from ..model.draft import Draft

_SHOWN = 60  # characters of a line that was not understood
_MOST_SHOWN = 3


def read_draft(session: Session, named: Sequence[str]) -> "tuple[Draft, str]":
    """Return what the files hold as one draft, and the problem where a part could not be asked for (``""``: none).

    Raises:
        WrongUsage: a file cannot be read, or nothing in them might be an entry.
        SourceUnreachable: an address does not answer.
    """
    from ..exchange.reading import read_all
    from ..services.merging import joined
    from .documents import documents
    from .named_papers import papers

    reading = read_all(documents(named))
    asked, problem = papers(session, reading.wanted) if reading.wanted else (None, "")
    draft = joined([*reading.drafts, *([asked] if asked else [])])
    if not draft.entries and not problem:
        seen = [
            f"{one.path}:{one.line}: {one.reason}" + (f": {one.text[:_SHOWN]}" if one.text else "") for one in draft.skipped[:_MOST_SHOWN]
        ]
        what = "; ".join([f"{', '.join(named)}: no entry was found", *seen])
        raise WrongUsage(f"{what}.", "A list has its works as points or rows, each with a link.")
    return draft, problem


def say_no_catalog(session: Session, instead: str) -> None:
    """Raise where a call names a catalog to a command that uses none.

    Raises:
        WrongUsage: it does; `instead` says which one the command works on.
    """
    if session.catalog_option is not None:
        raise WrongUsage(f"--catalog {session.catalog_option} says nothing here: {instead}", "Leave --catalog out.")


def say_problem(session: Session, problem: str) -> None:
    """Say why the answer is partial, where it is."""
    if problem:
        session.complain("source-unreachable", problem, "What came in is kept; run it again later for the rest.")
