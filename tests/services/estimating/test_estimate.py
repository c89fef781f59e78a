"""Estimates: by hand over the bundled catalog, and by the structure of small recipes."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awesome_mm.errors import RecipeMissing, WrongUsage
from awesome_mm.model.entry import Entry, Need
from awesome_mm.model.facts import Parameter, Quantity, Role, Route, Stage, Status, Step, UsedModel
from awesome_mm.services.estimating.amounts import NONE, times, total
from awesome_mm.services.estimating.estimate import Estimate, estimate
from awesome_mm.services.estimating.figures import read_figures
from tests.bundled import IDS, entries_by_id
from tests.factories import make_method, make_stage, make_text

ENDPOINT = (Need.ENDPOINT,)
PLACEHOLDERS = {"samples": "10", "calls": "2", "keep": "0.5", "route": "0.25", "tokens": "in=100,out=10", "price": "in=1,out=2"}


def estimated(entry: Entry, samples: int = 1000, **figures: Any) -> Estimate:
    """Return the estimate for `samples`, with figures as a person writes them."""
    more = figures.pop("entering", [])
    return estimate(entry, read_figures(samples=[str(samples), *more], **figures))


def recipe(*stages: Stage, needs: tuple[Need, ...] = ENDPOINT) -> Entry:
    """Return a method with `stages`."""
    return make_method(stages=stages, needs=needs)


def make_step(step_id: str, action: str = "generate", **given: Any) -> Step:
    """Return a step inside a stage."""
    return Step(id=step_id, name=make_text(step_id), action=action, **given)


def uses(*roles: Role) -> tuple[UsedModel, ...]:
    """Return a model for each role."""
    return tuple(UsedModel(id=f"model-{place}", role=role) for place, role in enumerate(roles))


def routes(**ways: str) -> tuple[Route, ...]:
    """Return a route to each value, when what the keyword says holds."""
    return tuple(Route(when=make_text(when), to=to) for when, to in ways.items())


def options(found: Estimate) -> list[str]:
    """Return the options that are missing."""
    return [one.option for one in found.missing]


def column(found: Estimate, name: str) -> Mapping[str, Fraction | None]:
    """Return a column of the stages by id."""
    return {stage.plan.step.id: getattr(stage, name) for stage in found.stages}


GENERATE = make_stage("write", models=uses(Role.GENERATOR))
TOKENS: dict[str, Any] = {"tokens": ["in=0,out=0"]}


def test_oasis_by_hand() -> None:
    """Oasis on 1,000 images multiplies out to what was computed by hand.

    Figures: of the instructions 60 % are extracted and half pass the gate; an answer is one call; a call takes in 1,200 tokens and gives
    out 300; a million tokens cost 2.50 in and 10 out, so a call costs 1,200 x 2.5/1M + 300 x 10/1M = 0.003 + 0.003 = 0.006; 60 calls a
    minute.

    stage              samples   calls   money
    hook                 1,000   1,000    6.00
    extract              1,000   1,000    6.00   60 % go on
    scoring, 4 judges      600   2,400   14.40
    gate                   600       0    0      it compares scores that are there; half go on
    answer                 300     300    1.80
    training               300       0    0
                                 4,700   28.20   4,700 / 60 / 60 / 24 days
    """
    found = estimated(
        entries_by_id()["oasis"],
        keep=["extract=0.6", "gate=50%"],
        calls=["answer=1"],
        tokens=["in=1200,out=300"],
        price=["in=2.5,out=10"],
        rate="60",
    )

    scores = dict.fromkeys(("solvability", "hallucination", "clarity", "nonsense"), 600)
    samples = {"hook": 1000, "extract": 1000, **scores, "gate": 600, "answer": 300, "training": 300}
    assert column(found, "samples") == samples
    assert column(found, "calls") == {**samples, "gate": 0, "training": 0}
    assert [found.total(name) for name in ("calls", "input_tokens", "output_tokens")] == [4700, 5_640_000, 1_410_000]
    assert found.total("money") == Fraction("28.2")
    assert found.total("days") == Fraction(4700, 60 * 60 * 24)
    assert [found.kept] == [300]
    assert found.missing == ()


def test_mmevol_by_hand() -> None:
    """MMEvol's three rounds: each takes a call to evolve and one to judge, and picks a direction without any.

    1,000 samples x 3 rounds = 3,000 calls of each kind. Tokens in: 3,000 x 2,000 + 3,000 x 1,000 = 9M; out: 3,000 x 500 + 3,000 x 100
    = 1.8M. Money: 9 x 2.5 + 1.8 x 10 = 40.5. At 100 calls a minute 6,000 calls take an hour. The three directions are ways of one call.
    """
    figures: dict[str, Any] = {
        "tokens": ["evolve:in=2000,out=500", "improvement:in=1000,out=100"],
        "price": ["in=2.5,out=10"],
        "rate": "100",
    }

    found = estimated(entries_by_id()["mmevol"], calls=["pick=0,evolve=1,improvement=1"], **figures)

    assert column(found, "calls") == {"seed": 0, "pick": 0, "evolve": 3000, "improvement": 3000, "training": 0}
    assert [found.total("input_tokens"), found.total("output_tokens")] == [9_000_000, 1_800_000]
    assert [found.total("money"), found.total("days"), found.kept] == [Fraction("40.5"), Fraction(1, 24), 1000]


def test_what_a_round_drops_is_not_in_the_next() -> None:
    """Where half of MMEvol's samples were dropped in each round, 1,000 + 500 + 250 would be evolved, and 125 come out."""
    found = estimated(entries_by_id()["mmevol"], calls=["0", "evolve=1"], keep=["improvement=0.5"])

    assert column(found, "calls")["evolve"] == 1750
    assert found.kept == 125


