"""The estimate: calls, tokens, days and money by stage, the totals, and which figures are needed to know what is still unknown.

Layer: services. All amounts are expected values, exact.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ...errors import RecipeMissing, WrongUsage
from ...model.entry import Entry
from ..naming import choose
from .amounts import NONE, Amount, total
from .counting import walk
from .figures import GENERAL, Figures
from .flow import flow, reach, share_out
from .missing import Missing, find_missing
from .stages import StageEstimate, stage_estimate, visits_by_stage
from .stations import Layout, lay_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """The stages in order, and what is missing; `kept` are the samples that come out at the end."""

    entry: Entry
    figures: Figures
    stages: tuple[StageEstimate, ...]
    kept: Amount
    missing: tuple[Missing, ...]

    def total(self, name: str) -> Amount:
        """Return the total of a column of the stages, such as ``calls``."""
        return total(getattr(stage, name) for stage in self.stages)


def estimate(entry: Entry, figures: Figures) -> Estimate:
    """Return what running the recipe of `entry` takes.

    Raises:
        RecipeMissing: the catalog knows no stage of it, or only such as are in dispute.
        WrongUsage: a figure names a stage, a model or a way that the recipe does not have, or shares do not add up.
    """
    _check_stages(entry, figures)
    layout = lay_out(entry, figures)
    _check_ways(layout, figures)
    shares = [share_out(station, figures) for station in layout.stations]
    entering = _entering(layout, figures)
    *amounts, kept = flow(layout, shares, entering)
    stages = tuple(stage_estimate(visits, figures) for visits in visits_by_stage(layout, shares, amounts, entering))
    return Estimate(entry=entry, figures=figures, stages=stages, kept=kept, missing=tuple(find_missing(stages, figures)))


def _entering(layout: Layout, figures: Figures) -> dict[int, Amount]:
    """Return what enters from outside by station: the samples at the first, and None where a stage begins of which nobody says how many."""
    entering: dict[int, Amount] = {0: figures.samples, **dict.fromkeys(_beginnings(layout))}
    for stage, samples in figures.entering.items():
        number = layout.starts[stage]
        if not number:
            raise WrongUsage(f"--samples: {stage} is the first stage, which --samples N enter.", "Leave it out.")
        entering[number] = samples + (entering.get(number) or NONE)
    return entering


def _beginnings(layout: Layout) -> list[int]:
    """Return the stations to which none of those before leads, by any way, so that a stage begins there with samples of its own."""
    edges = [(number, way.to) for number, station in enumerate(layout.stations) for way in station.ways]
    found: list[int] = []
    led_to = reach({0}, edges)
    for number in range(len(layout.stations)):
        if number not in led_to and layout.beginning_at(number):
            found.append(number)
            led_to |= reach({number}, edges)
    return found


def _check_stages(entry: Entry, figures: Figures) -> None:
    """Complain of a figure for what is no stage (or model) of the recipe; the near ones are named."""
    stages = [one.id for stage in entry.stages if stage.status != "disputed" for one in (stage, *walk(stage))]
    if not stages:
        raise RecipeMissing(f"No pipeline of {entry.name} is known.", "`awesome-mm choose` looks at works that have one.")
    named: dict[str, Iterable[str]] = {
        "--samples": figures.entering,
        "--calls": figures.calls,
        "--keep": figures.keep,
        "--route": [stage for stage, _ in figures.routes],
        "--tokens": figures.tokens,
    }
    for what, names in named.items():
        choose(stages, (name for name in names if name != GENERAL), what)
    choose([*stages, *entry.models], (name for name in figures.prices if name != GENERAL), "--price")


def _check_ways(layout: Layout, figures: Figures) -> None:
    """Complain of a share for a way that a stage does not have, and of a figure for a step that is counted as part of its stage only."""
    ways: dict[str, list[str]] = {}
    for station in layout.stations:
        ways.setdefault(station.plan.step.id, []).extend(way.label for way in station.ways if station.is_final)
    for what, names in (("--calls", figures.calls), ("--keep", figures.keep), ("--route", [stage for stage, _ in figures.routes])):
        for name in names:
            if name != GENERAL and name not in ways:
                raise WrongUsage(f"{what}: {name} is not looked at by itself.", "Give the figure for the stage around it.")
    for stage, to in figures.routes:
        choose(ways[stage], [to], f"--route {stage}")
