"""Errors on standard error: a sentence and the next step, or one JSON object for a program.

Layer: cli.
"""

import sys
from collections.abc import Sequence
from contextlib import suppress

from ..model.text import printable


def report_error(as_json: bool, code: str, message: str, fix: str) -> None:
    """Write what went wrong and what to do; a closed standard error is no further error."""
    if as_json:
        import json

        text = json.dumps({"error": {"code": code, "message": message, "fix": fix}})
    else:
        text = f"awesome-mm: {message}" + (f"\n{fix}" if fix else "")
    with suppress(OSError):
        sys.stderr.write(printable(text) + "\n")


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether the answer was to be JSON, as far as arguments that could not be parsed tell."""
    pairs = zip(arguments, [*arguments[1:], ""], strict=True)
    return any(one in ("--json", "--format=json") or (one == "--format" and following == "json") for one, following in pairs)
