"""Every address of a list or a catalog, with the place where it stands. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model.identifiers import address

if TYPE_CHECKING:
    from ...model.entry import Links
    from ...model.taxonomy import Text
    from .finding import Check, Finding, Repair
    from .subject import Case, Subject


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where an address stands: on a line of a text, or in a field of an entry of a catalog."""

    path: str = ""
    line: int = 0
    label: str = ""
    case: Case | None = None
    field: str = ""

    def finding(self, check: Check, message: Text, fix: Text, repairs: tuple[Repair, ...] = ()) -> Finding:
        """Return what `check` finds here."""
        if self.case:
            return check.of(self.case, message, fix, field=self.field, repairs=repairs)
        return check.at(self.path, self.line, message, fix, repairs=repairs)


def all_addresses(subject: Subject) -> Iterator[tuple[Spot, str]]:
    """Yield the addresses of a subject, in order; of a text as they are written, of a catalog also where identifiers lead."""
    for text in subject.texts:
        for link in text.links:
            if link.target.strip() and not link.is_image:
                yield Spot(path=text.path, line=link.line, label=link.label), link.target.strip()
    for case in subject.cases if subject.is_catalog else ():
        yield from _of_links(case, case.entry.links, "links")
        for place, artifact in enumerate(case.entry.artifacts):
            yield from _of_links(case, artifact.links, f"artifacts.{place}.links")


def _of_links(case: Case, links: Links, field: str) -> Iterator[tuple[Spot, str]]:
    for kind, values in links.by_kind().items():
        for value in values:
            yield Spot(case=case, field=f"{field}.{kind}"), address(kind, value)
