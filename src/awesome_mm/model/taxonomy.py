"""The catalog's head and its vocabularies: categories, organisations, models, units and the like.

Layer: model. Open vocabularies are data in the catalog; closed ones are enums in ``facts``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from .constraints import CategoryId, Day, EntryId, Filled, OneOrMore, OrganizationId, Slug, WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in English and Chinese, or in one of them, which then stands in for the other."""

    en: Filled | None = None
    zh: Filled | None = None

    @property
    def both(self) -> tuple[str, str]:
        """The English and the Chinese text; ``""`` for the one that is missing."""
        return (self.en or "", self.zh or "")

    def said(self, language: str) -> str:
        """Return the text in `language`, or in the one it has."""
        return (self.zh if language == "zh" else self.en) or self.en or self.zh or ""


class Sector(StrEnum):
    """What an organisation is, as far as ``--industrial`` and ``--academic`` ask."""

    INDUSTRY = "industry"
    ACADEMIA = "academia"
    NONPROFIT = "nonprofit"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """What the source list states of itself as a whole: a number, and the category that it counts where there is one."""

    id: Slug
    label: Text
    value: int
    or_more: bool = False
    category: CategoryId | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Prose of a list beside its entries (news, how to cite, thanks), as Markdown; it stands `after` the entries or before them."""

    text: Text
    title: Text | None = None
    after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the catalog is, and of which day: what belongs in it (`scope`), how to add to it (`rules`), what the list counts.

    `sections` are the prose of an imported list.
    """

    schema: int
    title: Text
    as_of: Day
    licence: str = "unknown"
    source: WebAddress | None = None
    scope: tuple[Text, ...] = ()
    rules: tuple[Text, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a vocabulary: an action, a measure or a material."""

    name: Text
    aliases: tuple[Filled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A section of the survey: `order` is the print order of its entries, `claimed` what the source list says it holds.

    `compares` names what the categories directly below tell apart, such as how the image is treated: a row of ``compare``.
    """

    title: Text
    parent: CategoryId | None = None
    introduction: Text | None = None
    aliases: tuple[Filled, ...] = ()
    order: tuple[EntryId, ...] = ()
    claimed: int | None = None
    compares: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A company, university or institute."""

    name: Text
    sector: Sector
    aliases: tuple[Filled, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model that a pipeline uses."""

    name: Text
    aliases: tuple[Filled, ...] = ()
    organization: OrganizationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of quantities; `one` is its English singular; one that is not `written` leaves the number bare (a score)."""

    name: Text
    aliases: tuple[Filled, ...] = ()
    one: str | None = None
    written: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Words of either language that mean the same to a search: who writes one finds what says another."""

    forms: Annotated[tuple[Filled, ...], OneOrMore()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabularies:
    """All vocabularies of a catalog, each by id, in file order."""

    category: Mapping[str, Category] = field(default_factory=dict)
    organization: Mapping[str, Organization] = field(default_factory=dict)
    model: Mapping[str, Model] = field(default_factory=dict)
    unit: Mapping[str, Unit] = field(default_factory=dict)
    action: Mapping[str, Term] = field(default_factory=dict)
    measure: Mapping[str, Term] = field(default_factory=dict)
    material: Mapping[str, Term] = field(default_factory=dict)
    synonym: Mapping[str, Synonym] = field(default_factory=dict)
