"""Lines of JSON, each an object that holds what a TOML file of a folder could hold: ``{"method": {"oasis": {...}}}``.

Layer: store.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

from .fault_places import Place

_LONGEST_KEY = 60
_HALF_A_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as read, `number` counted from 1."""

    path: Path
    number: int
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """File and line."""
        return f"{self.path}:{self.number}"

    def line_of(self, place: Place) -> int:  # noqa: ARG002 - every source is asked alike
        """Return the line, whatever is asked for in it."""
        return self.number


def lines_of(path: Path, text: str) -> Iterator[Line | str]:
    """Yield each line of the `text` that the file at `path` holds, or what is wrong with it; blank lines are passed over."""
    for number, line in enumerate(StringIO(text, newline="\n"), 1):  # only this one ends a line: others may stand inside a string
        if line.isspace():
            continue
        try:
            data = parsed(line.rstrip("\n"))
        except ValueError as error:
            yield f"{path}:{number}: {error}"
        else:
            if data:
                yield Line(path=path, number=number, data=data)


def parsed(line: str) -> dict[str, Any]:
    """Return the JSON object that `line` holds.

    Raises:
        ValueError: it holds none, or what no TOML could hold: a key twice, a number that is none, half a character.
    """
    try:
        data = _DECODER.decode(line)
        if _HALF_A_CHARACTER.search(line):
            json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from error
    except UnicodeEncodeError as error:
        raise ValueError("holds half a character, which no text can hold") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except ValueError as error:  # a number longer than Python reads tells of a setting behind the semicolon
        raise ValueError(str(error).partition(";")[0]) from error
    if not isinstance(data, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - the line is at fault, not the caller
    return data


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for place, key in enumerate(keys) if key in keys[:place])
        raise ValueError(f"the key {twice[:_LONGEST_KEY]!r} stands twice in one object")
    return table


def _refuse(written: str) -> NoReturn:
    raise ValueError(f"{written} is not a number in JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse)
