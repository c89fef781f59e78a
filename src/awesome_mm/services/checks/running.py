"""Runs checks and puts what they find in order. Layer: services."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...model.taxonomy import Text
from .finding import Check, Finding
from .subject import Subject

_MOST_ALIKE = 3  # findings that say the very same; more of them are one


def find_all(subject: Subject, checks: Iterable[Check]) -> Iterator[Finding]:
    """Yield all that `checks` find in `subject`; where a folding is not closed only what can be said of the text."""
    is_torn = any(text.unclosed for text in subject.texts)
    for check in checks:
        if check.find and (check.of_text or not is_torn):
            yield from check.find(subject)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return `findings` by file and line, each once, what says the very same on many lines of a file as one."""
    unique = dict.fromkeys(sorted(findings, key=lambda one: (one.path, one.line, one.code, one.message.en or "")))
    alike: dict[tuple[str, str, str, Text], list[Finding]] = {}
    for finding in unique:
        alike.setdefault((finding.path, finding.code, finding.entry, finding.message), []).append(finding)
    return sorted((one for same in alike.values() for one in _folded(same)), key=lambda one: (one.path, one.line))


def new_since(findings: Iterable[Finding], old: Counter[str]) -> Iterator[Finding]:
    """Yield the findings that were not there before: `old` counts those that were, by fingerprint."""
    left = Counter(old)
    for finding in findings:
        if left[finding.fingerprint] > 0:
            left[finding.fingerprint] -= 1
        else:
            yield finding


def _folded(same: Sequence[Finding]) -> Sequence[Finding]:
    if len(same) <= _MOST_ALIKE:
        return same
    lines = tuple(dict.fromkeys(line for one in same for line in (one.lines or (one.line,))))
    return [replace(same[0], lines=lines, repairs=tuple(repair for one in same for repair in one.repairs))]
