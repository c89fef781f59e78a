"""Tests of what is read from the records of works."""

from awesome_mm.model.entry import Artifact, ArtifactKind, Relation, RelationKind, State
from awesome_mm.model.facts import Role, Status, Step, UsedModel
from awesome_mm.services.relating.holdings import Tie, holdings_of
from tests.factories import make_catalog, make_method, make_result, make_stage, make_text


def test_relations_lead_to_works_of_the_catalog() -> None:
    """A relation to an entry, to something it made, or to its name in any spelling, is one to the entry."""
    made = Artifact(id="set", name="Beta Set", kind=ArtifactKind.DATASET, state=State.RELEASED)
    relations = (
        Relation(kind=RelationKind.EXTENDS, to="beta"),
        Relation(kind=RelationKind.USES, to="beta/set"),
        Relation(kind=RelationKind.COMPARES_WITH, name="BETA-set"),
        Relation(kind=RelationKind.USES, name="COCO"),
    )

    [held, _] = holdings_of(make_catalog(make_method("alpha", relations=relations), make_method("beta", artifacts=(made,))))

    assert [tie.target for tie in held.ties] == [1, 1, 1, "coco"]
    assert held.ties[1] == Tie(RelationKind.USES, 1, "beta/set")


def test_a_work_is_not_related_to_itself() -> None:
    """What a work declares of its own artifacts is no relation to another work."""
    made = Artifact(id="set", name="Alpha Set", kind=ArtifactKind.DATASET, state=State.RELEASED)

    [held] = holdings_of(
        make_catalog(make_method("alpha", artifacts=(made,), relations=(Relation(kind=RelationKind.PRODUCES, to="alpha/set"),)))
    )

    assert held.ties == ()


def test_results_say_what_a_work_is_evaluated_on() -> None:
    """A benchmark that results are of counts, once and in any spelling; a disputed or unnamed one does not."""
    results = (
        make_result("MM-Star"),
        make_result("MMStar"),
        make_result("MMMU", status=Status.DISPUTED, reason=make_text()),
        make_result("unknown"),
    )

    [held] = holdings_of(make_catalog(make_method("alpha", results=results)))

    assert held.ties == (Tie(RelationKind.EVALUATES_ON, "mmstar", "MM-Star"),)


def test_steps_and_models_of_inner_steps_count() -> None:
    """The pipeline is read in order with the steps inside its stages; what is disputed is passed over."""
    inner = Step(id="check", name=make_text(), action="filter", models=(UsedModel(id="gpt-4v", role=Role.JUDGE),))
    doubtful = Step(id="doubt", name=make_text(), action="generate", status=Status.DISPUTED, reason=make_text())
    stages = (make_stage("first", action="generate", steps=(inner, doubtful)), make_stage("last", action="filter"))

    [held] = holdings_of(make_catalog(make_method("alpha", stages=stages)))

    assert held.steps == ("generate", "filter", "filter")
    assert held.models == {"gpt-4v": frozenset({"judge"})}


def test_a_model_at_work_is_no_relation_besides() -> None:
    """What a work uses as a model in its pipeline is not counted again because it also says that it uses it."""
    stage = make_stage(models=(UsedModel(id="gpt-4v", role=Role.JUDGE),))
    relations = (Relation(kind=RelationKind.USES, name="GPT-4 Vision"), Relation(kind=RelationKind.USES, name="COCO"))

    [held, other] = holdings_of(
        make_catalog(make_method("alpha", stages=(stage,), relations=relations), make_method("beta", relations=relations))
    )

    assert [tie.target for tie in held.ties] == ["coco"]
    assert [tie.target for tie in other.ties] == ["gpt4vision", "coco"]
