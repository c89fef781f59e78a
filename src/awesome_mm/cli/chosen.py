"""Which works a call is about: those it names, those its filters admit, or both.

Layer: cli.
"""

from collections.abc import Sequence
from typing import Any

from .session import Session


def chosen(session: Session, filters: dict[str, Any], named: Sequence[str]) -> list[str]:
    """Return the ids of the works, in catalog order unless they are named: those named that the filters admit.

    Raises:
        EntryMissing: something named is no entry.
        WrongUsage: a filter has an unknown value.
    """
    from ..services.naming import find_entries
    from ..services.selection import select

    admitted = [brief.id for brief in select(session.catalog, session.selection(filters))]
    if not named:
        return admitted
    wanted = dict.fromkeys(find_entries(session.catalog, named))
    return [one for one in wanted if one in set(admitted)]
