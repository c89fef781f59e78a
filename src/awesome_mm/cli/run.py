"""Runs one call from arguments to exit code: every error becomes a message a person can act on, or JSON for a program.

Layer: cli. The one place that knows exit codes. Nothing here may raise: a traceback is a defect.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from ..errors import AwesomeError
from .arguments import wants_json
from .complaints import report_error

INTERRUPTED = 130
WRITE_FAILED = 6


def run(arguments: Sequence[str]) -> int:
    """Run the command line on `arguments` and return the exit code; output is UTF-8 whatever the console's code page."""
    sys.stdout, sys.stderr = _utf8(sys.stdout), _utf8(sys.stderr)
    code = _outcome(arguments)
    for stream in (sys.stdout, sys.stderr):
        _empty(stream)
    return code


def _outcome(arguments: Sequence[str]) -> int:
    try:
        code = _call(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # typer's way out when the reader has gone
        return 0
    except AwesomeError as error:
        report_error(wants_json(arguments), error.code, error.message, error.fix)
        return error.exit_code
    except OSError as error:
        what = f"{error.filename or 'output'}: {error.strerror or error}"
        report_error(wants_json(arguments), "write-failed", what, "Check space and permissions.")
        return WRITE_FAILED
    return code


def _call(arguments: Sequence[str]) -> int:
    import typer

    from .app import make_app

    try:
        outcome = make_app(arguments)(list(arguments), standalone_mode=False, prog_name="awesome-mm")
    except typer.Abort:
        return INTERRUPTED
    except typer.TyperException as error:
        return _wrong_usage(arguments, error)
    return outcome if isinstance(outcome, int) else 0


def _wrong_usage(arguments: Sequence[str], error: Exception) -> int:
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(f"{error}\n")
        return 0
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "awesome-mm"
    message = getattr(error, "format_message", lambda: str(error))()
    report_error(wants_json(arguments), "usage", message, f"`{path} --help` shows what there is.")
    return 2


def _utf8(stream: TextIO | None) -> TextIO:
    """Return `stream` speaking UTF-8, or one that leads nowhere where the caller closed it."""
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _empty(stream: TextIO) -> None:
    """Flush `stream`; where that fails point it nowhere, so that nobody complains about what was already reported."""
    try:
        stream.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError):
            os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
