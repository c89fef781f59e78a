"""How a comparison is told: programs get all of it, people the losses first and no text at full length."""

from awesome_mm.model.taxonomy import Text
from awesome_mm.services.versions.version import Change, Event, Version
from awesome_mm.views.compared import Side, compared_report
from tests.factories import make_method
from tests.formats.samples import written

OLD = Side("old", Version(entries=(make_method("alpha"), make_method("beta")), title=Text(en="A list"), skipped=2, is_list=True))
NEW = Side("new", Version(entries=(make_method("alpha"),), as_of="2026-01-02"))
LONG = "word " * 200
CHANGES = (
    Change(event=Event.REMOVED, entry="beta", name="Beta", old="Beta: A Method"),
    Change(event=Event.TEXT_LOST, entry="alpha", name="Alpha", field="account.en", old=LONG, new="word", words=199),
    Change(event=Event.LINK_LOST, entry="alpha", name="Alpha", field="links.code", old="https://example.org/code"),
    Change(event=Event.MOVED, entry="alpha", name="Alpha", field="categories", old=("Sorting", "Mixing"), new=("Mixing",)),
    Change(event=Event.TEXT_CHANGED, entry="alpha", name="Alpha", field="summary.en", old="quiet", new="still quiet"),
)


def test_programs_get_all() -> None:
    """The payload has both sides, the counts and every change with its texts whole."""
    payload = compared_report(OLD, NEW, CHANGES, "en").payload

    assert payload["old"] == {"path": "old", "form": "list", "entries": 2, "categories": 0, "skipped": 2}
    assert payload["new"]["form"] == "catalog"
    assert list(payload["counts"]) == ["removed", "link-lost", "text-lost", "moved", "text-changed"]
    assert payload["lost"] == 3
    assert payload["changes"][1]["old"] == LONG
    assert payload["changes"][3]["old"] == ["Sorting", "Mixing"]


def test_people_get_losses_first() -> None:
    """What was lost stands by entry, each named once, before what moved; texts are cut, and mere wording is only counted."""
    text = written(compared_report(OLD, NEW, CHANGES, "en"), "table")

    assert text.index("Lost") < text.index("Beta: A Method") < text.index("text-lost (199 words)") < text.index("Moved: 1")
    assert text.count("Alpha") == 2
    assert text.count("word ") < 40
    assert "still quiet" not in text
    assert "2 → 0" in text


def test_a_long_answer_is_cut() -> None:
    """Of very many changes of a kind the first are shown, and how many there are besides."""
    added = tuple(Change(event=Event.ADDED, entry=f"e{number}", name=f"E{number}", new="Title") for number in range(100))

    text = written(compared_report(OLD, NEW, added, "en"), "table")

    assert "Nothing was lost." in text
    assert "E39" in text
    assert "E40" not in text
    assert "and further ones: 60" in text
