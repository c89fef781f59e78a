"""Which key does what.

Layer: cli. Escape is also how terminals begin what other keys send, so it acts after a moment of silence (see `application`); with
Alt a terminal sends Escape and the letter, which must not be taken for leaving.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from ...model.text import one_line

if TYPE_CHECKING:
    from .application import Prompt

_FAR = 10**9


def everywhere(prompt: Prompt) -> KeyBindings:
    """Return the keys that leave from wherever one is: Ctrl-C as interrupted, Ctrl-D as done."""
    keys = KeyBindings()
    _add(keys, (Keys.ControlC, Keys.SIGINT), lambda: prompt.leave(KeyboardInterrupt()))
    _add(keys, (Keys.ControlD,), prompt.leave)
    return keys


def of_list(prompt: Prompt) -> KeyBindings:
    """Return the keys of the list; all others edit the text."""
    keys = KeyBindings()
    _add(keys, ("up", "c-p"), lambda: prompt.move(-1))
    _add(keys, ("down", "c-n"), lambda: prompt.move(1))
    _add(keys, ("pageup",), lambda: prompt.move(-prompt.choices.height))
    _add(keys, ("pagedown",), lambda: prompt.move(prompt.choices.height))
    _add(keys, ("enter",), prompt.open)
    keys.add(Keys.BracketedPaste)(lambda event: event.current_buffer.insert_text(one_line(event.data.strip())))
    _add_escape(keys, prompt.leave)
    return keys


def of_page(prompt: Prompt) -> KeyBindings:
    """Return the keys of an entry's page."""
    keys = KeyBindings()
    _add(keys, ("up", "c-p", "k"), lambda: prompt.page.scroll(-1))
    _add(keys, ("down", "c-n", "j"), lambda: prompt.page.scroll(1))
    _add(keys, ("pageup", "b"), lambda: prompt.page.scroll(-prompt.page.height))
    _add(keys, ("pagedown", " "), lambda: prompt.page.scroll(prompt.page.height))
    _add(keys, ("home", "g"), lambda: prompt.page.scroll(-_FAR))
    _add(keys, ("end", "G"), lambda: prompt.page.scroll(_FAR))
    _add(keys, ("q",), prompt.close)
    _add_escape(keys, prompt.close)
    return keys


def _add(keys: KeyBindings, names: Sequence[Keys | str], act: Callable[[], None]) -> None:
    for name in names:
        keys.add(name)(lambda _: act())


def _add_escape(keys: KeyBindings, act: Callable[[], None]) -> None:
    keys.add("escape")(lambda _: act())
    keys.add("escape", "escape")(lambda _: act())
    keys.add("escape", Keys.Any)(_nothing)


def _nothing(event: KeyPressEvent) -> None:
    """Do nothing: a letter with Alt that edits nothing."""
