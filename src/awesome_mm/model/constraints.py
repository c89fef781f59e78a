"""Marks on the model's types that the decoder, the reference check and the JSON Schema all read.

Layer: model. A field says ``UnitId`` once, and is thereby decoded as a string, checked against the catalog's units and published.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


@dataclass(frozen=True)
class Matching:
    """The string must match `pattern` as a whole; `wanted` says in words what that is."""

    pattern: str
    wanted: str


@dataclass(frozen=True)
class Reference:
    """The string names something in `vocabulary`: ``entry``, ``category``, ``unit`` and so on."""

    vocabulary: str


@dataclass(frozen=True)
class OneOrMore:
    """The list may not be empty."""


@dataclass(frozen=True)
class DateLike:
    """A TOML date, or a string of the same form, as precise as `precision`: ``day``, ``part`` (a year or month will do), ``moment``."""

    precision: str


def fits(wanted: Any, text: str) -> bool:
    """Whether `text` may stand in a field of the type `wanted`, one of those below, as far as its pattern goes."""
    return all(re.fullmatch(mark.pattern, text) for mark in wanted.__metadata__ if isinstance(mark, Matching))


# What no address holds: white space, brackets and quotes, control characters, and marks that hide or reverse text.
_IN_NO_ADDRESS = r"\s<>\"\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"

Slug = Annotated[str, Matching(SLUG, "lower-case letters, digits and single hyphens")]
Filled = Annotated[str, Matching(r"(?s).*\S.*", "text that is not empty")]
WebAddress = Annotated[str, Matching(rf"https?://[^{_IN_NO_ADDRESS}]+", "a URL that begins with http:// or https://")]
Day = Annotated[str, DateLike("day")]
PartialDate = Annotated[str, DateLike("part")]
Moment = Annotated[str, DateLike("moment")]
Digest = Annotated[str, Matching(r"[0-9a-f]{8,64}", "8 to 64 hexadecimal digits of a SHA-256")]
ReviewId = Annotated[str, Matching(r"[A-Za-z0-9_-]+", "an OpenReview forum id such as iwVkB9zaVb")]
ArxivId = Annotated[
    str,
    Matching(
        r"[0-9]{2}(0[1-9]|1[0-2])\.[0-9]{4,5}|[a-z-]+(\.[A-Z]{2})?/[0-9]{7}", "a bare arXiv id such as 2503.08741, without version or URL"
    ),
]
Doi = Annotated[str, Matching(rf"10\.[0-9]{{4,9}}/[^{_IN_NO_ADDRESS}]+", "a bare DOI such as 10.48550/arXiv.2503.08741")]
CategoryId = Annotated[str, Reference("category")]
OrganizationId = Annotated[str, Reference("organization")]
ModelId = Annotated[str, Reference("model")]
UnitId = Annotated[str, Reference("unit")]
ActionId = Annotated[str, Reference("action")]
MeasureId = Annotated[str, Reference("measure")]
MaterialId = Annotated[str, Reference("material")]
EntryId = Annotated[str, Reference("entry")]
TargetId = Annotated[str, Reference("target")]
