"""A person's own figures for an estimate, as they stand in options: pure readers, each with a complaint that says how to write it.

Layer: services.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple, TypeVar

from ...errors import WrongUsage

Key = TypeVar("Key", str, tuple[str, str])
Value = TypeVar("Value", Fraction, "Pair")

GENERAL = ""  # the key of a figure that names no stage
_NUMBER = r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE]\+?([0-9]{1,2}))?([kKmMbB]?)"
_SCALES = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9}
_LONGEST = 40  # characters
LARGEST = 10**15  # beyond it nothing is a figure of data
_PAIR = r"(?:([^:=,]+):)?(in|out)=([^,=:]*),(in|out)=([^,=:]*)"


class Pair(NamedTuple):
    """A figure for what goes into a model and one for what comes out: tokens of a call, or money for a million tokens."""

    input: Fraction
    output: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures by stage; the key `GENERAL` holds for all stages that have none of their own.

    `entering` are samples that come into a stage from outside, `keep` the shares that are not dropped, `routes` those that go from a stage
    (first) to another (second). `prices` may be of a model too. `rate` is in calls per minute.
    """

    samples: Fraction
    entering: Mapping[str, Fraction] = field(default_factory=dict)
    calls: Mapping[str, Fraction] = field(default_factory=dict)
    keep: Mapping[str, Fraction] = field(default_factory=dict)
    routes: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)
    tokens: Mapping[str, Pair] = field(default_factory=dict)
    prices: Mapping[str, Pair] = field(default_factory=dict)
    rate: Fraction | None = None

    @property
    def named(self) -> frozenset[str]:
        """The stages (and models) that any figure names."""
        keys = (*self.entering, *self.calls, *self.keep, *(stage for stage, _ in self.routes), *self.tokens, *self.prices)
        return frozenset(keys) - {GENERAL}


def read_figures(
    *,
    samples: Sequence[str],
    calls: Sequence[str] = (),
    keep: Sequence[str] = (),
    route: Sequence[str] = (),
    tokens: Sequence[str] = (),
    price: Sequence[str] = (),
    rate: str | None = None,
) -> Figures:
    """Return the figures as a person wrote them.

    Raises:
        WrongUsage: one is malformed, negative, no number, a share above 1, or given twice.
    """
    entering = by_stage(samples, "--samples", number)
    if not entering.get(GENERAL):
        raise WrongUsage("--samples: how many samples enter the first stage is not said.", "Write --samples 1000.")
    if any(value.denominator > 1 for value in entering.values()):
        raise WrongUsage("--samples: samples are whole.", "Write --samples 1000.")
    return Figures(
        samples=entering.pop(GENERAL),
        entering=entering,
        calls=by_stage(calls, "--calls", number),
        keep=by_stage(keep, "--keep", share, general=False),
        routes=_routes(route),
        tokens=pairs(tokens, "--tokens"),
        prices=pairs(price, "--price"),
        rate=None if rate is None else _rate(rate),
    )


def number(text: str, what: str) -> Fraction:
    """Return the number in `text`, exactly: ``1000``, ``0.5``, ``1e6``, ``100K``, ``1.2M``.

    Raises:
        WrongUsage: it is negative, larger than 10^15 or none at all; `what` names the option.
    """
    match = re.fullmatch(_NUMBER, text.strip()) if len(text) <= _LONGEST else None
    found = Fraction(match[1]) * Fraction(10) ** int(match[2] or 0) * _SCALES[match[3].lower()] if match else None
    if found is None or found > LARGEST:
        raise WrongUsage(f"{what}: {text!r} is not a number from 0 to 10^15.", "Write 1000, 0.5, 1e6 or 100K.")
    return found


def share(text: str, what: str) -> Fraction:
    """Return the share in `text`: ``0.6`` or ``60%``.

    Raises:
        WrongUsage: it is none, or above 1; `what` names the option.
    """
    written = text.strip()
    try:
        found = number(written.removesuffix("%"), what) / (100 if written.endswith("%") else 1)
    except WrongUsage:
        found = None
    if found is None or found > 1:
        raise WrongUsage(f"{what}: {text!r} is not a share from 0 to 1.", "Write 0.6 or 60%.")
    return found


def by_stage(values: Sequence[str], what: str, read: Callable[[str, str], Fraction], *, general: bool = True) -> dict[str, Fraction]:
    """Return the figures in `values` by stage: ``STAGE=VALUE``, several with commas, and if `general` also a bare ``VALUE``.

    Raises:
        WrongUsage: one is malformed, or given twice for the same stage.
    """
    found: dict[str, Fraction] = {}
    for part in (part for value in values for part in value.split(",")):
        stage, sign, figure = part.partition("=") if "=" in part else ("", "", part)
        key = stage.strip().casefold()
        if bool(sign) != bool(key) or (not sign and not general):
            raise WrongUsage(f"{what}: {part!r} does not say a stage and its figure.", f"Write {what} STAGE={_EXAMPLES[what]}.")
        _put(found, key, read(figure, what), what)
    return found


def pairs(values: Sequence[str], what: str) -> dict[str, Pair]:
    """Return the figures for input and output by what they are for: ``in=1200,out=300`` or ``NAME:in=1200,out=300``.

    Raises:
        WrongUsage: one is malformed, lacks a side, or is given twice.
    """
    found: dict[str, Pair] = {}
    for value in values:
        match = re.fullmatch(_PAIR, "".join(value.split()))
        if not match or match[2] == match[4]:
            raise WrongUsage(f"{what}: {value!r} does not say both in and out.", f"Write {what} in={_EXAMPLES[what]}.")
        sides = {match[2]: number(match[3], what), match[4]: number(match[5], what)}
        _put(found, (match[1] or GENERAL).casefold(), Pair(sides["in"], sides["out"]), what)
    return found


_EXAMPLES = {
    "--samples": "1000",
    "--calls": "1",
    "--keep": "0.6",
    "--tokens": "1200,out=300, or STAGE:in=1200,out=300",
    "--price": "2.5,out=10, or MODEL:in=2.5,out=10",
}


def _routes(values: Sequence[str]) -> dict[tuple[str, str], Fraction]:
    """Return the shares in ``STAGE:TO=SHARE``, by stage and by where they go."""
    found: dict[tuple[str, str], Fraction] = {}
    for part in (part for value in values for part in value.split(",")):
        way, _, figure = part.rpartition("=")
        stage, _, to = (word.strip().casefold() for word in way.partition(":"))
        if not stage or not to:
            raise WrongUsage(f"--route: {part!r} does not say from where to where.", "Write --route STAGE:TO=0.2.")
        _put(found, (stage, to), share(figure, "--route"), "--route")
    return found


def _put(found: dict[Key, Value], key: Key, value: Value, what: str) -> None:
    if key in found:
        named = ":".join(key) if isinstance(key, tuple) else key
        raise WrongUsage(f"{what}: {named or 'the figure for all stages'} is given twice.", "Give it once, and numbers without separators.")
    found[key] = value


def _rate(text: str) -> Fraction:
    found = number(text, "--rate")
    if not found:
        raise WrongUsage("--rate: at 0 calls per minute nothing ends.", "Write --rate 60 for 60 calls per minute.")
    return found
