"""What is told of two versions: what went, what came, and what only changed its form or its place."""

from dataclasses import replace
from typing import Any

import pytest

from awesome_mm.model.entry import Artifact, ArtifactKind, Entry, Kind, Links, Note, State, Topic, Venue
from awesome_mm.model.taxonomy import Category, Section, Text
from awesome_mm.services.versions.comparing import compare, counts
from awesome_mm.services.versions.version import Change, Version
from tests.factories import make_figure, make_method, make_stage, make_text

CATEGORIES = {
    "editing": Category(title=make_text("Image editing", "图像编辑")),
    "text": Category(title=make_text("Text enhancement", "文本增强")),
}


def make_version(*entries: Entry, **given: Any) -> Version:
    """Return a version of a catalog with `entries` in two sections."""
    return Version(**{"categories": CATEGORIES, "entries": entries, **given})


def told(old: Version, new: Version) -> list[tuple[str, str | None, str]]:
    """Return event, entry and field of every change."""
    return [(one.event.value, one.entry, one.field) for one in compare(old, new)]


def changes_of(old: Entry, new: Entry, **given: Any) -> list[Change]:
    """Return what is told of one entry."""
    return list(compare(make_version(old, **given), make_version(new, **given)))


ALPHA = make_method("alpha", links={"arxiv": ("2401.00001",), "code": ("https://github.com/a/alpha",)})
BETA = make_method("beta", links={"arxiv": ("2401.00002",)})
LONG = "Questions are written by people, filtered by a model that reads the picture, and answered twice by others."


def test_nothing_differs() -> None:
    """A version and itself have no difference, entries in another order neither."""
    assert compare(make_version(ALPHA, BETA), make_version(ALPHA, BETA)) == ()
    assert compare(make_version(ALPHA, BETA), make_version(BETA, ALPHA)) == ()


def test_removed_and_added() -> None:
    """An entry that is gone is lost, one that came is not; losses come first."""
    changes = compare(make_version(ALPHA), make_version(BETA))

    assert [(one.event.value, one.entry, one.is_loss) for one in changes] == [("removed", "alpha", True), ("added", "beta", False)]
    assert dict(counts(changes)) == {"removed": 1, "added": 1}


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({"name": "Omega"}, ["name"]),
        ({"title": "Omega: Something Else"}, ["title"]),
        ({"id": "omega"}, ["id"]),
        ({"id": "omega", "name": "Omega"}, ["id", "name"]),
        ({"id": "omega", "name": "Omega", "title": "Omega: Something Else"}, ["id", "name", "title"]),
    ],
)
def test_renamed(changed: dict[str, Any], fields: list[str]) -> None:
    """An entry that goes by another name, title or id, or by all, is the same by what is left."""
    found = changes_of(ALPHA, replace(ALPHA, **changed))

    assert [(one.event.value, one.field) for one in found] == [("renamed", field) for field in fields]


def test_other_letters_are_no_other_name() -> None:
    """A title that is only written otherwise is changed."""
    [found] = changes_of(ALPHA, replace(ALPHA, title="ALPHA - a method for making data"))

    assert (found.event, found.field, found.is_loss) == ("changed", "title", False)


def test_one_to_one() -> None:
    """Of two entries of one name each has a counterpart, and one that was removed is not hidden by the other."""
    one = make_method("twin", name="Twin", title="Twin: First Part", links={"arxiv": ("2401.00003",)})
    two = make_method("twin-2", name="Twin", title="Twin: Second Part", links={"arxiv": ("2401.00004",)})

    assert compare(make_version(one, two), make_version(two, one)) == ()
    assert told(make_version(one, two), make_version(two)) == [("removed", "twin", "")]


def test_an_id_that_another_work_has_got() -> None:
    """An id does not make a work of another name and another paper the same."""
    other = make_method("alpha", name="Omega", title="Omega: Something Else", links={"arxiv": ("2501.00009",)})

    assert told(make_version(ALPHA), make_version(other)) == [("removed", "alpha", ""), ("added", "alpha", "")]


def test_a_slip_that_was_mended() -> None:
    """An entry without a link is known by a title that is nearly its own; a title of the same form is another's."""
    old = make_method("one", name="Asking People", title="Asking Peeple What a Picture Shows")
    mended = make_method("one-2", name="Asking", title="Asking People What a Picture Shows")

    assert [one.event for one in changes_of(old, mended, is_list=True)] == ["renamed", "renamed"]
    assert told(make_version(make_method("alpha")), make_version(make_method("beta"))) == [("removed", "alpha", ""), ("added", "beta", "")]


def test_a_duplicate_that_was_merged() -> None:
    """The second entry of a work that is gone is merged, and only what it alone had is lost."""
    copy = make_method("alpha-2", name="Alpha", title=ALPHA.title, links={"arxiv": ("2401.00001",), "data": ("https://example.org/set",)})

    changes = compare(make_version(ALPHA, copy), make_version(ALPHA))

    assert [(one.event.value, one.field, one.old) for one in changes] == [
        ("link-lost", "links.data", "https://example.org/set"),
        ("merged", "", "alpha-2"),
    ]


