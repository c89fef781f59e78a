"""Answers what is typed, off the path of typing: in a thread of its own, the newest text first.

Layer: cli. A ranking takes up to a second where a catalog holds ten thousand entries. One that is out of date is given up at the
next line it looks at, so that the newest text never waits for an older one.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from ...errors import WrongUsage
from ...services.asking import Asked, ask
from ...services.search import Hit, rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.catalog import Catalog
    from ...services.selection import Selection

_BARELY_BEGUN = 2  # letters
_COLONS = ":："


class Superseded(Exception):
    """A newer text was typed before this one was answered."""


class Answer(NamedTuple):
    """What `query` finds: the first `hits` of `matched`, or names that are `near` where nothing does.

    With a `complaint` the text cannot be read as a query, perhaps not yet; the rest is empty then.
    """

    query: str
    matched: int = 0
    hits: tuple[Hit, ...] = ()
    near: tuple[str, ...] = ()
    complaint: str = ""


class Asker:
    """Asks one catalog under the filters of the call.

    Raises:
        WrongUsage: `excluding` names what the catalog does not know.
    """

    def __init__(self, catalog: Catalog, selection: Selection, excluding: Sequence[str]) -> None:
        self._catalog = catalog.watched(self._check)
        self._selection = selection
        self._excluding = tuple(excluding)
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="ranking")
        self._newest = self._current = 0
        self._read("")

    def ask(self, text: str, most: int) -> Future[Answer]:
        """Return what will be the answer to `text`, with `most` hits; all that was asked before is superseded."""
        self._newest += 1
        return self._threads.submit(self._answer_in_turn, self._newest, text, most)

    def answer(self, text: str, most: int) -> Answer:
        """Return the answer to `text`; every entry that the filters admit where it is empty.

        A last word that is barely begun narrows nothing while it finds nothing: the list would be gone for a letter or two.
        """
        answer = self._answer(text, most)
        before, _, last = text.rpartition(" ")
        return answer if answer.matched or answer.complaint or not _is_barely_begun(last) else self._answer(before, most)

    def _answer(self, text: str, most: int) -> Answer:
        try:
            asked = self._read(text)
        except WrongUsage as error:
            return Answer(text, complaint=f"{error.message} {error.fix}".strip())
        if not text.strip() and not asked.has_filters and not asked.excluded:
            return self._everything(most)
        result = rank(self._catalog, asked, most)
        return Answer(result.query, result.matched, result.hits, result.near)

    def close(self) -> None:
        """Give up what is being answered."""
        self._newest += 1
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _read(self, text: str) -> Asked:
        return ask(self._catalog, text, self._selection, self._excluding)

    def _everything(self, most: int) -> Answer:
        count = len(self._catalog)
        hits = (Hit(number, self._catalog.brief(number), 0.0, ()) for number in range(min(count, most)))
        return Answer("", count, tuple(hits))

    def _answer_in_turn(self, number: int, text: str, most: int) -> Answer:
        self._current = number
        self._check()
        return self.answer(text, most)

    def _check(self) -> None:
        if self._current != self._newest:
            raise Superseded


def _is_barely_begun(word: str) -> bool:
    """Whether `word` is a letter or two, or a field without its value."""
    return word.endswith(tuple(_COLONS)) or (0 < len(word) <= _BARELY_BEGUN and word.isascii() and word.isalnum())
