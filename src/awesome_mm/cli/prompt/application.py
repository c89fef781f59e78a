"""The application: a line to type in, the list below it, and the page of the entry that is opened.

Layer: cli.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.containers import Window
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.layout import Layout

from ...errors import AwesomeError
from . import keys
from .asking import Answer, Asker, Superseded
from .choices import Choices
from .page import Page
from .screens import screens

if TYPE_CHECKING:
    from ...model.catalog import Catalog
    from ...views.report import Report

# How long Escape waits for the rest of what a key sends, and for a letter that was pressed with Alt: less than anybody notices.
_REST_OF_A_KEY = 0.05
_LETTER_WITH_ALT = 0.02
_AT_ONCE = 100  # rows that are asked for first, and each time that one moves beyond the last
_SLOW = 0.25  # seconds after which it is worth saying that the list is not yet that of the text


class Prompt:
    """A search as one types. The list is that of the last text that could be read; `complaint` says why the newest cannot."""

    def __init__(self, catalog: Catalog, asker: Asker, report: Callable[[str], Report], language: str) -> None:
        self.count, self.as_of, self.language = len(catalog), catalog.as_of, language
        self.complaint = ""
        self.choices = Choices(language)
        self.page = Page(language, keys.of_page(self))
        self.buffer = Buffer(multiline=False, on_text_changed=lambda _: self._ask_anew())
        self._asker = asker
        self._report = report
        self._most = _AT_ONCE
        self._pending: Future[Answer] | None = None
        self._asked_at = 0.0
        self._wants_page = False
        self._typing = Window(BufferControl(self.buffer, key_bindings=keys.of_list(self)), height=1)
        self._reading = Window(self.page)
        self.application: Application[None] = Application(
            layout=Layout(screens(self, self._typing, self._reading), focused_element=self._typing),
            key_bindings=keys.everywhere(self),
            full_screen=True,
            enable_page_navigation_bindings=False,
            include_default_pygments_style=False,
        )
        self.application.ttimeoutlen, self.application.timeoutlen = _REST_OF_A_KEY, _LETTER_WITH_ALT

    def run(self, text: str) -> None:
        """Let the user search, beginning with `text`, until they leave.

        Raises:
            KeyboardInterrupt: they leave by Ctrl-C.
        """
        try:
            with suppress(EOFError):  # the terminal has gone
                self.application.run(pre_run=lambda: self.begin(text))
        finally:
            self._asker.close()

    def begin(self, text: str) -> None:
        """Put `text` on the line and ask for the first list."""
        self.buffer.set_document(Document(text, len(text)))
        if not text:
            self._ask_anew()

    @property
    def is_slow(self) -> bool:
        """Whether the answer to what is typed is late."""
        return self._pending is not None and monotonic() - self._asked_at >= _SLOW

    def move(self, rows: int) -> None:
        """Choose another row; beyond the last one more are asked for."""
        self._wants_page = False
        is_there = self.choices.move(rows)
        if not is_there and self._pending is None and len(self.choices.answer.hits) < self.choices.answer.matched:
            self._most += _AT_ONCE
            self._ask(rows)

    def open(self) -> None:
        """Show the page of the chosen entry; of the one that will be, where the list is not yet that of the text."""
        if self._pending is not None:
            self._wants_page = True
        elif (hit := self.choices.hit) and not self.complaint:
            with self._leaving_on_error():
                self.page.open(self._report(hit.brief.id))
                self.application.layout.focus(self._reading)

    def close(self) -> None:
        """Go back from the page to the list."""
        self.page.close()
        self.application.layout.focus(self._typing)

    def leave(self, error: BaseException | None = None) -> None:
        """End the application, with `error` where that is why."""
        if not self.application.is_done:
            self.application.exit(exception=error) if error else self.application.exit()

    def _ask_anew(self) -> None:
        self._most = _AT_ONCE
        self._wants_page = False
        self._ask()

    def _ask(self, rows: int = 0) -> None:
        """Have the text answered in another thread, which hands the answer to this one; then move on by `rows`, if these are more."""
        loop = self.application.loop
        if loop is None:
            return
        self._asked_at = monotonic()
        self._pending = self._asker.ask(self.buffer.text, self._most)

        def hand_over(answered: Future[Answer]) -> None:
            with suppress(RuntimeError):  # the application has ended meanwhile
                loop.call_soon_threadsafe(self._take, answered, rows)

        self._pending.add_done_callback(hand_over)
        loop.call_later(_SLOW, self._say_if_slow)

    def _say_if_slow(self) -> None:
        if self.is_slow:
            self.application.invalidate()

    def _take(self, answered: Future[Answer], rows: int) -> None:
        """Show what was answered, if that is still what is asked."""
        if answered is not self._pending:
            return
        self._pending = None
        with self._leaving_on_error(), suppress(Superseded, CancelledError):
            answer = answered.result()
            self.complaint = answer.complaint
            if not answer.complaint:
                self.choices.show(answer, move=rows)
        if self._wants_page:
            self.open()
        self.application.invalidate()

    @contextmanager
    def _leaving_on_error(self) -> Iterator[None]:
        """Leave with an error that is the user's to know; the command line reports it."""
        try:
            yield
        except AwesomeError as error:
            self.leave(error)
