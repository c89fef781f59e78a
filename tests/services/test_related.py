"""Tests of which works are related, how closely, and why."""

from itertools import pairwise
from typing import Any

import pytest

from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Entry, Relation, RelationKind
from awesome_mm.model.facts import Role, UsedModel
from awesome_mm.model.taxonomy import Model
from awesome_mm.services.related import CLOSE, LEAST, relate
from awesome_mm.services.relating.evidence import Reason, ReasonKind, rarity, saturated
from tests.bundled import IDS, catalog
from tests.factories import make_catalog, make_method, make_result, make_stage, make_text, make_vocabularies

# What somebody who knows the field expects among the first of each, in any order. Declared relations are not all of them.
EXPECTED = {
    "oasis": (4, {"magpie", "mmevol", "allava", "llava"}),
    "magpie": (1, {"oasis"}),
    "sharegpt4v": (4, {"llava", "llava-1-5", "allava"}),
    "allava": (4, {"oasis", "sharegpt4v"}),
    "bee": (3, {"mammoth-vl", "llava-onevision", "pixmo"}),
    "obelics": (3, {"omnicorpus", "mmc4", "comm"}),
    "mmc4": (3, {"omnicorpus", "obelics", "comm"}),
    "comm": (4, {"obelics", "mmc4", "omnicorpus"}),
    "imgedit": (3, {"refcoco-edit", "refedit", "bytemorph"}),
    "bytemorph": (3, {"refedit", "imgedit", "sharegpt-4o-image"}),
    "r-cot": (1, {"mavis"}),
    "svit": (2, {"llava", "llava-1-5"}),
    "llavar": (3, {"llava", "llava-1-5", "svit"}),
    "vqav2": (3, {"llava-1-5", "gqa"}),
    "mmbench": (3, {"seed-bench", "llava-bench"}),
}


def ids(catalog: Catalog, *given: str) -> list[str]:
    """Return the ids of what is related, best first."""
    return [one.id for one in relate(catalog, given)]


def score(catalog: Catalog, *given: str, other: str) -> float:
    """Return the score of `other`; 0 where it is not related."""
    return next((one.score for one in relate(catalog, given) if one.id == other), 0.0)


def reason(catalog: Catalog, given: str, other: str, kind: ReasonKind) -> Reason:
    """Return the one reason of `kind`."""
    [related] = [one for one in relate(catalog, [given]) if one.id == other]
    [found] = [one for one in related.reasons if one.kind is kind]
    return found


def make_other(number: int, **given: Any) -> Entry:
    """Return a work that has nothing to do with any other."""
    words = f"word{number}a word{number}b word{number}c"
    return make_method(f"other-{number}", title=words, summary=make_text(words), categories=("text",), **given)


def plain(entry_id: str, **given: Any) -> Entry:
    """Return a work that says of itself only what is `given`."""
    return make_method(entry_id, **{"title": entry_id, "summary": None, **given})


def relation(kind: RelationKind, to: str) -> dict[str, Any]:
    """Return the field of one relation."""
    return {"relations": (Relation(kind=kind, to=to),)}


def among(*entries: Entry, **given: Any) -> Catalog:
    """Return a catalog of `entries` among works that are unlike them."""
    return make_catalog(*entries, *(make_other(number) for number in range(20)), **given)


@pytest.mark.parametrize("entry_id", EXPECTED)
def test_the_expected_works_stand_first(entry_id: str) -> None:
    """The works that one would name beside a work of the survey are among its first."""
    most, expected = EXPECTED[entry_id]

    assert expected <= set(ids(catalog(), entry_id)[:most])


def test_nothing_may_be_near() -> None:
    """A work that nothing is near to, as TextSSR is the only one on scene text, gets no answer rather than a bad one."""
    assert relate(catalog(), ["textssr"]) == ()


@pytest.mark.parametrize("entry_id", IDS)
def test_every_answer_keeps_the_rules(entry_id: str) -> None:
    """For any work: best first, within the scale, never itself, a reason for each, and from 50 on just where a relation is declared."""
    found = relate(catalog(), [entry_id])

    assert entry_id not in [one.id for one in found]
    assert len({one.id for one in found}) == len(found)
    assert all(LEAST <= one.score <= 100 for one in found)
    assert all(one.score >= other.score for one, other in pairwise(found))
    for one in found:
        assert one.reasons
        assert (one.score >= 50) == (one.reasons[0].kind is ReasonKind.RELATION)
        assert all(0 < each.strength <= 1 and each.shared and each.entry == entry_id for each in one.reasons)


