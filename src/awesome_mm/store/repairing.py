"""Repairs of texts and catalogs that a check has worked out: each file read, changed in memory, and replaced whole.

Layer: store. A repair that does not fit what the file says now is left out; all other bytes stay.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import WriteFailed
from .changing import Change, read_files, replace_files
from .files import locked, replace_file
from .listing import catalog_files
from .places import writing_lock

_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_CODE_OR_COMMENT = re.compile(rf"{_CODE_SPAN.pattern}|<!--.*?-->")
# What may stand around an address that is replaced, so that no longer one is cut.
_BEGINS = r"(?<![\w:/.%#?=&@-])"
_ENDS = r"(?=$|[\s)\]>\"'<|，。；、）】])"


_LONE_RETURN = re.compile(rb"\r(?!\n)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*<?")


class LineEdit(NamedTuple):
    """On `line` (from 1) of a text, `old` becomes `new` wherever it stands whole."""

    line: int
    old: str
    new: str


def repair_text(path: Path, edits: Iterable[LineEdit]) -> int:
    """Make `edits` in the text at `path`, and return how many there was a place for.

    Raises:
        WriteFailed: another process holds the lock, the file changed meanwhile or is not UTF-8; nothing was written.
        OSError: it could not be written.
    """
    with locked(writing_lock()):
        content = path.read_bytes()
        if _LONE_RETURN.search(content):
            return 0  # Markdown ends a line there, and lines are what repairs are told by
        lines = _text(path, content).split("\n")  # a mark of byte order and carriage returns stay where they are
        done = sum(_edit(lines, edit) for edit in dict.fromkeys(edits))
        if not done:
            return 0
        if path.read_bytes() != content:
            raise WriteFailed(f"{path}: is being changed by somebody else.", "Try again.")
        replace_file(path, "\n".join(lines).encode())
    return done


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise WriteFailed(f"{path}: is not UTF-8, and only that is repaired.", "Convert it: iconv -t UTF-8.") from error


def _edit(lines: list[str], edit: LineEdit) -> bool:
    """Make an edit on its line, or where the address that stands there by name is defined; return whether there was a place for it."""
    is_region = edit.old.startswith("<!--")
    old = re.compile(re.escape(edit.old) if is_region else f"{_BEGINS}{re.escape(edit.old)}{_ENDS}")
    places = [edit.line - 1] if 0 < edit.line <= len(lines) and _spans(lines[edit.line - 1], old, is_region) else []
    places = places or ([] if is_region else _definitions(lines, old))
    for place in places:
        for start, end in reversed(_spans(lines[place], old, is_region)):
            lines[place] = lines[place][:start] + edit.new + lines[place][end:]
    return bool(places)


def _spans(line: str, old: re.Pattern[str], is_region: bool) -> list[tuple[int, int]]:
    """Return where `old` stands in a line outside of code, and unless it is a comment itself outside of comments."""
    quoted = [match.span() for match in (_CODE_SPAN if is_region else _CODE_OR_COMMENT).finditer(line)]
    found = (match.span() for match in old.finditer(line))
    return [(start, end) for start, end in found if not any(first <= start < last for first, last in quoted)]


def _definitions(lines: Sequence[str], address: re.Pattern[str]) -> list[int]:
    """Return the lines that define a name for an address, such as ``[1]: https://...``; blocks of code define nothing."""
    found, fence = [], ""
    for place, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and (name := _DEFINITION.match(line)) and address.match(line, name.end()):
            found.append(place)
    return found


def repair_catalog(path: Path, changes: Mapping[tuple[str, str], Mapping[str, Any]]) -> tuple[Path, ...]:
    """Replace fields of tables of the catalog at `path`, by section and id, and return the files written.

    Raises:
        CatalogInvalid: it cannot be read.
        WriteFailed: a table is written in a way in which that cannot be done, or another process holds the lock.
        OSError: a file could not be written.
    """
    with locked(writing_lock()):
        files = read_files(catalog_files(path))
        changed = []
        for file in files:
            own = {(section, one): values for (section, one), values in changes.items() if file.has(section, one)}
            if own:
                changed.append((file, file.changed(Change(fields={key: dict(values) for key, values in own.items()}))))
        _check_writable([file.path for file, _ in changed])
        replace_files([(file, content) for file, content in changed if content != file.content])
    return tuple(file.path for file, content in changed if content != file.content)


def _check_writable(paths: Sequence[Path]) -> None:
    from .places import bundled_catalog

    if any(path.resolve() == bundled_catalog().resolve() for path in paths) and "site-packages" in str(bundled_catalog()):
        raise WriteFailed(f"{paths[0]}: comes with the package.", "Repair a catalog of your own: `awesome-mm init`.")
