"""Times whole processes, each as a multiple of ``python -c pass`` measured in turn with it.

Run: ``make bench``. Absolute times drift with the machine; multiples do not, which is why the goals are multiples. The environment
is a user's: byte code may be written, output is buffered, the cache folder is warm.
"""

import json
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lists import markdown_list
from peers import peers

_ROUNDS = 15
_HERE = Path(__file__).parent
_PYTHON = sys.executable
_TOOL = str(Path(_PYTHON).with_name("awesome-mm"))
_ALLOWANCE_SECONDS = 0.03
# The least a program can do to print the same rows: read them as JSON lines, join lists, write tabs.
_PLAIN_TSV = """
import json, sys
fields = "id kind name title published venue categories organizations arxiv needs disputed".split()
print("\\t".join(fields).replace("arxiv", "links.arxiv"))
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    record["arxiv"] = record["links"].get("arxiv", "")
    cells = [record.get(field, "") for field in fields]
    print("\\t".join("; ".join(cell) if isinstance(cell, list) else cell for cell in cells))
"""


@dataclass(frozen=True)
class Row:
    """One measurement: what is run, and the multiple it must not exceed and aims at."""

    name: str
    command: list[str]
    must: float | None = None
    aim: float | None = None
    terminal: bool = False
    environment: dict[str, str] | None = None


