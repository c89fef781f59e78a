"""Names that lead nowhere, ids used twice and claims that contradict themselves."""

from pathlib import Path

import pytest

from awesome_mm.store.catalog_file import load_catalog

from .written import catalog, entry, faults_at, write

STAGE = 'name = "S"\naction = "generate"\nsource = "list"\nlocator = "unknown"\nstatus = "unverified"\n'
FIGURE = 'measure = "samples"\nsource = "list"\nlocator = "unknown"\nstatus = "unverified"\n'
RESULT = 'benchmark = "MMMU"\nsource = "list"\nlocator = "unknown"\n'
ARTIFACTS = 'artifacts = [{ id = "alpha-1m", name = "Alpha-1M", kind = "dataset", state = "released" }]\n'


def stage(stage_id: str = "one", more: str = "") -> str:
    """Return a stage of alpha."""
    return f'[[method.alpha.stages]]\nid = "{stage_id}"\n{STAGE}{more}\n'


def figure(figure_id: str = "total", more: str = 'quantity = { value = 1, unit = "image" }') -> str:
    """Return a figure of alpha."""
    return f'[[method.alpha.figures]]\nid = "{figure_id}"\n{FIGURE}{more}\n'


def found(tmp_path: Path, *entries: str) -> list[str]:
    """Return the faults of a catalog of `entries` without file and line."""
    faults = faults_at(write(tmp_path / "catalog.toml", catalog(*entries)))
    return [fault.partition(": ")[2] or fault for fault in faults]


def test_a_catalog_that_holds_together(tmp_path: Path) -> None:
    """References to what there is, one's own artifacts and outside works are sound."""
    more = (
        ARTIFACTS
        + 'organizations = ["lab"]\ninput = ["text"]\nalso_in = ["methods"]\n'
        + 'relations = [{ kind = "produces", to = "alpha-1m" }, { kind = "uses", to = "beta/beta-1" }, { kind = "uses", name = "VQA" }]\n'
        + stage(
            "one", 'models = [{ id = "gpt-4v", role = "judge" }]\nroutes = [{ when = "bad", to = "drop" }, { when = "odd", to = "inner" }]'
        )
        + '[[method.alpha.stages.steps]]\nid = "inner"\nname = "I"\naction = "generate"\nroutes = [{ when = "good", to = "one" }]\n'
        + figure("total", 'of = "alpha/alpha-1m"\nquantity = { at_least = 1, at_most = 1, unit = "image" }')
        + figure("part", 'part_of = "total"\nquantity = { value = 0, unit = "image" }')
    )
    beta = entry("beta", 'artifacts = [{ id = "beta-1", name = "B", kind = "model", state = "closed" }]')

    loaded = load_catalog(write(tmp_path / "catalog.toml", catalog(entry("alpha", more), beta)))

    assert [one.id for one in loaded.entries] == ["alpha", "beta"]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ('also_in = ["editng"]', "method.alpha.also_in[0]: no category is called 'editng' (did you mean editing?)"),
        ('organizations = ["lab", "nowhere"]', "method.alpha.organizations[1]: no organization is called 'nowhere'"),
        ('input = ["txet"]', "method.alpha.input[0]: no material is called 'txet' (did you mean text?)"),
        ('output = ["sound"]', "method.alpha.output[0]: no material is called 'sound'"),
        ('relations = [{ kind = "uses", to = "beta" }]', "method.alpha.relations[0].to: no target is called 'beta'"),
        (
            'relations = [{ kind = "uses", to = "alpha/beta" }]',
            "method.alpha.relations[0].to: no target is called 'alpha/beta' (did you mean alpha?)",
        ),
        (
            stage("one", 'models = [{ id = "gpt", role = "judge" }]'),
            "method.alpha.stages[0].models[0].id: no model is called 'gpt' (did you mean gpt-4v?)",
        ),
        (
            stage("one", 'parameters = [{ name = "P", quantity = { value = 1, unit = "apple" } }]'),
            "method.alpha.stages[0].parameters[0].quantity.unit: no unit is called 'apple'",
        ),
        (
            stage() + '[[method.alpha.stages.steps]]\nid = "inner"\nname = "I"\naction = "dance"',
            "method.alpha.stages[0].steps[0].action: no action is called 'dance'",
        ),
        (
            stage("one", 'routes = [{ when = "bad", to = "drop" }, { when = "odd", to = "two" }]'),
            "method.alpha.stages[0].routes[1].to: no stage of this entry is called 'two'",
        ),
        (
            stage() + '[[method.alpha.stages.steps]]\nid = "i"\nname = "I"\naction = "generate"\nroutes = [{ when = "odd", to = "two" }]',
            "method.alpha.stages[0].steps[0].routes[0].to: no stage of this entry is called 'two'",
        ),
        (
            figure("total", 'of = "alhpa"\nquantity = { value = 1, unit = "image" }'),
            "method.alpha.figures[0].of: no target is called 'alhpa' (did you mean alpha?)",
        ),
        (figure("total", 'quantity = { value = 1, unit = "apple" }'), "method.alpha.figures[0].quantity.unit: no unit is called 'apple'"),
        (
            figure("total", 'part_of = "all"\nquantity = { value = 1, unit = "image" }'),
            "method.alpha.figures[0].part_of: no figure of this entry is called 'all'",
        ),
        (
            f'[[method.alpha.results]]\n{RESULT}status = "unverified"\nvalue = 1\nunit = "apple"',
            "method.alpha.results[0].unit: no unit is called 'apple'",
        ),
    ],
)
def test_names_that_lead_nowhere(tmp_path: Path, more: str, fault: str) -> None:
    """Whatever names something that is not in the catalog is a fault, with the near name if there is one."""
    assert found(tmp_path, entry("alpha", more)) == [fault]


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ('[category.x]\ntitle = "X"\nparent = "y"', "category.x.parent: no category is called 'y'"),
        ('[category.x]\ntitle = "X"\norder = ["alpha", "beta"]', "category.x.order[1]: no entry is called 'beta'"),
        ('[model.x]\nname = "X"\norganization = "y"', "model.x.organization: no organization is called 'y'"),
        ('[unit."a b"]\nname = "X"', "unit.\"a b\": 'a b' is not lower-case letters, digits and single hyphens"),
        ('[category.x]\ntitle = "X"\nparent = "x"', "category.x.parent: leads back to itself: x in x"),
    ],
)
def test_words_that_lead_nowhere(tmp_path: Path, words: str, fault: str) -> None:
    """A vocabulary's words are checked as the entries are."""
    assert found(tmp_path, entry("alpha"), words) == [fault]