def test_an_entry_that_was_divided() -> None:
    """What a new entry of the same name has now is not lost by the old one."""
    blog = make_method("alpha-2", name="Alpha", title="Alpha, in Our Blog", links={"code": ("https://github.com/a/alpha",)})
    paper = replace(ALPHA, links=Links(arxiv=("2401.00001",)))

    assert told(make_version(ALPHA), make_version(paper, blog)) == [("added", "alpha-2", "")]


def test_moved() -> None:
    """An entry in another section has moved; old and new are the sections' titles."""
    [found] = changes_of(ALPHA, replace(ALPHA, categories=("text",)))

    assert (found.event, found.old, found.new, found.is_loss) == ("moved", ("Image editing",), ("Text enhancement",), False)


@pytest.mark.parametrize(
    "written",
    [
        {"arxiv": ("2401.00001",), "code": ("http://www.github.com/a/alpha/",)},
        {"arxiv": ("2401.00001",), "code": ("https://github.com/a/Alpha.git",)},
        {"paper": ("https://arxiv.org/pdf/2401.00001v3",), "code": ("https://github.com/a/alpha",)},
        {"doi": ("10.48550/arXiv.2401.00001",), "project": ("https://github.com/a/alpha",)},
    ],
)
def test_another_form_of_a_link(written: dict[str, tuple[str, ...]]) -> None:
    """A link that was only written in another form, or filed under another kind, is not lost."""
    assert changes_of(ALPHA, replace(ALPHA, links=Links(**written))) == []


def test_a_link_that_went_elsewhere() -> None:
    """A link that an artifact or a text of the entry has now is not lost."""
    artifact = Artifact(
        id="set", name="Set", kind=ArtifactKind.DATASET, state=State.RELEASED, links=Links(code=("https://github.com/a/alpha",))
    )
    bare = replace(ALPHA, links=Links(arxiv=("2401.00001",)))

    assert [one.event for one in changes_of(ALPHA, replace(bare, artifacts=(artifact,)))] == ["changed"]
    assert [one.event for one in changes_of(ALPHA, replace(bare, account=Text(en="[Code](https://github.com/a/alpha)")))] == [
        "text-changed"
    ]


def test_links_lost_and_added() -> None:
    """A link that stands nowhere any more is lost; what came in its place is named, a page of the same repository is another link."""
    [lost] = changes_of(ALPHA, replace(ALPHA, links=Links(arxiv=("2401.00001",), code=("https://github.com/a/alpha/tree/main/x",))))
    [added] = changes_of(BETA, replace(BETA, links=Links(arxiv=("2401.00002",), code=("https://github.com/b",))))

    assert (lost.event, lost.old, lost.new) == ("link-lost", "https://github.com/a/alpha", "https://github.com/a/alpha/tree/main/x")
    assert (added.event, added.new, added.is_loss) == ("link-added", "https://github.com/b", False)


def test_identifiers() -> None:
    """An id with another in its place has changed, one with none is lost, and the entry is the same by its title."""
    [changed] = changes_of(BETA, replace(BETA, links=Links(arxiv=("2402.00002",))))
    [lost] = changes_of(BETA, replace(BETA, links=Links()))

    assert (changed.event, changed.old, changed.new) == ("id-changed", "2401.00002", "2402.00002")
    assert (lost.event, lost.field, lost.old) == ("id-lost", "links.arxiv", "2401.00002")


def test_a_text_that_is_gone() -> None:
    """A summary that is gone is lost, with the number of its words that the title lacks; a Chinese character is a word."""
    changes = changes_of(replace(ALPHA, summary=Text(en=LONG, zh="问题由人写成")), replace(ALPHA, summary=None))

    assert [(one.event.value, one.field, one.words) for one in changes] == [
        ("text-lost", "summary.en", 17),
        ("text-lost", "summary.zh", 6),
    ]


def test_a_text_that_was_shortened() -> None:
    """A text that lacks three tenths of its words has lost something, one that was reworded has changed."""
    old = replace(ALPHA, summary=Text(en=LONG))

    assert [one.event for one in changes_of(old, replace(ALPHA, summary=Text(en=LONG.partition(",")[0])))] == ["text-lost"]
    assert [one.event for one in changes_of(old, replace(ALPHA, summary=Text(en=LONG.replace("twice", "once"))))] == ["text-changed"]


def test_a_text_that_stands_elsewhere() -> None:
    """Words that another field of the entry says now are not lost."""
    found = changes_of(replace(ALPHA, summary=Text(en=LONG)), replace(ALPHA, summary=None, account=Text(en=LONG)))[0]

    assert (found.event, found.is_loss) == ("text-changed", False)


def test_a_translation_that_is_gone() -> None:
    """Of a text in two languages that has one now, the translation is lost and not the text."""
    changes = changes_of(ALPHA, replace(ALPHA, summary=Text(en="Makes data.")))

    assert [(one.event.value, one.field, one.old) for one in changes] == [("translation-lost", "summary.zh", "生成数据。")]


