"""How far a long run has come: a bar on a terminal, elsewhere a line for each step.

Layer: formats.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from ..model.text import one_line


class Step(Protocol):
    """A step of a run: what it was about, and how many of it came back."""

    @property
    def asked(self) -> tuple[str, ...]: ...
    @property
    def records(self) -> tuple[object, ...]: ...
    @property
    def of(self) -> int: ...
    @property
    def complete(self) -> bool: ...


@contextmanager
def progress_to(out: TextIO, *, silent: bool = False) -> Iterator[Callable[[Step], None]]:
    """Hand out what is to be told of each step; a bar is gone when the run is over, lines stay."""
    if silent:
        yield lambda _: None
    elif out.isatty():
        yield from _bar(out)
    else:
        yield _liner(out)


def _liner(out: TextIO) -> Callable[[Step], None]:
    done = 0

    def tell(step: Step) -> None:
        nonlocal done
        if not step.asked or (not step.complete and not step.records):
            return  # nothing has come yet, or the error will say it
        done += len(step.asked)
        out.write(one_line(f"arXiv: {done} of {step.of} papers asked for, {len(step.records)} records in this batch") + "\n")
        out.flush()

    return tell


def _bar(out: TextIO) -> Iterator[Callable[[Step], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("arXiv"), BarColumn(), MofNCompleteColumn(), TextColumn("papers"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=out), transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(step: Step) -> None:
            bar.update(task, total=step.of, advance=len(step.asked))

        yield tell
