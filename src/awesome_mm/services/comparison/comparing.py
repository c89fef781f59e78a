"""Sets works side by side in the rows asked for.

Layer: services. A row is a line in `_ROWS`; those that a catalog brings itself (axes of its taxonomy, benchmarks) come besides.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ...model.catalog import Catalog
from ...model.entry import Entry
from ...model.taxonomy import Text
from ...model.terms import Terms
from ..naming import choose
from . import bibliography, pipelines
from .comparison import Cell, Comparison, Form, Row
from .results import shared_results

_Maker = tuple[Form, str, Callable[[Entry], Cell]]
_ROWS: Mapping[str, _Maker] = {
    "date": (Form.DATE, "", bibliography.date),
    "venue": (Form.VENUE, "", bibliography.venue),
    "organizations": (Form.TERM, "organization", lambda entry: bibliography.values(entry.organizations)),
    "category": (Form.TERM, "category", lambda entry: bibliography.values((*entry.categories, *entry.also_in))),
    "needs": (Form.NEED, "", lambda entry: bibliography.values(entry.needs)),
    "input": (Form.TERM, "material", lambda entry: bibliography.values(entry.input)),
    "output": (Form.TERM, "material", lambda entry: bibliography.values(entry.output)),
    "stages": (Form.ACTION, "action", pipelines.stages),
    "generators": (Form.TERM, "model", pipelines.generators),
    "judges": (Form.TERM, "model", pipelines.judges),
    "specialists": (Form.TERM, "model", pipelines.specialists),
    "quality": (Form.STAGE, "", pipelines.quality),
    "scale": (Form.QUANTITY, "", bibliography.scale),
    "code": (Form.ACCESS, "", lambda entry: bibliography.access(entry.openness.code)),
    "data": (Form.ACCESS, "", lambda entry: bibliography.access(entry.openness.data)),
    "model": (Form.ACCESS, "", lambda entry: bibliography.access(entry.openness.model)),
    "prompts": (Form.ACCESS, "", lambda entry: bibliography.access(entry.openness.prompts)),
    "disputed": (Form.FIELD, "", bibliography.disputed),
}
_OPENNESS = ("code", "data", "model", "prompts")
TREATMENT, RESULTS, OPENNESS = "treatment", "results", "openness"
_BEFORE = {"needs": TREATMENT, "code": RESULTS}  # what a catalog brings stands before these
ROWS = ("date", "venue", "organizations", TREATMENT, *list(_ROWS)[4:13], RESULTS, OPENNESS, *_OPENNESS, "disputed", "category")


def compare(catalog: Catalog, ids: Sequence[str], rows: Sequence[str] = (), *, differences: bool = False) -> Comparison:
    """Return the works called `ids` side by side, in that order.

    Without `rows` (names of `ROWS`) every row of which something is known is there, but for ``category`` where the taxonomy has an axis;
    ``treatment`` stands for the axes of the taxonomy, ``results`` for the benchmarks they share, ``openness`` for four rows.
    With `differences` only the rows in which two works differ.

    Raises:
        WrongUsage: a row is not known.
    """
    entries = [catalog.entry(one) for one in ids]
    made = _made(catalog.terms, entries, _asked(rows, catalog.terms))
    known = (row for row in made if rows or row.is_known)
    shown = tuple(row for row in known if row.differs or not differences)
    return Comparison(entries=tuple(ids), rows=shown, only_differences=differences)


def _asked(rows: Sequence[str], terms: Terms) -> tuple[str, ...]:
    """Return the names of rows, groups in place of what they stand for."""
    if not rows:
        shown = [name for name in _ROWS if name != "category" or not _axes(terms)]
        return tuple(name for one in shown for name in ((_BEFORE[one], one) if one in _BEFORE else (one,)))
    chosen = choose(ROWS, rows, "--rows")
    return tuple(dict.fromkeys(name for one in chosen for name in (_OPENNESS if one == OPENNESS else (one,))))


def _made(terms: Terms, entries: Sequence[Entry], names: Sequence[str]) -> Iterator[Row]:
    for name in names:
        if name == TREATMENT:
            yield from _by_axis(terms, entries)
        elif name == RESULTS:
            yield from shared_results(entries)
        else:
            form, vocabulary, cell = _ROWS[name]
            yield Row(key=name, form=form, vocabulary=vocabulary, cells=tuple(map(cell, entries)))


def _by_axis(terms: Terms, entries: Sequence[Entry]) -> Iterator[Row]:
    for axis, title in _axes(terms).items():
        cells = tuple(bibliography.below(entry, axis, terms) for entry in entries)
        yield Row(key=axis, form=Form.TERM, vocabulary="category", title=title, cells=cells)


def _axes(terms: Terms) -> dict[str, Text]:
    """Return the categories that say what they compare, with what that is called."""
    held = {key: record.get("compares") for key, record in terms.of("category").items()}
    return {key: Text(en=said.get("en"), zh=said.get("zh")) for key, said in held.items() if said}
