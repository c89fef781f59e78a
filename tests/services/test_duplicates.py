"""Which entries are one work."""

import pytest

from awesome_mm.model.entry import Artifact, ArtifactKind, ArxivRecord, Basis, Entry, Links, State
from awesome_mm.services.duplicates import Match, Sameness, Works, same_works
from tests.factories import make_method

ALPHA = make_method(
    "alpha",
    title="Alpha: Growing Instruction Data from One Image",
    aliases=("Alpha-Grow",),
    links={"arxiv": ("9901.00001",), "code": ("https://github.com/example-lab/alpha",), "doi": ("10.5555/Alpha.1",)},
    arxiv=ArxivRecord(basis=Basis.FETCHED, id="9901.00001", title="Alpha-Grow: Data from a Seed"),
    artifacts=(
        Artifact(
            id="alpha-1m",
            name="Alpha-1M",
            kind=ArtifactKind.DATASET,
            state=State.RELEASED,
            links=Links(data=("https://huggingface.co/datasets/example-lab/alpha-1m",)),
        ),
    ),
)


def like(entry: Entry) -> list[tuple[str, Sameness]]:
    """Return which entries are the same work as `entry`, and by what, in a catalog of alpha and beta."""
    works = Works([ALPHA, make_method("beta", title="Beta: Nothing of the Kind")])
    return [(match.entry, match.by) for match in works.like(entry)]


def new(**given: object) -> Entry:
    """Return an entry that has nothing in common with others but what is given."""
    return make_method("new", **{"name": "New", "title": "An Unheard-of Title", **given})


@pytest.mark.parametrize(
    ("given", "by"),
    [
        ({"links": {"arxiv": ("9901.00001",)}}, Sameness.ARXIV),
        ({"links": {"paper": ("https://arxiv.org/pdf/9901.00001v2",)}}, Sameness.LINK),
        ({"links": {"code": ("http://www.github.com/Example-Lab/Alpha.git",)}}, Sameness.LINK),
        ({"links": {"doi": ("10.5555/alpha.1",)}}, Sameness.LINK),
        ({"links": {"data": ("https://huggingface.co/datasets/example-lab/alpha-1m",)}}, Sameness.LINK),
        ({"title": "alpha – growing instruction data from one image"}, Sameness.TITLE),
        ({"title": "Alpha-Grow: Data From a Seed"}, Sameness.TITLE),
        ({"title": "Alpha: Growing Instruction Data from an Image"}, Sameness.NEAR_TITLE),
        ({"name": "ALPHA"}, Sameness.NAME),
        ({"name": "Alpha Grow"}, Sameness.NAME),
    ],
)
def test_the_same_work(given: dict[str, object], by: Sameness) -> None:
    """The same id, link, title, nearly the same title or the same name makes it the same work; the surest is told."""
    assert like(new(**given)) == [("alpha", by)]


def test_the_surest_is_told() -> None:
    """An entry that is the same by everything is told once, by the paper."""
    assert like(make_method("other", name="Alpha", title=ALPHA.title, links=ALPHA.links)) == [("alpha", Sameness.ARXIV)]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"title": "Alpha 2: Growing Instruction Data from One Image"},
        {"title": "Alpha: Growing Instruction Data from One Video Clip"},
        {"links": {"arxiv": ("9901.00002",), "code": ("https://github.com/example-lab/alpha-two",)}},
        {"links": {"page": ("https://github.com/example-lab",)}},
    ],
)
def test_another_work(given: dict[str, object]) -> None:
    """Another number, another word that matters, another repository of the same owner is another work."""
    assert like(new(**given)) == []


def test_an_entry_is_not_its_own_duplicate() -> None:
    """An entry is compared with the others only."""
    assert like(ALPHA) == []


def test_the_pairs_of_a_catalog() -> None:
    """Each pair is found once, told of the later entry."""
    entries = [make_method("alpha", name="One"), make_method("beta", name="Two"), make_method("gamma", name="one", title="Third")]

    assert list(same_works(entries)) == [("gamma", Match(entry="alpha", by=Sameness.NAME, what="One"))]