def test_bee_by_hand() -> None:
    """HoneyPipe's routes: what is kept early passes all further stages, what fails the short path takes the long one.

    1,000 are pooled; dedup keeps 80 %: 800; rules 90 %: 720, all judged for relevance; half: 360. Triage keeps a quarter as they are: 90,
    and 270 go on to be answered and verified; 60 % pass: 162, and 108 fail. These and 92 from other sources, 200, get a long answer, which
    is verified; 70 %: 140. Out come 90 + 162 + 140 = 392. Calls: 720 + 270 + 270 + 200 + 200 = 1,660.
    """
    found = estimated(
        entries_by_id()["bee"],
        keep=["dedup=0.8,rules=0.9,relevance=0.5", "long-verify=0.7"],
        route=["triage:keep=0.25", "short-verify:keep=0.6"],
        entering=["long-cot=92"],
        calls=["0", "short-generate=1", "long-generate=1"],
        **TOKENS,
    )

    assert {stage: calls for stage, calls in column(found, "calls").items() if calls} == {
        "relevance": 720,
        "short-generate": 270,
        "short-verify": 270,
        "long-generate": 200,
        "long-verify": 200,
    }
    assert [found.total("calls"), found.kept] == [1660, 392]
    assert found.missing == ()
    assert column(found, "samples")["training"] == 392


def test_a_loop_is_solved() -> None:
    """Where half go round again, 1,000 + 500 + 250 + ... = 2,000 pass; Florence-2 runs without an endpoint, so it calls nobody."""
    found = estimated(entries_by_id()["florence-2"], keep=["refine=1"], route=["reannotation:multitask-model=50%"])

    assert column(found, "samples")["reannotation"] == 2000
    assert [found.total("calls"), found.kept] == [0, 1000]
    assert found.missing == ()


def test_a_loop_without_end_is_refused() -> None:
    """If all go round again, nothing ever comes out."""
    with pytest.raises(WrongUsage, match="for ever"):
        estimated(entries_by_id()["florence-2"], keep=["refine=1"], route=["reannotation:multitask-model=1"])


@pytest.mark.parametrize("entry_id", IDS)
def test_what_is_missing_completes_the_estimate(entry_id: str) -> None:
    """Over every bundled entry: what the answer asks for, once given, is not asked for again, and makes everything known."""
    entry = entries_by_id()[entry_id]
    given: dict[str, Any] = {"price": ["in=1,out=2"], "entering": []}
    if not entry.stages:
        with pytest.raises(RecipeMissing):
            estimated(entry)
        return
    asked: set[str] = set()
    while (found := estimated(entry, rate="60", **given)).missing:
        assert asked.isdisjoint(options(found))
        for one in found.missing:
            asked.add(one.option)
            option, _, figure = one.option.removeprefix("--").partition(" ")
            value = (
                figure.replace("in=N,out=N", PLACEHOLDERS[option]).replace("SHARE", PLACEHOLDERS[option]).replace("N", PLACEHOLDERS[option])
            )
            given.setdefault("entering" if option == "samples" else option, []).append(value)

    amounts = ("samples", "calls", "passes", "input_tokens", "output_tokens", "money", "days")
    assert [stage for stage in found.stages for name in amounts if getattr(stage, name) is None] == []
    assert found.kept is not None


