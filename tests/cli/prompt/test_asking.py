"""Texts are answered off the path of typing, the newest first."""

import threading
from collections.abc import Callable

import pytest

from awesome_mm.cli.prompt.asking import Asker, Superseded
from awesome_mm.model.catalog import Catalog
from awesome_mm.services.selection import Selection
from tests.factories import make_catalog, make_method


def test_a_newer_text_ends_the_ranking_of_an_older_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ranking that is under way stops at the next line it looks at when something newer is asked, and never answers."""
    catalog = make_catalog(*(make_method(f"work-{number}", title="Alpha Data") for number in range(20)))
    is_started, may_go_on = threading.Event(), threading.Event()
    looked_at: list[int] = []
    watched = Catalog.watched

    def slowly(self: Catalog, check: Callable[[], None]) -> Catalog:
        def look() -> None:
            looked_at.append(1)
            is_started.set()
            assert may_go_on.wait(20)
            check()

        return watched(self, look)

    monkeypatch.setattr(Catalog, "watched", slowly)
    asker = Asker(catalog, Selection(), ())
    older = asker.ask("work", 100)
    assert is_started.wait(20)
    newer = asker.ask("alpha", 100)
    may_go_on.set()

    assert isinstance(older.exception(20), Superseded)
    assert len(looked_at) > 1
    assert newer.result(20).matched == 20
    asker.close()


def test_closing_gives_up_what_is_waiting() -> None:
    """Nothing is answered once the prompt is left."""
    asker = Asker(make_catalog(make_method()), Selection(), ())

    asker.close()

    with pytest.raises(RuntimeError):
        asker.ask("alpha", 10)


def test_a_watched_catalog_answers_the_same() -> None:
    """Watching changes nothing but that a search can be ended."""
    catalog = make_catalog(make_method(), make_method("beta"))
    asker = Asker(catalog, Selection(), ())

    answer = asker.answer("alpha", 10)

    assert [hit.brief.id for hit in answer.hits] == ["alpha"]
    assert asker.answer("", 1).matched == 2
    asker.close()