def test_categories_that_contain_each_other(tmp_path: Path) -> None:
    """Each category of a loop is at fault, those that lead into it are not."""
    loop = "".join(f'[category.{one}]\ntitle = "T"\nparent = "{other}"\n' for one, other in ("ab", "bc", "ca", "da"))

    assert found(tmp_path, entry("alpha"), loop) == [
        "category.a.parent: leads back to itself: a in b in c in a",
        "category.b.parent: leads back to itself: b in c in a in b",
        "category.c.parent: leads back to itself: c in a in b in c",
    ]


def test_one_id_for_two_kinds(tmp_path: Path) -> None:
    """An id is taken once over all kinds."""
    assert found(tmp_path, entry("alpha"), entry("alpha", kind="dataset")) == ["dataset.alpha: the id is taken by method.alpha"]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (
            ARTIFACTS[:-2] + ', { id = "alpha-1m", name = "B", kind = "model", state = "closed" }]',
            "method.alpha.artifacts: the id 'alpha-1m' is used twice",
        ),
        (figure() + figure(), "method.alpha.figures: the id 'total' is used twice"),
        (stage() + stage(), "method.alpha.stages: the id 'one' is used twice"),
        (
            stage() + '[[method.alpha.stages.steps]]\nid = "one"\nname = "I"\naction = "generate"',
            "method.alpha.stages: the id 'one' is used twice",
        ),
    ],
)
def test_ids_used_twice(tmp_path: Path, more: str, fault: str) -> None:
    """Artifacts, figures and stages (with the steps inside) have ids of their own."""
    assert found(tmp_path, entry("alpha", more)) == [fault]


@pytest.mark.parametrize("stage_id", ["keep", "drop"])
def test_stages_called_as_the_ends_of_routes(tmp_path: Path, stage_id: str) -> None:
    """No stage is called what a route calls keeping or dropping a sample."""
    fault = f"method.alpha.stages[0].id: {stage_id!r} is where samples go; a stage needs another id"

    assert found(tmp_path, entry("alpha", stage(stage_id))) == [fault]


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        (
            stage("one") + stage("two", 'after = ["on"]'),
            "stages[1].after[0]: no earlier stage beside this one is called 'on' (did you mean one?)",
        ),
        (stage("one", 'after = ["one"]'), "stages[0].after[0]: no earlier stage beside this one is called 'one'"),
        (stage("one", 'after = ["two"]') + stage("two"), "stages[0].after[0]: no earlier stage beside this one is called 'two'"),
        (
            stage("one") + '[[method.alpha.stages.steps]]\nid = "inner"\nname = "I"\naction = "generate"\nafter = ["one"]',
            "stages[0].steps[0].after[0]: no earlier stage beside this one is called 'one'",
        ),
    ],
)
def test_stages_after_what_is_not_before_them(tmp_path: Path, more: str, fault: str) -> None:
    """A stage comes after earlier stages of its own level; of others, of later ones and of itself it cannot take anything."""
    assert found(tmp_path, entry("alpha", more)) == [f"method.alpha.{fault}"]


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (stage().replace("unverified", "disputed"), "stages[0]"),
        (figure().replace("unverified", "disputed"), "figures[0]"),
        (f'[[method.alpha.results]]\n{RESULT}status = "disputed"\nvalue = 1', "results[0]"),
        (stage() + '[[method.alpha.stages.steps]]\nid = "i"\nname = "I"\naction = "generate"\nstatus = "disputed"', "stages[0].steps[0]"),
    ],
)
def test_disputed_without_a_reason(tmp_path: Path, more: str, place: str) -> None:
    """A stage, a step inside one, a figure or a result in dispute says why."""
    assert found(tmp_path, entry("alpha", more)) == [f"method.alpha.{place}.reason: is missing; a disputed claim says why"]