def test_everything_that_is_needed_is_named_at_once() -> None:
    """Without figures Oasis needs two shares, the calls of the answer and the tokens of a call; what comes before is known."""
    found = estimated(entries_by_id()["oasis"])

    assert options(found) == ["--keep extract=SHARE", "--keep gate=SHARE", "--calls answer=N", "--tokens in=N,out=N"]
    assert column(found, "calls")["extract"] == 1000
    assert [column(found, "calls")["clarity"], found.total("calls"), found.kept] == [None, None, None]


@pytest.mark.parametrize(
    ("stage", "each"),
    [
        (make_stage(models=uses(Role.GENERATOR)), 1),
        (make_stage(models=uses(Role.JUDGE)), 1),
        (make_stage(action="verify", models=uses(Role.VERIFIER, Role.DETECTOR)), 1),
        (make_stage(action="edit", models=uses(Role.EDITOR)), 0),
        (make_stage(action="annotate", models=uses(Role.DETECTOR, Role.SEGMENTER)), 0),
        (make_stage(action="score", models=uses(Role.EMBEDDER)), 0),
        (make_stage(action="collect"), 0),
        (make_stage(action="mix"), 0),
        (make_stage(action="train"), 0),
        (make_stage(action="train", models=uses(Role.GENERATOR)), 1),
        (make_stage(models=uses(Role.GENERATOR, Role.GENERATOR)), None),
        (make_stage(action="generate"), None),
        (make_stage(action="annotate"), None),
        (make_stage(action="verify"), None),
        (make_stage(action="edit", tools=(make_text("Pillow"),)), None),
        (make_stage(action="dedup"), None),
        (make_stage(action="filter"), None),
    ],
    ids=lambda value: value.action if isinstance(value, Stage) else str(value),
)
def test_the_calls_that_the_structure_tells(stage: Stage, each: int | None) -> None:
    """One model that generates or judges is a call; local ones are none; several, or none where one would work, leave it unknown."""
    [found] = estimated(recipe(stage), keep=[f"{stage.id}=1"]).stages

    assert found.each == each


def test_a_stage_that_repeats_calls_in_each_round() -> None:
    """A stage without steps that repeats is entered, and calls, as often as it does; what it keeps counts once."""
    [found] = estimated(recipe(make_stage(models=uses(Role.GENERATOR), repeat=4))).stages

    assert [found.rounds, found.samples, found.each, found.calls] == [4, 4000, 1, 4000]
    assert estimated(recipe(make_stage(action="filter", models=uses(Role.JUDGE), repeat=4)), keep=["generation=0.5"]).kept == 500


@pytest.mark.parametrize(("needs", "each"), [((Need.CPU,), 0), ((Need.LOCAL_GPU,), 0), ((Need.CPU, Need.ENDPOINT), None), ((), None)])
def test_a_recipe_without_endpoint_calls_none(needs: tuple[Need, ...], each: int | None) -> None:
    """Where a work is known to need no endpoint, a stage that names no model calls none; where its needs are unknown, nobody knows."""
    [found] = estimated(recipe(make_stage(), needs=needs)).stages

    assert found.each == each


@pytest.mark.parametrize(("needs", "calls", "passes"), [((Need.IMAGE_ENDPOINT,), 1000, 0), ((), 1000, 0), (ENDPOINT, 0, 1000)])
def test_an_editor_is_called_where_there_is_an_image_endpoint(needs: tuple[Need, ...], calls: int, passes: int) -> None:
    """An editor runs locally unless the recipe needs an image endpoint, or nobody says what it needs."""
    [found] = estimated(recipe(make_stage(models=uses(Role.EDITOR)), needs=needs)).stages

    assert [found.calls, found.passes] == [calls, passes]


