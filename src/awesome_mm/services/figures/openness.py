"""What of the works is open: code, data, models and prompts, each by its state.

Layer: services.
"""

from collections.abc import Sequence
from dataclasses import fields

from ...model.brief import Brief
from ...model.catalog import Catalog
from ...model.entry import Openness, State
from .chart import Chart, Series, count

UNRECORDED = "unrecorded"  # nobody looked, or the work has no such part; `unknown` is what somebody looked for in vain
STATES = (*(state.value for state in State), UNRECORDED)


def openness(catalog: Catalog, briefs: Sequence[Brief]) -> Chart:
    """Return for each part the works by its state; all states together are all works."""
    return Chart(name="openness", works=len(briefs), series=tuple(_part(part.name, briefs) for part in fields(Openness)))


def _part(part: str, briefs: Sequence[Brief]) -> Series:
    ids_by_state: dict[str, list[str]] = {state: [] for state in STATES}
    for brief in briefs:
        access = brief.record["openness"].get(part)
        ids_by_state[access["state"] if access else UNRECORDED].append(brief.id)
    return Series(key=part, points=tuple(count(state, ids) for state, ids in ids_by_state.items()))
