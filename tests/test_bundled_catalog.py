"""The bundled catalog against the source list: works, placements, links and quantities; names that lead to one work; entries that print."""

import io
import re
from collections import Counter
from typing import Any

import pytest
import tomli

from awesome_mm.errors import EntryMissing
from awesome_mm.formats.registry import WRITERS, writer
from awesome_mm.model.entry import Entry, Kind
from awesome_mm.model.identifiers import arxiv_id_in
from awesome_mm.model.text import LANGUAGES, fold, printable, squash
from awesome_mm.model.written_numbers import numbers_in
from awesome_mm.services.asking import ask
from awesome_mm.services.naming import find_entry
from awesome_mm.services.search import rank
from awesome_mm.store.decode import Faults, decode
from awesome_mm.store.encode import encode
from awesome_mm.store.places import bundled_catalog
from awesome_mm.views.entry_page import show_report
from tests.bundled import (
    IDS,
    INDEX,
    catalog,
    decoded,
    entries_by_id,
    exactly,
    family_of,
    measured_numbers,
    stated_numbers,
    walk,
    written,
)

_OPENREVIEW = re.compile(r"openreview\.net/\w+\?id=([\w-]+)")
# Magnitudes, trends and scales that the list only mentions stand in the catalog's texts: "billion-scale", "from 1M to 6M".
_MENTIONED = {("bytemorph", 1_000_000), ("bytemorph", 3_000_000), ("textssr", 1_000_000), ("comm", 0), ("comm", 1)}
MEASURED = [
    one
    for one in INDEX["quantities"]
    if family_of(one["unit"]) and one["number"] != 10**9 and (one["work"], one["number"]) not in _MENTIONED
]
# What the source list's statistics say of its sections.
CLAIMED = {
    "industrial-reports": 9,
    "image-generation": 4,
    "image-editing": 4,
    "compositional": 1,
    "interleaved": 1,
    "think-with-image": 1,
    "text-enhancement": 16,
    "interleaved-datasets": 4,
    "domain-datasets": 2,
    "editing-datasets": 4,
    "general-datasets": 4,
}


def canonical(address: str) -> str:
    """Return what `address` points at, however it is written: an arXiv or OpenReview id, or a bare lower-case URL."""
    if arxiv := arxiv_id_in(address):
        return arxiv
    if review := _OPENREVIEW.search(address):
        return review[1].casefold()
    return address.casefold().removeprefix("https://").removeprefix("http://").rstrip("/")


def linked(entry: Entry) -> set[str]:
    """Return what the links of `entry` and of its artifacts point at."""
    every = [entry.links, *(artifact.links for artifact in entry.artifacts)]
    return {canonical(address) for links in every for addresses in links.by_kind().values() for address in addresses}


def names_of(entry: Entry) -> set[str]:
    """Return every squashed name of `entry` and of what it makes."""
    made = (name for artifact in entry.artifacts for name in (artifact.name, *artifact.aliases))
    return {squash(name) for name in (entry.id, entry.name, entry.title, *entry.aliases, *made)}


def test_the_catalog_is_toml_1_0() -> None:
    """The standard library reads the catalog, and reads what the package reads."""
    assert written() == tomli.loads(bundled_catalog().read_text(encoding="utf-8"))


def test_the_catalog_holds_the_works_of_the_list() -> None:
    """The 51 works of the source list, each once, stand in 58 placements."""
    placements = sum(len(entry.categories) for entry in decoded().entries)

    assert sorted(entry.id for entry in decoded().entries) == sorted(IDS)
    assert (len(decoded().entries), placements) == (51, 58)


def test_the_kinds_are_those_of_the_list() -> None:
    """Methods, datasets, benchmarks, insights, surveys, lists and blogs are as many as the list has."""
    kinds = Counter(entry.kind for entry in decoded().entries)

    assert kinds == {
        Kind.METHOD: 28,
        Kind.DATASET: 8,
        Kind.BENCHMARK: 6,
        Kind.INSIGHT: 2,
        Kind.SURVEY: 2,
        Kind.LIST: 3,
        Kind.BLOG: 2,
    }


@pytest.mark.parametrize("entry_id", IDS)
def test_a_work_stands_where_the_list_has_it(entry_id: str) -> None:
    """The categories of an entry are the list's placements, in the list's order."""
    assert list(entries_by_id()[entry_id].categories) == INDEX["works"][entry_id]["placements"]


def test_a_category_orders_the_works_placed_in_it() -> None:
    """The print order of a category names the works that stand in it, each once, and no other."""
    placed = {name: sorted(entry.id for entry in decoded().entries if name in entry.categories) for name in decoded().vocabularies.category}

    assert {name: sorted(category.order) for name, category in decoded().vocabularies.category.items()} == placed


def test_a_category_prints_in_the_order_of_the_list() -> None:
    """Works that are printed first in a category follow one another as in the list."""
    for name, category in decoded().vocabularies.category.items():
        own = [one for one in IDS if INDEX["works"][one]["placements"][0] == name]
        assert [one for one in category.order if one in own] == own, name


def test_a_category_keeps_the_count_that_the_list_claims() -> None:
    """What the list's statistics say of a section is kept beside what it holds."""
    categories = decoded().vocabularies.category

    assert {name: category.claimed for name, category in categories.items() if category.claimed is not None} == CLAIMED