@pytest.mark.parametrize(("earlier", "unit", "each"), [("score", "score", 0), ("edit", "score", None), ("score", "image", None)])
def test_a_filter_by_scores_calls_none(earlier: str, unit: str, each: int | None) -> None:
    """A filter whose every parameter is a score, behind a stage that scores, only compares; any other may call a model."""
    bound = Parameter(name=make_text("clarity"), quantity=Quantity(at_least=3, unit=unit))
    stages = make_stage("before", action=earlier), make_stage("gate", action="filter", parameters=(bound,))

    assert column(estimated(recipe(*stages), calls=["before=1"]), "each")["gate"] == each


def test_steps_that_repeat_the_model_of_their_stage_are_asked_for() -> None:
    """A stage that names a model, and has steps, may be one call or several: a person says how many, and the steps do not count again."""
    stage = make_stage("caption", models=uses(Role.GENERATOR), steps=(make_step("ask", models=uses(Role.GENERATOR)), make_step("tidy")))

    assert options(estimated(recipe(stage), **TOKENS)) == ["--calls caption=N"]
    assert column(estimated(recipe(stage), calls=["caption=2"]), "calls") == {"caption": 2000, "ask": 0}


def test_steps_of_one_kind_are_counted_as_a_whole() -> None:
    """Steps without models, of the action of their stage, may be parts or a choice: the stage is asked for once."""
    stage = make_stage("evolve", steps=(make_step("deeper"), make_step("broader")))

    assert options(estimated(recipe(stage), **TOKENS)) == ["--calls evolve=N"]
    assert options(estimated(recipe(stage), calls=["deeper=1"], **TOKENS)) == ["--calls broader=N"]


def test_a_figure_of_a_stage_covers_its_steps() -> None:
    """Calls given for a stage are those of all that is in it; tokens and a price hold for the steps inside too."""
    steps = (make_step("first", "score", models=uses(Role.JUDGE)), make_step("second", "verify", models=uses(Role.VERIFIER)))
    entry = recipe(make_stage("check", steps=steps))

    assert estimated(entry, calls=["check=5"], **TOKENS).total("calls") == 5000
    priced = estimated(entry, tokens=["check:in=10,out=1", "second:in=20,out=2"], price=["check:in=100,out=1000"])
    assert column(priced, "input_tokens") == {"first": 10_000, "second": 20_000}
    assert priced.total("money") == Fraction(30_000 * 100 + 3_000 * 1000, 10**6)


def test_a_filter_needs_its_share() -> None:
    """A filter without routes drops what nobody knows the number of; what comes behind is unknown with it."""
    entry = recipe(make_stage("sift", action="filter", models=uses(Role.JUDGE)), GENERATE)

    assert options(estimated(entry, **TOKENS)) == ["--keep sift=SHARE"]
    assert column(estimated(entry), "calls") == {"sift": 1000, "write": None}
    assert column(estimated(entry, keep=["sift=0"]), "calls") == {"sift": 1000, "write": 0}


def test_a_stage_around_filters_drops_nothing_more() -> None:
    """A filter made of filters drops what they drop; one that has a route of its own drops besides."""
    steps = (make_step("rules", "filter", models=uses(Role.JUDGE)), make_step("look", "verify", models=uses(Role.JUDGE)))

    assert options(estimated(recipe(make_stage("clean", action="filter", steps=steps)), **TOKENS)) == ["--keep rules=SHARE"]
    strict = make_stage("clean", action="filter", steps=steps, routes=routes(bad="drop"))
    assert options(estimated(recipe(strict), **TOKENS)) == ["--keep rules=SHARE", "--keep clean=SHARE"]
    both = estimated(recipe(strict), keep=["rules=0.5", "clean=0.1"], **TOKENS)
    assert [both.kept, both.total("calls")] == [50, 1500]


def test_of_the_last_way_the_rest_is_known() -> None:
    """Of three ways two shares are needed, and given any two the third is what remains."""
    split = make_stage("split", action="collect", routes=routes(a="keep", b="left", c="right"))
    entry = recipe(split, make_stage("left", action="collect", routes=routes(done="keep")), make_stage("right", action="collect"))

    assert options(estimated(entry)) == ["--route split:keep=SHARE", "--route split:left=SHARE"]
    assert column(estimated(entry, route=["split:right=0.5", "split:keep=0.3"]), "samples") == {"split": 1000, "left": 200, "right": 500}


