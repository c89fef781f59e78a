"""Which entries a person asked for: one set of filters for every command that selects.

Layer: services. Values of one filter are alternatives, different filters must all hold.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..errors import WrongUsage
from ..model.brief import Brief, Record
from ..model.catalog import Catalog
from ..model.text import fold

if TYPE_CHECKING:
    from ..model.terms import Terms

PERMISSIVE = frozenset(
    {"MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unlicense", "0BSD", "CC0-1.0", "CC-BY-4.0", "CC-BY-3.0"}
)
KINDS = ("method", "dataset", "benchmark", "survey", "list", "blog", "insight", "model", "code", "tool")
PARTS = ("code", "data", "model", "prompts")
NEEDS = ("cpu", "endpoint", "image-endpoint", "local-gpu")
_DAY = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"
_YEARS = r"([0-9]{4})?\.\.([0-9]{4})?|([0-9]{4})"


class Years(NamedTuple):
    """A range of years, open where a side is None."""

    first: int | None
    last: int | None

    def admits(self, year: int | None) -> bool:
        """Whether `year` is known and lies within."""
        return year is not None and (self.first is None or year >= self.first) and (self.last is None or year <= self.last)


class Selection(NamedTuple):
    """The filters resolved to the catalog's own ids; an empty one admits everything."""

    # Each field is empty where its filter was not given.
    categories: Collection[str] = ()
    kinds: Collection[str] = ()
    years: Sequence[Years] = ()
    organizations: Collection[str] = ()
    sectors: Sequence[Collection[str]] = ()
    open: Collection[str] = ()
    licences: Collection[str] = ()
    needs: Collection[str] = ()
    inputs: Collection[str] = ()
    models: Collection[str] = ()
    actions: Collection[str] = ()
    added_since: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether no filter was given."""
        return not any(self)

    def admits(self, brief: Brief) -> bool:
        """Whether `brief` satisfies every filter."""
        return (
            _meets(self.categories, brief.placements)
            and _meets(self.kinds, brief.kinds)
            and (not self.years or any(years.admits(brief.year) for years in self.years))
            and _meets(self.organizations, brief.values("organizations"))
            and all(_meets(sector, brief.values("organizations")) for sector in self.sectors)
            and (not self.open or any(_is_released(brief, part) for part in self.open))
            and _meets(self.licences, _licences(brief))
            and (not self.needs or _suffices(self.needs, brief))
            and _meets(self.inputs, brief.values("input"))
            and _meets(self.models, brief.values("models"))
            and _meets(self.actions, brief.values("actions"))
            and brief.added >= self.added_since  # ISO dates sort as text, a month before its days
        )


def select(catalog: Catalog, selection: Selection) -> tuple[Brief, ...]:
    """Return the entries that match every given filter, in catalog order."""
    if selection.is_everything:
        return catalog.briefs
    return tuple(brief for brief in catalog.briefs if selection.admits(brief))


def resolve_selection(
    catalog: Catalog,
    *,
    category: Sequence[str] = (),
    kind: Sequence[str] = (),
    year: Sequence[str] = (),
    organization: Sequence[str] = (),
    open: Sequence[str] = (),
    licence: Sequence[str] = (),
    needs: Sequence[str] = (),
    input: Sequence[str] = (),
    model: Sequence[str] = (),
    action: Sequence[str] = (),
    industrial: bool = False,
    academic: bool = False,
    added_since: str | None = None,
    sign: str = "--{}",
) -> Selection:
    """Return the filters as a person wrote them in the catalog's own ids; a category brings its children.

    `needs` is what is at hand; `sign` is how a filter is written in a complaint. Closed words (kind, open, licence, needs, input) may
    be separated by commas.

    Raises:
        WrongUsage: a value is not known; the near ones are named.
    """
    from .naming import choose, resolve

    terms = catalog.terms
    sectors = [sector for asked, sector in ((industrial, "industry"), (academic, "academia")) if asked]
    return Selection(
        categories=_with_children(terms, resolve(terms, "category", category, sign.format("category"))),
        kinds=choose(KINDS, _split(kind), sign.format("kind")),
        years=tuple(_years(text, sign.format("year")) for text in year),
        organizations=resolve(terms, "organization", organization, sign.format("organization")),
        sectors=tuple(_members(terms, sector) for sector in sectors),
        open=choose(PARTS, _split(open), sign.format("open")),
        licences=_resolve_licences(catalog, licence, sign.format("licence")),
        needs=choose(NEEDS, _split(needs), sign.format("needs")),
        inputs=known_materials(terms, input, sign.format("input")),
        models=resolve(terms, "model", model, sign.format("model")),
        actions=resolve(terms, "action", action, sign.format("action")),
        added_since=_date(added_since, sign.format("added-since")) if added_since is not None else "",
    )


def _meets(wanted: Collection[str], held: Iterable[str]) -> bool:
    return not wanted or any(value in wanted for value in held)


def _is_released(brief: Brief, part: str) -> bool:
    access = brief.record["openness"].get(part)
    return bool(access) and access["state"] == "released"


def _licences(brief: Brief) -> list[str]:
    """Return the licences of everything released, folded."""
    return [fold(part["licence"]) for part in _licensed_parts(brief) if part["state"] == "released"]


def _licensed_parts(brief: Brief) -> tuple[Record, ...]:
    return (*brief.record["openness"].values(), *brief.record["artifacts"])


def _suffices(at_hand: Collection[str], brief: Brief) -> bool:
    """Whether everything the work needs is at hand; a CPU always is, and unknown needs are not met."""
    needed = brief.values("needs")
    return bool(needed) and all(need == "cpu" or need in at_hand for need in needed)


def _split(values: Iterable[str]) -> list[str]:
    """Return the parts between commas; a value without any stays, so that it is complained of."""
    return [part for value in values for part in ([part for part in value.split(",") if part.strip()] or [value])]


def _years(text: str, what: str) -> Years:
    match = re.fullmatch(_YEARS, text.strip())
    if not match or not any(match.groups()):
        raise WrongUsage(f"{what}: {text!r} is not a year or a range.", "Write 2024, 2024.. (from then on), ..2023 or 2023..2024.")
    first, last, single = (int(group) if group else None for group in match.groups())
    if first is not None and last is not None and first > last:
        raise WrongUsage(f"{what}: {text!r} ends before it begins.", f"Write {last}..{first}.")
    return Years(first, last) if single is None else Years(single, single)


def _date(text: str, what: str) -> str:
    """Return a day, month or year as ISO writes it.

    Raises:
        WrongUsage: it is none.
    """
    import datetime

    match = re.fullmatch(_DAY, text.strip())
    try:
        day = match and datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        day = None
    if not match or not day:
        raise WrongUsage(f"{what}: {text!r} is not a date.", "Write 2026-11-23, 2026-11 or 2026.")
    return match[0]


def _members(terms: "Terms", sector: str) -> frozenset[str]:
    """Return the organisations of `sector`; a set that nothing meets where there are none."""
    return frozenset(key for key, record in terms.of("organization").items() if record["sector"] == sector) or frozenset({""})


def known_licences(catalog: Catalog, wanted: Iterable[str], what: str) -> tuple[str, ...]:
    """Return the licences `wanted` as the catalog spells them: those it names, the permissive ones, and ``permissive`` itself.

    Raises:
        WrongUsage: a licence is none of them; `what` names the option.
    """
    from .naming import choose

    words = _split(wanted)
    if not words:
        return ()
    named = (part["licence"] for brief in catalog.briefs for part in _licensed_parts(brief))
    return choose(("permissive", *named, *sorted(PERMISSIVE)), words, what)


def known_materials(terms: "Terms", wanted: Iterable[str], what: str) -> tuple[str, ...]:
    """Return the ids of the materials `wanted`, which may be separated by commas.

    Raises:
        WrongUsage: a material is not known; `what` names the option.
    """
    from .naming import resolve

    return resolve(terms, "material", _split(wanted), what)


def _resolve_licences(catalog: Catalog, wanted: Sequence[str], what: str) -> frozenset[str]:
    """Return the licences `wanted`, folded, with all that ``permissive`` stands for."""
    chosen = known_licences(catalog, wanted, what)
    return frozenset(fold(name) for one in chosen for name in (PERMISSIVE if one == "permissive" else (one,)))


def _with_children(terms: "Terms", chosen: Collection[str]) -> frozenset[str]:
    if not chosen:
        return frozenset()
    return frozenset(category for category in terms.of("category") if any(parent in chosen for parent in terms.ancestry(category)))
