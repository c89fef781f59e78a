"""Opens the prompt where there is a terminal to type on.

Layer: cli. Nothing of prompt_toolkit is imported before that is known.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...errors import WrongUsage

if TYPE_CHECKING:
    from ...views.report import Report
    from ..session import Session

_POOR = ("dumb", "unknown")  # terminals that cannot move their cursor


def search_live(session: Session, text: str, filters: Mapping[str, Any], excluding: Sequence[str]) -> None:
    """Let the user search the catalog as they type, beginning with `text`.

    Raises:
        WrongUsage: a filter means nothing here.
        KeyboardInterrupt: the user leaves by Ctrl-C.
    """
    import gc

    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.output import create_output

    from .application import Prompt
    from .asking import Asker

    gc.enable()  # a short run goes without; this one may stay open for hours
    catalog = session.catalog
    asker = Asker(catalog, session.selection(filters), excluding)
    # Its own buffer: standard output has none under PYTHONUNBUFFERED, and loses the rest of a screen that a resize interrupts.
    with os.fdopen(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out, create_app_session(output=create_output(out)):
        Prompt(catalog, asker, lambda entry_id: _page(session, entry_id), session.language).run(_typed(text))


def check_terminal() -> None:
    """Complain where nobody could type or read.

    Raises:
        WrongUsage: standard input or output is no terminal, or it is one that cannot move its cursor.
    """
    streams = {"standard input": sys.stdin, "standard output": sys.stdout}
    if missing := [name for name, stream in streams.items() if stream is None or not stream.isatty()]:
        raise WrongUsage(f"--interactive: {' and '.join(missing)} must be a terminal.", "Search without it in a script or a pipe.")
    if os.environ.get("TERM", "").casefold() in _POOR:
        raise WrongUsage(f"--interactive: a terminal of TERM={os.environ['TERM']} will not do.", "Search without it.")


def check_alone(others: Mapping[str, bool]) -> None:
    """Complain about options that were given with ``--interactive`` and mean nothing there.

    Raises:
        WrongUsage: at least one of `others` was given.
    """
    if given := [name for name, is_given in others.items() if is_given]:
        raise WrongUsage(f"--interactive: {', '.join(given)} cannot be given with it.", "It shows a list and pages of its own.")


def _typed(text: str) -> str:
    """Return `text` as it could have been typed: arguments may hold what is no UTF-8."""
    from ...model.text import one_line

    return one_line(text.encode("utf-8", "replace").decode("utf-8"))


def _page(session: Session, entry_id: str) -> Report:
    from ...store.encode import encode
    from ...views.entry_page import show_report

    return show_report(session.catalog, [session.catalog.entry(entry_id)], session.language, encode)
