"""JSON and JSON lines: the payload in the catalog's own words.

Layer: formats.
"""

import json
import re
from typing import TextIO

from ..views.report import Report

# JSON itself escapes only C0; the rest of what could move a terminal's cursor or turn text around is escaped here.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def write_json(report: Report, out: TextIO) -> None:
    """Write the payload as one indented object."""
    out.write(_dumped(report.payload, indent=2))
    out.write("\n")


def write_jsonl(report: Report, out: TextIO) -> None:
    """Write each record as one line."""
    for record in report.records:
        out.write(_dumped(record))
        out.write("\n")


def _dumped(value: object, indent: int | None = None) -> str:
    separators = None if indent else (",", ":")
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))
