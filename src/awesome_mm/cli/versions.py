"""Reads the versions that a command is to compare: paths, and paths at revisions, of lists and catalogs.

Layer: cli.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CatalogInvalid, WrongUsage
from ..store.listing import LINE_SUFFIXES

if TYPE_CHECKING:
    from ..exchange.document import Document
    from ..services.versions.version import Version
    from ..store.catalog_file import DecodedCatalog

_LISTS = (".md", ".markdown")
_CATALOGS = (".toml", *LINE_SUFFIXES)
_HEAD = re.compile(rb'^\[catalog\]\s*$|^\{"catalog":', re.MULTILINE)
_TABLE = re.compile(rb"^(?:\[+[ \t]*\"?|\{\")([\w-]+)", re.MULTILINE)
_MOST_BYTES = 64 * 1024 * 1024  # of a file of a catalog, as anywhere
_NAME_THEM = "Name two paths, or a revision and a path: awesome-mm diff main README.md; REV:PATH names a path at a revision."


class Place(NamedTuple):
    """A path, at a `revision` or (``""``) as it is now; `name` is how it was named."""

    name: str
    path: Path
    revision: str = ""


def places(old: str, new: str, catalog: str | None) -> tuple[Place, Place]:
    """Return what `old` and `new` name: a path that is there, else REV:PATH, else a revision of what the other one, or `catalog`, names.

    Raises:
        WrongUsage: nothing is named, or `catalog` is named where nobody asks for it.
    """
    found = [_place(one) for one in (old, new)]
    if all(found) and catalog is not None:
        raise WrongUsage(f"--catalog {catalog} says nothing here: both versions are named with their path.", "Leave --catalog out.")
    paths = [one.path for one in found if one] or ([Path(catalog)] if catalog is not None else [])
    if paths and catalog is not None and any(found):
        raise WrongUsage(f"--catalog {catalog} says nothing here: {paths[0]} is what is compared.", "Leave --catalog out.")
    first, second = (held or _of_revision(one, paths) for held, one in zip(found, (old, new), strict=True))
    return first, second


def _place(named: str) -> Place | None:
    """Return the path that is there, or that is named at a revision; None for what may be a revision alone."""
    if not named:
        raise WrongUsage("A path is empty.", _NAME_THEM)
    if is_there(Path(named)):
        return Place(named, Path(named))
    if "://" in named:
        raise WrongUsage(f"{named}: addresses are not compared.", "Fetch it into a file first.")
    revision, colon, path = named.partition(":")
    if not colon or not revision:
        return None
    return Place(named, _in_repository(revision, path), revision)


def is_there(path: Path) -> bool:
    """Whether there is anything at `path`."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _in_repository(revision: str, path: str) -> Path:
    """Return where `path` is meant to lie: seen from here, or where nothing was there at `revision`, from the top of the repository."""
    from ..store.revisions import is_there_at, top_of

    here = Path(path)
    if is_there_at(revision, here) or here.is_absolute():
        return here
    above = top_of(Path()) / path
    return above if is_there_at(revision, above) else here


def _of_revision(named: str, paths: list[Path]) -> Place:
    from ..store.revisions import is_revision

    near = paths[0] if paths else Path()
    if not is_revision(named, near):
        raise WrongUsage(f"{named}: there is no such path, and no such revision.", _NAME_THEM)
    if not paths:
        raise WrongUsage(f"{named}: a revision of what?", f"{_NAME_THEM} With two revisions --catalog names the path.")
    return Place(f"{named}:{near}", near, named)


def read_version(place: Place) -> "Version":
    """Return the list or catalog at `place`.

    A folder with a catalog in it is that; in any other one the files in Markdown are one list.

    Raises:
        WrongUsage: nothing is there, or nothing that can be compared.
        CatalogInvalid: it is a catalog, and unsound.
    """
    from ..services.versions.version import version_of_catalog

    catalog = catalog_at(place)
    if catalog is not None:
        return version_of_catalog(catalog.head, catalog.vocabularies, catalog.entries)
    return _read_list(place)


def catalogs_in(place: Place) -> list[Path]:
    """Return the catalogs at `place` as it is now: a file by its name, a folder that is one, or those files in a folder that are.

    A folder is one where all its files hold tables of catalogs; a repository with other files in TOML is not.
    """
    if not place.path.is_dir():
        return [place.path] if place.path.name.endswith(_CATALOGS) else []
    contents = {Path(path): content() for path, content in _catalog_contents(place).items()}
    heads = [path for path, content in contents.items() if _HEAD.search(content)]
    return [place.path] if heads and all(map(_is_of_catalogs, contents.values())) else heads


def _is_of_catalogs(content: bytes) -> bool:
    """Whether a file has no table but such as catalogs have."""
    from dataclasses import fields

    from ..model.entry import Kind
    from ..model.taxonomy import Vocabularies

    known = {"catalog", *Kind, *(field.name for field in fields(Vocabularies))}
    return all(match.decode("utf-8", "replace") in known for match in _TABLE.findall(content))