@pytest.mark.parametrize(("entry_id", "link"), [(one, link) for one, work in INDEX["works"].items() for link in work["links"]])
def test_a_link_of_the_list_is_kept_or_disputed(entry_id: str, link: str) -> None:
    """Every link of the list is found in canonical form, or a dispute of the entry names it."""
    entry = entries_by_id()[entry_id]
    disputed = any(canonical(link) in dispute.listed.casefold() for dispute in entry.disputes if dispute.field.startswith("links."))

    assert canonical(link) in linked(entry) or disputed


@pytest.mark.parametrize("quantity", MEASURED, ids=lambda one: f"{one['work']}-{one['line']}-{one['number']}")
def test_what_the_list_measures_is_measured_in_the_catalog(quantity: dict[str, Any]) -> None:
    """A quantity of data, tokens, rates or lengths stands in a claim in such a unit, or as what the list says in a dispute."""
    entry = entries_by_id()[quantity["work"]]
    number, family = exactly(quantity["number"]), family_of(quantity["unit"])

    disputed = {one for dispute in entry.disputes for one in numbers_in(dispute.listed)}

    assert (family, number) in set(measured_numbers(entry)) or number in disputed, quantity["text"]


@pytest.mark.parametrize("quantity", INDEX["quantities"], ids=lambda one: f"{one['work']}-{one['line']}-{one['number']}")
def test_a_quantity_of_the_list_is_in_the_catalog(quantity: dict[str, Any]) -> None:
    """Every quantity that the list gives for a work stands in its claims, or is stated in its notes or disputes."""
    assert exactly(quantity["number"]) in set(stated_numbers(entries_by_id()[quantity["work"]])), quantity["text"]


def test_the_lists_own_statistics_are_kept() -> None:
    """Every number that the list states of itself, and the length it asks of a description, stand in the head."""
    head = decoded().head
    sentences = {number for rule in head.rules for number in numbers_in(rule.said("en"))}
    kept = {statistic.value for statistic in head.statistics}

    missing = [
        one["text"] for one in INDEX["statistics"] if exactly(one["number"]) not in (kept if one["unit"] != "sentences" else sentences)
    ]

    assert missing == []


def test_a_statistic_of_a_section_is_what_the_category_claims() -> None:
    """What the head says the list counts in a section is what the section's category says it claims."""
    claimed = {statistic.category: statistic.value for statistic in decoded().head.statistics if statistic.category}

    assert claimed == CLAIMED


@pytest.mark.parametrize("entry_id", IDS)
def test_a_work_is_found_by_every_name_the_list_uses(entry_id: str) -> None:
    """Whatever either list calls a work or a row of it leads to its entry: by name, and as the first hit of a search."""
    names = INDEX["works"][entry_id]["names"]

    lost = [name for name in names if found_as(name) != entry_id]
    astray = [name for name in names if [hit.brief.id for hit in rank(catalog(), ask(catalog(), name)).hits][:1] != [entry_id]]

    assert (lost, astray) == ([], [])


def found_as(name: str) -> str:
    """Return the id of the entry that `name` leads to, or the complaint that none does."""
    try:
        return find_entry(catalog(), name)
    except EntryMissing as missing:
        return missing.message


@pytest.mark.parametrize("entry_id", IDS)
def test_an_alias_is_a_name_of_this_work_alone(entry_id: str) -> None:
    """No alias repeats the entry's own name, or is the name of another work, an organisation, a category or a model."""
    entry = entries_by_id()[entry_id]
    names = {fold(name) for name in (entry.name, entry.id, entry.title)}
    aliases = [fold(alias) for alias in entry.aliases]
    others = {name for other in decoded().entries if other is not entry for name in names_of(other)}
    terms = {
        squash(form)
        for vocabulary in ("organization", "category", "model")
        for term in catalog().terms.of(vocabulary)
        for form in catalog().terms.written_forms(vocabulary, term)
    }

    assert len(names | set(aliases)) == len(names) + len(aliases)
    assert not names_of(entry) & others
    assert not {squash(alias) for alias in entry.aliases} & terms


@pytest.mark.parametrize("vocabulary", ["category", "organization", "model"])
def test_a_written_form_names_one_term(vocabulary: str) -> None:
    """No two terms of a vocabulary share an id, a name or an alias, so that a filter never has to guess."""
    forms = Counter(
        form
        for term in catalog().terms.of(vocabulary)
        for form in {squash(term), *(squash(form) for form in catalog().terms.written_forms(vocabulary, term))}
    )

    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("vocabulary", ["organization", "model", "unit", "action", "measure", "material"])
def test_every_term_is_used(vocabulary: str) -> None:
    """The vocabularies hold no term that no entry uses."""
    used = {one for entry in decoded().entries for one in walk(entry) if isinstance(one, str)}

    assert set(getattr(decoded().vocabularies, vocabulary)) - used == set()


@pytest.mark.parametrize("entry_id", IDS)
def test_an_entry_survives_encoding(entry_id: str) -> None:
    """Decoding what was encoded gives the same entry, without a fault."""
    entry = entries_by_id()[entry_id]
    faults = Faults()

    again = decode(Entry, encode(entry), (entry_id,), faults)

    assert faults.found == []
    assert again == entry


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", WRITERS)
@pytest.mark.parametrize("entry_id", IDS)
def test_an_entry_prints(entry_id: str, format: str, language: str) -> None:
    """Every entry is shown in every format and both languages, by its name and without control characters."""
    entry = catalog().entry(entry_id)
    out = io.StringIO()

    writer(format, out)(show_report(catalog(), [entry], language, encode), out)

    assert entry.name in out.getvalue()
    assert printable(out.getvalue()) == out.getvalue().replace("\r\n", "\n")
