"""``awesome-mm add``. Layer: cli."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import WrongUsage
from . import options
from .session import Session

if TYPE_CHECKING:
    from ..model.catalog import Catalog
    from ..model.entry import Entry
    from .new_entry import Maker

Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="Its name, where that is not what its title begins with.")]
Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id, where that shall not be made of the name.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TITLE", help="Take this title, and ask nobody for more.")]
Edit = Annotated[bool, typer.Option("--edit", help="Open the entry in VISUAL or EDITOR before it is written.")]
Duplicate = Annotated[bool, typer.Option("--duplicate", help="Add it although the catalog seems to have it.")]


def run(
    work: options.Work,
    session: Session,
    category: options.Category = None,
    kind: options.OneKind = None,
    name: Name = None,
    id: Id = None,
    title: Title = None,
    edit: Edit = False,
    dry_run: options.DryRun = False,
    offline: options.Offline = False,
    duplicate: Duplicate = False,
) -> None:
    """Add a work to a catalog of your own, as arXiv has it.

    Named by a title, it is the one paper that clearly bears it; otherwise those that may be meant are named. A work that is not on arXiv
    needs --title. What nobody said stays out of the entry.
    """
    from .editor import editor_command
    from .new_entry import maker_of, mentioned, wishes_of

    if not dry_run:
        _check_own(session)
    if edit:
        editor_command()  # complains before anybody is asked
    given = {"--category": category, "--kind": kind, "--name": name, "--id": id, "--title": title}
    if work.endswith(".toml") and Path(work).is_file():
        if said := [option for option, value in given.items() if value]:
            raise WrongUsage(f"{' and '.join(said)}: the file says that itself.", "Write it into the file; --edit opens it.")
        _add_file(session, Path(work), edit=edit, duplicate=duplicate, dry_run=dry_run)
        return
    mention = mentioned(session, work, title, duplicate=duplicate)
    wishes = wishes_of(session, category or (), kind, name, id, needs_category=not edit)
    make = maker_of(session, mention, wishes, title, offline=offline)
    if edit:
        _add_edited(session, make, duplicate=duplicate, dry_run=dry_run)
    else:
        _add(session, lambda catalog: make(catalog.ids), duplicate=duplicate, dry_run=dry_run)


def _check_own(session: Session) -> None:
    """Raise where an update of the package would write over the catalog, and what is added to it."""
    from ..store.places import is_catalog_chosen, is_inside_package

    if is_catalog_chosen(session.catalog_option) and not is_inside_package(session.path):
        return
    raise WrongUsage(
        "The catalog that comes with the package is not added to: an update would write over it.",
        "Name one of your own with --catalog PATH or AWESOME_MM_CATALOG; `awesome-mm init PATH` begins one.",
    )


def _add_file(session: Session, file: Path, *, edit: bool, duplicate: bool, dry_run: bool) -> None:
    """Add the entry that a file holds, which stays what it is; one that does not say since when it is there is new today."""
    from dataclasses import replace

    from ..store.entry_text import read_entry
    from . import editor
    from .new_entry import today

    with editor.kept_where_it_fails(file, session.catalog_option):
        if edit:
            editor.edit(file, editor.editor_command())
        written = read_entry(file, session.path)
        entry = replace(written, added=written.added or today())
        _add(session, lambda _: entry, duplicate=duplicate, dry_run=dry_run)


def _add_edited(session: Session, make: "Maker", *, duplicate: bool, dry_run: bool) -> None:
    """Add what becomes of an entry in an editor; the text is kept until it is in the catalog."""
    from ..services.adding import check_unlisted
    from ..store.entry_text import entry_text
    from . import editor

    prefilled = make(session.catalog.ids)
    if not duplicate:
        check_unlisted(session.catalog, prefilled)
    text = entry_text(prefilled, session.catalog.terms.of("category"))
    with editor.edited(text, session.catalog_option, keep=dry_run) as file:
        _add_file(session, file, edit=False, duplicate=duplicate, dry_run=dry_run)
        if dry_run and session.format != "json":
            session.remark(editor.how_to_go_on(file, session.catalog_option))


def _add(session: Session, make: Callable[["Catalog"], "Entry"], *, duplicate: bool, dry_run: bool) -> None:
    """Write the entry that `make` makes of the catalog as it is then, and show it."""
    from ..store.encode import encode
    from ..views.added import added_report

    if dry_run:
        entry, written = _made(session.catalog, make, duplicate=duplicate), tuple[Path, ...]()
    else:
        entry, written = _write(session.path, make, duplicate=duplicate)
    session.emit(added_report(session.catalog, entry, written, session.language, encode))


def _write(path: Path, make: Callable[["Catalog"], "Entry"], *, duplicate: bool) -> tuple["Entry", tuple[Path, ...]]:
    """Write the entry while no other call does: of two that add the same work at once, the second finds it there."""
    from ..services.adding import draft_of
    from ..store.cache import open_catalog
    from ..store.extend import extend_catalog
    from ..store.files import locked
    from ..store.places import data_folder

    with locked(data_folder() / "add.lock"):
        catalog = open_catalog(path)
        entry = _made(catalog, make, duplicate=duplicate)
        return entry, extend_catalog(path, draft_of(entry, catalog))


def _made(catalog: "Catalog", make: Callable[["Catalog"], "Entry"], *, duplicate: bool) -> "Entry":
    from ..services.adding import check_id, check_unlisted

    entry = make(catalog)
    if not duplicate:
        check_unlisted(catalog, entry)
    check_id(entry.id, catalog.ids)
    return entry
