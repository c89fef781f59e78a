"""Annotations as GitHub's runners read them from a job's output.

Layer: formats. Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

import re
from typing import Any, TextIO

from ..model.text import one_line
from ..views.report import Report

_LEVELS = {"error": "error", "warning": "warning"}


def write_github(report: Report, out: TextIO) -> None:
    """Write each record that has a message as an annotation of its line."""
    for record in report.records:
        level = _LEVELS.get(str(record.get("severity")), "notice")
        properties = {"file": record.get("path"), "line": record.get("line"), "title": record.get("code")}
        told = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value)
        out.write(f"::{level} {told}::{_escaped(_message(record))}\n")


def _message(record: dict[str, Any]) -> str:
    lines = record.get("lines") or ()
    more = f" ({len(lines)}×)" if len(lines) > 1 else ""
    return one_line(f"{record.get('message', '')}{more} {record.get('fix', '')}").strip()


def _property(value: object) -> str:
    return _escaped(one_line(str(value))).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return re.sub(r"[%\r\n]", lambda match: f"%{ord(match[0]):02X}", text)
