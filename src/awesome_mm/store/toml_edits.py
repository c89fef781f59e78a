"""Adds tables to the text of a TOML file and replaces fields in it: what is not meant stays, byte for byte.

Layer: store. Whether the result says what it must is checked by the caller, by reading it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .drafting import Changes, Table, model_of, with_dates
from .toml_blocks import Block, Statement, blocks_of, elements_in, statements_in
from .toml_text import field_text, table_text, toml_value


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def with_tables(text: str, tables: Mapping[str, Mapping[str, Table]]) -> str:
    """Return `text` with `tables`, by section and id, each behind the last of its section; a section that is new stands at the end."""
    blocks = blocks_of(text)
    edits = [
        _Edit(place, place, _written(section, held)) for section, held in tables.items() if (place := _place_for(section, blocks)) >= 0
    ]
    return _edited(text, edits)


def _written(section: str, held: Mapping[str, Table]) -> str:
    model = model_of(section)
    return "".join(f"\n{table_text((section, one), with_dates(model, table))}" for one, table in held.items())


def _place_for(section: str, blocks: Sequence[Block]) -> int:
    """Return where further tables of `section` belong: behind the last of them; the first category follows the head."""
    for wanted in (section, "catalog") if section == "category" else (section,):
        if own := [block.body_end for block in blocks if block.keys[:1] == (wanted,)]:
            return own[-1]
    return max(block.body_end for block in blocks)


def with_fields(text: str, changes: Changes) -> str:
    """Return `text` with the fields in `changes` of the tables that it holds under headers of their own; others are passed over."""
    blocks = blocks_of(text)
    own_by_key: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        own_by_key.setdefault(block.keys[:2], []).append(block)
    edits = [edit for key, fields in changes.items() for edit in _table_edits(text, key, own_by_key.get(key, []), fields)]
    return _edited(text, edits)


def _table_edits(text: str, key: tuple[str, str], blocks: Sequence[Block], fields: Table) -> Iterator[_Edit]:
    header = next((block for block in blocks if block.keys == key), None)
    if header is None:
        return
    statements = list(statements_in(text, header))
    for field, value in fields.items():
        own = [statement for statement in statements if statement.keys[0] == field]
        inner = [block for block in blocks if block.keys[2:3] == (field,)]
        yield from _removals(own[1:], inner[1:] if own or inner else [])
        lines, tables = ("", "") if value is None else field_text(key, field, _dated(key, field, value))
        if own and lines and (edit := _in_place(text, own, lines, value)):
            yield edit
        else:
            yield from _removals(own[:1], inner[:1])
            if lines:
                place = own[0].start if own else header.body_end
                yield _Edit(place, place, lines)
            if tables:
                place = inner[0].start if inner else blocks[-1].body_end
                yield _Edit(place, place, f"{tables}" if inner else f"\n{tables}")


def _dated(key: tuple[str, str], field: str, value: Any) -> Any:
    return with_dates(model_of(key[0]), {field: value})[field]


def _removals(statements: Iterable[Statement], blocks: Iterable[Block]) -> Iterator[_Edit]:
    yield from (_Edit(statement.start, statement.end, "") for statement in statements)
    yield from (_Edit(block.start, block.body_end, "") for block in blocks)


def _in_place(text: str, own: Sequence[Statement], lines: str, value: Any) -> _Edit | None:
    """Return the edit that replaces a value alone, so that what stands around it stays; None where whole lines have to be."""
    statement = own[0]
    if len(own) > 1 or len(statement.keys) > 1 or (lines.count("\n") > 1 and not lines.startswith(f"{statement.keys[0]} = [")):
        return None
    if grown := _grown(text, statement, value):
        return grown
    return _Edit(statement.value_start, statement.value_end, lines.partition(" = ")[2].removesuffix("\n"))


def _grown(text: str, statement: Statement, value: Any) -> _Edit | None:
    """Return the edit that puts into a list of texts what `value` has more, keeping how it is laid out; None where it is no such list."""
    if not isinstance(value, Sequence) or isinstance(value, str) or text[statement.value_start] != "[":
        return None
    spans = elements_in(text, statement.value_start, statement.value_end)
    wanted = [toml_value(one) for one in value]
    waiting = [text[start:end] for start, end in spans]
    if not waiting or not _is_within(waiting, wanted):
        return None
    breaks = len(spans) > 1 and "\n" in text[spans[0][1] : spans[1][0]]
    between = text[spans[0][1] : spans[1][0]] if breaks and text[spans[0][1] : spans[1][0]].strip() == "," else ", "
    pieces, place = [], statement.value_start
    before: list[str] = []
    for one in wanted:
        if len(spans) and text[spans[0][0] : spans[0][1]] == one:
            start, end = spans.pop(0)
            pieces += [text[place:start], *(f"{new}{between}" for new in before), text[start:end]]
            place, before = end, []
        elif spans:
            before.append(one)
        else:
            pieces.append(f"{between}{one}")
    return _Edit(statement.value_start, place, "".join(pieces))


def _is_within(some: Sequence[str], all_of_them: Sequence[str]) -> bool:
    """Whether `some` stand in `all_of_them`, in the same order."""
    others = iter(all_of_them)
    return all(one in others for one in some)


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    """Return `text` after `edits`; what is put in has the line ends of the file."""
    ends_lines = "\r\n" if "\r\n" in text[: text.find("\n") + 1] else "\n"
    pieces, place = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces.append(text[place : edit.start])
        if edit.text and edit.start == edit.end and edit.start and text[edit.start - 1] != "\n":  # the file ends within a line
            pieces.append(ends_lines)
        pieces.append(edit.text.replace("\n", ends_lines))
        place = edit.end
    return "".join([*pieces, text[place:]])
