"""``awesome-mm render``. Layer: cli."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .session import Session

if TYPE_CHECKING:
    from ..store.rendered import Compared, Edited
    from ..views.rendering import Difference, Files

Check = Annotated[bool, typer.Option("--check", help="Write nothing; say whether the files are as they would be rendered.")]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="PATH", help="A folder of templates of your own, or one file, such as entry.md.j2.")
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Write over files that were edited by hand, or that render never wrote.")]


def run(
    session: Session, out: options.OutFolder = None, check: Check = False, template: Template = None, overwrite: Overwrite = False
) -> int:
    """Write the catalog as a paper list in both languages.

    README.md and README_zh.md are the index, and each category has a page. Without --out they go where your own catalog lies. A file that
    was edited by hand since it was rendered, or that render never wrote, is not written over: its edits are shown, all other files are
    written, and the exit code is 1. With --check nothing is written, and the exit code is 1 where any file differs.
    """
    from ..errors import WrongUsage
    from ..render.names import OWN_NAME
    from ..render.paper_list import render_list
    from ..render.templates import Templates
    from ..store.rendered import compare, write
    from ..views.labels import label
    from ..views.rendering import KEPT, render_report

    if check and overwrite:
        raise WrongUsage("--check and --overwrite do not go together.", "--check writes nothing.")
    catalog = session.catalog
    place = out or _beside(session)
    files = render_list(catalog, Templates(template))
    found = compare(place, files, OWN_NAME) if check else write(place, files, OWN_NAME, overwrite=overwrite)
    session.emit(render_report(catalog.as_of, _checked(found) if check else _written(found, overwrite=overwrite), session.language))
    if found.edited and not (check or overwrite) and session.is_for_lines:
        session.remark(label(KEPT, session.language))
    return int(not found.is_equal if check else bool(found.edited) and not overwrite)


def _beside(session: Session) -> Path:
    """Return the folder of the catalog.

    Raises:
        WrongUsage: it is that which comes with the package.
    """
    from ..errors import WrongUsage
    from ..store.places import is_catalog_chosen

    if not is_catalog_chosen(session.catalog_option):
        raise WrongUsage("The list of the catalog that comes with the package needs a place.", "Name a folder with --out PATH.")
    return session.path if session.path.is_dir() else session.path.parent


def _written(found: "Compared", *, overwrite: bool) -> "Files":
    """Return what became of the files."""
    from ..views.rendering import Files

    over = [one for one in found.edited if overwrite]
    kept = [one for one in found.edited if not overwrite]
    written = sorted([*found.missing, *(one.path for one in [*found.outdated, *over] if one.rendered)])
    removed = sorted([*found.extra, *(one.path for one in over if not one.rendered)])
    groups = (
        ("written", written),
        ("unchanged", found.unchanged),
        ("edited", [one.path for one in kept]),
        ("removed", removed),
    )
    return Files(groups=groups, differing="edited", differences=_differences(kept))


def _checked(found: "Compared") -> "Files":
    """Return how the files stand to what would be rendered."""
    from ..views.rendering import Files

    changed = sorted([*found.outdated, *found.edited], key=lambda one: one.path)
    groups = (
        ("unchanged", found.unchanged),
        ("missing", found.missing),
        ("changed", [one.path for one in changed]),
        ("extra", found.extra),
    )
    return Files(groups=groups, differing="changed", differences=_differences(changed))


def _differences(edited: "list[Edited]") -> "list[Difference]":
    from difflib import unified_diff

    from ..views.rendering import Difference

    def lines(text: str) -> list[str]:
        return [f"{line}\n" for line in text.removesuffix("\n").split("\n")] if text else []

    return [
        Difference(
            path=one.path,
            diff="".join(unified_diff(lines(one.rendered), lines(one.stands), f"{one.path} (rendered)", f"{one.path} (as it stands)")),
        )
        for one in edited
    ]
