"""Counts of the survey by every facet."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Access, Artifact, ArtifactKind, Dispute, Kind, Need, Openness, State
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.services.stats import Count, Stats, count_categories, count_facets
from tests.factories import make_catalog, make_method, make_stage, make_text


def counted(catalog: Catalog) -> Stats:
    """Return the counts over the whole catalog."""
    return count_facets(catalog, catalog.briefs)


def counts(catalog: Catalog, facet: str) -> dict[str, int]:
    """Return the number of works by key, in order."""
    return {count.key: count.count for count in counted(catalog).groups[facet]}


def categories(catalog: Catalog) -> dict[str, Count]:
    """Return the counts of the categories by id."""
    return {count.key: count for count in count_categories(catalog.terms, catalog.briefs)}


def test_a_work_counts_once_in_a_category() -> None:
    """A work that stands twice below a parent is one work of the parent, and named once."""
    by_id = categories(make_catalog(make_method("a", categories=("editing", "text"), also_in=("methods",))))

    assert by_id["methods"].ids == ("a",)
    assert by_id["methods"].count == by_id["editing"].count == by_id["text"].count == 1


def test_claims_stand_beside_the_whole_alone() -> None:
    """What the list claims is of all its entries, so beside a part of them nothing is claimed."""
    catalog = make_catalog(make_method("a"), make_method("b"))

    whole, part = (count_facets(catalog, briefs).groups["category"] for briefs in (catalog.briefs, catalog.briefs[:1]))

    assert [count.claimed for count in whole if count.key == "editing"] == [4]
    assert {count.claimed for count in part} == {None}


def test_a_parent_is_the_union_of_its_children() -> None:
    """The works of a parent are those of its children together, so that sums may exceed it."""
    catalog = make_catalog(make_method("a", categories=("editing", "text")), make_method("b", categories=("text",)), make_method("c"))
    by_id = categories(catalog)

    assert by_id["methods"].ids == ("a", "b", "c")
    assert by_id["editing"].ids == ("a", "c")
    assert by_id["text"].ids == ("a", "b")


def test_placed_counts_the_lists_own_placements() -> None:
    """What we place ourselves counts, but not as the list's own placement, in a category as in its parents."""
    by_id = categories(make_catalog(make_method("a", also_in=("text",)), make_method("b", categories=("text",))))

    assert (by_id["text"].count, by_id["text"].placed) == (2, 1)
    assert (by_id["editing"].count, by_id["editing"].placed) == (1, 1)
    assert (by_id["methods"].count, by_id["methods"].placed) == (2, 2)


def test_claims_stand_beside_the_counts() -> None:
    """What the source list claims is carried along, and absent where it claims nothing."""
    by_id = categories(make_catalog(make_method("a")))

    assert (by_id["editing"].claimed, by_id["text"].claimed) == (4, None)


def test_categories_keep_the_catalogs_order_and_the_empty_ones() -> None:
    """Every category is counted, empty ones as 0, in the order of the catalog."""
    assert counts(make_catalog(make_method("a")), "category") == {"methods": 1, "editing": 1, "text": 0}


def test_kinds_count_the_work_under_each() -> None:
    """A work counts once under every kind it is; what it makes is no kind of the work."""
    made = Artifact(id="x", name="X", kind=ArtifactKind.BENCHMARK, state=State.RELEASED)
    catalog = make_catalog(make_method("a", also=(Kind.DATASET,), artifacts=(made,)), make_method("b", kind=Kind.DATASET), make_method("c"))

    assert counts(catalog, "kind") == {"method": 2, "dataset": 2}


def test_years_stand_in_order() -> None:
    """Years rise, and the undated stand last."""
    dates = {"a": "2025-01", "b": None, "c": "2023", "d": "2025-06-01"}
    catalog = make_catalog(*(make_method(one, published=date) for one, date in dates.items()))

    assert counts(catalog, "year") == {"2023": 1, "2025": 2, "unknown": 1}
    assert list(counts(catalog, "year")) == ["2023", "2025", "unknown"]