@pytest.mark.parametrize(
    ("quantity", "problem"),
    [
        ("", "needs a value, at_least or at_most"),
        ("about = true,", "needs a value, at_least or at_most"),
        ("value = 1, at_least = 1,", "has both a value and bounds"),
        ("value = 0, at_most = 0,", "has both a value and bounds"),
        ("at_least = 2, at_most = 1.5,", "at_least is greater than at_most"),
    ],
)
def test_quantities_that_contradict_themselves(tmp_path: Path, quantity: str, problem: str) -> None:
    """A quantity is a value or bounds that leave room, in a figure as in a parameter."""
    written = f'{{ {quantity} unit = "image" }}'
    more = stage("one", f'parameters = [{{ name = "P", quantity = {written} }}]') + figure("total", f"quantity = {written}")

    assert sorted(found(tmp_path, entry("alpha", more))) == [
        f"method.alpha.figures[0].quantity: {problem}",
        f"method.alpha.stages[0].parameters[0].quantity: {problem}",
    ]


def test_parameter_of_nothing(tmp_path: Path) -> None:
    """A parameter has a quantity or a text."""
    assert found(tmp_path, entry("alpha", stage("one", 'parameters = [{ name = "P" }]'))) == [
        "method.alpha.stages[0].parameters[0]: needs a quantity or a text",
    ]


def test_result_of_nothing(tmp_path: Path) -> None:
    """A result has a value or a gain."""
    more = f'[[method.alpha.results]]\n{RESULT}status = "unverified"'

    assert found(tmp_path, entry("alpha", more)) == ["method.alpha.results[0]: needs a value or a gain"]


def test_two_headlines(tmp_path: Path) -> None:
    """One figure at most stands for the work's scale."""
    headline = 'headline = true\nquantity = { value = 1, unit = "image" }'

    assert found(tmp_path, entry("alpha", figure("a", headline) + figure("b", headline))) == [
        "method.alpha.figures: more than one figure is the headline",
    ]


def test_figures_that_are_parts_of_each_other(tmp_path: Path) -> None:
    """No figure is a part of itself, by whatever way."""
    part = 'part_of = "{}"\nquantity = {{ value = 1, unit = "image" }}'
    more = figure("a", part.format("b")) + figure("b", part.format("a")) + figure("c", part.format("a"))

    assert found(tmp_path, entry("alpha", more)) == [
        "method.alpha.figures[0].part_of: makes the figure a part of itself",
        "method.alpha.figures[1].part_of: makes the figure a part of itself",
    ]


@pytest.mark.parametrize("relation", ['{ kind = "uses" }', '{ kind = "uses", to = "alpha", name = "Alpha" }'])
def test_relation_to_nothing_or_twice(tmp_path: Path, relation: str) -> None:
    """A relation leads into the catalog or out of it, not both, and somewhere."""
    assert found(tmp_path, entry("alpha", f"relations = [{relation}]")) == ["method.alpha.relations[0]: needs either `to` or `name`"]


def test_a_faulty_entry_makes_no_faults_in_others(tmp_path: Path) -> None:
    """Who names a faulty entry, its artifacts or a faulty word is not at fault for it, but what leads nowhere still is."""
    faulty = entry("beta", 'artifacts = [{ id = "beta-1", name = "B", kind = "model", state = "closed" }]\nautors = []')
    more = 'relations = [{ kind = "uses", to = "beta" }, { kind = "uses", to = "beta/beta-1" }]\norganizations = ["zoo", "nowhere"]'
    zoo = '[organization.zoo]\nname = "Zoo"\nsector = "animals"\n'

    assert found(tmp_path, faulty, entry("alpha", more), zoo) == [
        "organization.zoo.sector: 'animals' is not one of industry, academia, nonprofit, community",
        "method.beta.autors: unknown key (did you mean authors?)",
        "method.alpha.organizations[1]: no organization is called 'nowhere'",
    ]


def test_a_thousand_names_that_lead_nowhere(tmp_path: Path) -> None:
    """A catalog full of them ends with how many more there are."""
    names = ", ".join(f'"lab{number}"' for number in range(1_000))

    faults = found(tmp_path, entry("alpha", f"organizations = [{names}]"))

    assert len(faults) == 51
    assert faults[50] == "... and 950 more faults"
    assert faults[49] == "method.alpha.organizations[49]: no organization is called 'lab49' (did you mean lab?)"


def test_a_fault_of_another_kind_hides_no_reference(tmp_path: Path) -> None:
    """An entry that cannot be decoded still has every name in it looked up."""
    more = 'colour = "x"\norganizations = ["nobody"]\nrelations = [{ kind = "uses", to = "nowhere" }]'
    faults = faults_at(write(tmp_path / "catalog.toml", catalog(entry("alpha", more))))

    assert [fault.split(": ")[1] for fault in faults] == [
        "method.alpha.colour",
        "method.alpha.organizations[0]",
        "method.alpha.relations[0].to",
    ]
