"""Choosing: which methods fit what is at hand, ranked, and what keeps each of the others from it."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from awesome_mm.errors import WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Access, Artifact, ArtifactKind, Kind, Need, Openness, State
from awesome_mm.model.facts import Status
from awesome_mm.model.taxonomy import Term
from awesome_mm.services.choosing import Choice, Judgement, Verdict, choose_methods, read_criteria
from tests.bundled import catalog as bundled
from tests.bundled import written
from tests.factories import make_catalog, make_figure, make_method, make_stage, make_text, make_vocabularies

KINDS = ("method", "dataset", "benchmark", "survey", "list", "blog", "insight")
PERMISSIVE = ("MIT", "Apache-2.0", "CC-BY-4.0", "CC0-1.0")  # those that the bundled catalog names
MATERIALS = {name: Term(name=make_text(name)) for name in ("images", "captions", "boxes", "qa")}


def choice(catalog: Catalog, *, output: Iterable[str] = (), **filters: Any) -> Choice:
    """Return the choice by criteria and filters as a person writes them."""
    return choose_methods(catalog, *read_criteria(catalog, filters, list(output)))


def catalog_of(**entries: Mapping[str, Any]) -> Catalog:
    """Return a catalog with a method for each keyword."""
    return make_catalog(
        *(make_method(entry_id, **given) for entry_id, given in entries.items()), vocabularies=make_vocabularies(material=MATERIALS)
    )


def qualified(found: Choice) -> list[str]:
    """Return the ids of the methods that qualify, best first."""
    return [one.brief.id for one in found.chosen]


def failing(found: Choice, entry_id: str) -> dict[str, Judgement]:
    """Return what keeps an entry from qualifying, by criterion."""
    [rejected] = [one for one in found.rejected if one.brief.id == entry_id]
    return {one.criterion: one for one in rejected.judgements}


def opened(**parts: tuple[State, str]) -> Openness:
    """Return what is open, by part: its state and its licence."""
    return Openness(**{part: Access(state=state, licence=licence) for part, (state, licence) in parts.items()})


def derived(have: str, at_hand: str, is_permissive: bool, wanted: str) -> set[str]:
    """Return by the catalog's bare text which works qualify."""
    found = set()
    for kind in KINDS:
        for entry_id, entry in written().get(kind, {}).items():
            if "method" not in (kind, *entry.get("also", [])) and not entry.get("stages"):
                continue
            starts, needs, makes = (entry.get(field, []) for field in ("input", "needs", "output"))
            code_and_prompts = [entry.get("openness", {}).get(part, {}) for part in ("code", "prompts")]
            programs = [one for one in entry.get("artifacts", []) if one["kind"] in ("code", "tool")]
            licences = {one.get("licence") for one in (*code_and_prompts, *programs) if one.get("state") == "released"}
            fits = [
                not have or (starts and set(starts) <= set(have.split(","))),
                not at_hand or (needs and set(needs) <= {"cpu", *at_hand.split(",")}),
                not is_permissive or bool(licences & set(PERMISSIVE)),
                not wanted or bool(set(makes) & set(wanted.split(","))),
            ]
            if all(fits):
                found.add(entry_id)
    return found


def test_the_methods_for_images_an_endpoint_and_a_permissive_licence() -> None:
    """Of the bundled catalog one method qualifies.

    By hand: from images alone start oasis, florence-2, bytemorph, imgedit, sharegpt4v, image-textualization, all-seeing, mmm-rs and pixmo.
    Of these oasis and sharegpt4v run with an endpoint (florence-2, bytemorph, imgedit, image-textualization and all-seeing need a local
    GPU; of mmm-rs and pixmo nobody says). The code of sharegpt4v is under Apache-2.0; that of oasis, and its prompts, under an unknown
    one.
    """
    found = choice(bundled(), input=["images"], needs=["cpu,endpoint"], licence=["permissive"])

    assert qualified(found) == ["sharegpt4v"]
    assert [(one.criterion, one.verdict) for one in failing(found, "oasis").values()] == [("licence", Verdict.UNKNOWN)]


def test_no_method_makes_questions_and_answers_of_them_too() -> None:
    """Of the bundled catalog none qualifies where questions and answers are wanted: sharegpt4v makes captions.

    Two miss it by a single criterion that one starts from images for: Oasis, of which the licence is unknown, stands first.
    """
    found = choice(bundled(), input=["images"], needs=["cpu,endpoint"], licence=["permissive"], output=["qa"])

    assert qualified(found) == []
    assert found.rejected[0].brief.id == "oasis"
    assert failing(found, "sharegpt4v")["output"].found == ("captions",)


