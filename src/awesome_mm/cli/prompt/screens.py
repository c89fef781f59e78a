"""How the screen is divided: the text with the list below it, or the page of an entry; and the line at the bottom.

Layer: cli.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.layout.containers import ConditionalContainer, Container, DynamicContainer, HSplit, VSplit, Window
from prompt_toolkit.layout.controls import FormattedTextControl

from ...views.prompt import BETWEEN, list_line, question
from .cells import fit, line_of, steady, width_of

if TYPE_CHECKING:
    from .application import Prompt

_QUIET = "dim"
_PROMPT = "bold"
_COMPLAINT = "dim ansiyellow"
_BUSY = "…"


def screens(prompt: Prompt, typing: Window, page: Window) -> Container:
    """Return the page where one is open, else the list below the window to type in."""
    asking = question(prompt.language)
    upper = VSplit([Window(FormattedTextControl([(_PROMPT, asking)]), width=width_of(asking), height=1), typing])
    complaint = ConditionalContainer(_line(lambda width: _complaint(prompt, width)), Condition(lambda: bool(prompt.complaint)))
    listed = HSplit([upper, Window(prompt.choices), complaint, _line(lambda width: _below_list(prompt, width))])
    read = HSplit([page, _line(lambda width: _below_page(prompt, width))])
    return DynamicContainer(lambda: read if prompt.page.is_open else listed)


def _line(text: Callable[[int], tuple[str, str]]) -> Window:
    return Window(FormattedTextControl(lambda: [text(get_app().output.get_size().columns)]), height=1)


def _complaint(prompt: Prompt, width: int) -> tuple[str, str]:
    return _COMPLAINT, fit(steady(prompt.complaint), width)


def _below_list(prompt: Prompt, width: int) -> tuple[str, str]:
    found, of_catalog, keys = list_line(prompt.choices.answer.matched, prompt.count, prompt.as_of, prompt.language)
    found = f"{found} {_BUSY}" if prompt.is_slow else found
    return _QUIET, line_of((found, of_catalog, keys), BETWEEN, width)


def _below_page(prompt: Prompt, width: int) -> tuple[str, str]:
    return _QUIET, line_of(prompt.page.place(), BETWEEN, width)
