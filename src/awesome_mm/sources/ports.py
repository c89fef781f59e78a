"""What services expect of the network: a source of arXiv records, and what it answers.

Layer: sources (the part that services may import).
"""

from collections.abc import Sequence
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
    """The records that came back. A paper without one is absent only when the answer is `complete`; else `problem` says why not."""

    records: tuple[PaperRecord, ...]
    complete: bool
    problem: str = ""


class RecordSource(Protocol):
    """Somewhere to ask for arXiv records."""

    def fetch(self, arxiv_ids: Sequence[str]) -> Answer:
        """Return the current records of `arxiv_ids`; a partial answer is an answer with a problem, never an error."""
        ...