def test_other_facets_stand_by_size() -> None:
    """The largest come first; equal ones stand as they first came."""
    catalog = make_catalog(
        make_method("a", organizations=("tongji",)),
        make_method("b", organizations=("bytedance",)),
        make_method("c", organizations=("bytedance",)),
    )

    assert list(counts(catalog, "organization").items()) == [("bytedance", 2), ("tongji", 1)]


def full_method(entry_id: str, **given: Any) -> Any:
    """Return a method with something for every facet, some of it twice."""
    judge = UsedModel(id="gpt-4v", role=Role.JUDGE)
    return make_method(
        entry_id,
        stages=(make_stage(models=(judge, judge)), make_stage("again", models=(judge,)), make_stage("last", action="filter")),
        needs=(Need.CPU, Need.ENDPOINT),
        openness=Openness(code=Access(state=State.RELEASED), data=Access(state=State.PROMISED)),
        **given,
    )


def test_models_actions_needs_and_openness_count_works() -> None:
    """A model or an action that a work uses twice is still one work's."""
    catalog = make_catalog(full_method("a"), make_method("b"))

    assert counts(catalog, "model") == {"gpt-4v": 1}
    assert counts(catalog, "action") == {"generate": 1, "filter": 1}
    assert counts(catalog, "needs") == {"cpu": 1, "endpoint": 1}
    assert counts(catalog, "openness") == {"code:released": 1, "data:promised": 1}


def test_totals() -> None:
    """The totals count works, placements of the list, artifacts, and what is used by any of them."""
    made = Artifact(id="x", name="X", kind=ArtifactKind.DATASET, state=State.RELEASED)
    dispute = Dispute(field="published", listed="2024", reason=make_text())
    catalog = make_catalog(
        full_method("a", categories=("editing", "text"), organizations=("tongji", "bytedance"), artifacts=(made,)),
        make_method("b", also_in=("text",), organizations=("tongji",), links={"arxiv": ("2503.08741",)}, disputes=(dispute,)),
    )

    assert counted(catalog).totals == {
        "entries": 2,
        "placements": 3,
        "artifacts": 1,
        "organizations": 2,
        "models": 1,
        "with_arxiv": 1,
        "with_stages": 1,
        "disputed": 1,
    }


def test_only_the_given_works_are_counted() -> None:
    """Filters reach the counts: what is not among the works given does not count."""
    catalog = make_catalog(make_method("a"), make_method("b", categories=("text",)))

    stats = count_facets(catalog, [catalog.brief(1)])

    assert stats.totals["entries"] == 1
    assert {count.key: count.ids for count in stats.groups["category"]} == {"methods": ("b",), "editing": (), "text": ("b",)}


def test_no_entries_count_as_nothing() -> None:
    """An empty catalog has all groups, its categories at 0, and totals of 0."""
    stats = counted(make_catalog())

    assert set(stats.totals.values()) == {0}
    assert [count.count for count in stats.groups["category"]] == [0, 0, 0]
    assert all(group == () for facet, group in stats.groups.items() if facet != "category")
    assert list(stats.groups) == ["category", "kind", "year", "organization", "openness", "model", "action", "needs"]


PLACEMENTS = st.lists(st.sampled_from(("methods", "editing", "text")), min_size=1, max_size=3, unique=True).map(tuple)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(PLACEMENTS, PLACEMENTS), max_size=5))
def test_counts_never_exceed_the_works(placements: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:
    """However works are placed, no group counts one twice, and a parent holds just what it and its children hold."""
    entries = (make_method(f"e{number}", categories=own, also_in=ours) for number, (own, ours) in enumerate(placements))
    by_id = categories(make_catalog(*entries))

    assert all(len(set(count.ids)) == count.count <= len(placements) for count in by_id.values())
    assert all((count.placed or 0) <= count.count for count in by_id.values())
    assert by_id["methods"].count == len(placements)
    assert set(by_id["editing"].ids) | set(by_id["text"].ids) <= set(by_id["methods"].ids)