@pytest.mark.parametrize("route", [["split:left=0.7", "split:right=0.7"], ["split:left=0.2", "split:right=0.2"]])
def test_ways_must_add_up(route: list[str]) -> None:
    """Shares of all ways that are more or less than what is kept are wrong usage."""
    split = make_stage("split", action="collect", routes=routes(b="left", c="right"))
    entry = recipe(split, make_stage("left", action="collect"), make_stage("right", action="collect"))

    with pytest.raises(WrongUsage, match="does not add up"):
        estimated(entry, route=route)


def test_a_stage_that_nothing_leads_to_has_samples_of_its_own() -> None:
    """Where no stage leads on to another, how many enter that one is asked for."""
    entry = recipe(make_stage("first", action="collect", routes=routes(done="keep")), GENERATE, make_stage("end", action="train"))

    assert options(estimated(entry, **TOKENS)) == ["--samples write=N"]
    found = estimated(entry, entering=["write=30"], **TOKENS)
    assert [found.total("calls"), found.kept, column(found, "samples")["end"]] == [30, 1030, 1030]


def test_stages_that_only_lead_to_each_other_begin_somewhere() -> None:
    """Two stages that lead to each other, and to which no other does, are not taken for empty."""
    first = make_stage("first", action="collect", routes=routes(done="keep"))
    back = make_stage("back", action="collect", routes=routes(again="there"))

    assert options(estimated(recipe(first, make_stage("there", action="collect"), back))) == [
        "--samples there=N",
        "--route back:there=SHARE",
    ]


def test_what_is_in_dispute_is_left_out() -> None:
    """A disputed stage or step is not counted, and cannot be given figures."""
    doubt: dict[str, Any] = {"status": Status.DISPUTED, "reason": make_text(), "models": uses(Role.GENERATOR)}
    entry = recipe(make_stage("mixed", steps=(make_step("sound", models=uses(Role.JUDGE)), make_step("unsound", **doubt))), GENERATE)

    assert column(estimated(entry), "calls") == {"sound": 1000, "write": 1000}
    with pytest.raises(WrongUsage, match="'unsound' is not known"):
        estimated(entry, calls=["unsound=1"])
    with pytest.raises(RecipeMissing):
        estimated(recipe(make_stage(**doubt)))


def test_without_a_price_there_is_no_money_to_miss() -> None:
    """Neither price nor rate is asked for; a price of one model only leaves the others to be asked for."""
    first = make_stage("first", models=(UsedModel(id="cheap", role=Role.GENERATOR),))
    entry = recipe(first, make_stage("second", models=(UsedModel(id="dear", role=Role.JUDGE),)))

    assert options(estimated(entry, **TOKENS)) == []
    assert options(estimated(entry, price=["cheap:in=1,out=1"], **TOKENS)) == ["--price second:in=N,out=N"]
    found = estimated(entry, tokens=["in=1000,out=0"], price=["cheap:in=1,out=1", "dear:in=5,out=5"])
    assert column(found, "money") == {"first": 1, "second": 5}


def test_a_stage_of_models_with_different_prices_needs_its_own() -> None:
    """Which of several models a call goes to is unknown, so their price is, unless it is the same."""
    entry = recipe(make_stage("both", models=uses(Role.JUDGE, Role.JUDGE)))
    figures: dict[str, Any] = {"calls": ["both=2"], "tokens": ["in=1000,out=0"]}

    differing = estimated(entry, price=["model-0:in=1,out=1", "model-1:in=2,out=1"], **figures)
    assert options(differing) == ["--price both:in=N,out=N"]
    assert estimated(entry, price=["model-0:in=1,out=1", "model-1:in=1,out=1"], **figures).total("money") == 2


