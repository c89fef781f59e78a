"""From what was said of a work to the entry that it makes. Layer: cli."""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ..errors import WrongUsage

if TYPE_CHECKING:
    from ..model.entry import Entry
    from ..model.mentions import Mention
    from ..services.looking_up import Found
    from ..services.prefilling import Wishes
    from .session import Session

Maker = Callable[[Container[str]], "Entry"]  # makes the entry once it is known which ids are taken


def wishes_of(
    session: Session, category: Sequence[str], kind: str | None, name: str | None, entry_id: str | None, *, needs_category: bool
) -> Wishes:
    """Return what the options say of an entry, in the catalog's words.

    Raises:
        WrongUsage: one says nothing that could be, or there is no category.
    """
    from ..model.entry import Kind
    from ..services.categorizing import no_category, place
    from ..services.naming import choose
    from ..services.prefilling import Wishes

    if needs_category and not category:
        raise no_category(session.catalog.terms)
    chosen = choose([one.value for one in Kind], [kind], "--kind") if kind is not None else ()
    return Wishes(
        categories=place(session.catalog.terms, category),
        added=today(),
        kind=Kind(chosen[0]) if chosen else None,
        name=_filled(name, "--name"),
        id=_filled(entry_id, "--id"),
    )


def today() -> str:
    """Return the day it is in UTC, as dates of records are."""
    return datetime.now(UTC).date().isoformat()


def mentioned(session: Session, work: str, title: str | None, *, duplicate: bool) -> Mention:
    """Return by what a work is named.

    Raises:
        WrongUsage: it is not on arXiv, and there is no title.
        AlreadyListed: the catalog has it by that very name, so that nothing else need be known.
    """
    from ..model.mentions import read_mention
    from ..services.adding import check_unmentioned

    mention = read_mention(work)
    if not duplicate:
        check_unmentioned(session.catalog, mention)
    _check_source(mention, _filled(title, "--title"))
    return mention


def maker_of(session: Session, mention: Mention, wishes: Wishes, title: str | None, *, offline: bool) -> Maker:
    """Return what makes the entry of a work: of a given title, or of arXiv's record, which is asked for here.

    Raises:
        WrongUsage: the id that was asked for may not be.
        PaperMissing, SourceUnreachable: as `find_paper` and `find_titled` say.
    """
    from ..services.adding import check_id
    from ..services.prefilling import entry_of_record, entry_of_title

    said = _filled(title, "--title")
    if wishes.id:
        check_id(wishes.id, session.catalog.ids)
    if said:
        return lambda taken: entry_of_title(said, mention, wishes, taken)
    found = _found(session, mention, offline=offline)
    if found.remark and session.format != "json":
        session.remark(found.remark)
    return lambda taken: entry_of_record(found.record, found.arxiv_id, wishes, taken)


def _check_source(mention: Mention, title: str) -> None:
    """Raise where nothing is known of a work but an address that is not arXiv's, or where two titles contradict."""
    from ..model.titles import title_key

    if mention.kind == "title" and title and title_key(mention.value) != title_key(title):
        raise WrongUsage(f"{mention.value!r} and --title {title!r} are two titles.", "Give one of them, or the work by its address.")
    if mention.kind not in ("arxiv", "title") and not title:
        fix = "Give its title too: --title 'TITLE'; or name the work by its arXiv id or title, if it is there."
        raise WrongUsage(f"{mention.value} is no paper of arXiv's, and nobody else is asked what a work is.", fix)


def _found(session: Session, mention: Mention, *, offline: bool) -> Found:
    from ..services.looking_up import find_paper, find_titled
    from ..store.refreshing import asking_alone, read_kept
    from .known import known_of

    find = find_titled if mention.kind == "title" else find_paper
    if offline:
        return find(mention.value, known_of(read_kept(session.path)), None)
    from ..formats.progress import progress_to
    from ..sources.arxiv import ArxivSource
    from ..store.places import cache_folder

    source = ArxivSource(cache_folder())
    with asking_alone(), progress_to(sys.stderr, silent=session.format == "json" or not sys.stderr.isatty()):
        return find(mention.value, known_of(read_kept(session.path)), source)


def _filled(text: str | None, what: str) -> str:
    """Return an option's text on one line; one that was given must say something.

    Raises:
        WrongUsage: it does not.
    """
    from ..model.text import one_line

    said = " ".join(one_line(text or "").split())
    if text is not None and not any(character.isalnum() for character in said):
        raise WrongUsage(f"{what}: {text!r} says nothing.", "Leave the option out, or write something.")
    return said
