"""Files of a catalog to sources: what each holds as data, or what is in the way of reading it.

Layer: store.
"""

import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tomli

from .fault_places import Source, TomlFile
from .jsonl import lines_of
from .listing import is_of_lines

MOST_FAULTS = 50
_MOST_BYTES = 64 * 1024 * 1024
_MOST_LINES = 1_000_000
_CHECK_PATH = "Check the path given with --catalog or AWESOME_MM_CATALOG."
_MEND_LINES = 'Mend the lines named: each is one whole JSON object, such as {"method": {"its-id": {...}}}; docs/schema.md describes it.'
_RENAME = "A file with a JSON object in each line is called .jsonl."


class Problem(NamedTuple):
    """Why a file or a line could not be read, and what would help; `path` and `line` (0: unknown) say where."""

    said: str
    fix: str
    path: str = ""
    line: int = 0


def read_all(files: Sequence[Path], problems: list[Problem]) -> list[Source]:
    """Return what could be read of `files`, and note in `problems` what could not."""
    sources: list[Source] = []
    for file in files:
        try:
            text = _text_of(file)
        except OSError as error:
            problems.append(Problem(f"{file}: {error.strerror or error}", _CHECK_PATH, str(file)))
        except UnicodeDecodeError as error:
            problems.append(Problem(f"{file}: byte {error.start} is not UTF-8", _CHECK_PATH, str(file)))
        except ValueError as error:  # a path that no file can have
            problems.append(Problem(f"{file}: {error}", _CHECK_PATH, str(file)))
        else:
            sources.extend(_lines(file, text, problems) if is_of_lines(file) else _toml(file, text, problems))
    return sources


def _text_of(file: Path) -> str:
    status = file.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "not a regular file")
    if status.st_size > _MOST_BYTES:
        raise OSError(0, f"larger than {_MOST_BYTES // 1024 // 1024} MiB")
    return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")


def _toml(file: Path, text: str, problems: list[Problem]) -> Iterator[Source]:
    try:
        yield TomlFile(path=file, text=text, data=tomli.loads(text))
    except (ValueError, RecursionError) as error:  # of the TOML, or of a number or a nesting beyond what Python reads
        fix = _RENAME if text.lstrip().startswith("{") else _CHECK_PATH
        said = str(error).partition(";")[0] or "nested too deeply"
        place = re.search(r"at line (\d+)", said)
        problems.append(Problem(f"{file}: {said}", fix, str(file), int(place[1]) if place else 0))


def _lines(file: Path, text: str, problems: list[Problem]) -> Iterator[Source]:
    """Yield the lines that could be read, up to so many others that this is no file of JSON lines."""
    if text.count("\n") > _MOST_LINES:
        problems.append(Problem(f"{file}: more than {_MOST_LINES:,} lines", _CHECK_PATH, str(file)))
        return
    wrong = 0
    for line in lines_of(file, text):
        if not isinstance(line, str):
            yield line
        elif (wrong := wrong + 1) < MOST_FAULTS:
            number = line.removeprefix(f"{file}:").partition(":")[0]
            problems.append(Problem(line, _MEND_LINES, str(file), int(number)))
        else:
            problems.append(Problem(f"{file}: the lines behind that one were not read", _MEND_LINES, str(file)))
            return
