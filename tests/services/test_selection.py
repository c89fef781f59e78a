"""Filters: which entries a person asked for."""

from typing import Any

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Access, Artifact, ArtifactKind, Kind, Need, Openness, State
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.model.taxonomy import Organization, Sector
from awesome_mm.services.selection import Selection, resolve_selection, select
from tests.factories import make_catalog, make_method, make_stage, make_text, make_vocabularies


def chosen(catalog: Catalog, **filters: Any) -> list[str]:
    """Return the ids that the filters let through."""
    return [brief.id for brief in select(catalog, resolve_selection(catalog, **filters))]


def make_artifact(**given: Any) -> Artifact:
    """Return a released dataset."""
    return Artifact(**{"id": "made", "name": "Made", "kind": ArtifactKind.DATASET, "state": State.RELEASED, **given})


def catalog_of(**entries: dict[str, Any]) -> Catalog:
    """Return a catalog with one entry for each keyword."""
    return make_catalog(*(make_method(entry_id, **given) for entry_id, given in entries.items()))


def test_no_filter_admits_everything() -> None:
    """Without filters all entries come, in catalog order, and the selection knows it."""
    catalog = catalog_of(b={}, a={})

    assert chosen(catalog) == ["b", "a"]
    assert resolve_selection(catalog).is_everything


@pytest.mark.parametrize(
    "filters",
    [
        {"category": ["text"]},
        {"kind": ["method"]},
        {"year": ["2024"]},
        {"organization": ["bytedance"]},
        {"open": ["code"]},
        {"licence": ["MIT"]},
        {"needs": ["cpu"]},
        {"input": ["text"]},
        {"model": ["gpt-4v"]},
        {"industrial": True},
        {"academic": True},
    ],
)
def test_every_filter_filters(filters: dict[str, Any]) -> None:
    """An entry of which nothing is known passes no filter but that of its own category and kind."""
    catalog = make_catalog(make_method("bare", kind=Kind.BLOG))

    assert not resolve_selection(catalog, **filters).is_everything
    assert chosen(catalog, **filters) == []


@pytest.mark.parametrize("written", ["editing", "Image editing", "图像编辑", "edits"])
def test_a_category_in_any_name(written: str) -> None:
    """A category is named by slug, title or alias."""
    assert chosen(catalog_of(a={}, b={"categories": ("text",)}), category=[written]) == ["a"]


def test_a_parent_includes_its_children() -> None:
    """The entries of the children belong to the parent, at any depth."""
    vocabularies = make_vocabularies()
    vocabularies = make_vocabularies(
        category={**vocabularies.category, "local": type(vocabularies.category["text"])(title=make_text("Local"), parent="editing")}
    )
    entries = [make_method("a"), make_method("b", categories=("text",)), make_method("c", categories=("local",))]
    catalog = make_catalog(*entries, vocabularies=vocabularies)

    assert chosen(catalog, category=["methods"]) == ["a", "b", "c"]
    assert chosen(catalog, category=["editing"]) == ["a", "c"]
    assert chosen(catalog, category=["local"]) == ["c"]


def test_our_own_placements_count() -> None:
    """An entry stands in the categories of the list and in those we add."""
    catalog = catalog_of(a={"also_in": ("text",)}, b={})

    assert chosen(catalog, category=["text"]) == ["a"]


def test_a_kind_is_any_the_work_is_or_makes() -> None:
    """Further kinds and the kinds of artifacts are found as the first kind is."""
    catalog = catalog_of(
        own={"kind": Kind.DATASET},
        also={"also": (Kind.DATASET,)},
        makes={"artifacts": (make_artifact(),)},
        other={},
    )

    assert chosen(catalog, kind=["dataset"]) == ["own", "also", "makes"]
    assert chosen(catalog, kind=["Method"]) == ["also", "makes", "other"]


@pytest.mark.parametrize(
    ("years", "ids"),
    [
        (["2024"], ["b"]),
        (["2024.."], ["b", "c"]),
        (["..2024"], ["a", "b"]),
        (["2023..2024"], ["a", "b"]),
        (["2024..2024"], ["b"]),
        ([" 2024 "], ["b"]),
        (["2023", "2025.."], ["a", "c"]),
        (["..2022"], []),
    ],
)
def test_years_are_ranges_open_on_either_side(years: list[str], ids: list[str]) -> None:
    """A year, a range, an open range, or several of them; a work of unknown date is in none."""
    catalog = catalog_of(a={"published": "2023"}, b={"published": "2024-12-02"}, c={"published": "2025-01"}, unknown={})

    assert chosen(catalog, year=years) == ids


