"""A catalog compiled to bytes: head, search lines, rows and entries, each readable without the others.

Layer: store. The same bytes serve in memory (first use) and from the cache folder (every other use), so there is one reader.

Layout: ``MAGIC``, a line with the front's checksum, one line of JSON (the front), then the sections, whose sizes and checksums the
front names. Rows are a JSON list, entries JSON records one a line; `places` holds for each of them where it begins, where it ends
and its checksum (32 bit, native order). So a part is read, and checked, without the others: a search never touches what it does
not print.
"""

from __future__ import annotations

import json
import zlib
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ..errors import CatalogInvalid
from ..model.brief import Brief, Record, with_empties
from ..model.search_lines import SearchLines, line_starts
from ..model.terms import Terms
from ..model.text import texts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from mmap import mmap

    from ..model.entry import Entry
    from ..model.taxonomy import Head
    from .catalog_file import DecodedCatalog
    from .decode import Faults

MAGIC = b"awesome-mm compiled catalog 9\n"
_CHECKSUM_LENGTH = len(b"00000000\n")
_SECTIONS = ("head", "ids", "terms", "lines", "starts", "words", "places", "rows", "entries")
_NUMBERS_PER_PLACE = 3


class Damaged(CatalogInvalid):
    """The bytes are not a whole compiled catalog, or hold records of another shape than the model's."""

    def __init__(self, faults: Iterable[str] = ()) -> None:
        super().__init__(
            ["The compiled catalog in the cache folder is damaged.", *faults],
            "Delete it (`awesome-mm where` names it); it is made anew.",
        )


def compile_catalog(catalog: DecodedCatalog, key: object) -> bytes:
    """Return `catalog` as bytes; `key` says what it was compiled from and comes back as it is."""
    from array import array

    from ..chinese import simplified
    from ..model.brief import brief_record, without_empties
    from ..model.searchable import index_line, spelling_words, synonyms_of
    from .encode import encode
    from .vocabularies import encode_vocabularies

    entries = catalog.entries
    records = encode_vocabularies(catalog.vocabularies)
    terms = Terms(records)
    synonyms = tuple(synonyms_of(terms))
    rows = [_json(without_empties(brief_record(entry))) for entry in entries]
    wholes = [_json(encode(entry)) for entry in entries]
    words = dict.fromkeys(word for entry in entries for word in spelling_words(entry, terms))
    lines = "\n".join(index_line(entry, terms, synonyms, simplified) for entry in entries).encode()
    sections = {
        "head": _json(encode(catalog.head)),
        "ids": _json([entry.id for entry in entries]),
        "terms": _json(records),
        "lines": lines,
        "starts": array("I", line_starts(lines)).tobytes(),
        "words": "\n".join(words).encode(),
        "places": _places(rows, before=len(b"["), between=len(b",\n")) + _places(wholes, before=0, between=len(b"\n")),
        "rows": b"[" + b",\n".join(rows) + b"]",
        "entries": b"\n".join(wholes),
    }
    front = {
        "key": key,
        "as_of": catalog.head.as_of,
        "count": len(entries),
        "sections": [[len(sections[name]), zlib.crc32(sections[name])] for name in _SECTIONS],
    }
    front_line = json.dumps(front).encode() + b"\n"  # in ASCII: paths may hold what UTF-8 cannot
    return b"".join([MAGIC, _checksum(front_line), front_line, *(sections[name] for name in _SECTIONS)])


def _checksum(content: bytes) -> bytes:
    return b"%08x\n" % zlib.crc32(content)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _places(records: Iterable[bytes], *, before: int, between: int) -> bytes:
    from array import array

    numbers = array("I")
    start = before
    for record in records:
        numbers.extend((start, start + len(record), zlib.crc32(record)))
        start += len(record) + between
    return numbers.tobytes()


