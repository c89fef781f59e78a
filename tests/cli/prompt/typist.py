"""Types into a prompt without a terminal, and reads what it would draw."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from awesome_mm.cli.prompt.application import Prompt
from awesome_mm.cli.prompt.asking import Asker
from awesome_mm.model.catalog import Catalog
from awesome_mm.services.selection import Selection
from awesome_mm.store.encode import encode
from awesome_mm.views.entry_page import show_report

UP, DOWN, PAGE_UP, PAGE_DOWN = "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~"
ENTER, ESCAPE, CTRL_C, CTRL_D, CTRL_N, CTRL_P = "\r", "\x1b", "\x03", "\x04", "\x0e", "\x10"
DEADLINE = 20.0


class Nowhere(DummyOutput):
    """A terminal of a size that may change, which shows nothing."""

    def __init__(self, columns: int, rows: int) -> None:
        self.size = Size(rows=rows, columns=columns)

    def get_size(self) -> Size:
        return self.size


class Typist(NamedTuple):
    """Types into `prompt`."""

    prompt: Prompt
    pipe: PipeInput
    output: Nowhere

    async def type(self, keys: str) -> None:
        """Send `keys`, and wait until they are read and answered."""
        self.pipe.send_text(keys)
        await asyncio.sleep(0.01)
        await self.until(lambda: self.prompt._pending is None)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; not forever."""
        deadline = time.monotonic() + DEADLINE
        while not holds():
            assert time.monotonic() < deadline, self.lines()
            await asyncio.sleep(0.005)

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self.output.size = Size(rows=rows, columns=columns)
        self.prompt.application._on_resize()
        await asyncio.sleep(0)

    def lines(self) -> list[str]:
        """Return what stands on the screen, as wide as it is; nothing more once the prompt has been left."""
        self.prompt.application._redraw()
        screen = self.prompt.application.renderer.last_rendered_screen
        columns, rows = self.output.size.columns, self.output.size.rows
        return ["".join(screen.data_buffer[row][column].char for column in range(columns)) for row in range(rows)] if screen else []

    @property
    def names(self) -> list[str]:
        """The names in the list."""
        return [hit.brief.name for hit in self.prompt.choices.answer.hits]

    @property
    def chosen(self) -> str:
        """The name of the chosen row."""
        assert self.prompt.choices.hit
        return self.prompt.choices.hit.brief.name


def with_prompt(
    catalog: Catalog,
    act: Callable[[Typist], Awaitable[None]],
    text: str = "",
    *,
    selection: Selection | None = None,
    excluding: tuple[str, ...] = (),
    language: str = "en",
    size: tuple[int, int] = (80, 24),
) -> None:
    """Open a prompt on `catalog` that begins with `text`, let `act` happen, and leave it by Escape where that has not."""

    async def session(pipe: PipeInput) -> None:
        output = Nowhere(*size)
        with create_app_session(input=pipe, output=output):
            asker = Asker(catalog, selection or Selection(), excluding)
            prompt = Prompt(catalog, asker, lambda one: show_report(catalog, [catalog.entry(one)], language, encode), language)
            running = asyncio.create_task(prompt.application.run_async(pre_run=lambda: prompt.begin(text)))
            typist = Typist(prompt, pipe, output)
            try:
                await typist.type("")
                await typist.until(lambda: prompt.choices._is_answered or bool(prompt.complaint))
                await act(typist)
            finally:
                if prompt.application.is_running:
                    prompt.leave()
                asker.close()
                await running

    with create_pipe_input() as pipe:
        asyncio.run(session(pipe))
