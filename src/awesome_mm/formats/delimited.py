"""CSV and tab-separated text: a header, then one record a line.

Layer: formats. Tabs and line breaks inside a value become spaces in TSV; CSV quotes them as RFC 4180 says.
"""

from collections.abc import Iterator, Sequence
from typing import TextIO

from ..model.text import one_line, printable
from ..views.payload import at, flat
from ..views.report import Report


def write_tsv(report: Report, out: TextIO) -> None:
    """Write the records separated by tabs."""
    out.writelines(_tsv_line(row) for row in _rows(report))


def _tsv_line(row: Sequence[str]) -> str:
    line = "\t".join(row)
    if not line.replace("\t", "").isprintable() or line.count("\t") != len(row) - 1:
        line = "\t".join(one_line(value) for value in row)
    return f"{line}\n"


def write_csv(report: Report, out: TextIO) -> None:
    """Write the records as comma-separated values."""
    import csv

    csv.writer(out, lineterminator="\n").writerows([printable(value) for value in row] for row in _rows(report))


def _rows(report: Report) -> Iterator[list[str]]:
    yield list(report.columns)
    columns = [(column, "." in column) for column in report.columns]
    for record in report.records:
        held = [at(record, column) if is_path else record.get(column) for column, is_path in columns]
        yield [value if isinstance(value, str) else flat(value) for value in held]
