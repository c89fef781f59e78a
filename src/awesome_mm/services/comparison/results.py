"""The rows of the benchmarks on which at least two of the works report something.

Layer: services.
"""

from collections.abc import Iterable, Sequence

from ...model.entry import Entry
from ...model.facts import Result
from ...model.taxonomy import Text
from ...model.text import squash
from .comparison import Cell, Form, Row, Value, by_language, claimed

PREFIX = "results."
_UNKNOWN = "unknown"


def shared_results(entries: Sequence[Entry]) -> tuple[Row, ...]:
    """Return a row for each benchmark that two of `entries` name in their results, in the order in which it is first named."""
    names: dict[str, Text] = {}
    held: dict[str, dict[str, list[Result]]] = {}
    for entry in entries:
        for result in entry.results:
            key = squash(result.benchmark.en or result.benchmark.zh or "")
            if key and key != _UNKNOWN:
                names.setdefault(key, result.benchmark)
                held.setdefault(key, {}).setdefault(entry.id, []).append(result)
    return tuple(_row(names[key], [by_entry.get(entry.id, ()) for entry in entries]) for key, by_entry in held.items() if len(by_entry) > 1)


def _row(benchmark: Text, results: Iterable[Iterable[Result]]) -> Row:
    name = benchmark.en or benchmark.zh or ""
    return Row(key=f"{PREFIX}{name}", form=Form.RESULT, title=benchmark, cells=tuple(_cell(found) for found in results))


def _cell(results: Iterable[Result]) -> Cell:
    return tuple(map(_value, results))


def _value(result: Result) -> Value:
    texts = {"metric": result.metric, "subject": result.subject, "setting": result.setting}
    more: dict[str, object] = {key: by_language(text) for key, text in texts.items() if text}
    if gain := result.gain:
        known = {"value": gain.value, "at_most": gain.at_most, "unit": gain.unit.value, "over": [by_language(one) for one in gain.over]}
        more["gain"] = {key: value for key, value in known.items() if value not in (None, [])}
    return claimed(result, result.value, result.unit, more)
