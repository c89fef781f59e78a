"""From what a person wrote to the catalog's ids."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awesome_mm.errors import EntryMissing, WrongUsage
from awesome_mm.model.catalog import Catalog
from awesome_mm.model.entry import Artifact, ArtifactKind, Dispute, State
from awesome_mm.services.naming import choose, find_entries, find_entry, near_names, resolve
from tests.factories import make_catalog, make_method, make_text


@pytest.fixture
def survey() -> Catalog:
    """Return entries with every kind of name."""
    return make_catalog(
        make_method("alpha", title="A Study of Oasis and Bee"),
        make_method(
            "oasis",
            title="Oasis: One Image",
            aliases=("One Image is All You Need", "单图指令数据合成"),
            links={
                "arxiv": ("2503.08741",),
                "openreview": ("AbC-1",),
                "code": ("https://github.com/Letian2003/MM_INF",),
                "project": ("https://example.org/oasis/",),
            },
        ),
        make_method("llava-1-5", name="LLaVA-1.5", title="Improved Baselines"),
        make_method("llava", name="LLaVA", title="Visual Instruction Tuning"),
        make_method(
            "bee",
            artifacts=(Artifact(id="b", name="Honey-Data-15M", kind=ArtifactKind.DATASET, state=State.RELEASED, aliases=("HoneyData",)),),
        ),
        make_method("quant", name="Quant", links={"arxiv": ("hep-th/9901001",)}),
    )


@pytest.mark.parametrize(
    "wanted",
    [
        "oasis",
        "OASIS",
        " Oasis ",
        "one image is all you need",
        "单图指令数据合成",
        "Oasis: One Image",
        "2503.08741",
        "arXiv:2503.08741v2",
        "https://arxiv.org/abs/2503.08741",
        "https://arxiv.org/pdf/2503.08741v2",
        "10.48550/arXiv.2503.08741",
        "https://openreview.net/forum?id=AbC-1",
        "https://github.com/Letian2003/MM_INF",
        "https://github.com/Letian2003/MM_INF.git",
        "letian2003/mm_inf",
        "https://example.org/oasis/",
    ],
)
def test_an_entry_goes_by_all_its_names(survey: Catalog, wanted: str) -> None:
    """An id, a name, an alias in either language, a title, an identifier and an address name the entry."""
    assert find_entry(survey, wanted) == "oasis"


@pytest.mark.parametrize(
    ("wanted", "entry_id"),
    [
        ("llava 1.5", "llava-1-5"),
        ("LLaVA15", "llava-1-5"),
        ("llava-1-5", "llava-1-5"),
        ("llava", "llava"),
        ("Honey Data 15M", "bee"),
        ("honeydata", "bee"),
        ("hep-th/9901001", "quant"),
        ("https://arxiv.org/abs/hep-th/9901001v1", "quant"),
    ],
)
def test_a_name_is_a_whole_name(survey: Catalog, wanted: str, entry_id: str) -> None:
    """Spacing and hyphens make no difference, but the beginning of a name is not the name; an artifact names its work."""
    assert find_entry(survey, wanted) == entry_id


def test_an_id_goes_before_a_name() -> None:
    """An entry's id wins over another entry's name, and a name over another's alias, wherever they stand."""
    catalog = make_catalog(
        make_method("one", name="Two", aliases=("Three",), title="Four"),
        make_method("two", name="Three", title="Five"),
    )

    assert [find_entry(catalog, wanted) for wanted in ("two", "three", "Two")] == ["two", "two", "one"]


def test_an_identifier_inside_a_name_is_not_the_entrys() -> None:
    """Only a whole identifier names an entry, not the end of another's alias."""
    catalog = make_catalog(make_method("vox", aliases=("Vox2503.08741",)), make_method("oasis", links={"arxiv": ("2503.08741",)}))

    assert find_entry(catalog, "2503.08741") == "oasis"


def test_an_artifact_is_the_last_resort() -> None:
    """A work of a name goes before a work that makes something of that name."""
    made = Artifact(id="x", name="Honey", kind=ArtifactKind.DATASET, state=State.RELEASED)
    catalog = make_catalog(make_method("bee", artifacts=(made,)), make_method("other", aliases=("Honey",)))

    assert find_entry(catalog, "honey") == "other"


def test_the_missing_entry_has_near_names(survey: Catalog) -> None:
    """What nobody is called is an error that suggests the nearest names."""
    with pytest.raises(EntryMissing) as caught:
        find_entry(survey, "oasys")

    assert "'oasys'" in caught.value.message
    assert caught.value.fix == "Near: Oasis."


def test_near_aliases_name_their_entry(survey: Catalog) -> None:
    """A misspelt alias, in Chinese too, leads to the entry's name, once."""
    assert near_names(survey, "单图指令数椐合成") == ("Oasis",)
    assert near_names(survey, "One Image is Al You Nead")[0] == "Oasis"


def test_no_more_near_names_than_asked() -> None:
    """Of many near names the nearest are given."""
    catalog = make_catalog(*(make_method(f"oasis-{letter}") for letter in "abcdef"), make_method("oasis"))

    assert near_names(catalog, "oasiss", most=2)[0] == "Oasis"
    assert len(near_names(catalog, "oasiss", most=2)) == 2


@pytest.mark.parametrize(
    "wanted", ["", " ", "…", "zzzzzzz", "\x1f", "n", "oasis\x1f\nnalpha", "2503.08742", "https://example.org/", "\udcff"]
)
def test_what_names_nothing_is_missing(survey: Catalog, wanted: str) -> None:
    """No marks, control characters, field letters or strange addresses name an entry."""
    with pytest.raises(EntryMissing) as caught:
        find_entry(survey, wanted)

    assert caught.value.fix


