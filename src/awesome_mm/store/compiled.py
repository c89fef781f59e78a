"""A catalog compiled to bytes: head, search lines, rows and entries, each readable without the others.

Layer: store. The same bytes serve in memory (first use) and from the cache folder (every other use), so there is one reader.

Layout: ``MAGIC``, a line with the checksum of all that follows, one line of JSON (the front), then the sections, whose sizes the
front names. Rows and entries are JSON, one a line; `offsets` holds the byte at which each of their lines begins (32 bit, native
order), so that a single line can be read.
"""

from __future__ import annotations

import json
import zlib
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from ..errors import CatalogInvalid
from ..model.brief import Brief
from ..model.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model.entry import Entry
    from ..model.taxonomy import Head
    from .catalog_file import DecodedCatalog
    from .decode import Faults

MAGIC = b"awesome-mm compiled catalog 2\n"
_CHECKSUM_LENGTH = len(b"00000000\n")
_SECTIONS = ("terms", "index", "words", "offsets", "rows", "entries")


class Damaged(CatalogInvalid):
    """The bytes are not a whole compiled catalog, or hold records of another shape than the model's."""

    def __init__(self, faults: Iterable[str] = ()) -> None:
        super().__init__(
            ["The compiled catalog in the cache folder is damaged.", *faults],
            "Delete it (`awesome-mm where` names it); it is made anew.",
        )


def compile_catalog(catalog: DecodedCatalog, key: object) -> bytes:
    """Return `catalog` as bytes; `key` says what it was compiled from and comes back as it is."""
    from ..model.brief import brief_record
    from ..model.searchable import index_line, spelling_words
    from .encode import encode
    from .vocabularies import encode_vocabularies

    entries = catalog.entries
    records = encode_vocabularies(catalog.vocabularies)
    terms = Terms(records)
    rows = [_json(brief_record(entry)) for entry in entries]
    wholes = [_json(encode(entry)) for entry in entries]
    words = dict.fromkeys(word for entry in entries for word in spelling_words(entry, terms))
    sections = {
        "terms": _json(records),
        "index": "\n".join(index_line(entry, terms) for entry in entries).encode(),
        "words": "\n".join(words).encode(),
        "offsets": _offsets(rows) + _offsets(wholes),
        "rows": b"\n".join(rows),
        "entries": b"\n".join(wholes),
    }
    body = b"".join(sections[name] for name in _SECTIONS)
    front = {
        "key": key,
        "as_of": catalog.head.as_of,
        "head": encode(catalog.head),
        "ids": [entry.id for entry in entries],
        "sizes": [len(sections[name]) for name in _SECTIONS],
    }
    content = json.dumps(front).encode() + b"\n" + body  # in ASCII: paths may hold what UTF-8 cannot
    return MAGIC + _checksum(content) + content


def _checksum(content: bytes) -> bytes:
    return b"%08x\n" % zlib.crc32(content)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _offsets(lines: Iterable[bytes]) -> bytes:
    from array import array

    starts = array("I")
    position = 0
    for line in lines:
        starts.append(position)
        position += len(line) + 1
    return starts.tobytes()


class CompiledRecords:
    """Reads a compiled catalog; each part only when it is asked for.

    Raises (on opening):
        Damaged: the stream does not hold what its front promises.
    """

    def __init__(self, stream: BinaryIO) -> None:
        if stream.read(len(MAGIC)) != MAGIC:
            raise Damaged
        checksum, self._content = stream.read(_CHECKSUM_LENGTH), stream.read()
        if checksum != _checksum(self._content):
            raise Damaged
        end_of_front = self._content.find(b"\n") + 1
        try:
            self._front: dict[str, Any] = json.loads(self._content[:end_of_front])
            self.key = self._front["key"]
            self.ids = tuple(self._front["ids"])
            self.as_of = str(self._front["as_of"])
            ends = list(accumulate(self._front["sizes"], initial=end_of_front))
            self._places = dict(zip(_SECTIONS, pairwise(ends), strict=True))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise Damaged from error
        if ends[-1] != len(self._content):
            raise Damaged

    def _section(self, name: str) -> bytes:
        start, end = self._places[name]
        return self._content[start:end]

    @cached_property
    def index(self) -> str:
        """The search lines."""
        return self._section("index").decode()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words a mistyped one may stand for."""
        words = self._section("words").decode()
        return tuple(words.split("\n")) if words else ()

    @cached_property
    def _offsets(self) -> memoryview:
        return memoryview(self._section("offsets")).cast("I")

    def _line(self, section: str, number: int) -> Any:
        count = len(self.ids)
        base = count if section == "entries" else 0
        start, end = self._places[section]
        if number + 1 < count:
            end = start + self._offsets[base + number + 1] - 1
        return json.loads(self._content[start + self._offsets[base + number] : end])

    def brief(self, number: int) -> Brief:
        """Return row `number`."""
        return Brief(self._line("rows", number))

    def briefs(self) -> tuple[Brief, ...]:
        """Return every row."""
        lines = self._section("rows")
        return tuple(Brief(record) for record in json.loads(b"[" + lines.replace(b"\n", b",") + b"]"))

    def entry(self, number: int) -> Entry:
        """Return entry `number`, whole."""
        from ..model.entry import Entry
        from .decode import Faults, decode

        faults = Faults()
        entry = decode(Entry, self._line("entries", number), (self.ids[number],), faults)
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
        head = decode(Head, self._front["head"], ("catalog",), faults)
        if head is None:
            raise Damaged(_written(faults))
        return head


def _written(faults: Faults) -> list[str]:
    return [f"{fault.key_path}: {fault.problem}" for fault in faults.found]