def names_of_texts(place: Place) -> list[str]:
    """Return the files in Markdown that stand in the folder at `place` itself."""
    return list(_texts(place))


def texts_at(place: Place) -> list[tuple[str, str]]:
    """Return the texts of lists that were at `place`, by the path they have now."""
    from ..exchange.decoding import LARGEST

    if not _is_folder_at(place):
        return [(place.name, _document(place.name, content).text)] if (content := _bytes_at(place, LARGEST)).strip() else []
    return [(name, _document(name, content).text) for name, content in _texts(place).items() if content.strip()]


def catalog_at(place: Place) -> "DecodedCatalog | None":
    """Return the catalog at `place`; None where it is a list."""
    from ..store.catalog_at import load_contents
    from ..store.catalog_file import load_catalog

    is_folder = place.path.is_dir() if not place.revision else _is_folder_at(place)
    if not is_folder:
        if not place.path.name.endswith(_CATALOGS):
            return None
        suffix = next(one for one in _CATALOGS if place.path.name.endswith(one))
        return load_contents(_bytes_at(place, _MOST_BYTES), place.name, suffix) if place.revision else load_catalog(place.path)
    contents = _catalog_contents(place)
    if not contents or (_texts(place) and not any(_HEAD.search(content()) for content in contents.values())):
        return None
    if not place.revision:
        return load_catalog(place.path)
    return load_contents({path: content() for path, content in contents.items()}, place.name)


def _read_list(place: Place) -> "Version":
    from ..exchange.decoding import LARGEST
    from ..exchange.reading import read_all
    from ..services.merging import joined
    from ..services.versions.version import version_of_list

    is_folder = _is_folder_at(place) if place.revision else place.path.is_dir()
    contents = _texts(place) if is_folder else {place.name: _bytes_at(place, LARGEST)}
    if not contents:
        raise WrongUsage(f"{place.name}: the folder holds no catalog and no list in Markdown.", "Name a file, or a folder of them.")
    reading = read_all([_document(name, content) for name, content in contents.items() if content.strip() or not is_folder])
    if reading.wanted:
        raise WrongUsage(f"{place.name}: arXiv ids alone are not compared.", "Make a catalog of them first: awesome-mm import --into.")
    return version_of_list(joined(reading.drafts))


def _document(name: str, content: bytes) -> "Document":
    from ..exchange.decoding import text_of
    from ..exchange.document import Document

    return Document(path=name, text=text_of(content, name))


def _is_folder_at(place: Place) -> bool:
    """Whether there was a folder.

    Raises:
        WrongUsage: there was nothing.
    """
    from ..store.revisions import files_at, is_there_at

    if not is_there_at(place.revision, place.path):
        fix = f"`git ls-tree -r --name-only {place.revision}` shows what there was."
        raise WrongUsage(f"{place.name}: {place.path} was not there at {place.revision}.", fix)
    return files_at(place.revision, place.path) is not None


def _bytes_at(place: Place, most: int) -> bytes:
    from ..store.foreign import bytes_of
    from ..store.revisions import read_at

    if not place.revision:
        return bytes_of(place.path, most)
    return read_at(place.revision, place.path, most) or b""


def _catalog_contents(place: Place) -> Mapping[PurePosixPath, Callable[[], bytes]]:
    """Return the files of a folder that a catalog may be made of, each with what reads it."""
    from ..store.foreign import bytes_of
    from ..store.listing import catalog_files
    from ..store.revisions import contents_at

    if place.revision:
        held = contents_at(place.revision, place.path, lambda one: one.name.endswith(_CATALOGS), _MOST_BYTES) or {}
        return {path: partial(bytes, content) for path, content in held.items()}
    try:
        files = catalog_files(place.path)
    except CatalogInvalid:  # a folder without one
        return {}
    return {PurePosixPath(one): partial(bytes_of, one, _MOST_BYTES) for one in files}


def _texts(place: Place) -> dict[str, bytes]:
    """Return the files in Markdown that stand in a folder itself, by the name that messages call them by."""
    from ..exchange.decoding import LARGEST
    from ..store.foreign import bytes_of
    from ..store.revisions import contents_at

    if place.revision:
        held = contents_at(place.revision, place.path, lambda one: len(one.parts) == 1 and _is_list(one), LARGEST) or {}
        return {f"{place.name.rstrip('/')}/{path}": content for path, content in held.items()}
    files = sorted(one for one in place.path.iterdir() if _is_list(one) and one.is_file())
    return {str(one): bytes_of(one, LARGEST) for one in files}


def _is_list(path: PurePath) -> bool:
    return path.name.lower().endswith(_LISTS) and not path.name.startswith(".")
