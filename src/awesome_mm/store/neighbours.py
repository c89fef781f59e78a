"""Which files stand beside a text in its repository: what its relative links may lead to.

Layer: store. Nothing outside the repository is looked at.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote


def files_beside(path: Path, targets: Iterable[str]) -> dict[str, bool]:
    """Return for each relative address of `targets` in the text at `path` whether there is such a file or folder.

    Addresses that are none of files, and all where the text lies in no Git repository, are left out: nothing is known of them.
    """
    path = Path(os.path.abspath(path))  # noqa: PTH100 - links stay as they are
    top = _repository(path)
    if top is None:
        return {}
    found = {}
    for target in dict.fromkeys(targets):
        written = unquote(target.partition("#")[0].partition("?")[0])
        if not written or "://" in target or target.startswith(("#", "mailto:", "//", "data:", "tel:")) or "\0" in written:
            continue
        place = Path(os.path.normpath(f"{top}/{written}" if written.startswith("/") else path.parent / written))
        if place.is_relative_to(top):
            found[target] = _is_there(place)
    return found


def _repository(path: Path) -> Path | None:
    """Return the nearest folder above `path` that holds a Git repository."""
    return next((one for one in path.parents if (one / ".git").exists()), None)


def _is_there(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:  # too long a name
        return False