def main() -> None:
    """Measure every row and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        small, large = (_generate(Path(folder), count) for count in (1_000, 10_000))
        lines, many = _generate(Path(folder), 10_000, "jsonl"), _generate(Path(folder), 10_000, "folder")
        printed = _rows_as_lines(Path(folder), large, environment)
        _check_same_rows(large, printed, environment)
        bundled = Path(_rows_as_lines(Path(folder), None, environment))
        others = peers(Path(folder), bundled, environment)
        rows = [
            *_rows(small, large, printed),
            *_other_forms(lines, many),
            *_lists(Path(folder)),
            *(Row(name, command, environment=own) for name, command, own in others),
        ]
        times = _measure(rows, environment)
    _print(rows, times)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "AWESOME_MM"))}
    return {**kept, "AWESOME_MM_CACHE": str(folder / "cache"), "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def _generate(folder: Path, count: int, form: str = "toml") -> str:
    """Return the path of a catalog with `count` entries; JSON lines are called .ndjson, for rows that are listed take the other name."""
    command = [_PYTHON, str(_HERE / "generate.py"), str(count), "--form", form]
    if form == "folder":
        subprocess.run([*command, str(folder / "files")], check=True)
        return str(folder / "files")
    place = folder / f"{count}.{'toml' if form == 'toml' else 'ndjson'}"
    with place.open("wb") as out:
        subprocess.run(command, stdout=out, check=True)
    return str(place)


def _rows_as_lines(folder: Path, catalog: str | None, environment: dict[str, str]) -> str:
    place = folder / f"{Path(catalog or 'bundled').stem}.jsonl"
    chosen = ["--catalog", catalog] if catalog else []
    with place.open("wb") as out:
        subprocess.run([_TOOL, *chosen, "list", "--format", "jsonl"], stdout=out, env=environment, check=True)
    return str(place)


def _check_same_rows(catalog: str, printed: str, environment: dict[str, str]) -> None:
    """Stop unless the plain program prints what the tool prints: only then is comparing their times fair."""
    ours = subprocess.run([_TOOL, "--catalog", catalog, "list"], capture_output=True, env=environment, check=True).stdout
    plain = subprocess.run([_PYTHON, "-c", _PLAIN_TSV, printed], capture_output=True, env=environment, check=True).stdout
    if ours != plain:
        sys.exit("The plain program prints other rows than the tool; mend the benchmark.")


def _rows(small: str, large: str, printed: str) -> Iterator[Row]:
    yield Row("python -c pass", [_PYTHON, "-c", "pass"])
    yield Row("--version", [_TOOL, "--version"], 2, 1.5)
    yield Row("search oasis, pipe", [_TOOL, "search", "oasis"], 6.5, 5.7)
    yield Row("search oassis (typo), pipe", [_TOOL, "search", "oassis"], 8, 6.6)
    yield Row("search oasis, terminal", [_TOOL, "search", "oasis"], 10, 8.8, terminal=True)
    yield Row("--help", [_TOOL, "--help"], 8, 6)
    yield Row("list --category editing, pipe", [_TOOL, "list", "--category", "editing"])
    yield Row("show bee, terminal", [_TOOL, "show", "bee"], terminal=True)
    yield Row("stats, terminal", [_TOOL, "stats"], terminal=True)
    yield Row("an empty shell", ["sh", "-c", ":"])
    yield Row("completion of an option", [_TOOL, "--complete", "list", "--ca"])
    yield Row("completion of an entry", [_TOOL, "--complete", "show", "o"])
    yield Row("1,000 entries: search, pipe", [_TOOL, "--catalog", small, "search", "grounding", "maps"], 7, 6)
    yield Row("10,000 entries: search, pipe", [_TOOL, "--catalog", large, "search", "grounding", "maps"], 8, 7)
    yield Row("10,000 rows as plain TSV", [_PYTHON, "-c", _PLAIN_TSV, printed])
    yield Row("10,000 rows listed, pipe", [_TOOL, "--catalog", large, "list"])


def _other_forms(lines: str, many: str) -> Iterator[Row]:
    yield Row("10,000 JSON lines: search, pipe", [_TOOL, "--catalog", lines, "search", "grounding", "maps"], 8, 7)
    yield Row("10,000 files: search, pipe", [_TOOL, "--catalog", many, "search", "grounding", "maps"], 8, 7)


def _lists(folder: Path) -> Iterator[Row]:
    place = folder / "list.md"
    place.write_text(markdown_list(1_000_000), encoding="utf-8")
    yield Row("import of a list of 1 MB, pipe", [_TOOL, "import", str(place)])
    yield Row("render of the bundled catalog", [_TOOL, "render", "--out", str(folder / "list")])
    yield Row("export as BibTeX, pipe", [_TOOL, "export"])
    yield Row("lint of the bundled catalog, pipe", [_TOOL, "lint"])
    yield Row("lint of a list of 1 MB, pipe", [_TOOL, "lint", str(place), "--ignore", "file-large"])


def _measure(rows: list[Row], environment: dict[str, str]) -> dict[str, float]:
    """Return the median time of each row; every row runs once in each round, after one that counts for nothing."""
    taken: dict[str, list[float]] = {row.name: [] for row in rows}
    for turn in range(_ROUNDS + 1):
        for row in rows:
            run: Callable[[list[str], dict[str, str]], None] = _run_on_terminal if row.terminal else _run_into_pipe
            start = time.perf_counter()
            run(row.command, row.environment or environment)
            if turn:
                taken[row.name].append(time.perf_counter() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def _run_into_pipe(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)


def _run_on_terminal(command: list[str], environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, env={**environment, "COLUMNS": "100"}, stdout=theirs) as process:
        os.close(theirs)
        while _read(ours):
            pass
        process.wait()
    os.close(ours)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # Linux reports a closed terminal as an error
        return b""


def _print(rows: list[Row], times: dict[str, float]) -> None:
    unit = times["python -c pass"]
    plain = times["10,000 rows as plain TSV"]
    musts = {row.name: row.must for row in rows} | {"10,000 rows listed, pipe": (1.5 * plain + _ALLOWANCE_SECONDS) / unit}
    print(f"{'':32} {'ms':>7} {'multiple':>9} {'must':>6} {'aim':>5}")
    for row in rows:
        multiple, must = times[row.name] / unit, musts[row.name]
        missed = "  over" if must and multiple > must else ""
        print(f"{row.name:32} {times[row.name] * 1000:7.1f} {multiple:9.2f} {_shown(must):>6} {_shown(row.aim):>5}{missed}")
    print(json.dumps({row.name: round(times[row.name] / unit, 2) for row in rows}))


def _shown(value: float | None) -> str:
    return f"{value:.3g}" if value else ""


if __name__ == "__main__":
    main()
