"""Errors on standard error: a sentence and the next step, or one JSON object for a program.

Layer: cli.
"""

import sys
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