@pytest.mark.parametrize(
    ("have", "at_hand", "is_permissive", "wanted"),
    [
        ("images", "cpu,endpoint", True, "qa"),
        ("images", "cpu,endpoint", True, ""),
        ("images,captions,boxes,qa,instructions", "endpoint", True, "qa"),
        ("images", "", False, ""),
        ("", "local-gpu", False, ""),
        ("", "image-endpoint,endpoint", False, "edits,captions"),
        ("", "", True, ""),
        ("", "", False, "reasoning"),
        ("images,text,video,web-pages", "endpoint,local-gpu", False, ""),
    ],
)
def test_the_set_is_what_the_catalog_says(have: str, at_hand: str, is_permissive: bool, wanted: str) -> None:
    """Over the bundled catalog those qualify that its bare text admits."""
    given = {"input": have, "needs": at_hand, "licence": "permissive" if is_permissive else ""}

    found = choice(bundled(), output=[wanted] if wanted else [], **{name: [value] for name, value in given.items() if value})

    assert set(qualified(found)) == derived(have, at_hand, is_permissive, wanted)
    assert len(found.chosen) + len(found.rejected) + found.no_method == len(bundled())


def test_a_method_needs_everything_it_starts_from() -> None:
    """With images alone, MMEvol fails for captions, boxes and questions with answers."""
    found = choice(bundled(), input=["images"])

    assert failing(found, "mmevol")["input"].missing == ("captions", "boxes", "qa")
    assert "mmevol" in qualified(choice(bundled(), input=["images, captions", "boxes,qa"]))


def test_what_is_unknown_meets_nothing_and_is_told_apart() -> None:
    """A method of which nothing is known qualifies by no criterion, and each is unknown instead of failed."""
    found = choice(catalog_of(bare={}), input=["images"], needs=["cpu"], licence=["permissive"], output=["qa"])

    assert qualified(found) == []
    assert [one.verdict for one in failing(found, "bare").values()] == [Verdict.UNKNOWN] * 4
    assert found.rejected[0].verdict is Verdict.UNKNOWN


def test_a_known_mismatch_beats_what_is_unknown() -> None:
    """A method that fails one criterion is failed, whatever else is unknown of it."""
    [rejected] = choice(catalog_of(a={"input": ("boxes",)}), input=["images"], output=["qa"]).rejected

    assert rejected.verdict is Verdict.FAILED
    assert [one.verdict for one in rejected.judgements] == [Verdict.FAILED, Verdict.UNKNOWN]


def test_a_processor_is_always_at_hand() -> None:
    """Whoever has an endpoint has a CPU."""
    assert qualified(choice(catalog_of(a={"needs": (Need.CPU, Need.ENDPOINT)}), needs=["endpoint"])) == ["a"]


@pytest.mark.parametrize(
    ("openness", "verdict"),
    [
        (opened(code=(State.RELEASED, "MIT")), Verdict.MET),
        (opened(prompts=(State.RELEASED, "Apache-2.0")), Verdict.MET),
        (opened(code=(State.RELEASED, "unknown"), prompts=(State.RELEASED, "MIT")), Verdict.MET),
        (opened(code=(State.RELEASED, "CC-BY-NC-4.0"), prompts=(State.RELEASED, "MIT")), Verdict.MET),
        (opened(code=(State.RELEASED, "unknown")), Verdict.UNKNOWN),
        (opened(code=(State.RELEASED, "none"), prompts=(State.RELEASED, "unknown")), Verdict.UNKNOWN),
        (opened(code=(State.UNKNOWN, "MIT")), Verdict.UNKNOWN),
        (opened(data=(State.RELEASED, "MIT")), Verdict.UNKNOWN),
        (opened(code=(State.RELEASED, "CC-BY-NC-4.0")), Verdict.FAILED),
        (opened(code=(State.RELEASED, "none")), Verdict.FAILED),
        (opened(code=(State.RELEASED, "none"), prompts=(State.UNKNOWN, "unknown")), Verdict.FAILED),
        (opened(code=(State.PROMISED, "MIT")), Verdict.FAILED),
        (opened(code=(State.CLOSED, "unknown")), Verdict.FAILED),
    ],
)
def test_the_licence_is_that_of_code_or_prompts(openness: Openness, verdict: Verdict) -> None:
    """Released code or prompts under the licence are enough; unknown licences and states are neither permissive nor restrictive."""
    [*_, judged] = choice(catalog_of(a={"openness": openness}), licence=["permissive"]).rejected or [None]

    assert (judged.verdict if judged else Verdict.MET) is verdict


