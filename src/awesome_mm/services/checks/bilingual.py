"""The texts of a catalog in two languages, each with the field it stands in. Layer: services."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ...model.entry import Note
from ...model.taxonomy import Text


def texts_in(value: Any, field: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text inside `value`, with the dotted path of its field: ``summary``, ``stages.0.name``."""
    if isinstance(value, Text):
        yield field, value
    elif isinstance(value, Note):
        yield field, Text(en=value.en, zh=value.zh)
    elif isinstance(value, tuple):
        for place, element in enumerate(value):
            yield from texts_in(element, f"{field}.{place}")
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name), f"{field}.{one.name}".removeprefix("."))