@pytest.mark.parametrize("written", ["..", "", "24", "2024-2025", "2024...2025", "20245", "abc", "2024..abc", "２０２４", "0x7e", "-2024"])
def test_what_is_no_year_is_wrong_usage(written: str) -> None:
    """Anything but four digits and two points is complained of, with the forms that would do."""
    with pytest.raises(WrongUsage, match="--year") as caught:
        resolve_selection(make_catalog(), year=[written])

    assert "2023..2024" in caught.value.fix


def test_a_range_that_ends_before_it_begins_is_wrong_usage() -> None:
    """Years the wrong way round would select nothing; the right way is named."""
    with pytest.raises(WrongUsage, match="ends before it begins") as caught:
        resolve_selection(make_catalog(), year=["2025..2023"])

    assert caught.value.fix == "Write 2023..2025."


def test_the_year_zero_is_a_year() -> None:
    """`0000` is a year without works, not an open range."""
    assert chosen(catalog_of(a={"published": "2024"}), year=["0000"]) == []


@pytest.mark.parametrize("written", ["bytedance", "字节跳动", "Seed"])
def test_an_organization_in_any_name(written: str) -> None:
    """An organisation is named by id, name or alias in either language."""
    catalog = catalog_of(a={"organizations": ("tongji", "bytedance")}, b={"organizations": ("tongji",)})

    assert chosen(catalog, organization=[written]) == ["a"]


def released(licence: str = "unknown", state: State = State.RELEASED) -> Access:
    """Return access under a licence."""
    return Access(state=state, licence=licence)


def test_open_is_what_is_released() -> None:
    """Promised, closed and unknown parts are not open; several parts are alternatives."""
    catalog = catalog_of(
        code={"openness": Openness(code=released())},
        data={"openness": Openness(data=released(), code=released(state=State.PROMISED))},
        closed={"openness": Openness(code=released(state=State.CLOSED), data=released(state=State.UNKNOWN))},
    )

    assert chosen(catalog, open=["code"]) == ["code"]
    assert chosen(catalog, open=["code,data"]) == chosen(catalog, open=["code", "data"]) == ["code", "data"]


def licensed() -> Catalog:
    """Return entries under several licences."""
    return catalog_of(
        mit={"openness": Openness(code=released("MIT"))},
        apache={"artifacts": (make_artifact(licence="Apache-2.0"),)},
        nc={"openness": Openness(data=released("CC-BY-NC-4.0"))},
        promised={"openness": Openness(code=released("MIT", State.PROMISED))},
        unknown={"openness": Openness(code=released())},
        bare={},
    )


@pytest.mark.parametrize(
    ("licences", "ids"),
    [
        (["MIT"], ["mit"]),
        (["mit"], ["mit"]),
        (["permissive"], ["mit", "apache"]),
        (["Permissive,CC-BY-NC-4.0"], ["mit", "apache", "nc"]),
        (["cc-by-nc-4.0"], ["nc"]),
        (["unknown"], ["unknown"]),
        (["BSD-3-Clause"], []),
    ],
)
def test_licences_of_what_is_released(licences: list[str], ids: list[str]) -> None:
    """A licence counts for parts and artifacts that are released; `permissive` stands for several and leaves out non-commercial ones."""
    assert chosen(licensed(), licence=licences) == ids


def test_an_unknown_licence_names_the_near() -> None:
    """A licence that is neither in the catalog nor permissive is wrong usage."""
    with pytest.raises(WrongUsage, match="--licence: 'apache' is not known") as caught:
        resolve_selection(licensed(), licence=["apache"])

    assert caught.value.fix == "Near: Apache-2.0."


@pytest.mark.parametrize(
    ("at_hand", "ids"),
    [
        (["cpu"], ["cpu"]),
        (["endpoint"], ["cpu", "endpoint"]),
        (["local-gpu"], ["cpu", "gpu"]),
        (["cpu,endpoint"], ["cpu", "endpoint"]),
        (["endpoint", "local-gpu"], ["cpu", "endpoint", "gpu", "both"]),
        (["image-endpoint"], ["cpu"]),
    ],
)
def test_needs_are_met_by_what_is_at_hand(at_hand: list[str], ids: list[str]) -> None:
    """Everything a work needs must be at hand; a CPU always is, and unknown needs are never met."""
    catalog = catalog_of(
        cpu={"needs": (Need.CPU,)},
        endpoint={"needs": (Need.CPU, Need.ENDPOINT)},
        gpu={"needs": (Need.LOCAL_GPU,)},
        both={"needs": (Need.ENDPOINT, Need.LOCAL_GPU)},
        unknown={},
    )

    assert chosen(catalog, needs=at_hand) == ids


