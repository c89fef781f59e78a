"""Makes the repairs that findings have. Layer: cli."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..services.checks.finding import Finding
    from .lint_reading import Inputs


def repair(inputs: Inputs, findings: Iterable[Finding]) -> None:
    """Repair texts line by line and catalogs field by field; each file is written once, or not at all.

    Raises:
        WriteFailed, OSError: a file could not be written; those before it were.
    """
    from ..services.checks.finding import NewFields, Replacement
    from ..store.repairing import LineEdit, repair_catalog, repair_text

    edits: dict[str, list[LineEdit]] = {}
    fields: dict[str, dict[tuple[str, str], dict[str, Any]]] = {}
    catalogs = {str(source.path): name for name, checked in inputs.catalogs.items() for source in checked.sources}
    for finding in findings:
        for one in finding.repairs:
            if isinstance(one, Replacement):
                edits.setdefault(finding.path, []).append(LineEdit(one.line, one.old, one.new))
            elif isinstance(one, NewFields):
                own = fields.setdefault(catalogs[finding.path], {})
                own.setdefault((one.section, one.one), {}).update(one.values)
    for path, changes in edits.items():
        repair_text(Path(path), changes)
    for name, changed in fields.items():
        repair_catalog(Path(name), changed)
