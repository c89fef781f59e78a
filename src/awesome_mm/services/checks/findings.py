"""What a run of checks came to. Layer: services."""

from __future__ import annotations

from dataclasses import dataclass

from .finding import Finding


@dataclass(frozen=True, kw_only=True)
class Found:
    """The findings that are left, those that were repaired, what kept the network from answering, and what was checked."""

    findings: tuple[Finding, ...]
    repaired: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()
    as_of: str | None = None
