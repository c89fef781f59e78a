"""Answers as arXiv writes them, with papers of our own making (the ids lie in 2099) and the sentinel."""

from pathlib import Path

FOLDER = Path(__file__).parent


def recording(name: str) -> bytes:
    """Return the recorded answer called `name`."""
    return (FOLDER / name).read_bytes()