FULL = replace(
    ALPHA,
    authors=("Ada Lovelace", "Alan Turing"),
    venue=Venue(name="ICCV", year=2025),
    published="2024-12-02",
    stages=(make_stage("generation"), make_stage("filtering")),
    figures=(make_figure(),),
    notes=(Note(topic=Topic.IDEA, en=LONG),),
)


@pytest.mark.parametrize(
    ("changed", "event", "field"),
    [
        ({"authors": ()}, "field-lost", "authors"),
        ({"authors": ("Ada Lovelace",)}, "field-lost", "authors"),
        ({"authors": ("Ada Lovelace", "A. Turing")}, "changed", "authors"),
        ({"venue": None}, "field-lost", "venue"),
        ({"venue": Venue(name="ICCV")}, "field-lost", "venue.year"),
        ({"venue": Venue(name="CVPR", year=2025)}, "changed", "venue.name"),
        ({"published": None}, "field-lost", "published"),
        ({"published": "2024"}, "field-lost", "published"),
        ({"published": "2025-01-01"}, "changed", "published"),
        ({"stages": (make_stage("generation"),)}, "field-lost", "stages.filtering"),
        ({"stages": (make_stage("filtering"), make_stage("generation"))}, "changed", "stages"),
        ({"figures": ()}, "field-lost", "figures.total"),
        ({"figures": (make_figure(value=2_000),)}, "changed", "figures.total.quantity"),
        ({"notes": ()}, "text-lost", "notes.idea.en"),
        ({"needs": ("cpu",)}, "changed", "needs"),
    ],
)
def test_fields(changed: dict[str, Any], event: str, field: str) -> None:
    """A field that is empty, less exact or lacks a part is lost; one that says something else has changed."""
    assert [(one.event.value, one.field) for one in changes_of(FULL, replace(FULL, **changed))] == [(event, field)]


def test_a_section_that_was_renamed() -> None:
    """A section of another id and title is the same by its entries, which have not moved."""
    renamed = {"retouching": Category(title=Text(en="Retouching", zh="图像编辑")), "text": CATEGORIES["text"]}
    new = make_version(*(replace(one, categories=("retouching",)) for one in (ALPHA, BETA)), categories=renamed, is_list=True)

    assert told(make_version(ALPHA, BETA, is_list=True), new) == [("section-renamed", None, "category.retouching.title.en")]


def test_sections_that_came_and_went() -> None:
    """A section without a counterpart came or went, and its entries have moved."""
    new = make_version(
        replace(ALPHA, categories=("text",)), make_method("gamma", categories=("text",)), categories={"text": CATEGORIES["text"]}
    )

    assert told(make_version(ALPHA, make_method("gamma", categories=("text",))), new) == [
        ("moved", "alpha", "categories"),
        ("section-removed", None, "category.editing"),
    ]


def test_a_section_below_another() -> None:
    """A section that stands below another one has moved, and its entries have not."""
    below = {"text": CATEGORIES["text"], "editing": replace(CATEGORIES["editing"], parent="text")}

    assert told(make_version(ALPHA), make_version(ALPHA, categories=below)) == [("section-moved", None, "category.editing.parent")]


def test_prose() -> None:
    """An introduction and prose that are gone are lost, with their links; what only moved is not."""
    introduced = {**CATEGORIES, "editing": replace(CATEGORIES["editing"], introduction=Text(en=LONG))}
    thanks = Section(title=Text(en="Thanks"), text=Text(en="We thank [everybody](https://example.org/all) who has written a line of it."))
    old = make_version(ALPHA, categories=introduced, sections=(thanks,))

    assert told(old, make_version(ALPHA, sections=(thanks, Section(text=Text(en=LONG))))) == []
    assert told(old, make_version(ALPHA)) == [
        ("text-lost", None, "category.editing.introduction.en"),
        ("text-lost", None, "catalog.sections.en"),
        ("link-lost", None, "catalog.sections"),
    ]


def test_guesses_of_a_reader_are_not_compared() -> None:
    """Where one version is a list, ids and kinds say nothing, nor does a month that an arXiv id gave."""
    listed = replace(BETA, published="2024-01")
    changed = replace(BETA, id="beta-2", also=(Kind.DATASET,), links=Links(arxiv=("2402.00002",)), published="2024-02")

    found = compare(make_version(listed, is_list=True), make_version(changed))

    assert [one.event for one in found] == ["id-changed"]


def test_a_list_in_one_language_less() -> None:
    """An entry that says the same in both languages of a list is missed in the one it left."""
    old = make_version(ALPHA, BETA, is_list=True, languages={"alpha": ("en", "zh"), "beta": ("en", "zh")})
    new = make_version(ALPHA, BETA, is_list=True, languages={"alpha": ("en",), "beta": ("en", "zh")})

    assert told(old, new) == [("translation-lost", "alpha", "account.zh")]


def test_many_of_one_name() -> None:
    """Ten thousand entries that have their name in common are compared in moments, each with itself."""
    entries = [make_method(f"e{number}", name="Same", title="Same", summary=f"Number {number}.") for number in range(10_000)]

    changes = compare(make_version(*entries), make_version(*entries[1:]))

    assert [(one.event.value, one.entry) for one in changes] == [("removed", "e0")]
