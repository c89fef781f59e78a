"""What ``cite --check --online`` asks arXiv: records of ids that are unknown here or in doubt, and titles without an id.

Layer: cli. Ids go together in few requests. A title takes one or more by itself, so that only some are asked for in a run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from ..errors import PaperMissing, SourceUnreachable

if TYPE_CHECKING:
    from ..model.entry import ArxivRecord
    from ..services.citing.shelf import Shelf
    from ..services.citing.verdicts import Verdict
    from ..services.refresh import Known
    from ..sources.ports import PaperSource
    from .session import Session

_RECENT = timedelta(hours=24)
_MOST_TITLES = 20  # in a run: with arXiv's pause of three seconds that is a minute or two


def ask(session: Session, verdicts: Sequence[Verdict], shelf: Shelf) -> tuple[tuple[Verdict, ...], tuple[str, ...]]:
    """Return the verdicts with what arXiv says, and the problems where it did not say all."""
    from ..formats.progress import progress_to
    from ..services.citing.verifying import ids_to_ask, titles_to_ask, verified
    from ..services.from_records import placeholder
    from ..services.refresh import refresh
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder
    from ..store.refreshing import asking_alone, read_kept
    from .known import known_of

    entries = {placeholder(one).id: placeholder(one) for one in ids_to_ask(verdicts, shelf)}
    with asking_alone(), progress_to(sys.stderr, silent=session.format == "json") as told:
        known, source = known_of(read_kept(session.path)), ArxivSource(cache_folder())
        found = refresh(list(entries.values()), list(entries), known, source, max_age=_RECENT, told=told)
        known = replace(known, fetched={**known.fetched, **found.records})
        titles = titles_to_ask(verdicts)
        titled, problem = ({}, "") if found.problem else _titled(titles[:_MOST_TITLES], known, source)
    absent = [found.arxiv_ids[one] for one in found.absent]
    problems = [one for one in (found.problem, problem) if one]
    if len(titles) > _MOST_TITLES:
        session.remark(f"{len(titles) - _MOST_TITLES} titles without an id were not asked for; arXiv is asked for {_MOST_TITLES} in a run.")
    return verified(verdicts, shelf, {**found.records, **titled}, absent), tuple(problems)


def _titled(titles: Sequence[str], known: Known, source: PaperSource) -> tuple[dict[str, ArxivRecord], str]:
    """Return the records of papers that clearly bear one of `titles`, and the problem where not all could be asked for."""
    from ..services.looking_up import find_titled

    records: dict[str, ArxivRecord] = {}
    for title in titles:
        try:
            found = find_titled(title, known, source)
        except PaperMissing:
            continue
        except SourceUnreachable as error:
            return records, error.message
        records[found.arxiv_id] = found.record
    return records, ""