class CompiledRecords:
    """Reads a compiled catalog from `content`; each part only when it is asked for.

    A part that turns out to be damaged later is read from what `remake` returns, a sound copy of the whole.

    Raises (on opening; later only without `remake`):
        Damaged: the content does not hold what its front promises.
    """

    def __init__(self, content: bytes | mmap, remake: Callable[[], bytes] | None = None) -> None:
        self._remake = remake
        self._open(content)

    def _open(self, content: bytes | mmap) -> None:
        end_of_front = content.find(b"\n", len(MAGIC) + _CHECKSUM_LENGTH) + 1
        front = content[len(MAGIC) + _CHECKSUM_LENGTH : end_of_front]
        if content[: len(MAGIC) + _CHECKSUM_LENGTH] != MAGIC + _checksum(front):
            raise Damaged
        try:
            held: dict[str, Any] = json.loads(front)
            self.key = held["key"]
            self.count = int(held["count"])
            self.as_of = str(held["as_of"])
            sizes, checksums = zip(*held["sections"], strict=True)
            ends = list(accumulate(sizes, initial=end_of_front))
            self._sections = dict(zip(_SECTIONS, zip(ends, ends[1:], checksums, strict=False), strict=True))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Damaged from error
        if ends[-1] != len(content):
            raise Damaged
        self._content = content

    def _checked(self, start: int, end: int, checksum: int) -> bytes:
        piece = self._content[start:end]
        if zlib.crc32(piece) != checksum:
            raise Damaged
        return piece

    def _mended(self, read: Callable[[], bytes]) -> bytes:
        """Return what `read` returns, once more from a sound copy where it is damaged."""
        try:
            return read()
        except Damaged:
            if self._remake is None:
                raise
            remake, self._remake = self._remake, None
            self._open(remake())
            return read()

    def _section(self, name: str) -> bytes:
        return self._mended(lambda: self._checked(*self._sections[name]))

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all entries."""
        return tuple(json.loads(self._section("ids")))

    @cached_property
    def lines(self) -> SearchLines:
        """The search lines."""
        return SearchLines(self._section("lines"), memoryview(self._section("starts")).cast("I"))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words a mistyped one may stand for."""
        words = self._section("words").decode()
        return tuple(words.split("\n")) if words else ()

    @cached_property
    def _places(self) -> memoryview:
        return memoryview(self._section("places")).cast("I")

    def _line(self, section: str, number: int) -> Any:
        first = _NUMBERS_PER_PLACE * (number + (self.count if section == "entries" else 0))
        start, end, checksum = self._places[first : first + _NUMBERS_PER_PLACE]

        def read() -> bytes:
            base = self._sections[section][0]
            return self._checked(base + start, base + end, checksum)

        return json.loads(self._mended(read))

    def brief(self, number: int) -> Brief:
        """Return row `number`."""
        return Brief(with_empties(self._line("rows", number)))

    def briefs(self) -> tuple[Brief, ...]:
        """Return every row."""
        return tuple([Brief(with_empties(stored)) for stored in json.loads(self._section("rows"))])

    def texts(self, number: int) -> list[dict[str, str]]:
        """Return the texts of entry `number`, disputes and the fetched record aside."""
        return list(texts_in({key: value for key, value in self.record(number).items() if key not in ("disputes", "arxiv")}))

    def record(self, number: int) -> Record:
        """Return entry `number` whole, as plain data."""
        record: Record = self._line("entries", number)
        return record

    def entry(self, number: int) -> Entry:
        """Return entry `number`, whole."""
        from ..model.entry import Entry
        from .decode import Faults, decode

        faults = Faults()
        entry = decode(Entry, self.record(number), (self.ids[number],), faults)
        if entry is None:
            raise Damaged(_written(faults))
        return entry

    @cached_property
    def terms(self) -> Terms:
        """The vocabularies."""
        return Terms(json.loads(self._section("terms")))

    def head(self) -> Head:
        """Return the head."""
        from ..model.taxonomy import Head
        from .decode import Faults, decode

        faults = Faults()
        head = decode(Head, json.loads(self._section("head")), ("catalog",), faults)
        if head is None:
            raise Damaged(_written(faults))
        return head


def _written(faults: Faults) -> list[str]:
    return [f"{fault.key_path}: {fault.problem}" for fault in faults.found]
