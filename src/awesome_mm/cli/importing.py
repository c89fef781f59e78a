"""``awesome-mm import``. Layer: cli."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import CatalogInvalid, WrongUsage
from . import options
from .session import Session

if TYPE_CHECKING:
    from ..model.draft import Draft
    from ..services.merging import Merge
    from ..store.catalog_file import DecodedCatalog

Take = Annotated[
    list[str] | None,
    typer.Option("--take", metavar="FIELD,...", help="Take the list's word for these fields of entries that are there: title,links.code."),
]
Into = Annotated[
    str | None, typer.Option("--into", metavar="PATH", help="Write into this catalog, new or old: a .toml or .jsonl file, or a folder.")
]
PARTIAL = 5


def run(session: Session, file: options.Files, into: Into = None, dry_run: options.DryRun = False, take: Take = None) -> int:
    """Read lists of works: Markdown, BibTeX, CSL-JSON, arXiv ids.

    Papers that are named by their ids alone are asked for at arXiv. Several files in Markdown are one list, such as its two languages; -
    reads standard input, and http addresses are fetched. Without --into nothing is written and the entries are what --format json and
    jsonl give. A catalog that is there keeps what it says of its entries: works it lacks are added, and what the list says otherwise is
    shown. The exit code is 5 where arXiv could not be asked.
    """
    from ..model.taxonomy import Vocabularies
    from ..services.merging import merge
    from ..store.encode import encode
    from ..views.imported import Outcome, import_remarks, import_report
    from .reading import read_draft, say_no_catalog, say_problem

    say_no_catalog(session, "import reads and writes the one that --into names.")
    fields = _fields(take, into)
    draft, problem = read_draft(session, file)
    target, today = Path(into) if into else None, datetime.now(UTC).date().isoformat()
    held = _held(target)
    found = merge(held.entries, held.vocabularies, draft) if held else merge((), Vocabularies(), draft)
    written = _write(target, draft, found, held, fields, today) if target and draft.entries and not dry_run else ()
    say_problem(session, problem)
    as_of = held.head.as_of if held else today if into else None
    outcome = Outcome(as_of=as_of, into=into, written=tuple(map(str, written)), trial=dry_run, taken=fields)
    session.emit(import_report(draft, found, outcome, encode, session.language))
    if session.is_for_lines:
        for line in import_remarks(draft, session.language):
            session.remark(line)
    return PARTIAL if problem else 0


def _fields(take: list[str] | None, into: str | None) -> tuple[str, ...]:
    from ..services.naming import choose
    from ..services.taking import TAKEN

    fields = choose(TAKEN, [one for value in take or () for one in value.split(",") if one.strip()], "--take")
    if fields and not into:
        raise WrongUsage("--take changes entries of a catalog, and none is named.", "Name it with --into.")
    return fields


def _held(target: Path | None) -> "DecodedCatalog | None":
    """Return the catalog at `target`, None where there is none yet.

    Raises:
        CatalogInvalid: there is one, and it is unsound.
    """
    from ..store.catalog_file import load_catalog
    from ..store.listing import catalog_files

    if target is None or not target.exists():
        return None
    try:
        catalog_files(target)
    except CatalogInvalid:  # a folder without a catalog in it
        return None
    return load_catalog(target)


def _write(
    target: Path, draft: "Draft", found: "Merge", held: "DecodedCatalog | None", fields: tuple[str, ...], today: str
) -> tuple[Path, ...]:
    """Write what was found into the catalog `held` at `target`, or all of the draft into a new one; return the files written."""
    from ..services.merging import dated
    from ..store.encode import encode
    from ..store.extend import change_catalog
    from ..store.new_catalog import write_new

    if held is None:
        return write_new(target, dated(draft, today), today)
    changes = {one: {field: encode(value) for field, value in said.items()} for one, said in found.taken(fields).items()}
    return change_catalog(target, dated(found.draft(fields), today), changes)
