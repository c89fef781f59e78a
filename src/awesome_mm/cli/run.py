"""Runs one call from arguments to exit code: every error becomes a message a person can act on, or JSON for a program.

Layer: cli. The one place that knows exit codes. Nothing here may raise: a traceback is a defect.
"""

import os
import sys
from collections.abc import Sequence

from ..errors import AwesomeError
from .complaints import report_error, wants_json

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command line on `arguments` and return the exit code; output is UTF-8 whatever the console's code page."""
    _speak_utf8()
    try:
        code = _call(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _leave_quietly()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except AwesomeError as error:
        report_error(wants_json(arguments), error.code, error.message, error.fix)
        code = error.exit_code
    except OSError as error:
        report_error(
            wants_json(arguments),
            "write-failed",
            f"{error.filename or 'output'}: {error.strerror or error}",
            "Check space and permissions.",
        )
        code = 6
    return code if _flush() else _leave_quietly()


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


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _flush() -> bool:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


def _leave_quietly() -> int:
    """Point standard output nowhere, so that nobody complains about a reader that has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 0