def test_near_works_without_a_relation_are_close() -> None:
    """Two of one subject stand above the bar from which one expects the one beside the other."""
    assert score(catalog(), "imgedit", other="refedit") > CLOSE
    assert score(catalog(), "r-cot", other="mavis") > CLOSE


def test_a_relation_counts_in_both_directions() -> None:
    """What a work extends is related to it, and so is the work to what it extends; the reason says who declares it."""
    both = among(plain("alpha", **relation(RelationKind.EXTENDS, "beta")), plain("beta", categories=("text",)))

    assert (ids(both, "alpha"), ids(both, "beta")) == (["beta"], ["alpha"])
    assert reason(both, "alpha", "beta", ReasonKind.RELATION).declared_by == "alpha"
    found = reason(both, "beta", "alpha", ReasonKind.RELATION)
    assert (found.declared_by, found.relation, found.shared) == ("alpha", RelationKind.EXTENDS, ("beta",))


def test_kinds_of_relations_differ_in_worth() -> None:
    """What a work extends is nearer than what it is inspired by, that than what it compares with, uses, is evaluated on."""
    kinds = [
        RelationKind.EXTENDS,
        RelationKind.INSPIRED_BY,
        RelationKind.COMPARES_WITH,
        RelationKind.USES,
        RelationKind.EVALUATES_ON,
    ]
    targets = [plain(kind.value, categories=("text",)) for kind in kinds]
    relations = tuple(Relation(kind=kind, to=kind.value) for kind in reversed(kinds))

    assert ids(among(plain("alpha", relations=relations), *targets), "alpha")[:5] == [kind.value for kind in kinds]


def test_a_declared_relation_outranks_everything_else() -> None:
    """A work that shares all but a relation stands behind one that shares nothing but a relation."""
    alike: dict[str, Any] = {
        "summary": make_text("Seabirds counted by drones above foggy cliffs at night.", "无人机夜间在雾中的悬崖统计海鸟。"),
        "organizations": ("tongji",),
        "results": (make_result("MMStar"), make_result("POPE")),
        "stages": (make_stage(models=(UsedModel(id="gpt-4v", role=Role.JUDGE),)),),
    }
    one = plain("alpha", **alike, **relation(RelationKind.EVALUATES_ON, "beta"))

    assert ids(among(one, plain("beta", categories=("text",)), plain("gamma", **alike)), "alpha")[:2] == ["beta", "gamma"]


def test_works_that_relate_to_the_same_third_are_related() -> None:
    """Both extend a third, in the catalog or outside it: weaker than a relation, and the fewer do so, the stronger."""
    outside = {"relations": (Relation(kind=RelationKind.EXTENDS, name="Rarity"), Relation(kind=RelationKind.EXTENDS, name="Thing"))}
    both = among(plain("alpha", **outside), plain("beta", categories=("text",), **outside))
    crowd = make_catalog(*(plain(f"work-{number}", **outside) for number in range(20)))

    found = reason(both, "alpha", "beta", ReasonKind.SHARED_RELATION)

    assert (found.shared, found.relation) == (("Rarity", "Thing"), RelationKind.EXTENDS)
    assert LEAST < score(both, "alpha", other="beta") < 50
    assert score(crowd, "work-0", other="work-1") < LEAST


def test_works_that_a_third_names_together_are_related() -> None:
    """A work that compares itself with two brings these nearer to each other."""
    naming = plain("gamma", relations=tuple(Relation(kind=RelationKind.COMPARES_WITH, to=one) for one in ("alpha", "beta")))
    both = among(plain("alpha"), plain("beta"), naming)

    assert reason(both, "alpha", "beta", ReasonKind.NAMED_TOGETHER).shared == ("gamma",)


def test_shared_models_say_their_role() -> None:
    """Models that few use tie works, more in the same role, which the reason names."""
    vocabularies = make_vocabularies(model={one: Model(name=make_text(one.upper())) for one in ("sam", "clip", "dino")})

    def work(entry_id: str, role: Role, **given: Any) -> Entry:
        return plain(entry_id, stages=(make_stage(models=tuple(UsedModel(id=one, role=role) for one in ("sam", "clip", "dino"))),), **given)

    works = (work("alpha", Role.JUDGE), work("beta", Role.JUDGE), work("gamma", Role.EDITOR))
    found = among(*works, vocabularies=vocabularies)

    assert reason(found, "alpha", "beta", ReasonKind.MODELS).role == "judge"
    assert reason(found, "alpha", "beta", ReasonKind.MODELS).shared == ("sam", "clip", "dino")
    assert score(found, "alpha", other="beta") > score(found, "alpha", other="gamma")