@pytest.mark.parametrize(
    "figures",
    [
        {"keep": ["wrote=1"]},
        {"calls": ["wrote=1"]},
        {"tokens": ["wrote:in=1,out=1"]},
        {"price": ["wrote:in=1,out=1"]},
        {"route": ["wrote:keep=1"]},
        {"route": ["write:nxt=1"]},
        {"entering": ["wrote=1"]},
    ],
)
def test_a_figure_for_what_is_not_there_names_what_is_near(figures: dict[str, Any]) -> None:
    """A misspelt stage, model or way is wrong usage that names the near ones."""
    with pytest.raises(WrongUsage) as caught:
        estimated(recipe(GENERATE), **figures)

    assert caught.value.fix in ("Near: write.", "Near: next.")


def test_the_first_stage_has_its_samples() -> None:
    """What enters the first stage is said once."""
    with pytest.raises(WrongUsage, match="write is the first stage"):
        estimated(recipe(GENERATE), entering=["write=1"])


def test_too_many_rounds_are_not_followed() -> None:
    """A stage of very many rounds is asked for as a whole, with what it drops, and its steps take no figures."""
    loop = make_stage("loop", repeat=10**6, steps=(make_step("try", models=uses(Role.JUDGE)), make_step("sift", "filter")))

    assert options(estimated(recipe(loop), **TOKENS)) == ["--calls loop=N", "--keep loop=SHARE"]
    with pytest.raises(WrongUsage, match="sift is not looked at by itself"):
        estimated(recipe(loop), keep=["sift=1"])


@st.composite
def recipes(draw: st.DrawFn) -> tuple[Entry, dict[str, list[str]]]:
    """Return a recipe whose stages route anywhere, and shares for all that they may be asked for."""
    ids = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    targets = st.lists(st.sampled_from([*ids, "keep", "drop"]), max_size=3, unique=True)
    stages = []
    for stage_id in ids:
        ways = tuple(Route(when=make_text("so"), to=to) for to in draw(targets))
        stages.append(make_stage(stage_id, action=draw(st.sampled_from(["collect", "filter", "train"])), routes=ways))
    percents = st.integers(0, 20)  # of three ways at most: never more than the two thirds that are kept
    shares = {"keep": [f"{stage_id}={draw(percents) + 67}%" for stage_id in ids]}
    shares["route"] = [f"{stage.id}:{to}={draw(percents)}%" for stage in stages for to in {route.to for route in stage.routes} - {"drop"}]
    return recipe(*stages), shares


@given(recipes())
def test_no_sample_is_lost_or_made(drawn: tuple[Entry, dict[str, list[str]]]) -> None:
    """Whatever the routes, loops too: as many samples come out or are dropped as come in, as soon as all shares are known."""
    entry, shares = drawn
    given: dict[str, Any] = {"entering": [], "keep": shares["keep"], "route": []}
    for _ in range(40):
        found = estimated(entry, calls=["0"], **given)
        if not found.missing:
            break
        asked = options(found)
        given["entering"] += [one.removeprefix("--samples ").replace("=N", "=7") for one in asked if one.startswith("--samples")]
        wanted = {one.removeprefix("--route ").removesuffix("=SHARE") for one in asked if one.startswith("--route")}
        given["route"] += [one for one in shares["route"] if one.partition("=")[0] in wanted]

    dropped = total(times(stage.samples, dict(stage.goes).get("drop", NONE)) for stage in found.stages)
    entered = 1000 + 7 * len(given["entering"])
    assert found.missing == ()
    assert total([found.kept, dropped]) == entered


def test_stages_that_stand_beside_each_other() -> None:
    """A stage that takes the outcome of an earlier one, or begins anew, is asked how much it gets; what comes after both gets both."""
    stages = (
        make_stage("images", action="collect"),
        make_stage("first", models=uses(Role.GENERATOR)),
        make_stage("second", models=uses(Role.GENERATOR), after=("images",)),
        make_stage("apart", models=uses(Role.GENERATOR), after=()),
        make_stage("join", action="edit", tools=(make_text("a program"),), after=("first", "second")),
    )
    entry = make_method(stages=stages)

    asked = estimate(entry, read_figures(samples=["1000"], calls=["0"]))
    given = estimate(entry, read_figures(samples=["700", "second=300", "apart=50"], calls=["join=0"]))

    assert [one.option for one in asked.missing if "samples" in one.option] == ["--samples second=N", "--samples apart=N"]
    assert {one.plan.step.id: one.samples for one in given.stages} == {
        "images": 700,
        "first": 700,
        "second": 300,
        "apart": 50,
        "join": 1000,
    }
