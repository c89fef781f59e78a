"""What a check is, and what it finds.

Layer: services.
"""

from __future__ import annotations

import hashlib
import os.path
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ...model.taxonomy import Text

if TYPE_CHECKING:
    from .subject import Case, Subject


_PLACE = re.compile(r"\bline \d+|(?<=\.md):\d+|\bholds \d+|\b\d+ kB")  # what changes while the fault stays


class Severity(StrEnum):
    """How sure it is that something is wrong: untrue or broken, or worth a look."""

    ERROR = "error"
    WARNING = "warning"


class Group(StrEnum):
    """What a check is about."""

    IDENTITY = "identity"
    TIME = "time"
    TRUTH = "truth"
    ARITHMETIC = "arithmetic"
    LANGUAGE = "language"
    LINKS = "links"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A repair of a text: on `line` of its file, `old` becomes `new`, everywhere on that line."""

    line: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFields:
    """A repair of a catalog: the fields of the table of `section` called `one` that get other values, as plain data."""

    section: str
    one: str
    values: Mapping[str, Any]


Repair = Replacement | NewFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that is not so: what is there (`message`), what would do (`fix`), and where.

    Of a text `path` and `line` are known, of a catalog the `key` path; `lines` are all lines where the very same was found.
    """

    code: str
    severity: Severity
    message: Text
    fix: Text
    path: str = ""
    line: int = 0
    lines: tuple[int, ...] = ()
    key: tuple[str | int, ...] = ()
    entry: str = ""
    field: str = ""
    repairs: tuple[Repair, ...] = dataclass_field(default=(), compare=False)

    @property
    def fingerprint(self) -> str:
        """What it is known by when its line has changed: 16 hexadecimal digits."""
        message = _PLACE.sub("", self.message.en or "")
        path = "" if self.key else os.path.normpath(self.path)  # an entry's id says enough, in whatever file it stands
        known = f"{self.code}\0{path}\0{self.entry}\0{self.field}\0{message}"
        return hashlib.sha256(known.encode()).hexdigest()[:16]


Files = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check: its stable `code`, what it finds in a sentence (`about`), why that matters, and files of which one is unsound.

    One that is not `is_on` runs when it is selected by name. One that is `of_text` needs no entries: it runs where a folding that is not
    closed hides which there are. `find` looks at a list or a catalog; a check without one is made elsewhere (while reading, or on the
    network).
    """

    code: str
    group: Group
    severity: Severity
    about: Text
    why: str
    unsound: Files
    sound: Files
    find: Callable[[Subject], Iterable[Finding]] | None = None
    is_on: bool = True
    of_text: bool = False
    is_online: bool = False
    fixes: bool = False

    def of(
        self,
        case: Case,
        message: Text,
        fix: Text,
        *,
        field: str = "",
        repairs: tuple[Repair, ...] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """Return the finding that concerns `field` of the entry in `case`; as severe as the check's are, unless it is said."""
        parts = [int(part) if part.isdecimal() else part for part in field.split(".")] if field else []
        key: tuple[str | int, ...] = (*case.key, *parts) if case.key else ()
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            message=message,
            fix=fix,
            path=case.path,
            line=case.line,
            key=key,
            entry=case.entry.id,
            field=field,
            repairs=repairs,
        )

    def at(self, path: str, line: int, message: Text, fix: Text, *, entry: str = "", repairs: tuple[Repair, ...] = ()) -> Finding:
        """Return the finding at a line of a text."""
        return Finding(code=self.code, severity=self.severity, message=message, fix=fix, path=path, line=line, entry=entry, repairs=repairs)

    def under(self, key: tuple[str | int, ...], message: Text, fix: Text, *, repairs: tuple[Repair, ...] = ()) -> Finding:
        """Return the finding at a key path of a catalog that belongs to no entry."""
        field = ".".join(map(str, key))
        return Finding(code=self.code, severity=self.severity, message=message, fix=fix, key=key, field=field, repairs=repairs)


Told = tuple[Text, Text]  # what is there, and what would do


def said(en: str, zh: str) -> Text:
    """Return a text in both languages."""
    return Text(en=en, zh=zh)