@pytest.mark.parametrize("written", ["images", "图像", "Images,text", "text"])
def test_inputs_in_either_language(written: str) -> None:
    """A material is named in either language; several are alternatives."""
    catalog = catalog_of(a={"input": ("images", "text")}, b={})

    assert chosen(catalog, input=[written]) == ["a"]


@pytest.mark.parametrize("written", ["gpt-4v", "GPT 4V", "GPT-4 Vision"])
def test_models_of_any_stage(written: str) -> None:
    """A model is found in the stages and the steps inside them, by name or alias."""
    user = make_stage(models=(UsedModel(id="gpt-4v", role=Role.JUDGE),))

    assert chosen(catalog_of(a={"stages": (make_stage("outer", steps=(user,)),)}, b={"stages": (make_stage(),)}), model=[written]) == ["a"]


def by_sector() -> Catalog:
    """Return works of a company, of a university, of both and of nobody."""
    return catalog_of(
        company={"organizations": ("bytedance",)},
        university={"organizations": ("tongji",)},
        both={"organizations": ("tongji", "bytedance")},
        nobody={},
    )


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({"industrial": True}, ["company", "both"]),
        ({"academic": True}, ["university", "both"]),
        ({"industrial": True, "academic": True}, ["both"]),
    ],
)
def test_sectors_intersect(filters: dict[str, Any], ids: list[str]) -> None:
    """Industrial and academic together are the works of both."""
    assert chosen(by_sector(), **filters) == ids


def test_a_sector_without_organizations_admits_nothing() -> None:
    """Where the catalog knows no company, nothing is industrial."""
    university = Organization(name=make_text("Tongji"), sector=Sector.ACADEMIA)
    entry = make_method("a", organizations=("tongji",))
    catalog = make_catalog(entry, make_method("b"), vocabularies=make_vocabularies(organization={"tongji": university}))

    assert chosen(catalog, industrial=True) == []
    assert chosen(catalog, academic=True) == ["a"]


def test_values_unite_and_filters_intersect() -> None:
    """Values of one filter are alternatives; different filters must all hold."""
    catalog = catalog_of(
        a={"published": "2024", "organizations": ("bytedance",)},
        b={"published": "2024", "categories": ("text",)},
        c={"published": "2023", "organizations": ("bytedance",)},
    )

    assert chosen(catalog, category=["text", "editing"]) == ["a", "b", "c"]
    assert chosen(catalog, category=["text", "editing"], year=["2024"]) == ["a", "b"]
    assert chosen(catalog, category=["editing"], year=["2024"], organization=["bytedance"]) == ["a"]


@pytest.mark.parametrize(
    ("filters", "fix"),
    [
        ({"category": ["editng"]}, "Near: editing"),
        ({"kind": ["datset"]}, "Near: dataset."),
        ({"organization": ["bytedanse"]}, "Near: bytedance"),
        ({"open": ["prompt"]}, "Near: prompts."),
        ({"needs": ["gpu"]}, "Near: cpu, local-gpu."),
        ({"input": ["imags"]}, "Near: images"),
        ({"model": ["gpt4"]}, "Near: gpt-4v"),
        ({"kind": ["zzz"]}, "Known are method,"),
    ],
)
def test_a_wrong_value_names_the_near(filters: dict[str, list[str]], fix: str) -> None:
    """A value that is not known is wrong usage of its option, and the near ones are named."""
    [(option, [value])] = filters.items()

    with pytest.raises(WrongUsage, match=f"--{option}: '{value}' is not known") as caught:
        resolve_selection(make_catalog(), **filters)  # type: ignore[arg-type]

    assert caught.value.fix.startswith(fix)


@pytest.mark.parametrize("option", ["category", "kind", "organization", "open", "licence", "needs", "input", "model", "year"])
@pytest.mark.parametrize("value", ["", " ", ",", "\x00"])
def test_an_empty_value_is_wrong_usage(option: str, value: str) -> None:
    """A filter given without a value does not silently admit everything."""
    with pytest.raises(WrongUsage, match=f"--{option}"):
        resolve_selection(make_catalog(), **{option: [value]})  # type: ignore[arg-type]


def test_commas_may_be_doubled() -> None:
    """Empty parts between other values do no harm."""
    assert resolve_selection(make_catalog(), kind=["method,,survey, "]).kinds == ("method", "survey")


def test_an_empty_catalog_is_filtered() -> None:
    """Among no entries nothing matches."""
    assert chosen(make_catalog(), kind=["method"]) == []


def test_a_selection_with_one_filter_is_not_everything() -> None:
    """Only a selection without any filter admits everything."""
    assert Selection().is_everything
    assert not Selection(kinds=("method",)).is_everything
