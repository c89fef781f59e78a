"""``awesome-mm estimate``. Layer: cli."""

from typing import Annotated

import typer

from . import options
from .session import Session

_Several = list[str] | None
Samples = Annotated[
    list[str], typer.Option("--samples", metavar="[STAGE=]N", help="Samples that enter the first stage, or from outside a later one.")
]
Calls = Annotated[
    _Several, typer.Option("--calls", metavar="[STAGE=]N", help="Calls for one sample, where the catalog does not say, or of a stage.")
]
Keep = Annotated[
    _Several, typer.Option("--keep", metavar="STAGE=SHARE", help="The share of samples that a stage does not drop: 0.6 or 60%.")
]
Routed = Annotated[
    _Several,
    typer.Option("--route", metavar="STAGE:TO=SHARE", help="The share of a stage's samples that go to TO: a stage, keep or next."),
]
Tokens = Annotated[
    _Several,
    typer.Option("--tokens", metavar="[STAGE:]in=N,out=N", help="Tokens that a call takes in and gives out, in general or of a stage."),
]
Price = Annotated[
    _Several, typer.Option("--price", metavar="[NAME:]in=X,out=X", help="Money for a million tokens, in general, of a model or of a stage.")
]
Rate = Annotated[str | None, typer.Option("--rate", metavar="N", help="Calls per minute; the time follows.")]


def run(
    entry: options.OneEntry,
    session: Session,
    samples: Samples,
    calls: Calls = None,
    keep: Keep = None,
    route: Routed = None,
    tokens: Tokens = None,
    price: Price = None,
    rate: Rate = None,
) -> int:
    """Estimate calls, tokens, time and money of running a recipe.

    By stage, from the recipe's structure and your own figures. Nothing is guessed: what is not known stays unknown, with all that depends
    on it, and the answer names every option that is needed. Without --price there is no money, without --rate no time. The exit code is
    1 where anything stays unknown.
    """
    from ..services.estimating.estimate import estimate
    from ..services.estimating.figures import read_figures
    from ..services.naming import find_entry
    from ..views.estimated import estimate_report, missing_lines

    figures = read_figures(
        samples=samples, calls=calls or (), keep=keep or (), route=route or (), tokens=tokens or (), price=price or (), rate=rate
    )
    catalog = session.catalog
    found = estimate(catalog.entry(find_entry(catalog, entry)), figures)
    session.emit(estimate_report(catalog, found, session.language))
    for line in missing_lines(catalog, found, session.language) if session.is_for_lines else ():
        session.remark(line)
    return int(bool(found.missing))
