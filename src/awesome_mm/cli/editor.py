"""A file in the editor of whoever calls. Layer: cli."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..errors import AwesomeError, EditorFailed, NothingWritten, WriteFailed, WrongUsage


@contextmanager
def edited(text: str, catalog: str | None, *, keep: bool = False) -> Iterator[Path]:
    """Hand out a file with what became of `text` in the editor; it stays where something fails, or where it is to `keep`.

    `catalog` is what was said of the catalog, for how to go on then.

    Raises:
        WrongUsage: no editor is set.
        EditorFailed: it could not be started or ended in failure.
        NothingWritten: nothing but comments is left.
    """
    command = editor_command()
    with tempfile.NamedTemporaryFile("w", prefix="awesome-mm-", suffix=".toml", encoding="utf-8", delete=False) as opened:
        opened.write(text)
    file = Path(opened.name)
    try:
        edit(file, command)
    except EditorFailed as error:
        if file.read_bytes() != text.encode():
            raise EditorFailed(error.message, f"{error.fix} {how_to_go_on(file, catalog)}") from error
        file.unlink()
        raise
    if not _says_something(file):
        file.unlink()
        raise NothingWritten("The entry was left empty; nothing is written.")
    yield file
    if not keep:
        file.unlink(missing_ok=True)


def edit(path: Path, command: list[str]) -> None:
    """Wait until the editor has closed the file at `path`; its Ctrl-C is not ours, and what it prints is no part of the answer.

    Raises:
        EditorFailed: it could not be started, or ended in failure.
    """
    said = " ".join(command)
    sys.stdout.flush()
    try:
        process = subprocess.Popen([*command, str(path)], stdout=None if sys.stdout.isatty() else 2)  # noqa: S603 - the user's own
    except OSError as error:
        raise EditorFailed(f"The editor {said!r} could not be started: {error.strerror or error}.", "Set VISUAL or EDITOR.") from error
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        code = process.wait()
    finally:
        signal.signal(signal.SIGINT, handler)
    if code:
        raise EditorFailed(f"The editor {said!r} ended with code {code}; nothing is written.", "Save and leave it in good order.")


def editor_command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the words of ``VISUAL``, or else ``EDITOR``.

    Raises:
        WrongUsage: neither is set, or its quotes are not closed.
    """
    variable = next((name for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), "")
    try:
        words = shlex.split(environment[variable], posix=os.name != "nt") if variable else []
    except ValueError as error:
        raise WrongUsage(f"{variable}: {environment[variable]!r} cannot be read as a command ({error}).", "Mend its quotes.") from error
    if not words:
        raise WrongUsage("No editor is set.", "Set VISUAL or EDITOR, such as EDITOR=nano; or leave --edit out.")
    return words


@contextmanager
def kept_where_it_fails(file: Path, catalog: str | None) -> Iterator[None]:
    """Let an error say that what was written is still in `file`, and how to go on."""
    try:
        yield
    except AwesomeError as error:
        error.fix = f"{error.fix} {how_to_go_on(file, catalog)}".strip()
        raise
    except OSError as error:
        raise WriteFailed(f"{error.filename or 'output'}: {error.strerror or error}.", how_to_go_on(file, catalog)) from error


def how_to_go_on(file: Path, catalog: str | None) -> str:
    """Return where what was written is kept, and the command that takes it up again."""
    again = shlex.join(["awesome-mm", "add", str(file), "--edit", *(["--catalog", catalog] if catalog else [])])
    return f"What you wrote is kept; `{again}` goes on from there."


def _says_something(path: Path) -> bool:
    lines = path.read_bytes().splitlines()
    return any(line.strip() and not line.lstrip().startswith(b"#") for line in lines)
