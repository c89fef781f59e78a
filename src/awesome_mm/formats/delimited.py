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
    rows = list(_rows(report))
    text = "\n".join(["\t".join(row) for row in rows])
    if not _is_clean(text, rows):
        text = "\n".join(["\t".join([one_line(value) for value in row]) for row in rows])
    out.write(f"{text}\n")


def _is_clean(text: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether no value of `rows` holds what a line may not: a look at the whole, because one at each value takes as long as the rest."""
    separators = text.count("\n") == len(rows) - 1 and text.count("\t") == sum(len(row) - 1 for row in rows)
    return separators and text.replace("\n", "").replace("\t", "").isprintable()


def write_csv(report: Report, out: TextIO) -> None:
    """Write the records as comma-separated values."""
    import csv

    csv.writer(out, lineterminator="\n").writerows([printable(value) for value in row] for row in _rows(report))


def _rows(report: Report) -> Iterator[list[str]]:
    yield list(report.columns)
    columns = [(column, "." in column) for column in report.columns]
    for record in report.records:
        get = record.get
        yield [
            held if isinstance(held := at(record, column) if is_path else get(column), str) else flat(held) for column, is_path in columns
        ]