def test_benchmarks_are_the_same_in_any_spelling() -> None:
    """A result and a relation name the same benchmark, whatever its hyphens and case; the reason has it as the given work writes it."""
    others = tuple(make_result(one) for one in ("POPE", "MMVP"))
    evaluated = (Relation(kind=RelationKind.EVALUATES_ON, name="mm-star"),)
    both = among(plain("alpha", results=(make_result("MMStar"), *others)), plain("beta", relations=evaluated, results=others))

    assert set(reason(both, "alpha", "beta", ReasonKind.BENCHMARKS).shared) == {"MMStar", "POPE", "MMVP"}


def test_what_half_of_the_works_share_says_little() -> None:
    """An organisation, category or model of nearly all works ties none of them."""
    works = [make_other(number, organizations=("bytedance",)) for number in range(12)]

    assert ids(make_catalog(*works), "other-0") == []


def test_an_organization_alone_relates_nothing() -> None:
    """Two works of one laboratory that have nothing else in common are not related."""
    both = among(plain("alpha", organizations=("tongji",)), plain("beta", organizations=("tongji",), categories=("text",)))

    assert ids(both, "alpha") == []


def test_of_several_works_what_is_near_to_more_is_nearer() -> None:
    """A work that is near to two of those given stands before one that is as near to one of them."""
    given = (plain("alpha", **relation(RelationKind.EXTENDS, "gamma")), plain("beta", **relation(RelationKind.EXTENDS, "gamma")))
    found = among(
        *given, plain("gamma", categories=("text",)), plain("delta", categories=("text",), **relation(RelationKind.EXTENDS, "alpha"))
    )

    assert ids(found, "alpha", "beta")[:2] == ["gamma", "delta"]
    assert score(found, "alpha", "beta", other="gamma") > score(found, "alpha", other="gamma")


def test_the_given_works_are_not_among_the_answers() -> None:
    """However near they are to each other, and however often one is named."""
    assert {"oasis", "magpie"}.isdisjoint(ids(catalog(), "oasis", "magpie", "oasis"))
    assert ids(catalog(), "oasis", "oasis") == ids(catalog(), "oasis")


def test_of_several_works_each_relation_is_told() -> None:
    """Each declared relation is a reason, of every other kind the strongest alone; each says to which work."""
    [found] = [one for one in relate(catalog(), ["mmc4", "obelics"]) if one.id == "omnicorpus"]

    assert [(one.entry, one.relation) for one in found.reasons if one.kind is ReasonKind.RELATION] == [
        ("mmc4", RelationKind.COMPARES_WITH),
        ("obelics", RelationKind.COMPARES_WITH),
    ]
    rest = [(one.kind, one.language) for one in found.reasons if one.kind is not ReasonKind.RELATION]
    assert len(rest) == len(set(rest)) > 0


def test_without_works_there_is_no_answer() -> None:
    """To no works nothing is related."""
    assert relate(catalog(), []) == ()


def test_an_unknown_id_is_refused() -> None:
    """What is no entry is an error of the caller."""
    with pytest.raises(ValueError, match="not in"):
        relate(catalog(), ["nobody"])


def test_what_few_share_is_rare() -> None:
    """Rarity falls from near 1 to near 0 as more works share a thing."""
    assert 1 > rarity(2, 1000) > rarity(10, 1000) > rarity(1000, 1000) > 0


def test_more_of_a_kind_says_more_but_never_all() -> None:
    """The amount of evidence of a kind approaches 1 and does not reach it."""
    assert [saturated(amount) for amount in (0, 1, 3)] == [0, 0.5, 0.75]
    assert saturated(1000) < 1


@pytest.mark.parametrize("entry_id", IDS)
def test_chinese_reasons_are_no_chopped_words(entry_id: str) -> None:
    """Of what two Chinese texts share, short stretches, which are often no words, stand only where there is nothing longer."""
    for one in relate(catalog(), [entry_id]):
        for reason in one.reasons:
            if reason.language == "zh":
                lengths = [len(word) for word in reason.shared]
                assert min(lengths) >= 4 or max(lengths) < 4
