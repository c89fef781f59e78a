"""Model values to plain data as JSON and TOML know it: what is empty or left at its default stays out.

Layer: store.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any


def encode(value: Any) -> Any:
    """Return `value` as dicts, lists, strings and numbers; ``decode(encode(x)) == x``."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [encode(element) for element in value]
    if not is_dataclass(value):
        return value
    return {field.name: encode(held) for field in fields(value) if not _is_default(field, held := getattr(value, field.name))}


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default)
    return field.default_factory is not MISSING and value == field.default_factory()
