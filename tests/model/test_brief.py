"""The light form of an entry."""

import json
from typing import Any

import pytest

from awesome_mm.model.brief import Brief, brief_record, with_empties, without_empties
from awesome_mm.model.entry import Access, Artifact, ArtifactKind, ArxivRecord, Basis, Dispute, Entry, Kind, Openness, State, Venue
from awesome_mm.model.facts import Quantity, Status, Step

from ..factories import make_figure, make_method, make_result, make_stage, make_text

REASON = make_text("The paper says otherwise.")


def test_lists_are_always_there_and_unknown_values_are_not() -> None:
    """A bare entry has every list, empty, and lacks what nobody knows; `checked` is null."""
    record = brief_record(make_method())

    assert {key for key, value in record.items() if value == []} == set(
        "also aliases also_in authors organizations needs input output models actions artifacts disputed".split()
    )
    assert not {"published", "venue", "scale"} & record.keys()
    assert record["checked"] is None


def test_record_is_plain_json() -> None:
    """What is printed for an entry survives JSON as it is."""
    entry = make_method(
        links={"arxiv": ("2412.01137",)},
        venue=Venue(name="ICCV", year=2025),
        openness=Openness(code=Access(state=State.RELEASED, licence="MIT")),
        artifacts=(Artifact(id="alpha-1m", name="Alpha-1M", kind=ArtifactKind.DATASET, state=State.RELEASED),),
        figures=(make_figure(headline=True),),
        arxiv=ArxivRecord(basis=Basis.FETCHED, fetched="2026-01-02T03:04:05Z"),
    )

    record = brief_record(entry)

    assert json.loads(json.dumps(record)) == record
    assert record["venue"] == {"name": "ICCV", "year": 2025, "basis": "confirmed"}
    assert record["openness"] == {"code": {"state": "released", "licence": "MIT"}}
    assert record["checked"] == "2026-01-02T03:04:05Z"


@pytest.mark.parametrize(("published", "year"), [("2024-12-02", 2024), ("2024-12", 2024), ("2024", 2024), (None, None)])
def test_year(published: str | None, year: int | None) -> None:
    """The year is known however precise the date is, and unknown without one."""
    assert Brief(brief_record(make_method(published=published))).year == year


def test_kinds_include_what_it_makes() -> None:
    """A work is of its own kind, of its further kinds and of those of its artifacts."""
    made = Artifact(id="alpha-bench", name="Alpha-Bench", kind=ArtifactKind.BENCHMARK, state=State.RELEASED)

    brief = Brief(brief_record(make_method(also=(Kind.DATASET,), artifacts=(made,))))

    assert brief.kinds == ("method", "dataset", "benchmark")


def test_placements_are_the_lists_own_first() -> None:
    """The source list's categories come before ours."""
    assert Brief(brief_record(make_method(categories=("text",), also_in=("editing",)))).placements == ("text", "editing")


def test_values_of_an_unknown_field_are_none() -> None:
    """A field that the record lacks holds nothing."""
    assert Brief(brief_record(make_method(authors=("Ye",)))).values("authors") == ["Ye"]
    assert Brief(brief_record(make_method())).values("nothing") == ()


def test_scale_is_the_headline_figure() -> None:
    """The scale is the headline's quantity, without what is left open."""
    entry = make_method(
        figures=(make_figure("part", 10), make_figure("all", headline=True, quantity=Quantity(at_least=0, unit="image", about=True)))
    )

    assert brief_record(entry)["scale"] == {"unit": "image", "at_least": 0, "about": True}


def test_disputed_headline_is_no_scale() -> None:
    """A figure in dispute never feeds sorting or sums."""
    entry = make_method(figures=(make_figure(headline=True, status=Status.DISPUTED, reason=REASON),))

    assert "scale" not in brief_record(entry)


def test_everything_disputed_is_named_once() -> None:
    """Declared disputes come first, then stages, steps, figures and results in dispute."""
    inner = Step(id="inner", name=make_text(), action="filter", status=Status.DISPUTED, reason=REASON)
    disputed: dict[str, Any] = {"status": Status.DISPUTED, "reason": REASON}
    entry = make_method(
        disputes=(Dispute(field="published", listed="2025", reason=REASON),) * 2,
        stages=(make_stage("outer", steps=(inner,)),),
        figures=(make_figure("total", **disputed), make_figure("sound")),
        results=(make_result("MMMU", **disputed),),
    )

    assert brief_record(entry)["disputed"] == ["published", "stages.inner", "figures.total", "results.MMMU"]


def test_actions_and_models_of_inner_steps_count() -> None:
    """What a step inside a stage does is what the entry does, each action once."""
    inner = Step(id="inner", name=make_text(), action="filter")
    entry = make_method(stages=(make_stage("outer", steps=(inner,)), make_stage("later")))

    assert brief_record(entry)["actions"] == ["generate", "filter"]


@pytest.mark.parametrize("entry", [make_method(), make_method(published="2024", venue=Venue(name="ACL", year=2024), aliases=("A",))])
def test_a_stored_record_comes_back_in_order(entry: Entry) -> None:
    """What is stored without its empty values is the same record again, its keys in the same order."""
    record = brief_record(entry)

    restored = with_empties(without_empties(record))

    assert list(restored.items()) == list(record.items())
    assert len(without_empties(record)) < len(record)
