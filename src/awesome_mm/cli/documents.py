"""Gets what a command is to read: files, standard input, addresses.

Layer: cli.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import WrongUsage

if TYPE_CHECKING:
    from ..exchange.document import Document

STANDARD_INPUT = "-"


def documents(named: Iterable[str]) -> "list[Document]":
    """Return the documents that paths, addresses and ``-`` name, each once.

    Raises:
        WrongUsage: one is not there or is no text.
        SourceUnreachable: an address does not answer.
    """
    from ..exchange.decoding import text_of
    from ..exchange.document import Document

    found = []
    for path in dict.fromkeys(named):
        name = "standard input" if path == STANDARD_INPUT else path
        found.append(Document(path=name, text=text_of(_content(path), name)))
    return found


def _content(path: str) -> bytes:
    from ..exchange.decoding import LARGEST
    from ..store.foreign import bytes_from, bytes_of

    if path == STANDARD_INPUT:
        if sys.stdin is None:
            raise WrongUsage("Standard input is closed.", "Name a file.")
        return bytes_from(sys.stdin.buffer, LARGEST)
    if "://" in path:
        from ..sources.pages import content_at

        return content_at(path, LARGEST)
    return bytes_of(Path(path), LARGEST)