def test_the_part_that_has_the_licence_is_said() -> None:
    """A method that qualifies by its prompts says so."""
    openness = opened(code=(State.RELEASED, "none"), prompts=(State.RELEASED, "MIT"))

    [chosen] = choice(catalog_of(a={"openness": openness}), licence=["MIT"]).chosen

    assert [(part.part, part.licence) for part in chosen.judgements[0].parts] == [("prompts", "MIT")]


def test_a_program_among_the_artifacts_counts_as_code() -> None:
    """What a work released as a tool of its own is code that one runs; a dataset is not."""
    made = [
        Artifact(id=kind.value, name=kind.value.title(), kind=kind, state=State.RELEASED, licence="MIT")
        for kind in (ArtifactKind.TOOL, ArtifactKind.DATASET)
    ]

    found = choice(catalog_of(tool={"artifacts": (made[0],)}, data={"artifacts": (made[1],)}), licence=["permissive"])

    assert qualified(found) == ["tool"]
    assert found.chosen[0].judgements[0].parts[0].name == "Tool"


def test_only_works_with_a_method_are_looked_at() -> None:
    """A work is looked at that is a method, is one too, or has a pipeline; how many others there are is told."""
    catalog = catalog_of(
        method={}, also={"kind": Kind.DATASET, "also": (Kind.METHOD,)}, piped={"kind": Kind.BLOG, "stages": (make_stage(),)},
        data={"kind": Kind.DATASET}, survey={"kind": Kind.SURVEY},
    )  # fmt: skip

    found = choice(catalog, input=["images"])

    assert {one.brief.id for one in found.rejected} == {"method", "also", "piped"}
    assert found.no_method == 2


def test_other_filters_narrow_what_is_looked_at() -> None:
    """A filter that is no criterion leaves works out, and how many is told; it rejects none."""
    found = choice(catalog_of(old={"published": "2023"}, new={"published": "2025"}), input=["images"], year=["2025"])

    assert [one.brief.id for one in found.rejected] == ["new"]
    assert found.filtered == 1


def test_the_ranking() -> None:
    """First what has code and prompts, then the larger share of confirmed stages, nothing in dispute, a known scale, and the newest."""
    both = {"openness": opened(code=(State.RELEASED, "MIT"), prompts=(State.RELEASED, "MIT"))}
    sure, doubtful = make_stage(status=Status.CONFIRMED), make_stage("other")
    made = {"output": ("qa",)}
    ranked = choice(
        catalog_of(
            older={**made, "published": "2023"},
            newer={**made, "published": "2024"},
            scaled={**made, "published": "2022", "figures": (make_figure(headline=True),)},
            disputed={**made, "published": "2025", "figures": (make_figure("doubt", status=Status.DISPUTED, reason=make_text()),)},
            half={**made, "stages": (sure, doubtful)},
            whole={**made, "stages": (sure,)},
            code={**made, "openness": opened(code=(State.RELEASED, "none"))},
            both={**made, **both},
            **{"both-sure": {**made, **both, "stages": (sure, doubtful)}},
        ),
        output=["qa"],
    )

    assert qualified(ranked) == ["both-sure", "both", "code", "whole", "half", "scaled", "newer", "older", "disputed"]


def test_the_rejected_stand_nearest_first() -> None:
    """What lacks one criterion stands before what lacks two, and what is unknown before what is known to fail."""
    found = choice(
        catalog_of(
            two={"input": ("boxes",), "output": ("captions",)}, fails={"input": ("boxes",), "output": ("qa",)}, unknown={"output": ("qa",)}
        ),
        input=["images"],
        output=["qa"],
    )

    assert [one.brief.id for one in found.rejected] == ["unknown", "fails", "two"]


def test_without_a_criterion_there_is_nothing_to_choose_by() -> None:
    """Filters alone are no criteria."""
    with pytest.raises(WrongUsage, match="nothing to choose by"):
        choice(catalog_of(a={}), year=["2024"])


@pytest.mark.parametrize("given", [{"input": ["imges"]}, {"needs": ["gpu"]}, {"licence": ["MTI"]}, {"output": ["qaa"]}, {"output": [""]}])
def test_an_unknown_value_is_wrong_usage(given: dict[str, Any]) -> None:
    """A criterion's value that the catalog does not know is named."""
    with pytest.raises(WrongUsage, match=f"--{next(iter(given))}: "):
        choice(bundled(), **given)
