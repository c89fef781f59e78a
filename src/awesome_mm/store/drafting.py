"""A draft to the tables of a catalog, as plain data: what a file would be read as.

Layer: store. Text of foreign origin is made harmless here once more, whatever the importer has done.
"""

import datetime
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from ..model.constraints import DateLike
from ..model.draft import Draft
from ..model.entry import Entry
from ..model.taxonomy import Category, Head, Text, Vocabularies
from ..model.text import printable
from .encode import encode
from .schema import constraints_of, fields_of

Table = Mapping[str, Any]
Tables = dict[str, dict[str, Any]]  # by section (`category`, `method` ...) and id
Changes = Mapping[tuple[str, str], Table]  # by section and id: the fields to replace; one that is None goes

# The order of an entry's keys as people read it; the others follow as the model has them.
_FIRST = ("name", "title", "aliases", "also", "categories", "also_in", "authors", "authors_complete", "organizations", "published", "added")
_NOT_INSIDE = ("id", "kind")


def head_table(draft: Draft, as_of: str, title: str) -> dict[str, Any]:
    """Return the table ``catalog`` of a draft; its title is `title` where the source had none."""
    source = draft.source if draft.source and draft.source.startswith(("http://", "https://")) else None
    head = Head(schema=1, title=draft.title or Text(en=title), as_of=as_of, source=source, sections=draft.sections)
    return _harmless(encode(head))  # type: ignore[no-any-return]


def draft_tables(draft: Draft) -> Tables:
    """Return the tables of the draft's categories and entries, by section and id, in its order."""
    tables: Tables = {"category": {key: category_table(category) for key, category in draft.categories.items()}}
    for entry in draft.entries:
        tables.setdefault(entry.kind.value, {})[entry.id] = entry_table(entry)
    return {section: table for section, table in tables.items() if table}


def category_table(category: Category) -> dict[str, Any]:
    """Return a category as its table's keys and values."""
    return _harmless(encode(category))  # type: ignore[no-any-return]


def entry_table(entry: Entry) -> dict[str, Any]:
    """Return an entry as its table's keys and values, without what the header says."""
    data = encode(entry)
    names = dict.fromkeys([*_FIRST, *(field.name for field in fields(Entry))])
    return _harmless({name: data[name] for name in names if name in data and name not in _NOT_INSIDE})  # type: ignore[no-any-return]


def model_of(section: str) -> type:
    """Return the class that the tables of `section` are written as."""
    if section == "catalog":
        return Head
    return next((field.shape.plain for field in fields_of(Vocabularies) if field.name == section), Entry)


def with_dates(model: Any, table: Table) -> dict[str, Any]:
    """Return `table`, written as the class `model` wants it, with dates in place of the strings that say one, as TOML has them."""
    shapes = {field.name: field.shape for field in fields_of(model)}
    return {key: _dated(shapes[key], value) if key in shapes else value for key, value in table.items()}


def with_changes(data: Mapping[str, Any], changes: Changes) -> dict[str, Any]:
    """Return `data`, sections as read from a file, with the fields in `changes`; fields that are None are gone."""
    changed = {section: dict(held) if isinstance(held, dict) else held for section, held in data.items()}
    for (section, one), replaced in changes.items():
        table = {**changed[section][one], **replaced}
        changed[section][one] = {name: value for name, value in table.items() if value is not None}
    return changed


def _dated(shape: Any, value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_dated(shape, element) for element in value]
    if isinstance(value, Mapping) and is_dataclass(shape.plain):
        return with_dates(shape.plain, value)
    return _date(value) if isinstance(value, str) and any(constraints_of(shape, DateLike)) else value


def _date(text: str) -> Any:
    """Return the date or moment that `text` is, where it would be read as the same text again."""
    for kind in (datetime.date, datetime.datetime):
        try:
            moment = kind.fromisoformat(text)
        except ValueError:
            continue
        if moment.isoformat().replace("+00:00", "Z") == text:
            return moment
    return text


def _harmless(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value).encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _harmless(held) for key, held in value.items()}
    return [_harmless(element) for element in value] if isinstance(value, list | tuple) else value
