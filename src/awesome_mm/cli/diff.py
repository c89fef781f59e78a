"""``awesome-mm diff``. Layer: cli."""

from typing import Annotated

import typer

from .session import Session

Old = Annotated[str, typer.Argument(metavar="OLD", help="A list or catalog: a file, a folder, REV:PATH, or REV alone.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same for the version that is to be checked.")]


def run(session: Session, old: Old, new: New) -> int:
    """Compare two versions of a list or catalog, losses first.

    Each is a file, a folder (a catalog, or a list in Markdown in one or more languages), REV:PATH for a path at a revision in git, or
    REV alone for the other one's path at that revision; with two revisions --catalog names the path. Entries are matched by what they
    are, so one that was renamed or moved is not lost. The exit code is 1 where an entry, a link, an id, a text, a translation or a
    field was lost.
    """
    from ..errors import WrongUsage
    from ..services.versions.comparing import compare
    from ..views.compared import Side, compared_report
    from .versions import places, read_version

    first, second = places(old, new, session.catalog_option)
    before, after = read_version(first), read_version(second)
    if not before.entries:
        raise WrongUsage(f"{first.name}: no entry was found.", "A list has its works as points or rows, each with a link.")
    changes = compare(before, after)
    session.emit(compared_report(Side(first.name, before), Side(second.name, after), changes, session.language))
    return int(any(one.is_loss for one in changes))