def test_nothing_is_called_anything_in_an_empty_catalog() -> None:
    """An empty catalog has no entry and no near names."""
    with pytest.raises(EntryMissing, match="oasis"):
        find_entry(make_catalog(), "oasis")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Alpha (2024)", "alpha"),
        ("Something else (Alpha)", "alpha"),
        ("Alpha（甲）", "alpha"),
        ("the Alpha dataset", "alpha"),
        ("Alpha数据集", "alpha"),
        ("Alpha系列", "alpha"),
        ("Alpha, Alpha-Set & Kit", "alpha"),
        ("Alpha / 甲", "alpha"),
        ("Beta: a subtitle of no work", "beta"),
        ("Some Company - Alpha (2024)", "alpha"),
        ("Company & University - Beta Series", "beta"),
        ("公司 - Alpha系列", "alpha"),
    ],
)
def test_a_name_as_lists_print_it(written: str, expected: str) -> None:
    """A name with its bracket, with the word for what it is, or several names of one work lead to it."""
    made = Artifact(id="set", name="Alpha-Set", kind=ArtifactKind.DATASET, state=State.RELEASED)
    catalog = make_catalog(make_method("alpha", name="Alpha", aliases=("甲",), artifacts=(made,)), make_method("beta", name="Beta"))

    assert find_entry(catalog, written) == expected


def test_a_wrong_address_is_explained() -> None:
    """An id that the source list gives a work, and that is another's, leads to nothing but says whose it is said to be."""
    dispute = Dispute(field="links.arxiv", listed="2506.03481", reason=make_text("It is of another paper."))
    catalog = make_catalog(make_method("alpha", name="Alpha", disputes=(dispute,)))

    with pytest.raises(EntryMissing) as raised:
        find_entry(catalog, "https://arxiv.org/abs/2506.03481")

    assert "gives it for Alpha" in raised.value.fix


def test_every_name_that_is_missing_is_named() -> None:
    """Of several names all that lead nowhere are named at once."""
    catalog = make_catalog(make_method("alpha"), make_method("beta"))

    with pytest.raises(EntryMissing) as raised:
        find_entries(catalog, ["alpha", "nobody", "nothing"])

    assert "'nobody'" in raised.value.message
    assert "'nothing'" in raised.value.message
    assert find_entries(catalog, ["beta", "alpha", "Beta"]) == ("beta", "alpha")


@pytest.mark.parametrize("written", ["Alpha and Beta", "Alpha / Beta", "the dataset", "( )", "Gamma (2024)"])
def test_a_name_of_two_works_or_none(written: str) -> None:
    """Names of different works together name none."""
    catalog = make_catalog(make_method("alpha", name="Alpha"), make_method("beta", name="Beta"))

    with pytest.raises(EntryMissing):
        find_entry(catalog, written)


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_found_or_missing(wanted: str) -> None:
    """Whatever is asked for, the answer is an id or an error with a next step."""
    entry_id, fix = "", ""
    try:
        entry_id = find_entry(SMALL, wanted)
    except EntryMissing as error:
        fix = error.fix

    assert entry_id in SMALL.ids or fix


SMALL = make_catalog(make_method("oasis", aliases=("字节",)), make_method("b"))


@pytest.mark.parametrize(
    "written", ["editing", "Editing", "Image editing", "image-editing", "IMAGE EDITING", "图像编辑", "edits", " editing "]
)
def test_a_category_by_all_its_names(written: str) -> None:
    """A slug, a title in either language and an alias mean the same category."""
    assert resolve(make_catalog().terms, "category", [written], "--category") == ("editing",)


@pytest.mark.parametrize("written", ["bytedance", "ByteDance", "字节跳动", "seed"])
def test_an_organization_by_all_its_names(written: str) -> None:
    """An id, a name in either language and an alias mean the same organisation."""
    assert resolve(make_catalog().terms, "organization", [written], "--organization") == ("bytedance",)


def test_values_resolve_in_order_and_once() -> None:
    """Two names of one category are one category."""
    assert resolve(make_catalog().terms, "category", ["text", "图像编辑", "editing"], "--category") == ("text", "editing")


def test_nothing_resolves_to_nothing() -> None:
    """Where no value was given, none comes back."""
    assert resolve(make_catalog().terms, "category", [], "--category") == ()


@pytest.mark.parametrize(("written", "fix"), [("editng", "Near: editing"), ("图象编辑", "Near: editing"), ("bytedanse", "Known are")])
def test_an_unknown_category_names_the_near(written: str, fix: str) -> None:
    """An unknown value is wrong usage that says which option it is about and which values are near, or known."""
    with pytest.raises(WrongUsage) as caught:
        resolve(make_catalog().terms, "category", [written], "--category")

    assert caught.value.message == f"--category: {written!r} is not known."
    assert caught.value.fix.startswith(fix)


@pytest.mark.parametrize("written", ["", " ", "…", "\x00", "x" * 50_000])
def test_marks_and_monsters_resolve_to_nothing(written: str) -> None:
    """A value without letters, or with too many, is not known either."""
    with pytest.raises(WrongUsage):
        resolve(make_catalog().terms, "category", [written], "--category")


def test_choices_know_no_case() -> None:
    """Closed words are taken in any case and come back as they are spelled, each once."""
    assert choose(("MIT", "code"), [" mit", "CODE", "MIT"], "--x") == ("MIT", "code")


@pytest.mark.parametrize(
    ("written", "fix"), [("methd", "Near: method."), ("zzz", "Known are method, survey."), ("", "Known are method, survey.")]
)
def test_a_wrong_choice_names_the_near(written: str, fix: str) -> None:
    """What is none of the words, even nothing, is wrong usage."""
    with pytest.raises(WrongUsage) as caught:
        choose(("method", "survey"), [written], "--kind")

    assert caught.value.fix == fix
