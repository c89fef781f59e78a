"""What services expect of the network: a source of arXiv records, and what it answers.

Layer: sources (the part that services may import).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRecord:
    """A paper's record as arXiv gave it; dates are ISO days, texts are whitespace-normalised, what was not given is None."""

    arxiv_id: str
    version: int
    title: str
    authors: tuple[str, ...]
    submitted: str
    updated: str
    category: str | None
    comment: str | None
    journal_ref: str | None
    doi: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for the papers `asked`, a part `of` so many: one without a record is absent only when the answer is `complete`.

    Otherwise `problem` says why not.
    """

    asked: tuple[str, ...]
    of: int
    records: tuple[PaperRecord, ...]
    complete: bool
    problem: str = ""


class RecordSource(Protocol):
    """Somewhere to ask for arXiv records."""

    def fetch(self, arxiv_ids: Sequence[str]) -> Iterator[Answer]:
        """Yield the current records of `arxiv_ids`, an answer for each batch as it comes in; the last may be one with a problem."""
        ...

    def confirm_withdrawal(self, arxiv_id: str) -> tuple[bool | None, str]:
        """Return whether the paper's last version is a withdrawal; None with the problem where that could not be learnt."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleAnswer:
    """The papers that a search for a title found, the best first; that there are none is known only when the answer is `complete`.

    Otherwise `problem` says why not.
    """

    records: tuple[PaperRecord, ...]
    complete: bool
    problem: str = ""


class TitleSource(Protocol):
    """Somewhere to ask which papers bear a title."""

    def find_titled(self, title: str) -> TitleAnswer:
        """Return the papers whose titles hold the words of `title` in a row, or else some of them."""
        ...


class PaperSource(RecordSource, TitleSource, Protocol):
    """Somewhere to ask for arXiv records by id and by title."""
