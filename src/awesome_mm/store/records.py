"""Records that were fetched, in a file of their own, by arXiv id.

Layer: store. Two such files are kept: what has been written (the user's data folder), which is laid over every catalog, and what has
been fetched so far (the cache folder), so that an interrupted run goes on where it was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..model.entry import ArxivRecord, newest
from .decode import Faults, decode
from .encode import encode
from .files import locked, replace_file

if TYPE_CHECKING:
    from pathlib import Path

_SCHEMA = 1


class RecordFile:
    """The records in the file at `path`; one that is missing or damaged holds none."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, ArxivRecord]:
        """Return the records that can be read, by arXiv id."""
        return {arxiv_id: record for arxiv_id, data in self._data().items() if (record := _decoded(data)) is not None}

    def add(self, records: Mapping[str, ArxivRecord]) -> None:
        """Add `records`; of two of the same paper the one fetched last stays.

        Raises:
            OSError: the file could not be written.
            WriteFailed: another process holds it for too long.
        """
        if not records:
            return
        with locked(self.path.with_suffix(".lock")):
            held = self.read()
            merged = {**held, **{arxiv_id: newest(record, held.get(arxiv_id)) for arxiv_id, record in records.items()}}
            self._write(merged)

    def forget(self, arxiv_ids: Iterable[str]) -> tuple[str, ...]:
        """Remove the records of `arxiv_ids`, and return the ids of those that were there."""
        if not self.path.exists():
            return ()
        with locked(self.path.with_suffix(".lock")):
            held = self.read()
            gone = tuple(one for one in dict.fromkeys(arxiv_ids) if held.pop(one, None) is not None)
            if gone:
                self._write(held)
        return gone

    def _data(self) -> Mapping[str, Any]:
        try:
            data = json.loads(self.path.read_bytes())
            records = data["records"] if data["schema"] == _SCHEMA else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}
        return records if isinstance(records, dict) else {}

    def _write(self, records: Mapping[str, ArxivRecord | None]) -> None:
        self._set_damaged_aside()
        data = {"schema": _SCHEMA, "records": {arxiv_id: encode(records[arxiv_id]) for arxiv_id in sorted(records)}}
        replace_file(self.path, f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace"))

    def _set_damaged_aside(self) -> None:
        """Keep what could not be read under another name: what a person might still mend is not written over."""
        with suppress(FileNotFoundError):
            try:
                is_ours = json.loads(self.path.read_bytes())["schema"] == _SCHEMA
            except (ValueError, KeyError, TypeError, RecursionError):
                is_ours = False
            if not is_ours:
                self.path.replace(self.path.with_suffix(".damaged"))


def _decoded(data: object) -> ArxivRecord | None:
    faults = Faults()
    record = decode(ArxivRecord, data, ("record",), faults)
    return record if record is not None and record.fetched else None
