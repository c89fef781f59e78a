"""Tests of what two pipelines have in common."""

from awesome_mm.services.relating.holdings import Holding
from awesome_mm.services.relating.pipelines import SharedStages, common_steps

ALIKE = {"collect": 0.2, "generate": 0.1, "filter": 0.3, "dedup": 0.9, "score": 0.5}


def holding(steps: str) -> Holding:
    """Return what a work holds that has these steps and nothing else."""
    return Holding(ties=(), models={}, steps=tuple(steps.split()), organizations=(), categories=())


def shared(*pipelines: str) -> SharedStages:
    """Return the evidence of works 0, 1, ... with these pipelines."""
    return SharedStages([str(number) for number in range(len(pipelines))], [holding(one) for one in pipelines])


def test_common_steps_stand_in_both_in_order() -> None:
    """Steps are common where they come one after the other in both, with others between them."""
    assert common_steps("collect generate score filter".split(), "score collect filter".split(), ALIKE) == ("score", "filter")


def test_of_two_common_orders_the_rarer_steps_win() -> None:
    """Where not all can keep their order, the rare step is kept rather than two of every pipeline."""
    assert common_steps("dedup collect generate".split(), "collect generate dedup".split(), ALIKE) == ("dedup",)


def test_nothing_is_common_to_different_steps() -> None:
    """Pipelines without a common action have no common steps."""
    assert common_steps(["collect"], ["filter"], ALIKE) == ()


def test_pipelines_with_steps_in_another_order_are_less_alike() -> None:
    """The same actions in the same order tie works more than in another order."""
    evidence = shared("collect score filter dedup", "collect score filter dedup", "dedup collect score filter", "generate")

    strengths = evidence.strengths(0)

    assert strengths[1] > strengths[2] > 0
    assert 3 not in strengths


def test_one_or_two_common_steps_are_none() -> None:
    """Works that both generate and filter, as most do, are not tied by that."""
    assert shared("generate filter", "generate filter").strengths(0) == {}


def test_steps_of_one_action_in_a_row_are_one() -> None:
    """A pipeline told in more detail is not another pipeline."""
    evidence = shared("collect collect score filter filter", "collect score filter", "train")

    [reason] = evidence.reasons(0, 1, evidence.strengths(0)[1])

    assert (reason.entry, reason.shared) == ("0", ("collect", "score", "filter"))


def test_rare_steps_say_more() -> None:
    """Two pipelines are nearer by steps that few others have."""
    common = "collect generate train"
    evidence = shared(common, common, "dedup mix verify", "dedup mix verify", *([common] * 6))

    assert evidence.strengths(2)[3] > evidence.strengths(0)[1]
