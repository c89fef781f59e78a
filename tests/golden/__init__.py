"""Answers as they shall be, in files beside this one; ``GOLDEN=write pytest -k golden`` rewrites them."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent


def assert_golden(name: str, text: str) -> None:
    """Compare `text` with the golden file `name`, or write it there when ``GOLDEN=write`` is set."""
    path = FOLDER / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; GOLDEN=write rewrites it"
