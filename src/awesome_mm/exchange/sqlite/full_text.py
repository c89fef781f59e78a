"""The full-text index over the entries, in English and Chinese.

Layer: exchange. SQLite's tokenizers take a run of Chinese for one word, or (trigram) find nothing shorter than three characters. Here
every run of one to six characters is a word of the index, so that one is found as it is typed.

The index holds more than the columns it is named after: `entries` is its content, so that it stores no text twice and Datasette offers a
search on that table, but aliases, notes, stages and cut Chinese are indexed too. SQLite allows that as long as nobody rebuilds the index.
"""

import re
from collections.abc import Iterable, Iterator

from ...model.entry import Entry
from ...model.taxonomy import Text
from ...model.text import printable

# Datasette finds the index of a table by content="..." in double quotes.
INDEX = """
CREATE VIRTUAL TABLE works_fts USING fts5(id UNINDEXED, name, title, summary_en, summary_zh, account_en, account_zh,
  content="entries", tokenize="porter unicode61 remove_diacritics 2");
"""
RANKING = "bm25(0, 20, 10, 3, 3, 1, 1)"  # weights of the columns in that order: who types a name wants the work of that name first

_LONGEST = 6
_LONG_TEXT = 100_000  # characters; of a longer text only words of two are indexed: five megabytes took 26 s and 1.3 GB otherwise
_LONGEST_OF_LONG = 2
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")


def indexed_texts(entry: Entry) -> tuple[str, ...]:
    """Return what is indexed of an entry as name, title, summary and account, the latter two in English and Chinese."""
    made = (name for one in entry.artifacts for name in (one.name, *one.aliases))
    name = " ".join((entry.name, *entry.aliases, *made))
    summary = entry.summary or Text()
    english, chinese = zip(*_told(entry), strict=True)
    texts = (" ".join(filter(None, english)), " ".join(filter(None, chinese)))
    return (cut(name), cut(entry.title), cut(summary.en), cut(summary.zh), *map(cut, texts))


def cut(text: str | None) -> str:
    """Return `text`, its Chinese set apart from the Latin words and numbers that touch it, with the runs of its Chinese after it."""
    if not text:
        return ""
    text = printable(text)
    return " ".join((_HAN.sub(r" \g<0> ", text), *runs_of(text, _LONGEST if len(text) <= _LONG_TEXT else _LONGEST_OF_LONG)))


def runs_of(text: str, longest: int) -> Iterator[str]:
    """Yield every run of one to `longest` characters of the Chinese in `text`, in order."""
    for match in _HAN.finditer(text):
        run = match[0]
        for start in range(len(run)):
            yield from (run[start:end] for end in range(start + 1, min(start + longest, len(run)) + 1))


def _told(entry: Entry) -> Iterator[tuple[str | None, str | None]]:
    """Yield all other texts of an entry, each in English and Chinese."""
    yield entry.account.both if entry.account else (None, None)
    yield from ((note.en, note.zh) for note in entry.notes)
    stages = (text for stage in entry.walk_stages() for text in (stage.name, stage.detail, *stage.tools))
    yield from _both(stages)
    yield from ((author, None) for author in entry.authors)


def _both(texts: Iterable[Text | None]) -> Iterator[tuple[str, str]]:
    return (text.both for text in texts if text)
