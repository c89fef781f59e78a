"""What checks look at: a catalog, or a list in Markdown with all its languages; either as entries, each in its place.

Layer: services.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from ...model.text import squash
from .records import RecordsAtHand

if TYPE_CHECKING:
    from ...model.entry import Entry
    from ...model.list_text import ListAsWritten, ListText
    from ...model.taxonomy import Head, Vocabularies


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An entry as it stands in one place: in the catalog at `path` by its `key`, in a text by path and line, where it says `text`."""

    entry: Entry
    key: tuple[str, ...] = ()
    path: str = ""
    line: int = 0
    language: str = ""
    section: str = ""
    text: str = ""
    dated: str = ""
    refers: bool = False

    def disputes(self, field: str) -> bool:
        """Whether the entry itself says that `field` is in doubt."""
        return any(dispute.field == field or dispute.field.startswith(f"{field}.") for dispute in self.entry.disputes)


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A catalog (of which `path`, `head` and `vocabularies` are given) or a list (of which `written` is), and what is known besides.

    `files` says of a relative address (behind the path of its text and a NUL) whether there is such a file, and `anchors` which headings
    that file has; nothing is known of those that are not in there.
    """

    cases: tuple[Case, ...]
    path: str = ""
    head: Head | None = None
    vocabularies: Vocabularies | None = None
    written: ListAsWritten | None = None
    records: RecordsAtHand = field(default_factory=RecordsAtHand)
    today: date
    max_age: timedelta | None = None
    files: Mapping[str, bool] = field(default_factory=dict)
    anchors: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_catalog(self) -> bool:
        """Whether this is a catalog."""
        return self.head is not None

    @property
    def texts(self) -> tuple[ListText, ...]:
        """The texts of a list."""
        return self.written.texts if self.written else ()

    @cached_property
    def cases_by_entry(self) -> dict[str, list[Case]]:
        """Every work with the places where it stands."""
        found: dict[str, list[Case]] = {}
        for case in self.cases:
            found.setdefault(case.entry.id, []).append(case)
        return found

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the texts of a list, each once."""
        return tuple(dict.fromkeys(text.language for text in self.texts))

    def by_language(self, entry_id: str) -> dict[str, list[Case]]:
        """Return the places of a work by the language of the text they stand in."""
        found: dict[str, list[Case]] = {}
        for case in self.cases_by_entry[entry_id]:
            found.setdefault(case.language, []).append(case)
        return found

    @cached_property
    def namesakes(self) -> dict[str, Case]:
        """The works that one language alone has, each with the one of its name that another language alone has.

        Their ids differ, or they were known for one work.
        """
        alone: dict[str, dict[str, Case]] = {}
        for entry_id in self.cases_by_entry if len(self.languages) > 1 else ():
            held = self.by_language(entry_id)
            if len(held) == 1:
                ((language, cases),) = held.items()
                alone.setdefault(squash(cases[0].entry.name), {}).setdefault(language, cases[0])
        found = {}
        for cases_by_language in alone.values():
            for language, case in cases_by_language.items():
                other = next((one for its, one in cases_by_language.items() if its != language), None)
                if other:
                    found[case.entry.id] = other
        return found

    def wholes(self) -> Iterator[Entry]:
        """Yield every work once, with all that is said of it anywhere."""
        if self.written:
            yield from self.written.draft.entries
        else:
            yield from (case.entry for case in self.cases)


def cases_of_list(written: ListAsWritten) -> tuple[Case, ...]:
    """Return the works of a list in all their places, in the order of its texts."""
    order = {text.path: number for number, text in enumerate(written.texts)}
    return tuple(
        Case(
            entry=one.entry,
            path=one.path,
            line=one.line,
            language=one.language,
            section=one.section,
            text=one.text,
            dated=one.dated,
            refers=one.refers,
        )
        for one in sorted(written.appearances, key=lambda one: (order[one.path], one.line))
    )


def cases_of_catalog(entries: tuple[Entry, ...], path: str) -> tuple[Case, ...]:
    """Return the entries of the catalog at `path`, each in its place."""
    return tuple(Case(entry=entry, key=(entry.kind.value, entry.id), path=path) for entry in entries)
