"""``awesome-mm open``. Layer: cli."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from ..errors import NoBrowser
from . import options
from .session import Session

Code = Annotated[bool, typer.Option("--code", help="Its code instead of its paper.")]
Data = Annotated[bool, typer.Option("--data", help="Its data.")]
Print = Annotated[bool, typer.Option("--print", help="Print the address, and open nothing.")]


def run(entry: options.OneEntry, session: Session, code: Code = False, data: Data = False, print: Print = False) -> None:
    """Open an entry's paper, code or data in the browser."""
    from ..services.linking import choose_addresses
    from ..services.naming import find_entry
    from ..views.addresses import addresses_report

    kinds = [kind for kind, wanted in (("code", code), ("data", data)) if wanted]
    found = choose_addresses(session.catalog.entry(find_entry(session.catalog, entry)), kinds)
    if not print:
        _open([address.url for address in found])
    if session.is_plain:
        sys.stdout.write("".join(f"{address.url}\n" for address in found))
    else:
        session.emit(addresses_report(session.catalog.as_of, found, session.language))


@contextmanager
def _output_elsewhere() -> Iterator[None]:
    """Let what a browser says go to standard error: the answer belongs to whoever asked."""
    sys.stdout.flush()
    ours = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        os.dup2(ours, 1)
        os.close(ours)


def _open(urls: list[str]) -> None:
    """Open each of `urls` in the browser of the platform, or of ``BROWSER``.

    Raises:
        NoBrowser: there is none.
    """
    import webbrowser

    for url in urls:
        with _output_elsewhere():
            is_open = webbrowser.open(url)
        if not is_open:
            raise NoBrowser(f"No browser could be started for {url}", "Set BROWSER, or print the address with --print.")
